import type { Page } from '@playwright/test';
import type { StaffDossier } from '#domain/dossier/StaffDossier.ts';
import { RegisterPage, type RegisterLine } from '#domain/register/Register.ts';
import { askOffice } from '../support/office.ts';
import { expect } from '../support/test.ts';
import { CHANNEL, readDossier } from './byCall.ts';
import { historyOf, isReceived, MATTERS, timesOf, type Matter } from './matters.ts';

/** How many dossiers lie in each group of the queue, and the register's last number of this year. */
export type Figures = { counts: Record<string, number>; registered: number };

/** A line of another's dossier: today nobody of the office files for themselves. */
type Line = Extract<RegisterLine, { own: false }>;

const GROUP_OF: Record<number, string> = {
	1: 'new',
	2: 'working',
	4: 'working',
	5: 'waiting',
	6: 'waiting',
	9: 'ready'
};

export async function readFigures(): Promise<Figures> {
	const { counts } = (await askOffice('leader', 'staff_queue', { group: 'new' })) as {
		counts: Record<string, number>;
	};
	const lines = await readRegister();
	return { counts, registered: lines.at(-1)?.number ?? 0 };
}

/** Every line of this year's register, page after page, in its order. */
async function readRegister(): Promise<Line[]> {
	const year = Number(
		new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format()
	);
	const lines: Line[] = [];
	for (;;) {
		const last = lines.at(-1);
		const page = RegisterPage.parse(
			await askOffice('leader', 'register_page', {
				year,
				from: `${year}-01-01`,
				to: `${year}-12-31`,
				...(last ? { after: { receivedAt: last.cursor, id: last.id } } : {})
			})
		);
		lines.push(...page.rows.filter((line) => !line.own));
		if (!page.more) return lines;
	}
}

/** Every book of the office, against the table of the day and against each other. */
export async function expectEvening(
	leader: Page,
	before: Figures,
	ids: ReadonlyMap<string, string>
): Promise<void> {
	const seen = new Map<Matter, StaffDossier>();
	for (const matter of MATTERS) {
		const id = ids.get(matter.subject) ?? '';
		seen.set(matter, await readDossier(id));
	}
	for (const [matter, dossier] of seen) expectAsPlanned(matter, dossier);
	const after = await readFigures();
	for (const group of ['new', 'answered', 'working', 'waiting', 'ready'])
		expect((after.counts[group] ?? 0) - (before.counts[group] ?? 0), `queue: ${group}`).toBe(
			MATTERS.filter(({ evening }) => GROUP_OF[evening] === group).length
		);
	const lines = await expectRegister(before, seen);
	await expectOnScreen(leader, lines);
	await expectControlSheets(seen, lines);
}

function expectAsPlanned(matter: Matter, dossier: StaffDossier): void {
	expect(dossier.status, `${matter.subject}: status`).toBe(matter.evening);
	expect(dossier.channel, `${matter.subject}: channel`).toBe(CHANNEL[matter.way]);
	expect(
		dossier.events.map(({ action }) => action),
		`${matter.subject}: history`
	).toEqual(historyOf(matter));
	const slips = {
		'01': timesOf(matter, 'receive'),
		'02': timesOf(matter, 'supplement', 'supplement-again'),
		'03': timesOf(matter, 'refuse'),
		'04': timesOf(matter, 'extend'),
		'05': timesOf(matter, 'halt')
	};
	for (const [form, count] of Object.entries(slips))
		expect(
			dossier.slips.filter((slip) => slip.form === form).length,
			`${matter.subject}: Mẫu ${form}`
		).toBe(count);
}

/** One line for every dossier received today and none for another; numbers without a gap, codes too. */
async function expectRegister(
	before: Figures,
	seen: ReadonlyMap<Matter, StaffDossier>
): Promise<Line[]> {
	const received = MATTERS.filter(isReceived);
	const lines = (await readRegister()).filter(({ number }) => number > before.registered);
	const idsOf = (matters: readonly Matter[]) => matters.map((one) => seen.get(one)?.id).sort();
	expect(lines.map(({ id }) => id).sort(), 'register: whom').toEqual(idsOf(received));
	expect(
		lines.map(({ number }) => number - before.registered),
		'register: numbers'
	).toEqual(lines.map((_, index) => index + 1));
	const numbers = lines.map(({ code }) => Number(code.slice(-4)));
	expect(numbers, 'codes: one after the other').toEqual(
		numbers.map((_, index) => (numbers[0] ?? 0) + index)
	);
	const returned = MATTERS.filter(({ evening }) => evening === 10);
	expect(
		lines
			.filter((line) => line.returnedAt)
			.map(({ id }) => id)
			.sort(),
		'register: returned'
	).toEqual(idsOf(returned));
	for (const line of lines) {
		const dossier = [...seen.values()].find(({ id }) => id === line.id);
		expect([line.code, line.status, line.timeliness], `register: ${line.code}`).toEqual([
			dossier?.code,
			dossier?.status,
			dossier?.timeliness
		]);
	}
	return lines;
}

/** The register that the leader opens says the same as its data. */
async function expectOnScreen(page: Page, lines: readonly Line[]): Promise<void> {
	await page.goto('/can-bo/so-theo-doi');
	for (const line of lines) {
		const row = page.getByRole('row').filter({ hasText: line.code });
		await expect(row).toHaveCount(1);
		await expect(row.getByRole('cell').first()).toHaveText(String(line.number));
	}
}

/** Each dossier's control sheet tells every hand it went through, and the same result as the register. */
async function expectControlSheets(
	seen: ReadonlyMap<Matter, StaffDossier>,
	lines: readonly Line[]
): Promise<void> {
	let returns = 0;
	for (const [matter, { id }] of seen) {
		if (!isReceived(matter)) continue;
		const { slipId } = (await askOffice('receiver', 'issue_control_sheet', {
			actionId: crypto.randomUUID(),
			dossierId: id
		})) as { slipId: string };
		const { snapshot } = (await askOffice('receiver', 'staff_slip', { slipId })) as {
			snapshot: { code: string; timeliness: string | null; steps: { kind: string }[] };
		};
		const count = (kind: string) => snapshot.steps.filter((step) => step.kind === kind).length;
		expect(Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])), matter.subject).toEqual(
			stepsOf(matter)
		);
		const line = lines.find((one) => one.id === id);
		expect([snapshot.code, snapshot.timeliness], matter.subject).toEqual([
			line?.code,
			line?.timeliness
		]);
		returns += count('return');
	}
	expect(returns, 'handed out: control sheets and register').toBe(
		lines.filter((line) => line.returnedAt).length
	);
}

const KINDS = ['transfer', 'move', 'stage', 'consult', 'part', 'papers', 'back', 'return'];

/** How often a dossier changed hands, by the table. Asking before receipt is no step: there is no chain yet. */
function stepsOf(matter: Matter): Record<string, number> {
	const [first = ''] = matter.steps;
	const asked = timesOf(matter, 'supplement', 'supplement-again');
	return {
		transfer: 1,
		move: timesOf(matter, 'move'),
		stage: timesOf(matter, 'stage-done'),
		consult: timesOf(matter, 'consult'),
		// Both parts of the one who has any: the second began when the first was done.
		part: timesOf(matter, 'part-add') * 2,
		papers: first.startsWith('supplement') ? asked - 1 : asked,
		back: timesOf(matter, 'finish', 'halt', 'correct'),
		return: timesOf(matter, 'settle', 'return', 'return by post', 'return to a proxy')
	};
}
