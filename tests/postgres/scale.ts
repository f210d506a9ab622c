import assert from 'node:assert/strict';
import type postgres from 'postgres';
import type { PostgresContext } from '#database/postgresContext.ts';
import { scaleSql } from '../database/scaleOffice.ts';

const dossiers = 200_000;
/** Five make a million files; one is enough to see what reads a table whole. */
const filesPerDossier = Number(process.env.FILES_PER_DOSSIER ?? 1);
const secret = 'a-secret';
const tables = [
	'dossiers',
	'dossier_events',
	'slips',
	'dossier_files',
	'submissions',
	'submission_files',
	'lookup_codes',
	'replacements',
	'supplements',
	'supplement_answers',
	'answer_files',
	'slip_prints',
	'result_files',
	'result_parts',
	'objects'
];

interface Case {
	name: string;
	/** Who asks: a staff member of the big agency, the worker, one of our own functions, or nobody. */
	account?: 'receiver of scale' | 'officer of scale' | 'worker' | 'owner';
	/** The function, its one argument as SQL, and that argument's type when it is neither a request nor a text. */
	call: string;
	argument: string;
	type?: 'uuid' | 'int';
	/** What the answer must match, so that an empty answer proves nothing. */
	answer: RegExp;
	/** The most rows of all large tables the call may fetch. */
	rows: number;
}

/**
 * With 200,000 dossiers no call reads a large table from end to end, and what it reads does not grow with the
 * table. Counted by the server's own statistics of the transaction; the times are printed and never asserted.
 */
export async function run({ owner, check }: PostgresContext): Promise<void> {
	await check(`a database of ${dossiers} dossiers is made`, async () => {
		await owner.unsafe(scaleSql(dossiers, filesPerDossier, secret)).simple();
		await owner`create function tests.audit_thousand(after uuid) returns jsonb
			language sql as 'select app.audit_dossiers(after, 1000)'`;
	});
	const request = (fields: string) =>
		`(select '{"protocol": 1}'::jsonb || jsonb_build_object(${fields}))`;
	const one = `(select id from public.dossiers where reference = 'S-89')`;
	const workingDay = `(select min(day)::date from generate_series(current_date + 3, current_date + 13, interval '1 day') as day
		where app.is_working_day(day::date, app.index_calendar(app.working_calendar())))`;
	const cases: Case[] = [
		// One agency of 20 holds 10,000: 100 each are new, received, in process, ready, waiting and answered, the rest
		// was handed out. What is open is counted with every page.
		...(['new', 'working', 'late', 'waiting', 'answered', 'ready', 'ended'] as const).map<Case>(
			(group) => ({
				name: `queue, ${group}`,
				account: 'receiver of scale',
				call: 'public.staff_queue',
				argument: request(`'group', '${group}'`),
				answer: /"rows": \[\{/,
				rows: 1_200
			})
		),
		{
			name: 'queue, ended, a page far down',
			account: 'receiver of scale',
			call: 'public.staff_queue',
			argument: request(
				`'group', 'ended', 'after', jsonb_build_object('sortAt', now() - interval '30000 minutes', 'id', gen_random_uuid())`
			),
			answer: /"more": true/,
			rows: 1_200
		},
		{
			name: 'queue of an officer, working',
			account: 'officer of scale',
			call: 'public.staff_queue',
			argument: request(`'group', 'working'`),
			answer: /"rows": \[\{/,
			rows: 1_200
		},
		// The latest 2,000 that have ended are looked through, the others are found by index.
		...['binh', 'lac long', 'S88-20209', '20209/2026'].map<Case>((search) => ({
			name: `queue, ended, search ${search}`,
			account: 'receiver of scale',
			call: 'public.staff_queue',
			argument: request(`'group', 'ended', 'search', '${search}'`),
			answer: /"rows": \[\{/,
			rows: 3_600
		})),
		{
			name: 'queue, new, found only among the ended',
			account: 'receiver of scale',
			call: 'public.staff_queue',
			argument: request(`'group', 'new', 'search', 'lac long'`),
			answer: /"elsewhere": \{"ended": 10\}/,
			rows: 3_600
		},
		{
			name: 'a dossier',
			account: 'receiver of scale',
			call: 'public.staff_dossier',
			argument: request(`'dossierId', ${one}`),
			answer: /"reference": "S-89".*"answers": \[\{/,
			rows: 30
		},
		...(
			[
				['a phone number 10,000 dossiers have', `'phone', '0912345678'`],
				['a citizen number', `'citizenId', '000000000089'`]
			] as const
		).map<Case>(([what, who]) => ({
			name: `who was here, by ${what}`,
			account: 'receiver of scale',
			call: 'public.find_person',
			argument: request(who),
			answer: /"people": \[\{/,
			rows: 60
		})),
		{
			name: 'a print',
			account: 'receiver of scale',
			call: 'public.note_print',
			argument: request(
				`'printId', gen_random_uuid(), 'slipId', (select id from public.slips where dossier_id = ${one})`
			),
			answer: /"copy": 2/,
			rows: 20
		},
		{
			name: 'asking for papers',
			account: 'receiver of scale',
			call: 'public.request_supplement',
			argument: request(
				`'actionId', gen_random_uuid(), 'dossierId', md5('S-2009')::uuid, 'expectedVersion', 1, 'until', ${workingDay},
				'lines', '[{"id": "a", "name": "Tờ khai", "verdict": "wrong", "reason": "Chưa ký", "originals": 1, "certified": 0, "copies": 0}]'::jsonb`
			),
			answer: /"slipId"/,
			rows: 60
		},
		{
			name: 'an answer, announced',
			call: 'public.open_answer',
			argument: request(
				`'id', gen_random_uuid(), 'dossierId', ${one}, 'secret', '${secret}', 'supplementId', md5('round S-89')::uuid,
				'lines', jsonb_build_array(jsonb_build_object('lineId', 'a', 'kind', 'files', 'files', jsonb_build_array(md5('new')::uuid))),
				'files', jsonb_build_array(jsonb_build_object('fileId', md5('new')::uuid, 'requirementId', 'x', 'sha256', repeat('a', 64), 'size', 5, 'type', 'image/png'))`
			),
			answer: /"state": "open"/,
			rows: 30
		},
		{
			name: 'an answer, finalized',
			call: 'public.finalize_answer',
			argument: request(
				`'id', md5('answer S-109')::uuid, 'dossierId', md5('S-109')::uuid, 'secret', '${secret}'`
			),
			answer: /"answeredAt"/,
			rows: 40
		},
		{
			name: 'upload of a file of an answer that came',
			call: 'app.upload_is_declared',
			argument: `md5('S-89')::uuid || '/' || md5('answer file S-89')::uuid || '/1'`,
			answer: /false/,
			// A few, and the ends of the indexes that the planner looks at once per connection.
			rows: 50
		},
		{
			name: 'a withdrawal',
			call: 'public.withdraw_dossier',
			argument: request(`'id', md5('S-109')::uuid, 'secret', '${secret}'`),
			answer: /"status": 7/,
			rows: 30
		},
		{
			name: 'a part of a result',
			call: 'public.result_part',
			argument: request(
				`'id', md5('S-209')::uuid, 'secret', '${secret}', 'fileId', md5('result S-209')::uuid, 'position', 0`
			),
			answer: /"parts": 1/,
			rows: 10
		},
		{
			name: 'lookup, found',
			call: 'public.lookup_dossier',
			argument: request(`'code', 's77', 'lookupCode', 'S-77'`),
			answer: /"found": true/,
			rows: 20
		},
		{
			name: 'lookup by the number of a slip',
			call: 'public.lookup_dossier',
			argument: request(`'code', '77/2026', 'lookupCode', 'S-77'`),
			answer: /"found": true/,
			rows: 20
		},
		{
			name: 'lookup, missed',
			call: 'public.lookup_dossier',
			argument: request(`'code', 's77', 'lookupCode', 'x'`),
			answer: /"found": false/,
			rows: 20
		},
		{
			name: 'progress of 50',
			call: 'public.dossier_progress',
			argument: request(
				`'dossiers', (select jsonb_agg(jsonb_build_object('id', md5('S-' || n)::uuid, 'secret', '${secret}')) from generate_series(1, 50) as n)`
			),
			answer: /^.{10000,}$/,
			rows: 50 * (12 + filesPerDossier)
		},
		{
			name: 'upload, declared',
			call: 'app.upload_is_declared',
			argument: `md5('S-78') || ''`,
			answer: /false/,
			rows: 10
		},
		{
			name: 'upload of a declared file',
			call: 'app.upload_is_declared',
			argument: `(select submission_id || '/' || file_id || '/1' from app.submission_files where file_id = md5('file S-80 1')::uuid)`,
			answer: /true/,
			// A few, and the ends of the indexes that the planner looks at once per connection.
			rows: 50
		},
		{
			name: 'upload of a wanted file',
			call: 'app.upload_is_declared',
			argument: `(select object_name from public.dossier_files where file_id = md5('file S-100 1')::uuid)`,
			answer: /true/,
			rows: 20
		},
		{
			name: 'files still missing',
			account: 'owner',
			call: 'app.missing_files',
			argument: `md5('S-80')`,
			type: 'uuid',
			answer: /^\[\]$/,
			rows: 10 * filesPerDossier
		},
		{
			name: 'opening a file',
			account: 'receiver of scale',
			call: 'app.i_may_read_file',
			argument: `(select object_name from public.dossier_files where file_id = md5('file S-89 1')::uuid)`,
			answer: /true/,
			rows: 10
		},
		{
			name: 'another look at a file',
			account: 'receiver of scale',
			call: 'public.recheck_file',
			argument: request(`'fileId', md5('file S-89 1')::uuid`),
			answer: /fileId/,
			rows: 20
		},
		{
			name: '20 files to hash',
			account: 'worker',
			call: 'app.take_files_to_verify',
			argument: '20',
			type: 'int',
			answer: /("fileId".*){20}/,
			rows: 300
		},
		{
			name: '200 wanted files nobody sent again',
			account: 'worker',
			call: 'app.take_files_to_verify',
			argument: '20',
			type: 'int',
			answer: /^\[\]$/,
			rows: 2_500
		},
		{
			name: 'a thousand dossiers verified, none of which holds',
			account: 'owner',
			call: 'tests.audit_thousand',
			argument: `md5('S-78')`,
			type: 'uuid',
			answer: /"events": 1\d{3}, "faults": \[\{.*"dossiers": 1000/,
			rows: 8_000
		},
		{
			name: 'the sweep, 1,000 names',
			account: 'worker',
			call: 'app.take_orphans',
			argument: '1000',
			type: 'int',
			answer: /"examined": 1000/,
			rows: 6_000
		}
	];
	for (const wanted of cases) {
		const { name, answer, rows } = wanted;
		await check(
			`${name}: no large table is read whole, at most ${rows} rows are fetched`,
			async () => {
				const used = await measure(owner, wanted);
				console.log(
					`    ${name}: ${used.rows} rows, ${used.blocks} blocks, ${used.milliseconds.toFixed(1)} ms`
				);
				assert.match(used.answer, answer);
				assert.deepEqual(used.wholeTables, []);
				assert(used.rows <= rows, `${used.rows} rows fetched`);
			}
		);
	}
}

/** "none" is whoever owns the tables. */
const roles: Record<NonNullable<Case['account']> | 'nobody', string> = {
	'receiver of scale': 'authenticated',
	'officer of scale': 'authenticated',
	worker: 'service_role',
	owner: 'none',
	nobody: 'anon'
};

async function measure(owner: postgres.Sql, { account, call, argument, type: wanted }: Case) {
	return owner.begin(async (sql) => {
		// The request is built by the owner, so that building it is not counted with the caller's rights.
		await sql.unsafe(`select set_config('tests.argument', (${argument})::text, true)`);
		const [me] = await sql`select user_id from public.staff where full_name = ${account ?? ''}`;
		const before = await counts(sql);
		const role = roles[account ?? 'nobody'];
		await sql`select set_config('request.jwt.claims', ${JSON.stringify({ role, sub: me?.user_id })}, true),
			set_config('role', ${role}, true)`;
		const type = wanted ?? (call.startsWith('public.') ? 'jsonb' : 'text');
		const start = performance.now();
		// Executed once: the plan tells how many blocks the call touched, a setting carries its answer out.
		const [plan] = await sql.unsafe(
			`explain (analyze, buffers, format json)
			select set_config('tests.answer', ${call}(current_setting('tests.argument')::${type})::text, true)`
		);
		const milliseconds = performance.now() - start;
		await sql`reset role`;
		const [row] = await sql`select current_setting('tests.answer') as answer`;
		const top = plan?.['QUERY PLAN'][0].Plan as Record<string, number>;
		const after = await counts(sql);
		return {
			answer: String(row?.answer),
			milliseconds,
			blocks: (top['Shared Hit Blocks'] ?? 0) + (top['Shared Read Blocks'] ?? 0),
			wholeTables: tables.filter(
				(name) => (after.get(name)?.whole ?? 0) > (before.get(name)?.whole ?? 0)
			),
			rows: tables.reduce(
				(sum, name) => sum + (after.get(name)?.rows ?? 0) - (before.get(name)?.rows ?? 0),
				0
			)
		};
	});
}

async function counts(sql: postgres.TransactionSql) {
	const found = await sql<{ name: string; whole: number; rows: number }[]>`
		select relname as name, seq_scan::int as whole, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
		from pg_stat_xact_user_tables where relname = any (${tables})`;
	return new Map(found.map((row) => [row.name, row]));
}
