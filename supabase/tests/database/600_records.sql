-- Records nobody rewrites: events, slips and published versions, whoever asks.
begin;
select plan(26);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64));
select tests.add_staff('receiver@test', id, null, 'receiver') from public.agencies where code = 'H99.01';
insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
select '00000000-0000-4000-a000-000000000001', 'DK-1', agencies.id, '1.001193', version.id, 1, 2, 'x', '{}', '{}', 'x', now(), now()
from public.agencies, public.procedure_versions as version where agencies.code = 'H99.01';
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
values ('00000000-0000-4000-a000-000000000001', 1, gen_random_uuid(), 'submit', 1, 'x');
insert into public.slips (dossier_id, agency_id, form, number, issued_by, snapshot)
select dossiers.id, dossiers.agency_id, '01', '1', staff.id, '{}' from public.dossiers, public.staff where staff.full_name = 'receiver@test';
create temp table attempts as
select * from (values
	('update public.dossier_events set actor_name = ''y'''), ('delete from public.dossier_events'), ('truncate public.dossier_events'),
	('update public.slips set snapshot = ''{}'''), ('delete from public.slips'), ('truncate public.slips cascade'),
	('update public.procedure_versions set content = ''{}'''), ('delete from public.procedure_versions'), ('truncate public.procedure_versions cascade')
) as list (attempt);
grant select on attempts to service_role;

select throws_ok(attempt, 'PT403', 'record-immutable', 'not even the owner: ' || attempt) from attempts;
set local role service_role;
select throws_ok(attempt, '42501', null, 'not the worker: ' || attempt) from attempts;
select throws_ok(attempt, '42501', null, 'the worker writes nowhere: ' || attempt) from (values
	('insert into public.dossier_events default values'), ('insert into public.slips default values'),
	('update public.dossiers set status = 10'), ('delete from public.dossiers'), ('select 1 from app.lookup_codes'),
	('alter table public.slips disable trigger all')
) as list (attempt);
reset role;
select throws_ok(
	$$insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values ('00000000-0000-4000-a000-000000000001', 1, gen_random_uuid(), 'x', 1, 'x')$$, '23505', null, 'a place in the history is taken once'
);
select is((select count(*) from public.dossier_events), 1::bigint, 'all is as it was');

select * from finish();
rollback;
