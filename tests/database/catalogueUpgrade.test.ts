import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '#database/applyMigrations.ts';
import { openStub } from '#database/pglite.ts';

// An office that ran before there were drafts keeps what its repository had proposed among the versions.
let database: PGlite;
const execute = (sql: string) => database.exec(sql);
const rows = async (sql: string) => (await database.query(sql)).rows;
const isEarlier = (name: string) => name < '20261126000800';

beforeAll(async () => {
	database = await openStub(false);
	await applyMigrations(execute, isEarlier);
	await database.exec(`
		select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
		select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', title, 'shortTitle', title,
			'decisionNo', '12/QĐ', 'provenance', '{"verification": "listed"}'::jsonb), repeat(digit, 64))
		from (values ('1.000001', 'Khai sinh', 'a'), ('1.000001', 'Khai sinh 2', 'b'), ('1.000001', 'Khai sinh 3', 'c'),
			('1.000002', 'Kết hôn', 'd'), ('1.000003', 'Giám hộ', 'e')) as list (code, title, digit);
		update public.procedures set status = 'withdrawn', withdrawn_reason = 'Bãi bỏ', revision = app.next_revision() where code = '1.000003';
		alter table public.procedure_versions disable trigger keep_published_versions;
		update public.procedure_versions set published_at = '2026-10-31 17:30:00Z' where status = 'published';
		alter table public.procedure_versions enable trigger keep_published_versions;
	`);
	expect(
		await rows(
			"select count(*)::int as drafts from public.procedure_versions where status = 'draft'"
		)
	).toEqual([{ drafts: 2 }]);
	await applyMigrations(execute, (name) => !isEarlier(name));
});
afterAll(() => database.close());

test('the latest proposal of a code is an open draft, the earlier ones are kept as discarded', async () => {
	expect(
		await rows(
			`select draft.title, draft.status, source, draft.revision, offered_hash, base_version_id = current_version_id as "onTop"
			from public.procedure_drafts as draft join public.procedures on code = procedure_code
			order by draft.title`
		)
	).toEqual([
		{ ...moved, title: 'Khai sinh 2', status: 'discarded', offered_hash: 'b'.repeat(64) },
		{ ...moved, title: 'Khai sinh 3', status: 'open', offered_hash: 'c'.repeat(64) }
	]);
	expect(
		await rows('select action, count(*)::int as count from public.catalogue_events group by 1')
	).toEqual([{ action: 'offer', count: 2 }]);
});
const moved = { source: 'repository', revision: 1, onTop: true };

test('neither is offered again, and what is newer takes the place of the open one', async () => {
	const seed = (digit: string) =>
		rows(
			`select app.seed_procedure('{"code": "1.000001", "field": "ho-tich", "title": "${digit}", "shortTitle": "x"}', repeat('${digit}', 64)) as answer`
		);
	expect(await seed('b')).toEqual([{ answer: 'known' }]);
	expect(await seed('c')).toEqual([{ answer: 'known' }]);
	expect(await seed('f')).toEqual([{ answer: 'proposed' }]);
	expect(
		await rows("select title, revision from public.procedure_drafts where status = 'open'")
	).toEqual([{ title: 'f', revision: 2 }]);
});

test('what is published stays, and the list knows it without reading the contents', async () => {
	expect(
		await rows('select number, status, content_hash from public.procedure_versions order by 3')
	).toEqual(['a', 'd', 'e'].map((digit) => published(digit)));
	expect(
		await rows(
			`select code, status, verification, decision_no, posted_on::text, posted_decision, current_number, left(current_hash, 1) as hash
			from public.procedures order by 1`
		)
	).toEqual(
		['published', 'published', 'withdrawn'].map((status, index) => ({
			code: `1.00000${index + 1}`,
			status,
			verification: 'listed',
			decision_no: '12/QĐ',
			// Half past midnight in Vietnam.
			posted_on: '2026-11-01',
			posted_decision: null,
			current_number: 1,
			hash: 'ade'[index]
		}))
	);
});
const published = (digit: string) => ({
	number: 1,
	status: 'published',
	content_hash: digit.repeat(64)
});

test('a phone that had pulled everything hears of the postings', async () => {
	const [answer] = await rows(
		`select jsonb_path_query_array(public.pull_catalogue('{"protocol": 1, "revision": 4}'), '$.procedures[*].postedOn') as posted`
	);
	expect(answer).toEqual({ posted: ['2026-11-01', '2026-11-01'] });
});
