-- Where a dossier lies: whose work, which department, who else was asked, its parts, its papers on a bordereau.
begin;
select plan(110);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Liên thông khai sinh", "shortTitle": "Liên thông",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year on conflict do nothing;
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'Kinh tế', array['receiver']), ('officer', 'Kinh tế', array['officer']), ('colleague', 'Kinh tế', array['officer']),
	('approver', 'Kinh tế', array['approver']), ('neighbour', 'Tư pháp – Hộ tịch', array['officer', 'approver']), ('leader', 'Kinh tế', array['leader']),
	('relative', 'Kinh tế', array['officer']), ('gone', 'Kinh tế', array['officer']), ('admin', 'Kinh tế', array['admin'])
) as people (account, department, roles)
join public.agencies on agencies.code = 'H99.01'
join public.departments on departments.agency_id = agencies.id and departments.name = department;
update public.staff set active = false where full_name = 'gone@test';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'relative@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.department(wanted text) returns uuid language sql security definer as $$
	select departments.id from public.departments join public.agencies on agencies.id = agency_id and agencies.code = 'H99.01' where departments.name = wanted
$$;
create function tests.add(number int, status int, department text default 'Kinh tế') returns void language sql security definer as $$
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, applicant_key, search_text, sort_at, submitted_at, received_at, due_date)
	select tests.id(add.number), 'DK-' || add.number, 'H99.01-260101-' || lpad(add.number::text, 4, '0'), departments.agency_id, departments.id, '1.001193',
		version.id, add.status, 2, 'Nguyễn An', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}', '{}',
		app.hash_text('001188012345'), 'nguyen an', now(), now(), now(), tests.working_day(6)::date
	from public.departments, public.procedure_versions as version where departments.id = tests.department(department) and version.procedure_code = '1.001193';
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add.number), 1, gen_random_uuid(), 'submit', add.status, 'x');
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.row(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
create function tests.timely(number int) returns text language sql security definer as $$ select app.timeliness_of(d) from public.dossiers as d where id = tests.id(number) $$;
create function tests.give(number int, account text, more jsonb default '{}') returns jsonb language sql as $$
	select public.assign_dossier(tests.request(number, jsonb_build_object('staffId', tests.staff(account), 'reason', 'Chị Lan nghỉ ốm') || more))
$$;
create function tests.history(number int) returns text language sql security definer as $$
	select string_agg(action, ' ' order by sequence) from public.dossier_events where dossier_id = tests.id(number) and sequence > 1
$$;
select tests.add(1, 2);

-- Assignment ------------------------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select is(public.start_dossier(tests.request(1)), '{"status": 4}', 'taken on');
select tests.sign_out();
select is((tests.row(1)).assigned_to, tests.staff('officer'), 'by whoever did it');
select tests.sign_in('colleague@test');
select throws_ok(format('select public.pass_dossier(tests.request(1, %L))', jsonb_build_object('staffId', tests.staff('colleague'), 'reason', 'Tôi làm')),
	'PT403', 'not-yours', 'nobody takes the work of a colleague');
select tests.sign_in('officer@test');
select throws_ok(format('select public.pass_dossier(tests.request(1, %L))', jsonb_build_object('staffId', tests.staff('colleague'))), 'PT400', 'reason-missing', 'passing on has a reason');
select is(public.pass_dossier(tests.request(1, jsonb_build_object('staffId', tests.staff('colleague'), 'reason', 'Chị phụ trách mảng này'))), '{"status": 4}', 'passed on');
select tests.sign_in('leader@test');
select throws_ok(format('select tests.give(1, %L)', account), 'PT400', key, 'the leader gives it not to ' || about) from (values
	('neighbour', 'assignee-unknown', 'another department'), ('gone', 'assignee-unknown', 'somebody suspended'),
	('approver', 'assignee-unknown', 'who is no officer'), ('relative', 'assignee-own-dossier', 'its own applicant'), ('nobody', 'assignee-unknown', 'nobody')
) as cases (account, key, about);
select throws_ok('select tests.give(1, ''officer'', ''{"reason": " "}'')', 'PT400', 'reason-missing', 'nor without a reason');
select is(tests.give(1, 'officer'), '{"status": 4}', 'but to a colleague');
select tests.sign_out();
select is((tests.row(1)).assigned_to, tests.staff('officer'), 'whose work it is now');

select tests.sign_in('leader@test');
select throws_ok(format('select public.move_dossier(tests.request(1, %L))', jsonb_build_object('departmentId', department, 'reason', 'Đúng chuyên môn')),
	'PT400', 'department-unknown', 'it is moved to another department of this agency')
from (values (tests.department('Kinh tế')), (gen_random_uuid())) as list (department);
select is(public.move_dossier(tests.request(1, jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch'), 'reason', 'Đúng chuyên môn'))), '{"status": 4}', 'moved');
select tests.sign_out();
select results_eq('select (tests.row(1)).assigned_to is null, (tests.row(1)).due_date::text', format('values (true, %L)', tests.working_day(6)), 'anybody''s work there; the date stays');
select is(tests.history(1), 'start pass assign move', 'the history tells it');
select tests.sign_in('officer@test');
select throws_ok('select public.consult_agency(tests.request(1))', 'PT404', 'dossier-unknown', 'the old department sees it no more');
select tests.sign_out();

-- Another agency's view -------------------------------------------------------------------------------------

select tests.add(2, 4);
create function tests.consult(more jsonb default '{}') returns jsonb language sql as $$
	select public.consult_agency(tests.request(2, jsonb_build_object('agency', 'Công an xã', 'question', 'Xác nhận nơi cư trú', 'until', tests.working_day(3)) || more))
$$;
create function tests.answer(more jsonb) returns jsonb language sql as $$ select public.close_consultation(tests.request(2, more)) $$;
create function tests.waits() returns uuid[] language sql security definer as $$ select array_agg(id order by from_at, about ->> 'agency') from public.waits where dossier_id = tests.id(2) $$;
select tests.sign_in('officer@test');
select throws_ok(format('select tests.consult(%L)', more), 'PT400', key, 'consult: ' || key) from (values
	('{"agency": " "}', 'consult-agency'), ('{"question": "?"}', 'consult-question'), ('{"until": "2020-01-01"}', 'supplement-until')
) as cases (more, key);
select ok(tests.consult() ? 'waitId', 'asked');
select ok(tests.consult('{"agency": "Sở Xây dựng", "silence": "NĐ 217/2026 Điều 54"}') ? 'waitId', 'and another one beside it');
select is(tests.timely(2), 'running', 'the clock goes on');
select throws_ok(format('select tests.answer(%L)', jsonb_build_object('waitId', (tests.waits())[1], 'outcome', 'silent')), 'PT409', 'consultation-early', 'nobody is silent before the date');
select throws_ok(format('select tests.answer(%L)', jsonb_build_object('waitId', (tests.waits())[1], 'outcome', 'answered')), 'PT400', 'consult-answer', 'an answer says something');
select throws_ok(format('select tests.answer(%L)', jsonb_build_object('waitId', gen_random_uuid(), 'outcome', 'silent')), 'PT404', 'consultation-unknown', 'an unknown request');
select is(tests.answer(jsonb_build_object('waitId', (tests.waits())[1], 'outcome', 'answered', 'answer', 'Đúng nơi cư trú', 'documentNumber', '15/CA')), '{"status": 4}', 'answered');
select throws_ok(format('select tests.answer(%L)', jsonb_build_object('waitId', (tests.waits())[1], 'outcome', 'answered', 'answer', 'Lại nữa')), 'PT409', 'consultation-closed', 'once');
select tests.sign_out();
update public.waits set until = app.local_time(now())::date - 1 where outcome is null;
select tests.sign_in('officer@test');
select is(tests.answer(jsonb_build_object('waitId', (tests.waits())[2], 'outcome', 'silent')), '{"status": 4}', 'silent past the date');
select tests.sign_out();
select results_eq(format('select about ->> ''agency'', outcome, pauses from public.waits where dossier_id = %L order by 1', tests.id(2)),
	$$values ('Công an xã', 'answered', false), ('Sở Xây dựng', 'silent', false)$$, 'both are on record');

-- Parts -----------------------------------------------------------------------------------------------------

select tests.add(3, 4);
create function tests.parts(more jsonb) returns jsonb language sql as $$ select public.add_parts(tests.request(3, jsonb_build_object('parts', more))) $$;
create function tests.part(wanted int) returns uuid language sql security definer as $$ select id from public.dossier_parts where dossier_id = tests.id(3) and position = wanted $$;
create function tests.step(wanted int, step text, more jsonb default '{}') returns jsonb language sql as $$
	select public.step_part(tests.request(3, jsonb_build_object('partId', tests.part(wanted), 'step', step) || more))
$$;
create function tests.states() returns text language sql security definer as $$
	select string_agg(state, ' ' order by position) from public.dossier_parts where dossier_id = tests.id(3)
$$;
select tests.sign_in('receiver@test');
select throws_ok(format('select tests.parts(%L)', parts), 'PT400', 'parts-malformed', 'parts: ' || about) from (values
	('[]', 'none'), ('{}', 'no list'), ('[{"title": "Khai sinh"}]', 'without an agency'),
	('[{"title": "Khai sinh", "agency": "UBND xã", "after": 1}]', 'after itself')
) as cases (parts, about);
select is(tests.parts(jsonb_build_array(
	jsonb_build_object('title', 'Khai sinh', 'agency', 'UBND xã'),
	jsonb_build_object('title', 'Thường trú', 'agency', 'Công an xã', 'after', 1, 'dueDate', tests.working_day(4)),
	jsonb_build_object('title', 'Thẻ bảo hiểm', 'agency', 'Bảo hiểm xã hội', 'after', 1),
	jsonb_build_object('title', 'Căn cước', 'agency', 'Công an tỉnh', 'after', 2))), '{"count": 4}', 'one birth, four agencies');
select is(tests.states(), 'running waiting waiting waiting', 'the first begins');
select throws_ok('select tests.step(2, ''done'')', 'PT409', 'part-changed', 'what has not begun does not end');
select throws_ok('select tests.step(1, ''failed'')', 'PT400', 'reason-missing', 'a failure says why');
select throws_ok('select tests.step(1, ''copy'')', 'PT400', 'part-step', 'a copy copies something');
select throws_ok('select tests.step(1, ''copy'', ''{"external": {"code": "G01", "status": "Đang xử lý"}}'')', 'PT400', 'external-malformed', 'and says from where');
select is(tests.step(1, 'copy', '{"external": {"code": "G01.11-20261126-0001", "status": "Đang xử lý", "system": "Phần mềm hộ tịch"}}'), '{"status": 4}', 'copied from the ministry''s system');
select is(tests.step(1, 'done', '{"resultNumber": "12/KS"}'), '{"status": 4}', 'the birth is registered');
select is(tests.states(), 'done running running waiting', 'the two that waited for it begin, side by side');
select is(tests.step(2, 'failed', '{"note": "Chủ hộ chưa đồng ý"}'), '{"status": 4}', 'one fails');
select is(tests.states(), 'done failed running running', 'and blocks nobody');
select is(tests.step(1, 'collect'), '{"status": 4}', 'the birth certificate is collected on its own');
select throws_ok('select tests.step(1, ''collect'')', 'PT409', 'part-changed', 'once');
select tests.sign_out();
select results_eq(format('select external_status, copied_from, copied_at = now() from public.dossier_parts where id = %L', tests.part(1)),
	$$values ('Đang xử lý', 'Phần mềm hộ tịch', true)$$, 'copied from, at');
select is(tests.timely(3), 'running', 'every part is in time');
update public.dossier_parts set due_date = app.local_time(now())::date - 1 where id = tests.part(3);
select is(tests.timely(3), 'late', 'one late part makes the whole late');
select tests.add(4, 4);
insert into public.dossier_parts (dossier_id, position, title, agency, state, due_date, started_at)
values (tests.id(4), 1, 'Khai sinh', 'UBND xã', 'running', app.today() + 1, now());
-- Withdrawn three days ago.
update public.dossiers set status = 7, version = 2 where id = tests.id(4);
insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_name, at)
values (tests.id(4), 2, gen_random_uuid(), 'withdraw', 4, 7, 'x', now() - interval '3 days');
update public.dossier_parts set due_date = app.today() - 1 where dossier_id = tests.id(4);
select is(tests.timely(4), 'withdrawn', 'a part that was open when the whole was withdrawn is not late afterwards');
select tests.sign_in('receiver@test');
select is(public.copy_external(tests.request(3, '{"external": {"system": "Cổng DVCQG", "code": "G09.20-20260609-0092637", "status": "Đã tiếp nhận"}}')), '{"status": 4}', 'the whole dossier belongs to a ministry''s system');
select throws_ok('select public.copy_external(tests.request(3, ''{"external": {"code": "X"}}''))', 'PT400', 'external-malformed', 'a code without a system says nothing');
select is((select routing #>> '{external,code}' from (select app.routing_of(tests.id(3)) as routing) as list), 'G09.20-20260609-0092637', 'the desk is told');
select tests.sign_in('neighbour@test');
select is(app.routing_of(tests.id(3)), null, 'who may not read it is not');
select tests.sign_out();

-- Papers change hands -----------------------------------------------------------------------------------------

select tests.add(number, 2) from unnest(array[11, 12, 13]) as number;
select tests.add(14, 2, 'Tư pháp – Hộ tịch');
create function tests.handable() returns text language sql as $$
	select string_agg(right(one ->> 'id', 2)::int::text, ' ' order by one ->> 'id') from jsonb_array_elements(public.handable_dossiers('{"protocol": 1}') -> 'rows') as one
	where (right(one ->> 'id', 2))::int between 10 and 20
$$;
create function tests.hand(ids int[], more jsonb default '{}') returns jsonb language sql as $$
	select public.make_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(900), 'direction', 'to-department',
		'departmentId', tests.department('Kinh tế'), 'dossierIds', (select jsonb_agg(tests.id(id)) from unnest(ids) as id)) || more)
$$;
select tests.sign_in('receiver@test');
select throws_ok('select tests.hand(array[11, 14])', 'PT409', 'handover-mixed', 'one bordereau, one department');
select throws_ok('select tests.hand(array[11, 99])', 'PT404', 'dossier-unknown', 'of known dossiers');
select throws_ok('select tests.hand(array[11, 11])', 'PT400', 'request-malformed', 'each once');
select throws_ok('select tests.hand(array[11], ''{"dossierIds": []}'')', 'PT400', 'handover-empty', 'with something on it');
select throws_ok('select tests.hand(array[11], ''{"direction": "to-desk"}'')', 'PT409', 'handover-mixed', 'a desk hands no results to itself');
select tests.sign_in('officer@test');
select throws_ok('select tests.hand(array[11])', 'PT409', 'status-changed', 'an officer hands no papers to a department');
select tests.sign_in('leader@test');
select throws_ok('select tests.hand(array[11])', 'PT403', 'role-missing', 'nor does a leader');
select tests.sign_in('receiver@test');
select is(tests.history(11), null, 'what was refused left nothing');
select is(tests.handable(), '11 12 13 14', 'what was received can go to its department');
select is(jsonb_array_length(tests.hand(array[11, 12, 13]) -> 'items'), 3, 'three dossiers go to the department');
select is(tests.handable(), '14', 'and can go once');
select throws_ok('select tests.hand(array[11], jsonb_build_object(''actionId'', tests.id(902)))', 'PT409', 'handover-mixed', 'no paper lies on two bordereaux');
select is(tests.hand(array[11]) ->> 'number', (select tests.hand(array[11, 12, 13]) ->> 'number'), 'sent again: the same bordereau');
select throws_ok('select public.take_handover(jsonb_build_object(''protocol'', 1, ''actionId'', tests.id(901), ''handoverId'', tests.id(900)))', 'PT404', 'handover-unknown', 'the desk does not take over its own');
select tests.sign_in('neighbour@test');
select throws_ok('select public.take_handover(jsonb_build_object(''protocol'', 1, ''actionId'', tests.id(901), ''handoverId'', tests.id(900)))', 'PT404', 'handover-unknown', 'nor another department');
select tests.sign_in('officer@test');
select is(jsonb_array_length(public.open_handovers('{"protocol": 1}') -> 'handovers'), 1, 'the department sees it');
select is(jsonb_array_length(public.open_handovers(jsonb_build_object('protocol', 1, 'handoverId', tests.id(id))) -> 'handovers'), found, 'by id: ' || found)
from (values (900, 1), (901, 0)) as list (id, found);
select is(
	public.take_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(901), 'handoverId', tests.id(900), 'missing', jsonb_build_array(tests.id(12)))) #>> '{items,1,taken}',
	'false', 'one was missing'
);
select is(
	public.take_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(901), 'handoverId', tests.id(900), 'missing', jsonb_build_array(tests.id(12)))) ->> 'takenBy',
	'officer@test', 'told again: the same'
);
select throws_ok('select public.take_handover(jsonb_build_object(''protocol'', 1, ''actionId'', tests.id(903), ''handoverId'', tests.id(900)))',
	'PT409', 'handover-taken', 'who found something else hears that it was taken');
select is(tests.handable(), null, 'an officer hands over results only');
select tests.sign_in('receiver@test');
select is(tests.handable(), '12 14', 'what was missing can go again');
select tests.sign_out();
select is(tests.history(number), wanted, 'history of ' || number) from (values (11, 'handover taken'), (12, 'handover'), (13, 'handover taken')) as list (number, wanted);

-- Who made it is asked again, nobody else.
select tests.add_staff('second@test', agency_id, id, 'receiver') from public.departments where id = tests.department('Kinh tế');
insert into public.agencies (code, name, receives) values ('H99.02', 'Xã bên', true);
select tests.add_staff('elsewhere@test', id, null, 'receiver', 'officer') from public.agencies where code = 'H99.02';
select tests.sign_in('second@test');
select throws_ok('select tests.hand(array[11, 12, 13])', 'PT409', 'action-id-used', 'the id of a colleague''s bordereau is no key to it');

-- What moved on meanwhile, and what is one's own, is taken over without an entry.
select tests.sign_out();
select tests.add(number, 2) from unnest(array[21, 22, 23, 24, 27]) as number;
update public.dossiers set applicant_key = 'x' where id = any (array[tests.id(21), tests.id(22), tests.id(23), tests.id(27)]);
create function tests.take(action int, handover int) returns jsonb language sql as $$
	select public.take_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'handoverId', tests.id(handover)))
$$;
select tests.sign_in('receiver@test');
select tests.hand(array[21, 22, 23, 24, 27], jsonb_build_object('actionId', tests.id(910)));
select tests.sign_in('leader@test');
select public.move_dossier(tests.request(22, jsonb_build_object('departmentId', tests.department('Tư pháp – Hộ tịch'), 'reason', 'Đúng chuyên môn')));
select tests.sign_out();
update public.dossiers set status = 9 where id = tests.id(23);
update public.dossiers set status = 7 where id = tests.id(27);
select tests.sign_in('approver@test');
select throws_ok('select tests.take(911, 910)', 'PT404', 'handover-unknown', 'papers are taken over by an officer');
select tests.sign_in('elsewhere@test');
select throws_ok('select tests.take(911, 910)', 'PT404', 'handover-unknown', 'of the agency');
select tests.sign_in('relative@test');
select is((select string_agg(item ->> 'taken', ' ') from jsonb_array_elements(tests.take(911, 910) -> 'items') as item), 'true true true true true', 'an officer takes five');
select tests.sign_out();
select is(tests.history(number), wanted, 'entry of ' || about) from (values
	(21, 'handover taken', 'what lay there'), (22, 'handover move', 'what was moved to another department'),
	(23, 'handover', 'what is signed already'), (24, 'handover', 'the taker''s own'), (27, 'handover', 'what its applicant has withdrawn')
) as list (number, wanted, about);

-- The other way.
select tests.add(number, 9) from unnest(array[25, 26]) as number;
select tests.sign_in('approver@test');
select tests.hand(array[25, 26], jsonb_build_object('actionId', tests.id(920), 'direction', 'to-desk'));
select tests.sign_in('officer@test');
select throws_ok('select tests.take(921, 920)', 'PT404', 'handover-unknown', 'results are taken over by the desk');
select tests.sign_in('elsewhere@test');
select throws_ok('select tests.take(921, 920)', 'PT404', 'handover-unknown', 'of the same agency');
select tests.sign_out();
update public.dossiers set status = 10 where id = tests.id(26);
select tests.sign_in('second@test');
select is(tests.take(921, 920) ->> 'takenBy', 'second@test', 'any receiver does');
select tests.sign_out();
select is(tests.history(number), wanted, 'entry of ' || about) from (values (25, 'handover taken', 'a result'), (26, 'handover', 'one handed out already')) as list (number, wanted, about);
select tests.sign_in('receiver@test');
select throws_ok($$select tests.hand(array[11], jsonb_build_object('actionId', tests.id(930), 'dossierIds', (select jsonb_agg(gen_random_uuid()) from generate_series(1, 101))))$$,
	'PT400', 'request-malformed', 'a bordereau has a hundred lines at most');
select tests.sign_out();

-- Passing it on is not looking at it ------------------------------------------------------------------------

select tests.add(15, 5);
update public.dossiers set answered_at = now(), supplement_until = app.local_time(now())::date - 1 where id = tests.id(15);
select tests.sign_in('leader@test');
select is(tests.give(15, 'officer'), '{"status": 5}', 'a dossier whose applicant has answered is given to somebody');
select throws_ok('select public.halt_dossier(tests.request(15, ''{"kind": "stop", "reason": "Không bổ sung", "basis": "NĐ 118/2025"}''))',
	'PT409', 'halt-too-early', 'and is not stopped before the answer was looked at');
select tests.sign_out();

-- Notes and presence ------------------------------------------------------------------------------------------

select tests.sign_in('officer@test');
select is(jsonb_array_length(public.note_dossier(jsonb_build_object('protocol', 1, 'noteId', tests.id(950), 'dossierId', tests.id(11), 'text', 'Gọi lại sau 14 giờ'))), 1, 'a note');
select is(jsonb_array_length(public.note_dossier(jsonb_build_object('protocol', 1, 'noteId', tests.id(950), 'dossierId', tests.id(11), 'text', 'Gọi lại sau 14 giờ'))), 1, 'once');
select throws_ok('select public.note_dossier(jsonb_build_object(''protocol'', 1, ''noteId'', tests.id(951), ''dossierId'', tests.id(14), ''text'', ''Tò mò''))', 'PT404', 'dossier-unknown', 'not on what one does not read');
select is(public.note_presence(jsonb_build_object('protocol', 1, 'dossierId', tests.id(11))) -> 'others', '[]', 'alone');
select tests.sign_in('colleague@test');
select is(public.note_presence(jsonb_build_object('protocol', 1, 'dossierId', tests.id(11))) -> 'others', '["officer@test"]', 'not alone');
select public.note_presence(jsonb_build_object('protocol', 1, 'dossierId', tests.id(12)));
select tests.sign_in('officer@test');
select is(public.note_presence(jsonb_build_object('protocol', 1, 'dossierId', tests.id(11))) -> 'others', '["colleague@test"]', 'a second window takes nobody out of the first');
select tests.sign_out();
update app.presence set at = now() - interval '91 seconds' where dossier_id = tests.id(11);
select tests.sign_in('colleague@test');
select is(public.note_presence(jsonb_build_object('protocol', 1, 'dossierId', tests.id(11))) -> 'others', '[]', 'who said nothing for 90 seconds has gone');
select tests.sign_out();
select is((select count(*) from app.presence where at <= now() - interval '90 seconds'), 1::bigint, 'one''s own old heartbeats are swept away');
select tests.sign_in('admin@test');
select throws_ok('select public.note_presence(jsonb_build_object(''protocol'', 1, ''dossierId'', tests.id(11)))', 'PT404', 'dossier-unknown', 'who reads no dossiers is nowhere');
select tests.sign_out();
select is((app.own_of(tests.id(11)))::text like '%Gọi lại%', false, 'no citizen is told of a note');

select * from finish();
rollback;
