-- The counter: filing for somebody, who was here before, done on the spot, and blanks for when the line is dead.
begin;
select plan(92);

select app.seed_field('{"code": "chung-thuc", "name": "Chứng thực", "help": "Bản sao", "position": 1}');
select app.seed_procedure('{"code": "2.000815", "field": "chung-thuc", "title": "Chứng thực bản sao", "shortTitle": "Sao y", "onlineLevel": "none",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "in-person", "limit": {"unit": "same-day"}}],
	"fees": [{"label": "Phí", "kind": "amount", "amount": 2000, "per": "trang", "tiers": [{"from": 3, "amount": 1000}], "most": {"amount": 200000, "per": "bản"}},
		{"label": "Không rõ", "kind": "province"}]}', repeat('a', 64));
select app.seed_procedure('{"code": "1.001193", "field": "chung-thuc", "title": "Khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "in-person", "limit": {"unit": "working-day", "value": 3}}, {"kind": "online", "limit": {"unit": "working-day", "value": 3}}]}', repeat('b', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', array['receiver']), ('colleague', 'H99.01', array['receiver']), ('officer', 'H99.01', array['officer']), ('approver', 'H99.01', array['approver']),
	('leader', 'H99.01', array['leader']), ('editor', 'H99.01', array['editor']), ('admin', 'H99.01', array['admin']), ('elsewhere', 'H99.02', array['receiver', 'approver']),
	('suspended', 'H99.01', array['receiver']), ('applicant', 'H99.01', array['receiver'])
) as people (account, agency, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = 'Kinh tế';
update public.staff set active = false where full_name = 'suspended@test';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.file(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', tests.id(1000 + number), 'dossierId', tests.id(number), 'visitId', tests.id(9),
		'channel', 1, 'procedureCode', '2.000815', 'contentHash', repeat('a', 64), 'subject', 'Trần Bình', 'answers', '{}'::jsonb, 'form', '{}'::jsonb,
		'papers', '[{"requirementId": "ban-chinh", "state": "ready"}]'::jsonb, 'identityCheck', 'card', 'source', 'typed',
		'applicant', '{"fullName": "Trần Bình", "address": "Thôn Trung", "citizenId": "001188012345"}'::jsonb) || more)
$$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.receive(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.receive_dossier(tests.request(number, jsonb_build_object('papers', '[]'::jsonb,
		'departmentId', (select id from public.departments where name = 'Kinh tế' order by agency_id = app.my_agency_id() desc limit 1)) || more))
$$;

-- Filing --------------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok('select tests.file(1)', '42501', null, 'anon files nothing here');
select tests.as_nobody();
select throws_ok('select tests.file(1)', 'PT403', 'not-staff', 'nor does nobody');
select tests.sign_in('suspended@test');
select throws_ok('select tests.file(1)', 'PT403', 'not-staff', 'nor who is suspended');
select tests.sign_in('officer@test');
select throws_ok('select tests.file(1)', 'PT403', 'role-missing', 'nor an officer');
select tests.sign_in('approver@test');
select throws_ok('select tests.file(1)', 'PT403', 'role-missing', 'nor an approver');
select tests.sign_in('leader@test');
select throws_ok('select tests.file(1)', 'PT403', 'role-missing', 'nor the leader');
select tests.sign_in('editor@test');
select throws_ok('select tests.file(1)', 'PT403', 'role-missing', 'nor an editor');
select tests.sign_in('admin@test');
select throws_ok('select tests.file(1)', 'PT403', 'role-missing', 'nor an admin');
select tests.sign_in('applicant@test');
select throws_ok('select tests.file(1)', 'PT403', 'own-dossier', 'nor a receiver their own');
select tests.sign_in('receiver@test');
select throws_ok(format('select tests.file(1, %L)', more), status, key, 'refused: ' || about) from (values
	('{"channel": 4}', 'PT400', 'payload-malformed', 'a way to file that is none'), ('{"channel": "1"}', 'PT400', 'payload-malformed', 'a channel as text'),
	('{"identityCheck": "sure"}', 'PT400', 'payload-malformed', 'an unknown way to know somebody'), ('{"source": "x"}', 'PT400', 'payload-malformed', 'an unknown source'),
	('{"visitId": null}', 'PT400', 'payload-malformed', 'no visit'), ('{"applicant": {"fullName": "A", "address": "Thôn Trung"}}', 'PT400', 'applicant-name', 'no name'),
	('{"applicant": {"fullName": "Trần Bình", "address": " "}}', 'PT400', 'applicant-address', 'no address'),
	('{"applicant": {"fullName": "Trần Bình", "address": "Thôn Trung", "phone": "12"}}', 'PT400', 'applicant-phone', 'a phone number that is none'),
	('{"applicant": {"fullName": "Trần Bình", "address": "Thôn Trung", "citizenId": "12"}}', 'PT400', 'applicant-citizen-id', 'a citizen number that is none'),
	('{"applicant": null}', 'PT400', 'payload-malformed', 'nobody'), ('{"subject": "x"}', 'PT400', 'subject-name', 'no subject'),
	('{"procedureCode": "9.999999"}', 'PT404', 'procedure-unknown', 'an unknown procedure'), ('{"channel": 2}', 'PT400', 'not-online', 'online what cannot be filed online')
) as cases (more, status, key, about);
select tests.sign_out();
select is_empty('select 1 from public.dossiers union all select 1 from public.dossier_events', 'what was refused wrote nothing');
select tests.sign_in('receiver@test');
create temp table filed as select tests.file(1) as first, tests.file(1) as second;
select is((select first from filed), (select second from filed), 'filed twice, one dossier');
select is((select first -> 'version' from filed), '1', 'in its first version');
select throws_ok(format('select tests.file(1, %L)', jsonb_build_object('actionId', tests.id(2000))), 'PT409', 'action-id-used', 'another action does not file it again');
select throws_ok(format('select tests.file(2, %L)', jsonb_build_object('actionId', tests.id(1001))), 'PT409', 'action-id-used', 'nor one action another dossier');
select tests.sign_in('colleague@test');
select throws_ok('select tests.file(1)', 'PT409', 'action-id-used', 'nor a colleague with the same id');
select tests.sign_out();
select results_eq(
	format('select status::int, channel::int, subject, applicant, applicant_key, department_id from public.dossiers where id = %L', tests.id(1)),
	$$values (1, 1, 'Trần Bình', '{"fullName": "Trần Bình", "address": "Thôn Trung", "citizenId": "001188012345"}'::jsonb, app.hash_text('001188012345'), null::uuid)$$,
	'the citizen is the applicant'
);
select results_eq(
	format('select action, to_status::int, actor_name, data - ''answer'' from public.dossier_events where dossier_id = %L', tests.id(1)),
	format($$values ('file', 1, 'receiver@test', '{"visitId": "%s", "identityCheck": "card", "source": "typed", "answerBy": "%s"}'::jsonb)$$,
		tests.id(9), tests.working_day(1) || 'T17:00'), 'the officer only helped, and answers within a working day'
);
select tests.sign_in('receiver@test');
select ok(tests.file(2, '{"applicant": {"fullName": "Cụ Bảy", "address": "Xóm Đình"}, "identityCheck": "known"}') ? 'reference', 'without phone and number too');
select ok(tests.file(3, jsonb_build_object('channel', 2, 'procedureCode', '1.001193', 'contentHash', repeat('b', 64))) ? 'reference', 'helped to file online');
select tests.sign_out();
select is((select applicant_key from public.dossiers where id = tests.id(2)), null, 'nobody is taken for somebody without a number');
select is((select data -> 'assisted' from public.dossier_events where dossier_id = tests.id(3)), 'true', 'helping is written down');
select is((select count(*) from public.dossiers where channel = 2), 1::bigint, 'and counts as online once');
select is((select data ? 'answerBy' from public.dossier_events where dossier_id = tests.id(3)), true, 'with the hour of the answer');

-- Who was here --------------------------------------------------------------------------------------------

create function tests.find(who jsonb) returns jsonb language sql as $$ select public.find_person('{"protocol": 1}'::jsonb || who) -> 'people' $$;
select tests.sign_in('officer@test');
select throws_ok('select tests.find(''{"citizenId": "001188012345"}'')', 'PT403', 'role-missing', 'only receivers look people up');
select tests.sign_in('receiver@test');
select throws_ok(format('select tests.find(%L)', who), 'PT400', 'person-query', 'not by ' || about) from (values
	('{}', 'nothing'), ('{"citizenId": "0011"}', 'a part of a number'), ('{"phone": "09"}', 'a part of a phone number'), ('{"citizenId": "%", "phone": "%"}', 'a pattern')
) as cases (who, about);
select is(tests.find('{"citizenId": "001188012345"}') -> 0 ->> 'fullName', 'Trần Bình', 'by the whole number');
select is(jsonb_array_length(tests.find('{"citizenId": "001188012345"}') #> '{0,dossiers}'), 2, 'with the dossiers of then');
select is(tests.find('{"phone": "0912345678"}'), '[]', 'an unknown phone number finds nobody');
select tests.sign_in('elsewhere@test');
select is(tests.find('{"citizenId": "001188012345"}'), '[]', 'another office knows nobody of ours');
select tests.sign_in('applicant@test');
select is(tests.find('{"citizenId": "001188012345"}'), '[]', 'nobody looks at their own');
select is(public.desk_setup('{"protocol": 1}') #>> '{signers,0,fullName}', 'approver@test', 'the desk knows who signs');
select is(public.desk_setup('{"protocol": 1}') ->> 'formSet', 'TT 03/2025/TT-VPCP', 'and the forms of today');
select tests.as_nobody();
select throws_ok('select public.desk_setup(''{"protocol": 1}'')', 'PT403', 'not-staff', 'nobody else does');

select tests.sign_out();

-- On the spot -----------------------------------------------------------------------------------------------

create function tests.settle(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.settle_same_day(tests.request(number, jsonb_build_object('signedBy', tests.staff('approver'), 'resultNumber', '41', 'recipientName', 'Trần Bình',
		'fees', '[{"label": "Phí", "units": 7, "times": 3}]'::jsonb) || more))
$$;
select tests.sign_in('receiver@test');
select throws_ok('select tests.receive(3, ''{"slip": false}'')', 'PT400', 'slip-needed', 'what takes days needs a slip');
select is(tests.receive(1, '{"slip": false}') -> 'slipId', 'null', 'what is done at once needs none');
select throws_ok(format('select tests.settle(1, %L)', more), status, key, 'refused: ' || about) from (values
	(jsonb_build_object('signedBy', tests.staff('receiver'))::text, 'PT400', 'signer-unknown', 'signed by somebody who does not sign'),
	(jsonb_build_object('signedBy', tests.staff('elsewhere'))::text, 'PT400', 'signer-unknown', 'signed in another office'),
	('{"recipientName": ""}', 'PT400', 'recipient-name', 'taken by nobody'),
	('{"fees": [{"label": "Khác", "units": 1, "times": 1}]}', 'PT400', 'fee-unknown', 'a fee that is not in the catalogue'),
	('{"fees": [{"label": "Không rõ", "units": 1, "times": 1}]}', 'PT400', 'fee-unknown', 'a fee without an amount'),
	('{"fees": [{"label": "Phí", "units": 0, "times": 1}]}', 'PT400', 'count-malformed', 'no page'), ('{"fees": [{"label": "Phí", "units": "7", "times": 3}]}', 'PT400', 'count-malformed', 'pages as text')
) as cases (more, status, key, about);
select is(tests.settle(1), '{"fees": [{"label": "Phí", "units": 7, "times": 3, "amount": 27000}], "total": 27000}', 'seven pages three times: 27.000 đồng');
select ok(tests.receive(3) ? 'slipId', 'the other gets its slip');
select throws_ok('select tests.settle(3)', 'PT409', 'not-same-day', 'and is not settled on the spot');
select tests.file(4), tests.receive(4, '{"slip": false}');
select is(tests.settle(4, '{"exemption": "Hộ nghèo, sổ số 5"}') -> 'total', '0', 'who is exempt pays nothing');
select tests.sign_out();
select results_eq(
	format('select status::int, finished_at, returned_at, code is not null from public.dossiers where id = %L', tests.id(1)), 'values (10, now(), now(), true)', 'received, decided, handed over'
);
select is((select count(*) from public.slips where dossier_id = tests.id(1)), 0::bigint, 'without a slip');
select is((select data - 'answer' - 'fees' - 'signerId' from public.dossier_events where dossier_id = tests.id(4) and action = 'settle'),
	'{"proxy": false, "total": 0, "signedBy": "approver@test", "exemption": "Hộ nghèo, sổ số 5", "resultNumber": "41", "recipientName": "Trần Bình"}', 'who signed, who took it, why nothing was charged');

-- Blanks ------------------------------------------------------------------------------------------------------

select tests.sign_out();
create function tests.number(number int) returns text language sql security definer as $$ select app.pad_number(number, 5) || '/' || left(app.local_time(now()), 4) $$;
create function tests.blank(number int, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('blank', jsonb_build_object('number', tests.number(number), 'receivedAt', app.local_time(now()), 'dueDate', left(app.local_time(now() + interval '4 days'), 10)) || more)
$$;
create function tests.reserve(action int, wanted int) returns jsonb language sql as $$
	select public.reserve_blank_slips(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'count', wanted)) -> 'slips'
$$;
select tests.sign_in('officer@test');
select throws_ok('select tests.reserve(500, 1)', 'PT403', 'role-missing', 'only receivers take blanks');
select tests.sign_in('receiver@test');
select throws_ok('select tests.reserve(500, 51)', 'PT400', 'count-malformed', 'fifty at once');
create temp table blanks as select tests.reserve(500, 3) as first, tests.reserve(500, 3) as second;
grant select on blanks to anon;
select is((select first from blanks), (select second from blanks), 'taken once, however often it was asked');
select is((select jsonb_path_query_array(first, '$[*].number') from blanks), jsonb_build_array(tests.number(2), tests.number(3), tests.number(4)), 'the next numbers, without a gap');
select tests.file(5, '{"procedureCode": "1.001193"}'), tests.file(6, '{"procedureCode": "1.001193"}'), tests.file(7, jsonb_build_object('channel', 2, 'procedureCode', '1.001193'));
select throws_ok(format('select tests.receive(%s, %L)', number, tests.blank(blank, more::jsonb)), status, key, 'refused: ' || about) from (values
	(5, 99, '{}', 'PT404', 'blank-unknown', 'a number nobody took'),
	(5, 2, '{"receivedAt": "2020-01-01T08:00"}', 'PT400', 'blank-time', 'received before it was printed'),
	(5, 2, '{"receivedAt": "2099-01-01T08:00"}', 'PT400', 'blank-time', 'received tomorrow'),
	(5, 2, '{"dueDate": "2020-01-01"}', 'PT400', 'blank-time', 'promised for yesterday'), (7, 2, '{}', 'PT400', 'blank-time', 'filed online')
) as cases (number, blank, more, status, key, about);
select is(tests.receive(5, tests.blank(2)) ->> 'dueDate', left(app.local_time(now() + interval '4 days'), 10), 'the date in the citizen''s hand stands');
select throws_ok(format('select tests.receive(6, %L)', tests.blank(2)), 'PT409', 'blank-used', 'a number is used once');
select throws_ok(format('select public.void_blank_slip(%L)', jsonb_build_object('protocol', 1, 'number', tests.number(2), 'reason', 'Nhòe mực')), 'PT409', 'blank-used', 'what is used is not spoilt');
select throws_ok(format('select public.void_blank_slip(%L)', jsonb_build_object('protocol', 1, 'number', tests.number(3), 'reason', ' ')), 'PT400', 'void-reason', 'spoilt with a reason');
select is(public.void_blank_slip(jsonb_build_object('protocol', 1, 'number', tests.number(3), 'reason', 'Nhòe mực')) ->> 'number', tests.number(3), 'spoilt');
select throws_ok(format('select tests.receive(6, %L)', tests.blank(3)), 'PT409', 'blank-used', 'and never used');
select is(jsonb_path_query_array(public.open_blank_slips('{"protocol": 1}'), '$.slips[*].number'), jsonb_build_array(tests.number(4)), 'one is left');
select is(public.staff_slip(jsonb_build_object('protocol', 1, 'slipId', (select id from public.slips where number = tests.number(2)))) #>> '{snapshot,number}', tests.number(2), 'the slip bears the number of the blank');
select tests.sign_in('elsewhere@test');
select is(public.open_blank_slips('{"protocol": 1}') -> 'slips', '[]', 'another office has its own');
select tests.as_anon();
select is(public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', tests.number(2), 'lookupCode', first #>> '{0,lookupCode}')) -> 'found', 'true', 'the paper finds the dossier') from blanks;
select is(public.lookup_dossier(jsonb_build_object('protocol', 1, 'code', tests.number(2), 'lookupCode', first #>> '{1,lookupCode}')), '{"found": false}', 'with its own lookup code only') from blanks;
select tests.sign_out();
select is((select snapshot -> 'blank' from public.slips where number = tests.number(2)), 'true', 'and says that it was typed in later');

-- Prints ------------------------------------------------------------------------------------------------------

create temp table slip as select id from public.slips where number = tests.number(2);
grant select on slip to authenticated, anon;
create function tests.print(number int) returns jsonb language sql as $$
	select public.note_print(jsonb_build_object('protocol', 1, 'printId', tests.id(3000 + number), 'slipId', (select id from pg_temp.slip)))
$$;
select tests.sign_in('elsewhere@test');
select throws_ok('select tests.print(1)', 'PT404', 'slip-unknown', 'another office prints nothing of ours');
select tests.sign_in('receiver@test');
select is(tests.print(1), '{"copy": 1}', 'printed');
select is(tests.print(1), '{"copy": 1}', 'noted once');
select is(tests.print(2), '{"copy": 2}', 'printed again');
select is(public.staff_slip(jsonb_build_object('protocol', 1, 'slipId', (select id from slip))) -> 'prints', '2', 'the desk sees how often');
select tests.sign_out();
select throws_ok('delete from public.slip_prints', 'PT403', 'record-immutable', 'nobody takes a print back');

select * from finish();
rollback;
