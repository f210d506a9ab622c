import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import { createStaffCatalogue } from '$lib/data/remote/staffCatalogue';
import { createStaffTrips } from '$lib/data/remote/staffTrips';
import type { Call } from '$lib/data/remote/deskCalls';
import { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { officeSql, uuid } from './office.ts';

// What SQL answers is what the schemas of the ports take: a tap, its figures, the hint and the proposal that come of it.
const code = '1.000009';
let database: PGlite;
beforeAll(async () => {
	database = await openTestDatabase();
	await database.exec(officeSql);
	await database.exec(`
		select app.seed_procedure('{"code": "${code}", "field": "ho-tich", "title": "Sao y", "shortTitle": "Sao y", "clock": {"supplement": "restart"},
			"channels": [], "requirements": [{"id": "ban-chinh", "name": "Bản chính"}]}', repeat('9', 64))`);
});
afterAll(() => database.close());

async function ask(account: string, name: string, request: object): Promise<unknown> {
	try {
		await database.query(
			`select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', md5($1)::uuid)::text, false),
				set_config('role', 'authenticated', false)`,
			[account]
		);
		const { rows } = await database.query<{ answer: unknown }>(
			`select public.${name}($1::text::jsonb) as answer`,
			[JSON.stringify({ protocol: 1, ...request })]
		);
		return rows[0]?.answer;
	} finally {
		await database.exec(`reset role; select set_config('request.jwt.claims', '', false)`);
	}
}

/** A port's way to the database itself, as one of the office. */
const as =
	(account: string): Call =>
	async (name, request, schema) => {
		const parsed = schema.safeParse(await ask(account, name, request));
		return parsed.success ? ok(parsed.data) : fail({ kind: 'unknown', cause: parsed.error });
	};

function valueOf<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error), { cause: result.error.cause });
	return result.value;
}

const period = { from: '2026-01-01', to: '2030-01-01' };

test('a tap, what is said of it, and the way back', async () => {
	const desk = createStaffTrips(as('receiver'));
	for (let number = 1; number <= 24; number += 1) {
		const { visitId } = valueOf(
			await desk.noteVain({ actionId: uuid(number), procedureCode: code })
		);
		const why = { visitId, reason: 'lacks-paper' as const, papers: ['ban-chinh'] };
		expect(await desk.explainVain({ ...why, actionId: uuid(100 + number) })).toEqual(ok(null));
	}
	expect(await desk.undoVain({ visitId: uuid(1), actionId: uuid(201) })).toEqual(ok(null));
});

test('the figures of it', async () => {
	const leader = createStaffTrips(as('leader'));
	const report = valueOf(await leader.trips({ ...period, by: 'procedure' }));
	expect(report.total).toMatchObject({ dossiers: 0, visits: 23, secondTrips: 23 });
	expect(report.reasons).toEqual({ 'lacks-paper': 23 });
	expect(report.lines.map(({ key, causes }) => [key, causes.inVain])).toEqual([[code, 23]]);
	for (const by of ['field', 'department', 'month'] as const)
		expect(valueOf(await leader.trips({ ...period, by })).lines).toHaveLength(1);
	expect(valueOf(await leader.lacks(period)).lines).toEqual([
		{
			procedureCode: code,
			procedure: 'Sao y',
			requirementId: 'ban-chinh',
			name: 'Bản chính',
			cases: 23,
			lacking: 23,
			missing: 0,
			wrong: 0,
			inVain: 23
		}
	]);
	expect(valueOf(await leader.dossiers({ ...period, procedureCode: code }))).toEqual([]);
});

test('the proposal and the hint that come of it', async () => {
	const editor = createStaffCatalogue({ call: as('editor') });
	expect(valueOf(await editor.lackingPapers())).toMatchObject({ computedAt: null, papers: [] });
	await database.exec('select app.refresh_hints()');
	const { papers } = valueOf(await editor.lackingPapers());
	expect(papers.map(({ name, proposed }) => [name, proposed])).toEqual([['Bản chính', true]]);
	expect(valueOf(await editor.lackingPapers(code)).papers).toEqual(papers);
	const delta = CatalogueDelta.parse(
		await ask('receiver', 'pull_catalogue', { revision: null, hints: 0 })
	);
	expect(delta.hints).toEqual({
		stamp: 1,
		papers: [{ code, id: 'ban-chinh', tenths: 10, cases: 20 }]
	});
	const { revision } = delta;
	const nothing = await ask('receiver', 'pull_catalogue', { revision, hints: 1 });
	expect(CatalogueDelta.parse(nothing)).toEqual({ revision, unchanged: true });
	const again = await ask('receiver', 'pull_catalogue', { revision, hints: 0 });
	expect(CatalogueDelta.parse(again).hints).toEqual(delta.hints);
});
