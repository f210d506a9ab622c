import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierIdOf, isAnswer, isSubmission } from '$lib/domain/dossier/OutboxItem';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import { pageBytes } from '$lib/testing/builders';
import type { Fault } from '$lib/testing/fakeServer';
import { createModelPhone, numberOf, type Command, type ModelPhone } from '$lib/testing/modelPhone';

const SEED = Number(process.env.SEED ?? 20261123);
const SEQUENCES = 2_000;
/** Five minutes of the longest pause, and half a minute to work in. */
const CALM_MS = 5.5 * 60_000;

const fault = fc.oneof(
	fc.constantFrom<Fault>('drop', 'lose', 'short', 'crash', 'mixed', 'none'),
	fc.constantFrom<Fault>(
		{ kind: 'offline' },
		{ kind: 'unknown' },
		{ kind: 'invalid' },
		{ kind: 'unauthorized' },
		{ kind: 'throttled' },
		{ kind: 'throttled', retryAfterSeconds: 20 },
		{ kind: 'outdated', key: 'protocol' }
	)
);
const tab = fc.integer({ min: 0, max: 1 });

const command: fc.Arbitrary<Command> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('add' as const),
			files: fc.integer({ min: 0, max: 4 }),
			refused: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
			twice: fc.boolean()
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('weather' as const),
			weather: fc.constantFrom<Fault>(
				'none',
				'none',
				'drop',
				'lose',
				'short',
				{ kind: 'offline' },
				{ kind: 'unknown' }
			)
		})
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('faults' as const),
			faults: fc.array(fault, { minLength: 1, maxLength: 6 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('tick' as const),
			ms: fc.integer({ min: 1, max: 400_000 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('wake' as const),
			tabs: fc.constantFrom<number[]>([0], [1], [0, 1], [0, 1, 0])
		})
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('reload' as const),
			tab,
			death: fc.record({ calls: fc.integer({ min: 0, max: 15 }), isDone: fc.boolean() })
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('evict' as const), which: fc.nat({ max: 7 }) })
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('forget' as const), which: fc.nat({ max: 3 }) })
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat({ max: 5 }) })
	},
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constant('answer' as const),
			which: fc.nat({ max: 2 }),
			files: fc.integer({ min: 0, max: 3 }),
			twice: fc.boolean()
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant('close' as const), which: fc.nat({ max: 1 }) })
	}
);

/** Whether a quarantined row is there for a reason of its own. */
function hasReason(phone: ModelPhone, id: string): boolean {
	const row = phone.outbox.rows.get(id);
	switch (row?.lastError?.key) {
		case 'payload-invalid':
			return phone.server.refused.has(id);
		case 'file-lost':
			return row.files.some(({ pageId }) => phone.evicted.has(pageId));
		case 'file-not-taken':
			return row.files.some(({ attempt, isSent }) => attempt === 5 && isSent);
		case 'supplement-closed':
			return isAnswer(row) && phone.server.asking.get(row.dossierId) !== row.supplementId;
		default:
			return false;
	}
}

/** Attempts that were spent although the name before was free. */
function wastedAttempts({ server }: ModelPhone, id: string, files: readonly OutboxFile[]) {
	return files.flatMap(({ fileId, attempt }) =>
		Array.from({ length: attempt - 1 }, (_, index) => `${id}/${fileId}/${index + 1}`)
			.filter((name) => !server.stored.has(name))
			.map((name) => `${name} was never taken`)
	);
}

/** What must hold at every moment; everything that does not, in words. */
function wrongs(phone: ModelPhone): string[] {
	const { outbox, server, added, answered, wireFaults } = phone;
	const found = [...wireFaults];
	const rows = [...outbox.rows.values()];
	const dossiers = [...outbox.dossiers.values()];
	const places = [...rows.filter(isSubmission), ...outbox.drafts.values(), ...dossiers];
	if (places.length !== added.size) found.push(`${added.size} filed, ${places.length} here`);
	const said = saidHere(phone);
	if (said.length !== answered.size || new Set(said).size !== answered.size)
		found.push(`answers ${[...answered].join()}, here ${said.join()}`);
	for (const one of rows) found.push(...wastedAttempts(phone, dossierIdOf(one), one.files));
	for (const one of dossiers) found.push(...wastedAttempts(phone, one.id, one.files));
	for (const [id, row] of outbox.rows) {
		if (outbox.dossiers.has(id)) found.push(`${id} is sent and still waits`);
		if (row.state === 'quarantined' && !hasReason(phone, id))
			found.push(`${id} is quarantined for ${JSON.stringify(row.lastError)}`);
	}
	for (const [id, dossier] of outbox.dossiers) {
		const known = server.submissions.get(id);
		if (dossier.receipt.id !== id || known?.receipt?.reference !== dossier.receipt.reference)
			found.push(`${id} has a receipt nobody gave`);
	}
	for (const [id, { receipt }] of server.submissions) {
		if (receipt && server.missing(id).length > 0) found.push(`${id} is filed without its files`);
	}
	for (const { answers } of dossiers) {
		for (const { id, answeredAt } of answers)
			if (server.answers.get(id)?.answeredAt !== answeredAt)
				found.push(`${id} was answered by nobody`);
	}
	const arrived = [...server.answers].filter(([, { answeredAt }]) => answeredAt);
	for (const [id] of arrived)
		if (server.missing(id).length > 0) found.push(`${id} answers without its files`);
	const words = arrived.map(([id]) => phone.saidBy.get(id));
	if (new Set(words).size !== words.length) found.push(`said twice: ${words.join()}`);
	return found;
}

/** What every answer of this phone says, wherever it lies: written again, on its way, or arrived. */
function saidHere({ outbox, saidBy }: ModelPhone): string[] {
	return [
		...[...outbox.rows.values()].filter(isAnswer).map(({ lines }) => lines[0]?.text ?? ''),
		...[...outbox.answerDrafts.keys()].map((id) => saidBy.get(id) ?? ''),
		...[...outbox.dossiers.values()].flatMap(({ answers }) =>
			answers.map(({ id }) => saidBy.get(id) ?? '')
		)
	];
}

/** Every filed dossier has every photograph, byte for byte. */
function unequalFiles({ outbox, server }: ModelPhone): string[] {
	return [...outbox.dossiers.values()].flatMap(({ id, files }) =>
		files
			.filter(({ fileId, pageId, size }) => {
				const kept = [1, 2, 3, 4, 5]
					.map((attempt) => server.stored.get(`${id}/${fileId}/${attempt}`))
					.find((bytes) => bytes?.byteLength === size);
				return !kept || !Buffer.from(kept).equals(Buffer.from(pageBytes(numberOf(pageId))));
			})
			.map(({ fileId }) => `${id}: ${fileId}`)
	);
}

describe(`the engine under any weather (seed ${SEED}, ${SEQUENCES} sequences)`, () => {
	it('sends every dossier and every answer once and whole, or keeps it with the reason', async () => {
		const count = { sent: 0, answers: 0, files: 0, killed: 0, kept: new Map<string, number>() };
		await fc.assert(
			fc.asyncProperty(
				fc.array(command, { minLength: 3, maxLength: 30, size: 'max' }),
				fc.integer({ min: 0, max: 7 }),
				async (steps, locks) => {
					// One phone in eight has a browser without Web Locks: slower, and just as safe.
					const phone = createModelPhone(locks > 0);
					for (const step of steps) {
						await phone.play(step);
						expect(wrongs(phone)).toEqual([]);
					}
					await phone.calm(CALM_MS);
					expect(wrongs(phone)).toEqual([]);
					expect(unequalFiles(phone)).toEqual([]);
					const rows = [...phone.outbox.rows.values()];
					const dossiers = [...phone.outbox.dossiers.values()];
					expect(rows.filter((row) => row.state !== 'quarantined')).toEqual([]);
					const subjects = rows
						.filter(isSubmission)
						.map((row) => row.payload.subject)
						.concat(dossiers.map((one) => one.subject));
					expect(subjects.sort()).toEqual([...phone.added].sort());
					const filed = [...phone.server.submissions].filter(([, one]) => one.receipt);
					expect(filed.map(([id]) => id).sort()).toEqual([...phone.outbox.dossiers.keys()].sort());
					const arrived = [...phone.server.answers].filter(([, one]) => one.answeredAt);
					const known = dossiers.flatMap(({ answers }) => answers.map(({ id }) => id));
					expect(arrived.map(([id]) => id).sort()).toEqual(known.sort());
					count.sent += dossiers.length;
					count.answers += known.length;
					count.killed += phone.killedAtWork();
					for (const one of dossiers) count.files += one.files.length;
					for (const { lastError } of rows)
						count.kept.set(lastError?.key ?? '', (count.kept.get(lastError?.key ?? '') ?? 0) + 1);
				}
			),
			{ seed: SEED, numRuns: SEQUENCES }
		);
		console.info(
			`engine: seed ${SEED}, ${SEQUENCES} sequences, ${count.sent} sent and ${count.answers} answers with ${count.files} files, ${count.killed} tabs killed at work, ` +
				`kept ${JSON.stringify(Object.fromEntries(count.kept))}`
		);
		expect(count.sent).toBeGreaterThan(SEQUENCES);
		expect(count.answers).toBeGreaterThan(SEQUENCES / 2);
		expect(count.killed).toBeGreaterThan(SEQUENCES / 4);
		expect([...count.kept.keys()].sort()).toEqual([
			'file-lost',
			'file-not-taken',
			'payload-invalid',
			'supplement-closed'
		]);
	}, 60_000);
});
