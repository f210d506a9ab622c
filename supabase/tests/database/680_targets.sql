-- Targets: who may propose, decide and read; what is in force; and that what has been reached is what the report says.
begin;
select plan(115);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object('code', code, 'field', 'ho-tich', 'title', code, 'shortTitle', code, 'channels', '[]'::jsonb)
	|| case when level is null then '{}' else jsonb_build_object('onlineLevel', level) end, repeat(letter, 64))
from (values ('1.000011', 'full', 'a'), ('1.000012', 'partial', 'b'), ('1.000013', 'unknown', 'c'), ('1.000014', null, 'd')) as list (code, level, letter);
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Trung tâm xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', null, array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']), ('registrar', 'H99.01', 'Tư pháp – Hộ tịch', array['approver']),
	('leader', 'H99.01', null, array['leader']), ('deputy', 'H99.01', null, array['leader']), ('admin', 'H99.01', null, array['admin']), ('editor', 'H99.01', null, array['editor']),
	('loose', 'H99.01', null, array['officer']), ('above', 'H99', null, array['leader']), ('aboveofficer', 'H99', null, array['receiver']), ('beside', 'H99.02', null, array['leader'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = people.agency
left join public.departments on departments.agency_id = agencies.id and departments.name = people.department;

create function tests.agency(wanted text) returns uuid language sql security definer as $$ select id from public.agencies where code = wanted $$;
create function tests.department(wanted text) returns uuid language sql security definer as $$ select id from public.departments where name = wanted and agency_id = tests.agency('H99.01') $$;
create function tests.action(number int) returns text language sql as $$ select '00000000-0000-4000-b000-' || lpad(number::text, 12, '0') $$;
create sequence tests.actions start 1000;
grant usage on sequence tests.actions to authenticated, anon;

-- Asks as somebody: "state version" of the answer, or the refusal. Without actionId the request is a new one.
create function tests.ask(account text, name text, request jsonb) returns text language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	execute format('select public.%I($1)', name) into answer
	using jsonb_build_object('protocol', 1, 'actionId', tests.action(nextval('tests.actions')::int)) || request;
	perform tests.sign_out();
	return concat_ws(' ', answer ->> 'state', answer ->> 'version');
exception when others then
	perform tests.sign_out();
	return case when sqlstate like 'PT%' then sqlstate || ' ' || sqlerrm else sqlstate end;
end
$$;
create function tests.propose(account text, more jsonb) returns text language sql as $$
	select tests.ask(account, 'propose_target', jsonb_build_object('year', 2024, 'kind', 'online', 'percent', 5, 'expectedVersion', 0, 'departmentId', tests.department('Kinh tế')) || more)
$$;
-- What is open, or in force, as a request about it.
create function tests.open_target(of_department text, of_kind text) returns jsonb language sql security definer as $$
	select jsonb_build_object('targetId', id, 'expectedVersion', version) from public.targets
	where department_id is not distinct from tests.department(of_department) and kind = of_kind and year = 2024 and state = 'proposed'
$$;
create function tests.in_force(of_department text, of_kind text) returns jsonb language sql security definer as $$
	select jsonb_build_object('targetId', id, 'expectedVersion', version) from public.targets
	where department_id is not distinct from tests.department(of_department) and kind = of_kind and year = 2024 and state = 'approved' and replaced_by is null
$$;

-- Who proposes ---------------------------------------------------------------------------------------------
select is(tests.propose(account, more), result, account || ' proposes ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('receiver', '{}', 'PT403 role-missing'), ('admin', '{}', 'PT403 role-missing'), ('editor', '{}', 'PT403 role-missing'),
	('loose', '{}', 'PT403 target-foreign'), ('loose', '{"departmentId": null}', 'PT403 target-foreign'), ('registrar', '{}', 'PT403 target-foreign'), ('officer', '{"departmentId": null}', 'PT403 target-foreign'),
	('beside', '{}', 'PT400 department-unknown'), ('above', '{}', 'PT400 department-unknown'),
	('officer', '{"percent": 0}', 'PT400 target-percent'), ('officer', '{"percent": -1}', 'PT400 target-percent'), ('officer', '{"percent": 100.1}', 'PT400 target-percent'),
	('officer', '{"percent": 5.25}', 'PT400 target-percent'), ('officer', '{"percent": "5"}', 'PT400 target-percent'), ('officer', '{"percent": 1e300}', 'PT400 target-percent'),
	('officer', '{"year": 1999}', 'PT400 target-year'), ('officer', '{"year": 2099}', 'PT400 target-year'), ('officer', '{"year": "2024"}', 'PT400 target-year'), ('officer', '{"year": 2024.0}', 'PT400 target-year'),
	('officer', '{"kind": "speed"}', 'PT400 target-kind'), ('officer', '{"kind": null}', 'PT400 target-kind'), ('officer', '{"departmentId": "x"}', 'PT400 id-malformed'),
	('officer', '{"expectedVersion": 1}', 'PT409 version-stale'), ('officer', '{"expectedVersion": null}', 'PT409 version-stale'), ('officer', '{"protocol": 2}', 'PT426 protocol-version'),
	('officer', jsonb_build_object('note', repeat('x', 501)), 'PT400 text-too-long'),
	('officer', '{"percent": 5.5, "note": " Như đăng ký đầu năm "}', 'proposed 1'), ('officer', '{}', 'PT409 target-open'), ('leader', '{}', 'PT409 target-open'),
	('registrar', jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch'), 'kind', 'on-time', 'percent', 100), 'proposed 1'),
	('leader', '{"departmentId": null}', 'proposed 1'), ('leader', '{"departmentId": null, "kind": "on-time", "percent": 95}', 'proposed 1'), ('above', '{"departmentId": null}', 'proposed 1')
) as cases (account, more, result);
select is((select note || ' ' || percent from public.targets where department_id = tests.department('Kinh tế')), 'Như đăng ký đầu năm 5.5', 'kept as it was put');
select is((select string_agg(code, ',' order by code) from public.targets join public.agencies on agencies.id = agency_id where department_id is null), 'H99,H99.01,H99.01', 'a leader proposes for the own agency only');

-- A replay is the same answer and happens once ------------------------------------------------------------------
select is(tests.propose(account, jsonb_build_object('actionId', tests.action(1), 'kind', 'satisfaction', 'percent', percent)), result, account || ' sends twice: ' || percent) from (values
	('officer', 90, 'proposed 1'), ('officer', 90, 'proposed 1'), ('officer', 91, 'PT409 action-id-used'), ('leader', 90, 'PT409 action-id-used')
) as cases (account, percent, result);
select is(tests.ask('officer', 'withdraw_target', tests.open_target('Kinh tế', 'satisfaction') || jsonb_build_object('actionId', tests.action(1))), 'PT409 action-id-used', 'nor is the id good for something else');
select is((select count(*) from public.targets where kind = 'satisfaction'), 1::bigint, 'once');

-- Who decides ----------------------------------------------------------------------------------------------------
select is(tests.ask(account, 'decide_target', tests.open_target(department, kind) || '{"decision": "approve"}' || more), result, account || ' decides ' || kind || more::text) from (values
	('anon', 'Kinh tế', 'online', '{}'::jsonb, '42501'), ('nobody', 'Kinh tế', 'online', '{}', 'PT403 not-staff'), ('officer', 'Kinh tế', 'online', '{}', 'PT403 role-missing'),
	('registrar', 'Kinh tế', 'online', '{}', 'PT403 role-missing'), ('admin', 'Kinh tế', 'online', '{}', 'PT403 role-missing'), ('receiver', 'Kinh tế', 'online', '{}', 'PT403 role-missing'),
	('above', 'Kinh tế', 'online', '{}', 'PT404 target-unknown'), ('beside', 'Kinh tế', 'online', '{}', 'PT404 target-unknown'),
	('leader', 'Kinh tế', 'online', '{"expectedVersion": 2}', 'PT409 version-stale'), ('leader', 'Kinh tế', 'online', '{"decision": "maybe"}', 'PT400 target-decision'),
	('leader', 'Kinh tế', 'online', '{"decision": "return"}', 'PT400 target-reason'), ('leader', 'Kinh tế', 'online', '{"decision": "return", "reason": "x"}', 'PT400 target-reason'),
	('leader', 'Kinh tế', 'online', '{"actionId": "00000000-0000-4000-b000-000000000002"}', 'approved 2'),
	('leader', null, 'on-time', '{}', 'PT403 target-own'), ('deputy', null, 'on-time', '{}', 'approved 2'),
	('leader', 'Tư pháp – Hộ tịch', 'on-time', '{"decision": "return", "reason": "Chưa khớp kế hoạch năm"}', 'returned 2')
) as cases (account, department, kind, more, result);
select is(tests.ask('leader', 'decide_target', jsonb_build_object('targetId', tests.in_force('Kinh tế', 'online') -> 'targetId', 'expectedVersion', 1, 'decision', 'approve', 'actionId', tests.action(2))), 'approved 2', 'a decision sent twice is the same answer');
select is(tests.ask('deputy', 'decide_target', tests.in_force('Kinh tế', 'online') || '{"decision": "return", "reason": "Nghĩ lại"}'), 'PT409 target-decided', 'what is decided is decided');
update public.staff set active = false where full_name = 'deputy@test';
select is(tests.ask('leader', 'decide_target', (select jsonb_build_object('targetId', id, 'expectedVersion', version, 'decision', 'approve') from public.targets where agency_id = tests.agency('H99.01') and department_id is null and state = 'proposed')), 'approved 2', 'the only leader approves even the own proposal');

-- A change of what is in force -------------------------------------------------------------------------------------
select is(tests.propose('officer', '{"percent": 8}'), 'PT409 version-stale', 'a change knows what it changes');
select is(tests.propose('officer', '{"percent": 8, "expectedVersion": 2}'), 'proposed 1', 'so it is put forward');
select is((select string_agg(kind || percent, ' ') from app.targets_of(array[tests.agency('H99.01')], 2024) where department_id = tests.department('Kinh tế')), 'online5.5', 'until then the old one is in force');
select is(tests.ask('leader', 'decide_target', tests.open_target('Kinh tế', 'online') || '{"decision": "approve", "reason": "Theo kế hoạch mới"}'), 'approved 2', 'approved');
select is((select string_agg(kind || percent, ' ') from app.targets_of(array[tests.agency('H99.01')], 2024) where department_id = tests.department('Kinh tế')), 'online8.0', 'then the new one');
select is((select string_agg(concat_ws(' ', percent, state, version, replaced_by is not null), ', ' order by percent) from public.targets where department_id = tests.department('Kinh tế') and kind = 'online'), '5.5 approved 3 t, 8.0 approved 2 f', 'the old one stays, and says so');
select throws_ok(format('insert into public.targets (agency_id, year, kind, percent, state, proposed_by, decided_at) select agency_id, year, kind, 9, state, proposed_by, now() from public.targets where id = %L', tests.in_force('Kinh tế', 'online') ->> 'targetId'), '23505', null, 'two in force cannot be');

-- Who withdraws ---------------------------------------------------------------------------------------------------
select is(tests.ask(account, 'withdraw_target', target || more), result, account || ' withdraws' || more::text) from (values
	('anon', tests.open_target('Kinh tế', 'satisfaction'), '{}'::jsonb, '42501'), ('receiver', tests.open_target('Kinh tế', 'satisfaction'), '{}', 'PT403 role-missing'), ('registrar', tests.open_target('Kinh tế', 'satisfaction'), '{}', 'PT403 target-foreign'),
	('officer', tests.open_target('Kinh tế', 'satisfaction'), '{"expectedVersion": 0}', 'PT409 version-stale'), ('officer', tests.open_target('Kinh tế', 'satisfaction'), '{}', 'withdrawn 2'),
	('officer', tests.in_force('Kinh tế', 'online'), '{"reason": "Không làm nổi"}', 'PT403 target-foreign'), ('leader', tests.in_force('Kinh tế', 'online'), '{}', 'PT400 target-reason'),
	('beside', tests.in_force('Kinh tế', 'online'), '{"reason": "Không làm nổi"}', 'PT404 target-unknown')
) as cases (account, target, more, result);
select is(tests.propose('officer', '{"kind": "satisfaction", "percent": 92}'), 'proposed 1', 'and proposes anew');
select is(tests.propose('officer', '{"kind": "online-full", "percent": 50}'), 'proposed 1', 'and another kind');
select is(tests.propose('leader', '{"kind": "online-full", "percent": 40, "departmentId": null}'), 'proposed 1', 'and the leader for the office');
select is(tests.propose('registrar', jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch'), 'kind', 'on-time', 'percent', 98)), 'proposed 1', 'what was returned is put anew');
select is(tests.propose('registrar', jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch'), 'percent', 10)), 'proposed 1', 'too');

-- Nobody writes or rewrites -----------------------------------------------------------------------------------------
select throws_ok('update app.target_events set staff_name = ''x''', 'PT403', 'record-immutable', 'what happened stays');
select is((select string_agg(action || ':' || count, ' ' order by action) from (select action, count(*) from app.target_events group by action) as counted), 'approve:4 propose:12 return:1 withdraw:1', 'and all of it is there');
select tests.sign_in('officer@test');
select throws_ok('update public.targets set percent = 1', '42501', null, 'no officer writes a target');
select is((select count(distinct agency_id) from public.targets), 1::bigint, 'and reads those of the own agency');
select tests.sign_out();
select tests.as_anon();
select throws_ok('select count(*) from public.targets', '42501', null, 'a stranger none');
select tests.sign_out();

-- What has been reached: dossiers of 2024 --------------------------------------------------------------------------
create function tests.dossier(number int, channel int, procedure text, department text, received text, ended text default null, done int default 9) returns void language plpgsql security definer as $$
declare
	this constant uuid := ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid;
	promised constant date := (received::timestamptz at time zone interval '7 hours')::date + 7;
begin
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
	select this, 'DK-' || dossier.number, 'H99-' || dossier.number, tests.agency('H99.01'), procedure, version.id, 1, dossier.channel, 'An', '{"fullName": "Trần Bình"}', '{}', 'x', received::timestamptz, received::timestamptz
	from public.procedure_versions as version where version.procedure_code = procedure;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name, at) values (this, 1, gen_random_uuid(), 'file', 1, 'x', received::timestamptz);
	update public.dossiers set status = 4, received_at = received::timestamptz, due_date = promised, first_due_date = promised, department_id = tests.department(department), version = 2 where id = this;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, at) values (this, 2, gen_random_uuid(), 'receive', 1, 4, 'x', received::timestamptz);
	if ended is not null then
		update public.dossiers set status = done, finished_at = case when done = 9 then ended::timestamptz end, version = 3 where id = this;
		insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, at)
		values (this, 3, gen_random_uuid(), case done when 9 then 'finish' else 'withdraw' end, 4, done, 'x', ended::timestamptz);
	end if;
end
$$;
create function tests.reads(account text, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	answer jsonb;
begin
	perform tests.as_actor(account);
	-- Looked up anew for each person, their rights too.
	execute 'select public.staff_targets($1)' into answer using '{"protocol": 1, "year": 2024}' || more;
	perform tests.sign_out();
	return answer;
exception when others then
	perform tests.sign_out();
	return to_jsonb(case when sqlstate like 'PT%' then sqlstate || ' ' || sqlerrm else sqlstate end);
end
$$;
-- "department kind percent: part/n" of what is live.
create function tests.reached(answer jsonb) returns text language sql security definer as $$
	select string_agg(concat_ws(' ', coalesce(left(departments.name, 2), '–'), one ->> 'kind', (one ->> 'percent') || ':', (one #>> '{actual,part}') || '/' || (one #>> '{actual,n}'), '?' || (one ->> 'unknownLevel')), ', ' order by departments.name collate "C" nulls first, one ->> 'kind')
	from jsonb_array_elements(answer -> 'targets') as one left join public.departments on departments.id = (one ->> 'departmentId')::uuid
	where one ->> 'state' in ('approved', 'proposed') and one -> 'replaced' = 'false'
$$;
select is(tests.reached(tests.reads('officer')), '– on-time 95.0: 0/0, – online 5.0: 0/0, – online-full 40.0: 0/0 ?0, Ki online 8.0: 0/0, Ki online-full 50.0: 0/0 ?0, Ki satisfaction 92.0:, Tư on-time 98.0: 0/0, Tư online 10.0: 0/0', 'of nothing it is nothing, of what nobody counts neither');
select tests.dossier(1, 2, '1.000011', 'Kinh tế', '2024-03-04T09:00+07', '2024-03-06T09:00+07');
select tests.dossier(2, 2, '1.000012', 'Kinh tế', '2024-03-04T09:00+07', '2024-03-11T09:00+07');
select tests.dossier(3, 1, '1.000011', 'Kinh tế', '2024-03-04T09:00+07', '2024-03-13T09:00+07');
select tests.dossier(4, 2, '1.000013', 'Kinh tế', '2024-03-04T09:00+07');
select tests.dossier(5, 2, '1.000011', 'Kinh tế', '2024-03-04T09:00+07', '2024-03-05T09:00+07', 7);
select tests.dossier(6, 1, '1.000011', 'Tư pháp – Hộ tịch', '2024-05-06T09:00+07', '2024-05-07T09:00+07');
select tests.dossier(7, 2, '1.000011', 'Tư pháp – Hộ tịch', '2023-12-29T09:00+07', '2024-01-03T09:00+07');
select tests.dossier(8, 2, '1.000011', null, '2024-12-31T23:59+07');
select tests.dossier(9, 2, '1.000014', null, '2024-06-03T09:00+07');
select is(tests.reached(tests.reads(account)), '– on-time 95.0: 4/5, – online 5.0: 5/7, – online-full 40.0: 2/7 ?2, Ki online 8.0: 3/4, Ki online-full 50.0: 1/4 ?1, Ki satisfaction 92.0:, Tư on-time 98.0: 2/2, Tư online 10.0: 0/1', account || ' reads what was counted by hand')
from unnest(array['officer', 'registrar', 'receiver', 'editor', 'admin', 'leader']) as account;
select is(tests.reached(tests.reads('above', jsonb_build_object('agencyId', tests.agency('H99.01')))), tests.reached(tests.reads('leader')), 'the leader above reads the same figures');
select is(jsonb_path_query_array(tests.reads('above', jsonb_build_object('agencyId', tests.agency('H99.01'))), '$.targets[*].proposedBy ? (@ != null)'), '[]', 'and no names');
select is(tests.reached(tests.reads('above')), '– online 5.0: 5/7', 'and for the own target all below');
select is(jsonb_path_query_array(tests.reads(account), '$.below[*].name')::text, result, account || ' is shown what stands below') from (values ('leader', '[]'), ('aboveofficer', '[]'), ('above', (select jsonb_agg(name order by name collate "C")::text from public.agencies where parent_id = tests.agency('H99')))) as cases (account, result);
select tests.sign_in('leader@test');
select is((public.staff_report('{"protocol": 1, "from": "2024-01-01", "to": "2024-12-31", "by": "department"}') -> 'total') - array['openInTime', 'openLate', 'withdrawn', 'withdrawnCarried', 'noDue', 'noDueCarried', 'waiting', 'reappointed', 'keptFirst', 'supplemented', 'withFiles', 'withResultFile'],
	'{"receivedOnline": 5, "receivedOther": 2, "carried": 1, "early": 3, "onTime": 1, "late": 1}', 'which is what the report of the year says');
select tests.sign_out();
select is(tests.reads(account, more), to_jsonb(result), account || ' asks ' || more::text) from (values
	('anon', '{}'::jsonb, '42501'), ('nobody', '{}', 'PT403 not-staff'), ('beside', jsonb_build_object('agencyId', tests.agency('H99.01')), 'PT403 agency-foreign'), ('aboveofficer', jsonb_build_object('agencyId', tests.agency('H99.01')), 'PT403 agency-foreign'),
	('officer', '{"year": 1999}', 'PT400 target-year'), ('officer', '{"year": null}', 'PT400 target-year')
) as cases (account, more, result);
select is(answer -> 'proposes' ->> 'agency' || ' ' || jsonb_array_length(answer #> '{proposes,departments}') || ' ' || (answer ->> 'decides') || ' ' || (answer ->> 'approvesOwn'), result, account || ' is told what may be done')
from (values ('officer', 'false 1 false false'), ('loose', 'false 0 false false'), ('receiver', 'false 0 false false'), ('leader', 'true ' || (select count(*) from public.departments where agency_id = tests.agency('H99.01')) || ' true true')) as cases (account, result), lateral tests.reads(account) as answer;
select is(tests.reads('leader') -> 'lately', null, 'a year that is over has no last 30 days');

-- This year: the last 30 days beside the year -------------------------------------------------------------------------
select is(tests.propose('officer', jsonb_build_object('year', app.local_year(now()))), 'proposed 1', 'this year');
select tests.dossier(20, 1, '1.000011', 'Kinh tế', app.year_start(app.local_year(now()))::text);
select tests.dossier(21, 2, '1.000011', 'Kinh tế', greatest(app.year_start(app.local_year(now())), now() - interval '1 hour')::text);
select is(answer #> '{targets,0,actual}', '{"part": 1, "n": 2}', 'the year so far') from tests.reads('officer', jsonb_build_object('year', app.local_year(now()))) as answer;
select is(answer #> '{targets,0,lately}', jsonb_build_object('part', 1, 'n', case when app.today() - 29 > make_date(app.local_year(now()), 1, 1) then 1 else 2 end), 'and its last 30 days') from tests.reads('officer', jsonb_build_object('year', app.local_year(now()))) as answer;

select * from finish();
rollback;
