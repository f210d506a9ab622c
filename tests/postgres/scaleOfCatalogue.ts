import assert from 'node:assert/strict';
import type postgres from 'postgres';
import type { PostgresContext } from '#database/postgresContext.ts';

interface Case {
	name: string;
	account: 'editor of a big catalogue' | 'worker' | 'anon';
	/** The call, in which $1 is a request of protocol 1 with these fields. */
	call: string;
	fields?: string;
	/** What the answer must match, so that an empty answer proves nothing. */
	answer: RegExp;
	/** The most rows of the four tables that the call may read. */
	rows: number;
}

const tables = ['procedures', 'procedure_versions', 'procedure_drafts', 'catalogue_events'];

/**
 * 6,000 procedures with 60,000 versions and 6,000 open drafts: what phones ask for does not grow with them, and the
 * editor's list reads no content. Counted by the server's own statistics; the times are printed and never asserted.
 */
export async function run({ owner, check }: PostgresContext): Promise<void> {
	await check('a catalogue of 6,000 procedures in 60,000 versions is made', async () => {
		await owner.unsafe(bigCatalogue).simple();
	});
	const [row] = await owner<{ revision: string; draft: string; version: string; hash: string }[]>`
		select revision::text, app.catalogue_hash() as hash,
			(select id::text from public.procedure_drafts where procedure_code = '6.003000' and source = 'import') as draft,
			(select id::text from public.procedure_versions where procedure_code = '6.003000' and number = 3) as version
		from app.catalogue_counter`;
	assert(row);
	const latest = Number(row.revision);
	const list = { account: 'editor of a big catalogue' } as const;
	const phone = { account: 'anon', call: 'public.pull_catalogue($1)' } as const;
	const cases: Case[] = [
		{
			...phone,
			name: 'pull, nothing new',
			fields: `'revision', ${latest}`,
			answer: /"unchanged": true/,
			rows: 0
		},
		{
			...phone,
			name: 'pull, five changes',
			fields: `'revision', ${latest - 5}`,
			answer: /^(.*?"contentHash"){5}/,
			rows: 20
		},
		{ ...phone, name: 'pull, a page of the whole', answer: /"more": true/, rows: 7_000 },
		{
			...phone,
			name: 'pull, by the hash of today’s build',
			fields: `'snapshotHash', '${row.hash}'`,
			answer: /"procedures": \[\]/,
			rows: 30_000
		},
		{
			...phone,
			name: 'pull, naming what it holds',
			fields: `'hashes', (select jsonb_object_agg(code, left(current_hash, 12)) from public.procedures where status = 'published')`,
			// Only what is withdrawn is told: a phone may hold a link to it.
			answer: /"procedures": \[(\{"code": "[\d.]+", "withdrawn": "[^"]*"\}(, )?)*\]/,
			rows: 30_000
		},
		{
			...list,
			name: 'the editor’s list',
			call: 'public.catalogue_list($1)',
			answer: /"versionNumber": 10/,
			rows: 30_000
		},
		{
			...list,
			name: 'a draft',
			call: 'public.procedure_draft($1)',
			fields: `'draftId', '${row.draft}'`,
			answer: /"base": \{/,
			rows: 60
		},
		{
			...list,
			name: 'a history',
			call: 'public.procedure_history($1)',
			fields: `'code', '6.003000'`,
			answer: /^(.*?"contentHash"){10}/,
			rows: 30
		},
		{
			...list,
			name: 'an old version',
			call: 'public.procedure_version($1)',
			fields: `'versionId', '${row.version}'`,
			answer: /"content": \{/,
			rows: 5
		},
		{
			...list,
			name: 'saving a draft',
			call: 'public.save_procedure_draft($1)',
			fields: `'draftId', '${row.draft}', 'expectedRevision', 1, 'content', (select content from public.procedure_drafts where id = '${row.draft}')`,
			answer: /"revision": 2/,
			rows: 20
		},
		{
			...list,
			name: 'publishing',
			call: 'public.publish_procedure($1)',
			fields: `'draftId', (select id from public.procedure_drafts where procedure_code = '6.003001' and status = 'proposed'),
				'expectedRevision', 1, 'actionId', gen_random_uuid()`,
			answer: /"number": 11/,
			rows: 60
		},
		{
			name: 'nothing is due',
			account: 'worker',
			call: 'app.publish_due()',
			answer: /^0$/,
			rows: 5
		},
		{
			name: '20 versions are due',
			account: 'worker',
			call: 'app.publish_due(app.today() + 1)',
			answer: /^20$/,
			rows: 400
		},
		{
			name: 'an import that is known',
			account: 'worker',
			call: "app.import_draft($1 -> 'content', null, 'x')",
			fields: `'content', (select content from public.procedure_versions where id = (select current_version_id from public.procedures where code = '6.003000'))`,
			answer: /known/,
			rows: 20
		}
	];
	for (const one of cases)
		await check(`${one.name}: at most ${one.rows} rows are read`, async () => {
			const used = await measure(owner, one);
			console.log(
				`    ${one.name}: ${used.rows} rows, ${used.blocks} blocks, ${used.bytes} bytes, ${used.milliseconds.toFixed(1)} ms`
			);
			assert.match(used.answer, one.answer);
			assert(used.rows <= one.rows, `${used.rows} rows read`);
			assert.deepEqual(used.wholeTables, []);
		});
}

const roles: Record<Case['account'], string> = {
	'editor of a big catalogue': 'authenticated',
	worker: 'none',
	anon: 'anon'
};

async function measure(owner: postgres.Sql, { account, call, fields }: Case) {
	return owner.begin(async (sql) => {
		await sql.unsafe(
			`select set_config('tests.request', ('{"protocol": 1}'::jsonb || jsonb_build_object(${fields ?? ''}))::text, true)`
		);
		const [me] = await sql`select user_id from public.staff where full_name = ${account}`;
		const before = await counts(sql);
		await sql`select set_config('request.jwt.claims', ${JSON.stringify({ role: roles[account], sub: me?.user_id })}, true),
			set_config('role', ${roles[account]}, true)`;
		const start = performance.now();
		const [plan] = await sql.unsafe(
			`explain (analyze, buffers, format json)
			select set_config('tests.answer', ${call.replaceAll('$1', `current_setting('tests.request')::jsonb`)}::text, true)`
		);
		const milliseconds = performance.now() - start;
		await sql`reset role`;
		const [row] = await sql`select current_setting('tests.answer') as answer`;
		const top = plan?.['QUERY PLAN'][0].Plan as Record<string, number>;
		const after = await counts(sql);
		const answer = String(row?.answer);
		return {
			answer,
			bytes: Buffer.byteLength(answer),
			milliseconds,
			blocks: (top['Shared Hit Blocks'] ?? 0) + (top['Shared Read Blocks'] ?? 0),
			// 6,000 short lines are read faster from end to end than by index, and the list shows every open draft.
			wholeTables: ['procedure_versions', 'catalogue_events'].filter(
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

/** Contents of 12 kB where they are in force, small ones before; 6,000 imports lie open, one proposal and 20 dates wait. */
const bigCatalogue = `
	insert into public.agencies (code, name) values ('R97', 'Văn phòng danh mục lớn');
	insert into public.staff (user_id, agency_id, full_name)
	select md5(who)::uuid, id, who from public.agencies, unnest(array['editor of a big catalogue', 'author of a big catalogue']) as who where code = 'R97';
	insert into public.staff_roles (staff_id, role) select id, 'editor' from public.staff where full_name like '% of a big catalogue';
	select app.seed_field('{"code": "quy-mo", "name": "Quy mô", "help": "x", "position": 99}');
	create table tests.big (code text, number int, content jsonb);
	insert into tests.big
	select '6.' || lpad(n::text, 6, '0'), number, jsonb_build_object('schema', 1, 'code', '6.' || lpad(n::text, 6, '0'), 'field', 'quy-mo',
		'title', 'Thủ tục số ' || n || ' lần ' || number, 'shortTitle', 'Thủ tục ' || n, 'summary', 'Thử quy mô', 'clock', '{"supplement": "restart"}'::jsonb,
		'decisionNo', n || '/QĐ', 'retention', case when number >= 10 then
			(select string_agg(md5(n::text || part), ' ') from generate_series(1, 360) as part) else '' end)
		|| '{"channels": [], "questions": [], "requirements": [], "notes": [], "fees": [], "synonyms": [], "lifeEvents": [],
			"level": "commune", "decidedBy": "Xã", "result": {"name": "Giấy"}, "onlineLevel": "none", "whoMayFile": "Ai cũng được",
			"proxy": "", "mistakes": [], "lookalikes": [], "legalBasis": [], "eForm": null,
			"provenance": {"source": "thử", "asOf": "2026-11-01", "verification": "listed", "unverified": []}}'::jsonb
	from generate_series(1, 6000) as n, generate_series(1, 10) as number;
	insert into public.procedures (code, field_code, title, short_title, status, revision)
	select code, 'quy-mo', content ->> 'title', content ->> 'shortTitle', 'published', 0 from tests.big where number = 10;
	insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source, published_at)
	select code, number, content, case when number = 10 then app.content_hash(content) else app.hash_text(code || number) end, 'published', 'repository', now()
	from tests.big;
	select count(app.put_in_force(version)) from public.procedure_versions as version where number = 10 and procedure_code like '6.%';
	insert into public.procedure_drafts (procedure_code, content, source, offered_hash, base_version_id, author_name)
	select code, content || '{"summary": "Nhập"}', 'import', app.hash_text('import' || code), current_version_id, 'Lệnh nạp'
	from tests.big join public.procedures using (code) where number = 10;
	insert into public.procedure_drafts (procedure_code, content, source, base_version_id, author_name, status, effective_on,
		proposed_by, proposed_name, proposed_at, decided_by, decided_name, decided_at)
	select code, content || '{"summary": "Đề nghị"}', 'editor', current_version_id, staff.full_name,
		case when code = '6.003001' then 'proposed' else 'published' end, case when code <> '6.003001' then app.today() + 1 end,
		staff.id, staff.full_name, now(), staff.id, staff.full_name, now()
	from tests.big join public.procedures using (code), public.staff
	where number = 10 and code between '6.003001' and '6.003021' and full_name = 'author of a big catalogue';
	insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source, published_at, effective_on, draft_id)
	select procedure_code, 11, content, app.content_hash(content), 'scheduled', 'editor', now(), effective_on, id
	from public.procedure_drafts where status = 'published' and in_force_at is null and procedure_code like '6.%';
	insert into public.catalogue_events (procedure_code, draft_id, action, actor_name)
	select procedure_code, id, 'offer', 'Lệnh nạp' from public.procedure_drafts, generate_series(1, 5) where source = 'import' and procedure_code like '6.%';
	drop table tests.big;
	analyze public.procedures, public.procedure_versions, public.procedure_drafts, public.catalogue_events;
`;
