import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '#database/applyMigrations.ts';
import { openStub } from '#database/pglite.ts';

// An office that worked before its events were linked: what was written then is linked as it stands.
let database: PGlite;
const execute = (sql: string) => database.exec(sql);
const rows = async (sql: string) => (await database.query(sql)).rows;
const isEarlier = (name: string) => name < '20261128001200';

beforeAll(async () => {
	database = await openStub(false);
	await applyMigrations(execute, isEarlier);
	await database.exec(`
		insert into public.agencies (code, name, receives) values ('H99.01', 'Trung tâm', true);
		select app.seed_field('{"code": "thu", "name": "Thử", "help": "x", "position": 1}');
		select app.seed_procedure('{"code": "9.000001", "field": "thu", "title": "Thử", "shortTitle": "Thử", "channels": []}', repeat('9', 64));
		insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, version, channel, subject, applicant, payload,
			search_text, sort_at, submitted_at, due_date)
		select md5('dossier ' || n)::uuid, 'DK-' || n, agencies.id, '9.000001', version.id, 4, 3, 2, 'x', '{}', '{"a": 1}', 'x', now(), now(), '2026-12-01'
		from generate_series(1, 2) as n, public.agencies, public.procedure_versions as version;
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, data)
		select dossier.id, sequence, gen_random_uuid(), action, to_status, 'x', '{"answer": {"code": "Đơn"}}'
		from public.dossiers as dossier, (values (3, 'start', 4), (1, 'submit', 1), (2, 'receive', 2)) as list (sequence, action, to_status);
	`);
	await applyMigrations(execute, (name) => !isEarlier(name));
});
afterAll(() => database.close());

test('every chain holds, and the last event tells what the dossier is', async () => {
	expect(await rows(`select app.audit_dossiers(null, 10) - 'last' as answer`)).toEqual([
		{ answer: { dossiers: 2, events: 6, faults: [] } }
	]);
	expect(
		await rows(`
			select changes = '{}' as empty, changes ->> 'due_date' as due, changes ->> 'version' as version, count(distinct hash)::int as hashes
			from public.dossier_events group by sequence, 1, 2, 3 order by sequence`)
	).toEqual([
		{ empty: true, due: null, version: null, hashes: 2 },
		{ empty: true, due: null, version: null, hashes: 2 },
		{ empty: false, due: '2026-12-01', version: '3', hashes: 2 }
	]);
});

test('nobody rewrites them afterwards, and the next event goes on from there', async () => {
	await expect(database.exec(`update public.dossier_events set hash = ''`)).rejects.toThrow(
		'record-immutable'
	);
	await database.exec(`
		update public.dossiers set status = 9, version = version + 1 where reference = 'DK-1';
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
		select id, 4, gen_random_uuid(), 'finish', 9, 'x' from public.dossiers where reference = 'DK-1';
	`);
	expect(
		await rows(
			`select changes - 'sort_at' as changes, app.audit_dossiers(null, 10) -> 'faults' as faults
			from public.dossier_events where sequence = 4`
		)
	).toEqual([{ changes: { status: 9, version: 4 }, faults: [] }]);
});
