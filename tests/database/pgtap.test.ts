import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import {
	listPgTapFiles,
	loadHelpers,
	runPgTapFile,
	runPgTapText,
	type ExecuteRows
} from '#database/runPgTap.ts';

const files = await listPgTapFiles();
let database: PGlite;
const execute: ExecuteRows = async (sql) =>
	(await database.exec(sql)).map((result) => result.rows as Record<string, unknown>[]);

beforeAll(async () => {
	database = await openTestDatabase({ pgtap: true });
	await loadHelpers(execute);
});
afterAll(() => database.close());

test.each(files)('%s', { timeout: 600_000 }, async (file) => {
	const report = await runPgTapFile(execute, file);
	expect(report.failures).toEqual([]);
});

describe('a pgTAP file is refused when it', () => {
	test.each([
		['has a failed check', "begin; select plan(1); select ok(false, 'no'); rollback;", /not ok 1/],
		[
			'plans too many',
			"begin; select plan(2); select ok(true, 'yes'); rollback;",
			/2 checks planned/
		],
		['plans too few', 'begin; select plan(1); select pass(); select pass(); rollback;', /1 checks/],
		['plans nothing', 'begin; select 1; rollback;', /0 plans/],
		['has an error', 'begin; select plan(1); select nothing_here(); rollback;', /database error/],
		['is not rolled back', 'begin; select plan(1); select pass(); commit;', /rollback/]
	])('%s', async (_name, sql, failure) => {
		const report = await runPgTapText(execute, sql);
		expect(report.failures.join('\n')).toMatch(failure);
	});

	test('and the session is usable afterwards', async () => {
		await runPgTapText(
			execute,
			'begin; select plan(1); set local role anon; select nope(); rollback;'
		);
		const rows = await execute('select current_user::text as name');
		expect(rows[0]?.[0]?.name).toBe('app_migrator');
	});
});
