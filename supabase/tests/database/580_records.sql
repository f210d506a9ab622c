-- Papers of record: the control sheet, the register and its closing, joint receipts, and who looked at what.
begin;
select plan(103);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Đăng ký khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}},
	{"kind": "in-person", "limit": {"unit": "working-day", "value": 5}}]}', repeat('a', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year on conflict do nothing;
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', 'Kinh tế', array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']),
	('approver', 'H99.01', 'Kinh tế', array['approver']), ('neighbour', 'H99.01', 'Tư pháp – Hộ tịch', array['officer']),
	('leader', 'H99.01', 'Kinh tế', array['leader']), ('admin', 'H99.01', 'Kinh tế', array['admin']),
	('relative', 'H99.01', 'Kinh tế', array['receiver']), ('elsewhere', 'H99.02', null, array['receiver', 'leader'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = department;
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'relative@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.department() returns uuid language sql security definer as $$
	select departments.id from public.departments join public.agencies on agencies.id = agency_id and agencies.code = 'H99.01' where departments.name = 'Kinh tế'
$$;
create function tests.year() returns int language sql as $$ select extract(year from now() at time zone interval '7 hours')::int $$;
-- A dossier as it was received at a local time, or not yet.
create function tests.add(number int, status int, received text default null, citizen text default '001188099999') returns void language sql security definer as $$
	insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, applicant_key, search_text, sort_at, submitted_at, received_at, due_date, first_due_date)
	select tests.id(add.number), 'DK-' || add.number, case when received is not null then 'H99.01-' || lpad(add.number::text, 4, '0') end,
		departments.agency_id, departments.id, '1.001193', version.id, add.status, 1, 'Nguyễn An',
		jsonb_build_object('fullName', 'Trần Bình', 'phone', '0912345678', 'citizenId', citizen, 'address', 'Thôn Trung'), '{}',
		app.hash_text(citizen), 'nguyen an', now(), now(), received::timestamp at time zone interval '7 hours', received::timestamp::date + 7, received::timestamp::date + 7
	from public.departments, public.procedure_versions as version where departments.id = tests.department() and version.procedure_code = '1.001193';
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add.number), 1, gen_random_uuid(), 'submit', add.status, 'x');
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.slip(wanted uuid) returns jsonb language sql security definer as $$ select snapshot from public.slips where id = wanted $$;
create function tests.lines(more jsonb default '{}') returns bigint language sql security definer as $$
	select count(*) from app.view_log where to_jsonb(view_log) @> more
$$;

-- The control sheet -----------------------------------------------------------------------------------------

create function tests.sheet(action int, number int) returns jsonb language sql as $$
	select public.issue_control_sheet(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'dossierId', tests.id(number)))
$$;
create function tests.steps(action int) returns text language sql as $$
	select string_agg(concat_ws(' ', step ->> 'kind', step ->> 'to', 'by ' || (step ->> 'givenBy'), 'taken ' || (step ->> 'takenBy'),
		step ->> 'number', step ->> 'outcome', step ->> 'timeliness'), '; ' order by position)
	from jsonb_array_elements(tests.slip(tests.id(action)) -> 'steps') with ordinality as list (step, position)
$$;
select tests.add(1, 1);
select tests.sign_in('receiver@test');
select throws_ok('select tests.sheet(801, 1)', 'PT409', 'not-received', 'nothing changed hands before receipt');
select public.receive_dossier(tests.request(1, jsonb_build_object('departmentId', tests.department(),
	'papers', '[{"name": "Giấy chứng sinh", "originals": 1, "certified": 0, "copies": 2}]'::jsonb)));
create temp table before as select search_text, version from public.dossiers where id = tests.id(1);
select is(tests.sheet(801, 1) ->> 'number', '00001/' || tests.year(), 'a sheet with a number of its own');
select is(tests.sheet(801, 1) ->> 'number', '00001/' || tests.year(), 'sent again: the same one');
select throws_ok('select tests.sheet(801, 2)', 'PT404', 'dossier-unknown', 'an unknown dossier');
select results_eq('select search_text, version from public.dossiers where id = tests.id(1)', 'table before', 'the dossier is left as it was: an inside paper is no action');
select is(tests.slip(tests.id(801)) -> 'papers', '[{"name": "Giấy chứng sinh", "copies": 2, "certified": 0, "originals": 1}]', 'the papers of the receipt');
select results_eq($$select s ->> 'form', s ->> 'formNumber', s ->> 'formTitle', s ->> 'lookupCode', s ->> 'issuer', s #>> '{limit,value}', s ->> 'dueDate' is not null
	from tests.slip(tests.id(801)) as s$$,
	$$values ('06', '06', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', '', 'receiver@test', '5', true)$$, 'a form of today, and no lookup code on it');
select tests.sign_out();
select is((app.form_head(app.form_set_on('2024-01-02'), '06')) ->> 'formNumber', '05', 'what was received under the circular of 2018 has its number');
select tests.sign_in('receiver@test');
select is(tests.steps(801), 'transfer Kinh tế by receiver@test on-time', 'on its way to the department');

select public.make_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(802), 'direction', 'to-department',
	'departmentId', tests.department(), 'dossierIds', jsonb_build_array(tests.id(1))));
select tests.sign_in('officer@test');
select public.take_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(803), 'handoverId', tests.id(802)));
select public.start_dossier(tests.request(1));
create temp table asked as select public.consult_agency(tests.request(1, jsonb_build_object('agency', 'Công an xã', 'question', 'Xác nhận nơi cư trú',
	'documentNumber', '09/PYC', 'until', tests.working_day(3)))) ->> 'waitId' as id;
select public.consult_agency(tests.request(1, jsonb_build_object('agency', 'Sở Tư pháp', 'question', 'Xác nhận hôn nhân', 'until', tests.working_day(3))));
select public.close_consultation(tests.request(1, jsonb_build_object('waitId', id, 'outcome', 'answered', 'answer', 'Đúng')))
from asked;
select tests.sign_in('approver@test');
select public.finish_dossier(tests.request(1, '{"resultNumber": "12/KS"}'));
select tests.sign_in('officer@test');
select public.make_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(804), 'direction', 'to-desk', 'dossierIds', jsonb_build_array(tests.id(1))));
select is(tests.sheet(805, 1) ->> 'number', '00002/' || tests.year(), 'the officer has one made as well');
select is(tests.steps(805), format('transfer Kinh tế by receiver@test taken officer@test 00001/%1$s on-time; '
	'consult Công an xã by officer@test taken officer@test 09/PYC answered early; consult Sở Tư pháp by officer@test; '
	'back %2$s by officer@test 00002/%1$s finish early', tests.year(), (select name from public.agencies where code = 'H99.01')),
	'a bordereau is one step with its transfer; who was asked; the result on its way back, in time');
select tests.sign_in('receiver@test');
select public.take_handover(jsonb_build_object('protocol', 1, 'actionId', tests.id(806), 'handoverId', tests.id(804)));
select public.return_result(tests.request(1, '{"recipientName": "Trần Thị Con", "proxy": true}'));
select tests.sheet(807, 1);
select matches(tests.steps(807), 'taken receiver@test 00002/\d+ finish early; return Trần Thị Con by receiver@test taken Trần Thị Con$', 'taken back and handed out');
select is(tests.steps(801), 'transfer Kinh tế by receiver@test on-time', 'the first sheet says what it said');

-- Another one, on its way through every kind of step.
select tests.sign_out();
select tests.add(3, 4, app.local_time(now()));
select tests.sign_in('officer@test');
select public.request_supplement(tests.request(3, jsonb_build_object('until', tests.working_day(3), 'lines',
	'[{"id": "a", "name": "Giấy chứng sinh", "verdict": "wrong", "reason": "Ảnh mờ", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)));
select tests.sheet(811, 3);
-- The dossier came into the test without its receipt; with one before it the round is a step.
select is(tests.steps(811), null, 'papers that are asked for before anything changed hands are no step');
select tests.sign_in('leader@test');
select public.move_dossier(tests.request(3, jsonb_build_object('reason', 'Đúng chuyên môn', 'departmentId', (select id from public.departments where name = 'Tư pháp – Hộ tịch'))));
select public.request_supplement(tests.request(3, jsonb_build_object('until', tests.working_day(3), 'again', '{"reason": "Thiếu trang hai"}'::jsonb, 'lines',
	'[{"id": "a", "name": "Giấy chứng sinh", "verdict": "missing", "reason": "Thiếu trang hai", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)));
select tests.sign_in('receiver@test');
select tests.sheet(812, 3);
select is(tests.steps(812), 'move Tư pháp – Hộ tịch by leader@test; papers Trần Bình by leader@test',
	'moved to another department, then papers asked of the applicant: both are open');
select public.resume_dossier(tests.request(3, '{"papers": []}'));
select tests.sheet(813, 3);
select is(tests.steps(813), 'move Tư pháp – Hộ tịch by leader@test; papers Trần Bình by leader@test taken receiver@test',
	'the desk takes the papers; the department has still not taken the dossier');
select public.add_parts(tests.request(3, jsonb_build_object('parts', jsonb_build_array(
	jsonb_build_object('title', 'Khai sinh', 'agency', 'UBND xã', 'dueDate', tests.working_day(2)),
	jsonb_build_object('title', 'Thường trú', 'agency', 'Công an xã', 'after', 1),
	jsonb_build_object('title', 'Căn cước', 'agency', 'Công an tỉnh', 'after', 2)))));
select public.step_part(tests.request(3, jsonb_build_object('step', 'done', 'resultNumber', '9/KS', 'partId',
	(select id from public.dossier_parts where dossier_id = tests.id(3) and position = 1))));
select tests.sheet(814, 3);
select results_eq($$select step ->> 'to', step ->> 'note', step ->> 'outcome', step ? 'takenAt', step ->> 'until', step ->> 'timeliness'
	from jsonb_array_elements(tests.slip(tests.id(814)) -> 'steps') as step where step ->> 'kind' = 'part'$$,
	format($$values ('UBND xã', 'Khai sinh', 'done', true, %L, 'early'), ('Công an xã', 'Thường trú', 'running', false, null, null)$$, tests.working_day(2)),
	'a part that is done in time, the one that began after it, and none that has not begun');
select results_eq($$select step ->> 'from', step ->> 'to', step ->> 'note' from jsonb_array_elements(tests.slip(tests.id(814)) -> 'steps') as step where step ->> 'kind' = 'move'$$,
	$$values ('Kinh tế', 'Tư pháp – Hộ tịch', 'Đúng chuyên môn')$$, 'the move says from where, to where and why');

select tests.sign_in('neighbour@test');
select throws_ok('select tests.sheet(808, 1)', 'PT404', 'dossier-unknown', 'not another department');
select tests.sign_in('leader@test');
select throws_ok('select tests.sheet(808, 1)', 'PT403', 'role-missing', 'the leader reads it, others make it');
select tests.sign_in('receiver@test');
select tests.add(2, 2, tests.year() || '-01-01T09:00');
select throws_ok('select tests.sheet(801, 2)', 'PT409', 'action-id-used', 'one sheet is of one dossier');
select is(public.note_print(jsonb_build_object('protocol', 1, 'slipId', tests.id(801), 'printId', tests.id(809))) ->> 'copy', '1', 'printed');
select is(public.note_print(jsonb_build_object('protocol', 1, 'slipId', tests.id(801), 'printId', tests.id(810), 'reason', 'Kẹt giấy')) ->> 'copy', '2', 'and again');
select is(tests.slip(tests.id(801)) ->> 'number', '00001/' || tests.year(), 'it says its number');
select tests.sign_out();
select throws_ok('update public.slips set snapshot = ''{}'' where form = ''06''', 'PT403', 'record-immutable', 'it never changes');
select results_eq($$select received, app.transfer_day(received::timestamp at time zone interval '7 hours')::text
	from (values ('2026-11-20T14:59'), ('2026-11-20T15:00'), ('2026-11-20T15:01'), ('2026-11-21T08:00')) as list (received)$$,
	$$values ('2026-11-20T14:59', '2026-11-20'), ('2026-11-20T15:00', '2026-11-20'), ('2026-11-20T15:01', '2026-11-23'), ('2026-11-21T08:00', '2026-11-23')$$,
	'after 15:00 first thing on the next working day (ND61 Đ18)');

-- The register ----------------------------------------------------------------------------------------------

create function tests.page(year int, more jsonb default '{}') returns jsonb language sql as $$
	select public.register_page(jsonb_build_object('protocol', 1, 'year', page.year) || more)
$$;
create function tests.numbers(page jsonb) returns text language sql as $$
	select string_agg((line ->> 'number') || ':' || (line ->> 'code'), ' ' order by position)
	from jsonb_array_elements(page -> 'rows') with ordinality as list (line, position)
$$;
create function tests.last() returns int language sql as $$ select tests.year() - 1 $$;
-- Two at the same moment, one just before New Year and one just after, all in local time.
select tests.add(number, 10, received) from (values
	(11, tests.last() || '-01-01T00:00'), (13, tests.last() || '-03-02T08:00'), (12, tests.last() || '-03-02T08:00'),
	(14, tests.last() || '-12-31T23:59'), (15, tests.year() || '-01-01T00:00')
) as list (number, received);
select tests.add(16, 2, tests.last() || '-06-01T08:00', '001188012345');
select tests.sign_in('receiver@test');
select is(tests.numbers(tests.page(tests.last())), '1:H99.01-0011 2:H99.01-0012 3:H99.01-0013 4:H99.01-0016 5:H99.01-0014', 'in order of receipt, then of id, without gaps');
select matches(tests.numbers(tests.page(tests.year())), '^1:H99.01-0015 2:', 'every year begins with 1');
select is(tests.numbers(tests.page(tests.last(), jsonb_build_object('from', tests.last() || '-03-01', 'to', tests.last() || '-06-30'))),
	'2:H99.01-0012 3:H99.01-0013 4:H99.01-0016', 'some days, with the numbers of the year');
select is(tests.numbers(tests.page(tests.last(), jsonb_build_object('after', jsonb_build_object('receivedAt', line ->> 'cursor', 'id', line ->> 'id')))),
	'3:H99.01-0013 4:H99.01-0016 5:H99.01-0014', 'a page goes on where the other ended')
	from (select tests.page(tests.last()) -> 'rows' -> 1 as line) as list;
select ok(not tests.page(tests.last(), jsonb_build_object('after', jsonb_build_object('receivedAt', now(), 'id', tests.id(1)))) ? 'head', 'its head comes once');
select is(tests.page(tests.last()) #>> '{head,formTitle}', 'Sổ theo dõi hồ sơ', 'what it is called');
select is(tests.page(2024) #>> '{head,formNumber}', '06', 'and its number in the circular of 2018');
select results_eq($$select line ->> 'applicant', line ->> 'address', line ->> 'phone', line ->> 'department', line ->> 'recipient', (line -> 'proxy')::boolean, line ->> 'sets', line ->> 'procedure'
	from jsonb_array_elements(tests.page(tests.year()) -> 'rows') as line where line ->> 'id' = tests.id(1)::text$$,
	$$values ('Trần Bình', 'Thôn Trung', '0912345678', 'Kinh tế', 'Trần Thị Con', true, '1', 'Đăng ký khai sinh')$$, 'a line says who, where, which department and who fetched it');
select is((select count(*) from jsonb_array_elements(tests.page(tests.last()) -> 'rows') as line, jsonb_each(line) as field
	where field.value = 'null' and field.key not in ('department', 'dueDate', 'firstDueDate', 'finishedAt', 'returnedAt', 'timeliness', 'recipient', 'parcel')), 0::bigint,
	'what a line always has is there without a slip as well');
select throws_ok(format('select tests.page(%L, %L)', year, more), 'PT400', 'register-range', 'register: ' || about) from (values
	(1999, '{}', 'long ago'), (2025, '{"from": "2025-01-01"}', 'half a range'), (2025, '{"from": "2025-02-01", "to": "2025-01-01"}', 'backwards'),
	(2025, '{"from": "2024-12-31", "to": "2025-01-01"}', 'across New Year'), (2025, '{"from": "x", "to": "2025-01-01"}', 'no day'), (2025, '{"year": "2025"}', 'a text')
) as cases (year, more, about);
select throws_ok('select tests.page(2025, ''{"after": {"id": "x"}}'')', 'PT400', null, 'a broken place');
select tests.sign_in('relative@test');
select is((select jsonb_agg(line - 'cursor') from jsonb_array_elements(tests.page(tests.last()) -> 'rows') as line where line ->> 'code' = 'H99.01-0016') #>> '{0,applicant}', null, 'nobody reads their own line');
select is(tests.page(tests.last()) #>> '{rows,3,code}', 'H99.01-0016', 'but it is there');
select tests.sign_in('leader@test');
select is(jsonb_array_length(tests.page(tests.last()) -> 'rows'), 5, 'the leader reads it');
select tests.sign_in('elsewhere@test');
select is(tests.page(tests.last()) -> 'rows', '[]', 'another agency has its own');
select throws_ok('select public.close_register(jsonb_build_object(''protocol'', 1, ''actionId'', tests.id(820), ''year'', tests.last()))', 'PT409', 'register-empty', 'nothing to close');
select tests.as_nobody();
select throws_ok('select tests.page(2025)', 'PT403', 'not-staff', 'no strangers');
select tests.sign_in('officer@test');
select throws_ok('select tests.page(2025)', 'PT403', 'role-missing', 'officers have their queue');
select throws_ok('select public.note_register_print(jsonb_build_object(''protocol'', 1, ''printId'', tests.id(830), ''year'', 2025))', 'PT403', 'role-missing', 'nor do they print it');

-- Many: a page costs the same anywhere, and stops at a hundred.
select tests.sign_out();
select tests.add(1000 + number, 10, (tests.last() - 1) || '-05-05T08:00') from generate_series(1, 102) as number;
select tests.sign_in('receiver@test');
create temp table first_page as select tests.page(tests.last() - 1) as page;
select results_eq('select jsonb_array_length(page -> ''rows''), page -> ''more'' from first_page', $$values (100, 'true'::jsonb)$$, 'a hundred lines a page');
select is(tests.page(tests.last() - 1, jsonb_build_object('after', jsonb_build_object('receivedAt', page #>> '{rows,99,cursor}', 'id', page #>> '{rows,99,id}'))) #>> '{rows,0,number}',
	'101', 'the second begins with 101') from first_page;
select is(tests.numbers(tests.page(tests.year(), '{"code": "h99 01 1090"}')), '90:H99.01-1090', 'a line is found by its code, of whichever year');
select is(tests.page(tests.year(), '{"code": "H99.01-8888"}') -> 'rows', '[]', 'or is not');

select tests.sign_out();
-- Closing ---------------------------------------------------------------------------------------------------

create function tests.close(action int, year int) returns jsonb language sql as $$
	select public.close_register(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'year', close.year))
$$;
select tests.sign_in('receiver@test');
select throws_ok('select tests.close(840, tests.last())', 'PT403', 'role-missing', 'the desk does not close it');
select public.reserve_blank_slips('{"protocol": 1, "actionId": "00000000-0000-4000-a000-000000000841", "count": 2}');
select tests.sign_in('leader@test');
select throws_ok('select tests.close(840, tests.year())', 'PT409', 'register-year-open', 'nor anybody before the year is over');
select is(tests.page(tests.year()) #>> '{head,openBlanks}', '2', 'blanks that may still be filled in are told');
select is(tests.page(tests.last()) #>> '{head,closing}', null, 'not closed');
select results_eq('select c ->> ''lines'', c ->> ''firstCode'', c ->> ''lastCode'' from tests.close(840, tests.last()) as c', $$values ('5', 'H99.01-0011', 'H99.01-0014')$$, 'closed, with its ends');
select is(tests.close(840, tests.last()) ->> 'lines', '5', 'sent again');
select throws_ok('select tests.close(842, tests.last())', 'PT409', 'register-closed', 'once');
select throws_ok('select tests.close(840, tests.last() - 1)', 'PT409', 'action-id-used', 'one id, one year');
select tests.sign_out();
select is((select sha256 from app.register_closings), app.hash_text(format(e'1 H99.01-0011 %1$s-01-01T00:00\n2 H99.01-0012 %1$s-03-02T08:00\n3 H99.01-0013 %1$s-03-02T08:00\n4 H99.01-0016 %1$s-06-01T08:00\n5 H99.01-0014 %1$s-12-31T23:59\n', tests.last())),
	'the hash is over number, code and time of every line');
select throws_ok('update app.register_closings set lines = 4', 'PT403', 'record-immutable', 'a closing never changes');
select throws_ok('delete from app.register_closings', 'PT403', 'record-immutable', 'nor goes');
select throws_ok(format('select tests.add(17, 2, %L)', tests.last() || '-12-31T08:00'), 'PT409', 'register-closed', 'nothing more is received into it');
select lives_ok(format('select tests.add(18, 2, %L)', (tests.last() - 1) || '-12-31T08:00'), 'into another year it is');
-- A blank that was handed out in the old year, as an office with a slow January has it.
select tests.add(19, 1);
update app.blank_slips set reserved_at = app.year_start(tests.last()) where number = (select min(number) from app.blank_slips);
select tests.sign_in('receiver@test');
select throws_ok(format('select public.receive_dossier(tests.request(19, %L))', jsonb_build_object('departmentId', tests.department(), 'papers', '[]'::jsonb,
	'blank', jsonb_build_object('number', '00002/' || tests.year(), 'receivedAt', tests.last() || '-12-30T09:00', 'dueDate', tests.last() || '-12-31'))),
	'PT409', 'register-closed', 'not by a back-dated blank either');
select tests.sign_in('leader@test');
select is(tests.page(tests.last()) #>> '{head,closing,intact}', 'true', 'compared with its lines, it holds');
select tests.sign_out();
update public.dossiers set code = 'H99.01-9999' where id = tests.id(13);
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name) values (tests.id(13), 2, gen_random_uuid(), 'x', 10, 'x');
select tests.sign_in('leader@test');
select is(tests.page(tests.last()) #>> '{head,closing,intact}', 'false', 'a code that was altered shows');
select is(public.note_register_print(jsonb_build_object('protocol', 1, 'printId', tests.id(850), 'year', tests.last(), 'from', tests.last() || '-01-01', 'to', tests.last() || '-01-31')) ->> 'printId',
	tests.id(850)::text, 'a print of the register is noted');
select public.note_register_print(jsonb_build_object('protocol', 1, 'printId', tests.id(850), 'year', tests.last()));
select is(tests.lines('{"kind": "register"}'), 1::bigint, 'once');
select is((tests.page(tests.last()) #> '{head,prints,0}') - 'at', jsonb_build_object('from', tests.last() || '-01-01', 'to', tests.last() || '-01-31', 'by', 'leader@test', 'reason', null),
	'and the leader reads who printed which days');
select is(tests.page(tests.year()) #> '{head,prints}', '[]', 'of that year');
select tests.sign_in('receiver@test');
select ok(not tests.page(tests.last()) -> 'head' ? 'prints', 'a receiver does not');
select tests.sign_in('elsewhere@test');
select is(tests.page(tests.last()) #> '{head,prints}', '[]', 'nor the leader of another agency');

-- One visit, several receipts -------------------------------------------------------------------------------

select tests.sign_out();
create function tests.file(number int, visit int, person text default 'Vũ Thị Ngọt') returns text language sql as $$
	select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'visitId', tests.id(visit), 'channel', 1,
		'procedureCode', '1.001193', 'contentHash', repeat('a', 64), 'applicant', jsonb_build_object('fullName', person, 'address', 'Thôn Đoài'), 'subject', 'Cháu ' || number,
		'answers', '{}'::jsonb, 'form', '{}'::jsonb, 'papers', '[]'::jsonb, 'identityCheck', 'known', 'source', 'typed')) ->> 'reference'
$$;
create function tests.receipt(number int) returns uuid language sql security definer as $$ select id from public.slips where dossier_id = tests.id(receipt.number) and form = '01' $$;
select tests.sign_in('receiver@test');
select tests.file(number, visit, person) from (values (31, 900, 'Vũ Thị Ngọt'), (32, 900, 'Vũ Thị Ngọt'), (33, 900, 'Người khác'), (34, 901, 'Vũ Thị Ngọt')) as list (number, visit, person);
select public.receive_dossier(tests.request(number, jsonb_build_object('departmentId', tests.department(), 'papers', '[]'::jsonb))) from generate_series(31, 34) as number;
select is((select string_agg(slip #>> '{snapshot,subject}', ', ' order by slip #>> '{snapshot,subject}') from jsonb_array_elements(public.joint_receipt(jsonb_build_object('protocol', 1, 'slipId', tests.receipt(32))) -> 'slips') as slip),
	'Cháu 31, Cháu 32', 'the receipts of one person at one visit');
select is(tests.lines('{"kind": "joint"}'), 2::bigint, 'and that they were opened together is written down');
select is(public.staff_slip(jsonb_build_object('protocol', 1, 'slipId', tests.receipt(31))) - 'snapshot' - 'id' - 'dossierId' - 'number',
	'{"form": "01", "prints": 0, "ended": false, "field": "ho-tich", "together": 2}', 'the page of a slip is told of the other one');
select throws_ok(format('select public.joint_receipt(%L)', jsonb_build_object('protocol', 1, 'slipId', tests.id(801))), 'PT404', 'slip-unknown', 'a control sheet is no receipt');
select tests.sign_in('elsewhere@test');
select throws_ok(format('select public.joint_receipt(%L)', jsonb_build_object('protocol', 1, 'slipId', tests.receipt(32))), 'PT404', 'slip-unknown', 'not for another agency');

-- Who looked ------------------------------------------------------------------------------------------------

select tests.sign_out();
select tests.add(41, 2, tests.year() || '-01-01T08:00');
select tests.add(42, 10, tests.year() || '-01-01T08:00');
insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
select tests.id(file), tests.id(dossier), 'giay', repeat('a', 64), 1000, 'image/jpeg', tests.id(dossier) || '/' || tests.id(file) || '/1'
from (values (411, 41), (412, 41), (421, 42)) as list (file, dossier);
insert into storage.objects (bucket_id, name, metadata) select 'dossier-files', object_name, '{"size": 1000}' from public.dossier_files;
insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by, released_at)
select tests.id(422), tests.id(42), 'Giấy khai sinh.pdf', 'application/pdf', 4, repeat('e', 64), id, now() from public.staff where full_name = 'approver@test';
insert into app.result_parts (file_id, position, bytes) values (tests.id(422), 0, '%PDF');
create function tests.open(file int, more jsonb default '{}') returns jsonb language sql as $$
	select public.open_file(jsonb_build_object('protocol', 1, 'fileId', tests.id(file)) || more)
$$;
create function tests.seen() returns text language sql as $$ select string_agg(right(name, 5), ' ' order by name) from storage.objects $$;
create function tests.result() returns jsonb language sql as $$
	select public.staff_result_part(jsonb_build_object('protocol', 1, 'dossierId', tests.id(42), 'fileId', tests.id(422), 'position', 0))
$$;
select tests.sign_in('officer@test');
select is(tests.seen(), null, 'no bytes without a line');
select is(tests.open(411) ->> 'fileId', tests.id(411)::text, 'written down');
select is(tests.seen(), '411/1', 'this one opens, no other');
select tests.open(411);
select is(tests.lines('{"kind": "photo"}'), 1::bigint, 'the same look is one line');
select tests.open(411, '{"reason": "Đối chiếu lại"}');
select is(tests.lines('{"kind": "photo"}'), 2::bigint, 'another reason is another line');
select throws_ok('select tests.open(421)', 'PT400', 'view-reason', 'what has ended is opened for a reason');
select throws_ok('select tests.open(421, ''{"reason": " x "}'')', 'PT400', 'view-reason', 'one that says something');
select is(tests.open(421, '{"reason": "Người dân hỏi lại"}') ->> 'fileId', tests.id(421)::text, 'then it opens');
select throws_ok('select tests.result()', 'PT403', 'file-unopened', 'a result likewise');
select throws_ok('select tests.open(422)', 'PT400', 'view-reason', 'for a reason');
select tests.open(422, '{"reason": "In lại cho dân"}');
select is(tests.result() ->> 'parts', '1', 'then its bytes come');
select throws_ok('select tests.open(999)', 'PT404', 'file-unknown', 'an unknown file');
select tests.sign_in('approver@test');
select is(tests.seen(), null, 'the line of a colleague opens nothing');
select tests.sign_in('neighbour@test');
select throws_ok('select tests.open(411)', 'PT404', 'file-unknown', 'nobody opens what they do not read');
select throws_ok(format('select public.view_log(%L)', jsonb_build_object('protocol', 1, 'dossierId', tests.id(41))), 'PT404', 'dossier-unknown', 'nor reads who did');
select tests.sign_in('officer@test');
select throws_ok(format('select public.view_log(%L)', jsonb_build_object('protocol', 1, 'dossierId', tests.id(41))), 'PT403', 'role-missing', 'the log is the leader''s');
select tests.sign_in('leader@test');
select results_eq(format($$select line ->> 'kind', line ->> 'what', line ->> 'by', line ->> 'reason' from jsonb_array_elements(public.view_log(%L) -> 'lines') as line order by 1, 4$$,
	jsonb_build_object('protocol', 1, 'dossierId', tests.id(42))),
	$$values ('photo', 'giay', 'officer@test', 'Người dân hỏi lại'), ('result', 'Giấy khai sinh.pdf', 'officer@test', 'In lại cho dân')$$, 'who, what, why');
select results_eq(format($$select line ->> 'what', line ->> 'reason' from jsonb_array_elements(public.view_log(%L) -> 'lines') as line where line ->> 'kind' = 'print' order by 2 nulls first$$,
	jsonb_build_object('protocol', 1, 'dossierId', tests.id(1))),
	format($$values ('06 00001/%1$s', null), ('06 00001/%1$s', 'Kẹt giấy')$$, tests.year()), 'prints are in it');
select tests.sign_out();
insert into app.view_log (agency_id, dossier_id, kind, object, staff_id, staff_name, at)
select staff.agency_id, tests.id(41), 'photo', tests.id(41) || '/' || tests.id(412) || '/1', staff.id, staff.full_name, now() - interval '15 minutes'
from public.staff where full_name = 'officer@test';
select tests.sign_in('officer@test');
select is(tests.seen(), '411/1 421/1', 'a line holds for a quarter of an hour');
select tests.sign_out();
select throws_ok(attempt, 'PT403', 'record-immutable', 'nobody rewrites it: ' || attempt) from (values
	('update app.view_log set reason = ''x'''), ('delete from app.view_log'), ('truncate app.view_log')
) as list (attempt);

select * from finish();
rollback;
