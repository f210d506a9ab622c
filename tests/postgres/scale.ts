import assert from 'node:assert/strict';
import type postgres from 'postgres';
import type { PostgresContext } from '#database/postgresContext.ts';

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
	await check(`a database of ${dossiers} dossiers is made`, () => fill(owner));
	const request = (fields: string) =>
		`(select '{"protocol": 1}'::jsonb || jsonb_build_object(${fields}))`;
	const one = `(select id from public.dossiers where reference = 'S-89')`;
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
			answer: /"reference": "S-89"/,
			rows: 20
		},
		{
			name: 'lookup, found',
			call: 'public.lookup_dossier',
			argument: request(`'code', 's77', 'lookupCode', 'S-77'`),
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
			rows: 50 * (4 + filesPerDossier)
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
			rows: 20
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
				console.log(`    ${name}: ${used.rows} rows, ${used.milliseconds.toFixed(1)} ms`);
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
		const [row] = await sql.unsafe(
			`select ${call}(current_setting('tests.argument')::${type})::text as answer`
		);
		const milliseconds = performance.now() - start;
		await sql`reset role`;
		const after = await counts(sql);
		return {
			answer: String(row?.answer),
			milliseconds,
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

async function fill(owner: postgres.Sql): Promise<void> {
	await owner
		.unsafe(
			`
		insert into public.agencies (code, name, receives)
		select 'S88.' || n, 'Trung tâm số ' || n, true from generate_series(1, 20) as n;
		insert into public.departments (agency_id, name)
		select id, 'Phòng ' || n from public.agencies, generate_series(1, 3) as n where code like 'S88.%';
		insert into public.staff (user_id, agency_id, department_id, full_name)
		select md5(role || ' of scale')::uuid, agencies.id, departments.id, role || ' of scale'
		from public.agencies join public.departments on agency_id = agencies.id, unnest(array['receiver', 'officer']) as role
		where code = 'S88.18' and departments.name = 'Phòng 1';
		insert into public.staff_roles (staff_id, role)
		select id, split_part(full_name, ' ', 1) from public.staff where full_name like '% of scale';
		select app.seed_field('{"code": "quy-mo", "name": "Quy mô", "help": "x", "position": 99}');
		select app.seed_procedure('{"code": "8.000001", "field": "quy-mo", "title": "Thử", "shortTitle": "Thử", "channels": []}', repeat('8', 64));

		insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel,
			subject, applicant, payload, search_text, sort_at, submitted_at, due_date, answered_at)
		select md5('S-' || n)::uuid, 'S-' || n, 'S88-' || n, agency.id, department.id, '8.000001', version.id,
			case (n / 20) % 100 when 0 then 1 when 1 then 2 when 2 then 4 when 3 then 9 when 4 then 5 when 5 then 5 else 10 end,
			2, 'Nguyễn Văn ' || n, '{"fullName": "Trần Thị Bình", "phone": "0912345678"}', '{}',
			case when n % 20000 = 209 then 'lac long quan ' else 'tran thi binh nguyen van ' end || n,
			now(), now() - make_interval(mins => n / 3), app.local_time(now())::date - (n / 2000) % 3, case (n / 20) % 100 when 5 then now() end
		from generate_series(1, ${dossiers}) as n
		join (select id, row_number() over (order by code collate "C") - 1 as position from public.agencies where code like 'S88.%') as agency
			on agency.position = n % 20
		join (select id, agency_id, row_number() over (partition by agency_id order by name) - 1 as position from public.departments) as department
			on department.agency_id = agency.id and department.position = (n / 2000) % 3
		join public.procedure_versions as version on version.procedure_code = '8.000001';
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
		select id, 1, gen_random_uuid(), 'submit', 1, 'x' from public.dossiers where reference like 'S-%';
		insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
		select dossier.id, dossier.agency_id, '01', split_part(reference, '-', 2) || '/2026', staff.id, '{}'
		from public.dossiers as dossier, public.staff where reference like 'S-%' and status > 1 and full_name = 'receiver of scale';
		insert into app.lookup_codes (dossier_id, code_hash)
		select id, app.hash_text(app.normalise_code(reference)) from public.dossiers where reference like 'S-%';
		insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, opened_at, finalized_at)
		select id, app.hash_text('${secret}'), '{}', agency_id, version_id, md5(reference), now() - interval '3 days', case when reference <> 'S-80' then now() end
		from public.dossiers where reference like 'S-%';
		insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
		select md5('file ' || reference || ' ' || page)::uuid, id, 'x', 'x', 1, 'x'
		from public.dossiers, generate_series(1, ${filesPerDossier}) as page where reference like 'S-%';
		-- All were verified but 20 that are due and 601 that were asked for again and never came.
		insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name, verified_at, wanted_at, bad_attempts, look_at)
		select file_id, submission_id, 'x', 'x', 1, 'x', submission_id || '/' || file_id || '/1', case when not is_due and not is_wanted then now() end,
			case when is_wanted then now() end, case when is_wanted then '{1}'::smallint[] else '{}' end,
			case when is_due then now() - interval '1 hour' when is_wanted then now() end
		from app.submission_files as file
		join public.dossiers as dossier on dossier.id = submission_id and reference like 'S-%' and reference <> 'S-80',
		lateral (select file_id = md5('file ' || reference || ' 1')::uuid as is_first) as page,
		lateral (select is_first and reference ~ '^S-1000[01][0-9]$' as is_due,
			is_first and reference ~ '^S-(100|1[1-6][0-9]{2}00)$' as is_wanted) as kind;
		insert into storage.objects (bucket_id, name, metadata, created_at)
		select 'dossier-files', submission_id || '/' || file_id || '/1', '{"size": 1}', now() - interval '2 days' from app.submission_files
		where requirement_id = 'x';
		insert into app.replacements (submission_id, replaced_id, secret_hash)
		select id, gen_random_uuid(), 'x' from app.submissions where md5(id::text) < '1';
		analyze;
	`
		)
		.simple();
}
