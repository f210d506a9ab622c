-- Visits are counted from what happens, once each; and who came in vain is noted with one tap.
begin;
select plan(66);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "Đăng ký khai sinh", "shortTitle": "Khai sinh", "onlineLevel": "full",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 5}},
	{"kind": "post", "limit": {"unit": "working-day", "value": 5}}, {"kind": "in-person", "limit": {"unit": "working-day", "value": 5}}],
	"requirements": [{"id": "to-khai"}, {"id": "giay-chung-sinh"}]}', repeat('a', 64));
select app.seed_procedure('{"code": "2.000815", "field": "ho-tich", "title": "Sao y", "shortTitle": "Sao y", "onlineLevel": "none",
	"clock": {"supplement": "restart"}, "channels": [{"kind": "in-person", "limit": {"unit": "same-day"}}], "requirements": [{"id": "ban-chinh"}]}', repeat('b', 64));
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year on conflict do nothing;
insert into public.agencies (code, parent_id, name, receives) select 'H99.02', id, 'Xã bên', true from public.agencies where code = 'H99';
select tests.add_staff(account || '@test', agencies.id, departments.id, variadic roles)
from (values
	('receiver', 'H99.01', 'Kinh tế', array['receiver']), ('officer', 'H99.01', 'Kinh tế', array['officer']),
	('approver', 'H99.01', 'Kinh tế', array['approver']), ('neighbour', 'H99.01', 'Tư pháp – Hộ tịch', array['officer']),
	('leader', 'H99.01', 'Kinh tế', array['leader']), ('editor', 'H99.01', null, array['editor']), ('admin', 'H99.01', null, array['admin']),
	('relative', 'H99.01', 'Kinh tế', array['receiver']), ('elsewhere', 'H99.02', null, array['receiver'])
) as people (account, agency, department, roles)
join public.agencies on agencies.code = agency
left join public.departments on departments.agency_id = agencies.id and departments.name = department;
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'relative@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.department() returns uuid language sql security definer as $$
	select departments.id from public.departments join public.agencies on agencies.id = agency_id and agencies.code = 'H99.01' where departments.name = 'Kinh tế'
$$;
create function tests.day(days int) returns text language sql as $$ select tests.working_day(days) $$;
create function tests.request(number int, more jsonb default '{}') returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number),
		'expectedVersion', (select version from public.dossiers where id = tests.id(number))) || more
$$;
create function tests.file(number int, visit int, channel int, more jsonb default '{}') returns void language sql as $$
	select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'visitId', tests.id(visit),
		'channel', channel, 'procedureCode', '1.001193', 'contentHash', repeat('a', 64), 'applicant', '{"fullName": "Cụ Bà Đi Chợ", "address": "Xóm Chợ"}'::jsonb,
		'subject', 'Cháu Của Cụ', 'answers', '{}'::jsonb, 'form', '{}'::jsonb, 'papers', '[]'::jsonb, 'identityCheck', 'known', 'source', 'typed') || more)
$$;
create function tests.receive(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.receive_dossier(tests.request(number, jsonb_build_object('departmentId', tests.department(), 'papers', '[]'::jsonb) || more))
$$;
create function tests.ask(number int) returns jsonb language sql as $$
	select public.request_supplement(tests.request(number, jsonb_build_object('until', tests.day(5), 'lines',
		'[{"id": "l1", "requirementId": "giay-chung-sinh", "name": "Giấy chứng sinh", "verdict": "missing", "reason": "Chưa có", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)))
$$;
create function tests.paper() returns jsonb language sql as $$ select '{"papers": [{"name": "Giấy chứng sinh", "originals": 1, "certified": 0, "copies": 0}]}'::jsonb $$;
-- Time of a test stands still: what happened so far is moved back to before this day.
create function tests.let_pass(number int, span interval) returns void language plpgsql security definer as $$
declare
	event public.dossier_events;
	previous text;
begin
	alter table public.dossier_events disable trigger keep_events;
	for event in select * from public.dossier_events where dossier_id = tests.id(number) order by sequence loop
		event.at := event.at - span;
		previous := app.event_hash(previous, event);
		update public.dossier_events set at = event.at, hash = previous where id = event.id;
	end loop;
	alter table public.dossier_events enable trigger keep_events;
	alter table app.vain_notes disable trigger keep_vain_notes;
	update app.vain_notes set at = at - span, noted_at = noted_at - span where dossier_id = tests.id(number);
	alter table app.vain_notes enable trigger keep_vain_notes;
	perform app.rebuild_visits(tests.id(number));
end
$$;
create function tests.visits(number int) returns text language sql security definer as $$
	select coalesce(string_agg(kind, ', ' order by at, id), 'none') from app.visits where dossier_id = tests.id(number)
$$;
-- A phone's dossier: its secret, its answers.
create function tests.add(number int, status int, citizen text default '001188099999') returns void language sql security definer as $$
	insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, finalized_at)
	select tests.id(add.number), app.hash_text('a-secret-of-the-phone-0123456789'), '{}', agencies.id, version.id, 'x', now()
	from public.agencies, public.procedure_versions as version where agencies.code = 'H99.01' and version.procedure_code = '1.001193';
	insert into public.dossiers (id, reference, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, applicant_key, search_text, sort_at, submitted_at)
	select tests.id(add.number), 'DK-' || add.number, departments.agency_id, departments.id, '1.001193', version.id, add.status, 2, 'Nguyễn An',
		jsonb_build_object('fullName', 'Trần Bình', 'citizenId', citizen), '{}', app.hash_text(citizen), 'nguyen an', now(), now()
	from public.departments, public.procedure_versions as version where departments.id = tests.department() and version.procedure_code = '1.001193';
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add.number), 1, gen_random_uuid(), 'submit', add.status, 'Trần Bình');
$$;
create function tests.answer(number int, kind text) returns void language plpgsql security definer as $$
declare
	answer jsonb;
begin
	answer := jsonb_build_object('protocol', 1, 'id', gen_random_uuid(), 'dossierId', tests.id(number), 'secret', 'a-secret-of-the-phone-0123456789',
		'supplementId', (select id from public.supplements where dossier_id = tests.id(number) and closed_at is null));
	perform public.open_answer(answer || jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('lineId', 'l1', 'kind', kind)
		|| case kind when 'question' then '{"text": "Nộp ở đâu?"}'::jsonb else '{"reason": "cannot-find", "text": "Bệnh viện đã mất sổ"}'::jsonb end)));
	perform public.finalize_answer(answer);
end
$$;

-- What brings somebody to the desk --------------------------------------------------------------------------

select tests.sign_in('receiver@test');
select tests.file(1, 901, 1);
select is(tests.visits(1), 'intake', 'a matter filed at the counter');
select tests.receive(1);
select is(tests.visits(1), 'intake', 'its receipt is the same visit');
select tests.file(2, 902, 2);
select is(tests.visits(2), 'intake', 'filed online with help: somebody stands at the desk');
select tests.file(3, 903, 3);
select is(tests.visits(3), 'none', 'what came by post brought nobody');
select tests.receive(3, tests.paper());
select is(tests.visits(3), 'none', 'nor does its receipt');
select tests.sign_out();
select tests.add(4, 1);
select is(tests.visits(4), 'none', 'filed by phone');

-- Supplements
select tests.sign_in('receiver@test');
select tests.file(5, 905, 1);
select tests.ask(5);
select is(tests.visits(5), 'intake', 'being sent home with a slip is part of the first visit');
select tests.let_pass(5, '3 days');
select tests.receive(5, tests.paper());
select is(tests.visits(5), 'intake, supplement', 'brought to the desk, before receipt');
select tests.ask(4);
select tests.sign_out();
select tests.answer(4, 'question');
select tests.sign_in('receiver@test');
select public.reply_supplement(tests.request(4, '{"text": "Xin cấp lại ở bệnh viện"}'));
select is(tests.visits(4), 'none', 'a question and its answer bring nobody');
select tests.sign_out();
select tests.answer(4, 'cannot-get');
select tests.sign_in('receiver@test');
select tests.receive(4, tests.paper());
select is(tests.visits(4), 'none', 'answered by phone and received: nobody came');
select tests.sign_out();
select tests.add(6, 1);
select tests.sign_in('receiver@test');
select tests.ask(6);
select tests.sign_out();
select tests.answer(6, 'question');
select tests.sign_in('receiver@test');
select tests.receive(6, tests.paper());
select is(tests.visits(6), 'supplement', 'the phone only asked: the papers were brought');
select tests.sign_out();
update public.dossiers set status = 4 where id = tests.id(1);
select tests.sign_in('officer@test');
select tests.ask(1);
select tests.let_pass(1, '2 days');
select public.resume_dossier(tests.request(1, '{"papers": []}'));
select is(tests.visits(1), 'intake', 'going on without papers brings nobody');
select tests.sign_in('receiver@test');
select tests.file(15, 915, 1);
select tests.receive(15);
select tests.sign_out();
update public.dossiers set status = 4 where id = tests.id(15);
select tests.sign_in('officer@test');
select tests.ask(15);
select tests.let_pass(15, '2 days');
select public.resume_dossier(tests.request(15, tests.paper()));
select is(tests.visits(15), 'intake, supplement', 'with papers handed over at the desk: a visit');
select tests.sign_out();
update public.dossiers set status = 4 where id = tests.id(3);
select tests.sign_in('officer@test');
select tests.ask(3);
select public.resume_dossier(tests.request(3, tests.paper()));
select is(tests.visits(3), 'none', 'papers of a dossier that came by post came by post');

-- Results
select tests.let_pass(15, '2 days');
select tests.sign_out();
update public.dossiers set status = 9 where id in (tests.id(15), tests.id(2), tests.id(3));
select tests.sign_in('receiver@test');
select public.return_result(tests.request(15, '{"recipientName": "Con Của Cụ", "proxy": true, "proxyPaper": "Giấy ủy quyền"}'));
select is(tests.visits(15), 'intake, supplement, pick-up', 'handed out, to a proxy as well');
select public.return_result(tests.request(2, '{"recipientName": "Cụ Bà Đi Chợ"}'));
select is(tests.visits(2), 'intake', 'handed out within 90 minutes of the filing: one visit');
select public.return_result(tests.request(3, '{"post": {"number": "EB 123 VN", "address": "Xóm Chợ, xã Bến Đò"}}'));
select is(tests.visits(3), 'none', 'posted: nobody came');
select tests.file(7, 907, 1, '{"procedureCode": "2.000815"}');
select tests.receive(7, '{"slip": false}');
select public.settle_same_day(tests.request(7, jsonb_build_object('signedBy', (select id from public.staff where full_name = 'approver@test'), 'recipientName', 'Cụ Bà')));
select is(tests.visits(7), 'intake', 'filed and handed out in one sitting: one visit');

-- The edge of a visit
select tests.file(8, 908, 1);
select tests.let_pass(8, interval '90 minutes' - interval '1 second');
select public.withdraw_at_desk(tests.request(8));
select is(tests.visits(8), 'intake', 'a second before 90 minutes it is the same visit');
select tests.file(9, 909, 1);
select tests.let_pass(9, '90 minutes');
select public.withdraw_at_desk(tests.request(9));
select is(tests.visits(9), 'intake, other', 'after 90 minutes it is another');
select tests.let_pass(9, '1 day');
select public.stop_dossier(tests.request(9, '{"originals": []}'));
select is(tests.visits(9), 'intake, other', 'confirmed without anything to give back');
select tests.let_pass(8, '1 day');
select public.stop_dossier(tests.request(8, '{"originals": ["Giấy chứng sinh"]}'));
select is(tests.visits(8), 'intake, other', 'originals given back over the desk');

-- Withdrawn from the phone
select tests.sign_out();
update public.dossiers set status = 2 where id = tests.id(4);
select public.withdraw_dossier(jsonb_build_object('protocol', 1, 'id', tests.id(4), 'secret', 'a-secret-of-the-phone-0123456789'));
select is(tests.visits(4), 'none', 'withdrawn by phone');

-- One sitting
select tests.sign_in('receiver@test');
select tests.file(10, 910, 1);
select tests.file(11, 910, 1);
select tests.sign_out();
select results_eq(
	$$select count(*), count(distinct visit_key), min(visit_key::text) from app.visits where dossier_id in (tests.id(10), tests.id(11))$$,
	format('values (2::bigint, 1::bigint, %L)', tests.id(910)), 'two matters of one sitting: each its visit, for the office one'
);

-- A blank slip typed in later
select tests.sign_in('receiver@test');
create temp table blank as
select public.reserve_blank_slips(jsonb_build_object('protocol', 1, 'actionId', tests.id(701), 'count', 1)) #>> '{slips,0,number}' as number;
select tests.sign_out();
update app.blank_slips set reserved_at = now() - interval '3 days';
select tests.sign_in('receiver@test');
select tests.file(12, 912, 1);
select tests.receive(12, jsonb_build_object('blank', jsonb_build_object('number', (select number from blank),
	'receivedAt', to_char(now() at time zone interval '7 hours' - interval '2 days', 'YYYY-MM-DD"T"HH24:MI'), 'dueDate', tests.day(3))));
select tests.sign_out();
select results_eq(
	$$select kind, date_trunc('minute', at) from app.visits where dossier_id = tests.id(12)$$,
	$$values ('intake', date_trunc('minute', now() - interval '2 days'))$$, 'typed in later: the visit was when the slip was written'
);

-- Cash at the desk
select tests.sign_in('receiver@test');
select tests.file(13, 913, 1);
select tests.let_pass(13, '1 day');
select tests.sign_out();
insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
select tests.id(13), 2, gen_random_uuid(), 'paid', 1, 1, id, full_name, '{"method": "transfer"}' from public.staff where full_name = 'receiver@test';
select is(tests.visits(13), 'intake', 'paid from home');
insert into public.dossier_events (dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
select tests.id(13), 3, gen_random_uuid(), 'paid', 1, 1, id, full_name, '{"method": "cash"}' from public.staff where full_name = 'receiver@test';
select is(tests.visits(13), 'intake, other', 'paid in cash: over the desk');

-- In vain ---------------------------------------------------------------------------------------------------

create function tests.vain(action int, more jsonb) returns jsonb language sql as $$
	select public.note_vain_visit(jsonb_build_object('protocol', 1, 'actionId', tests.id(action)) || more)
$$;
create function tests.mend(action int, visit int, more jsonb) returns jsonb language sql as $$
	select public.mend_vain_visit(jsonb_build_object('protocol', 1, 'actionId', tests.id(action), 'visitId', tests.id(visit)) || more)
$$;
create function tests.of(number int) returns jsonb language sql as $$ select jsonb_build_object('dossierId', tests.id(number)) $$;
create function tests.noted(visit int) returns text language sql security definer as $$
	select concat_ws(' ', coalesce(reason, '-'), papers::text) from app.vain_visits where visit_id = tests.id(visit)
$$;
select tests.let_pass(10, '1 day');
select tests.sign_in('receiver@test');
select is(tests.vain(801, tests.of(10)) - 'at', jsonb_build_object('visitId', tests.id(801)), 'one tap');
select is(tests.visits(10), 'intake, in-vain', 'and it counts');
select is(tests.vain(801, tests.of(10)) ->> 'visitId', tests.id(801)::text, 'tapped again on a slow line: the same answer');
select is(tests.visits(10), 'intake, in-vain', 'and once');
select throws_ok($$select tests.vain(801, tests.of(11))$$, 'PT409', 'action-id-used', 'the id of another visit');
select is(tests.noted(801), '- {}', 'nothing said yet');
select tests.mend(802, 801, '{"papers": ["giay-chung-sinh", "giay-chung-sinh"]}');
select is(tests.noted(801), 'lacks-paper {giay-chung-sinh}', 'what was lacking, said right after');
select is(tests.mend(802, 801, '{"papers": ["giay-chung-sinh"]}'), jsonb_build_object('visitId', tests.id(801), 'undone', false), 'sent again: the same answer');
select throws_ok($$select tests.mend(802, 801, '{"undo": true}')$$, 'PT409', 'action-id-used', 'the id of another change');
select throws_ok($$select tests.mend(801, 801, '{}')$$, 'PT409', 'action-id-used', 'the id of the tap itself');
select tests.mend(803, 801, '{"reason": "officer-away"}');
select is(tests.noted(801), 'officer-away {}', 'the latest counts');
select throws_ok(format('select tests.mend(804, 801, %L)', wrong), 'PT400', key, why)
from (values
	('{"papers": ["cmnd"]}', 'vain-papers', 'no paper of this procedure'), ('{"papers": "giay-chung-sinh"}', 'vain-papers', 'no list'),
	('{"reason": "xyz"}', 'vain-reason', 'an unknown reason'), ('{"reason": "closed", "papers": ["to-khai"]}', 'vain-reason', 'two reasons at once')
) as list (wrong, key, why);
select is(tests.mend(805, 801, '{"undo": true}'), jsonb_build_object('visitId', tests.id(801), 'undone', true), 'taken back');
select is(tests.visits(10), 'intake', 'and it does not count');
select throws_ok($$select tests.mend(806, 801, '{"reason": "other"}')$$, 'PT409', 'visit-settled', 'nothing is said of what was taken back');
select tests.vain(810, '{"procedureCode": "1.001193", "papers": ["to-khai"]}');
select tests.sign_out();
select results_eq(
	$$select kind, dossier_id, procedure_code from app.visits where visit_key = tests.id(810)$$,
	$$values ('in-vain', null::uuid, '1.001193')$$, 'before there is a dossier'
);
select tests.sign_in('receiver@test');
select tests.mend(811, 810, '{"reason": "wrong-place"}');
select tests.sign_out();
select is((select count(*) from app.visits where visit_key = tests.id(810)), 1::bigint, 'said more of it: still one');
select tests.sign_in('receiver@test');
select tests.mend(812, 810, '{"undo": true}');
select tests.sign_out();
select is((select count(*) from app.visits where visit_key = tests.id(810)), 0::bigint, 'and gone when taken back');
select tests.sign_in('receiver@test');
select tests.vain(820, tests.of(11));
select tests.vain(821, tests.of(11));
select is(tests.visits(11), 'intake', 'while something is done for them it is no visit in vain');
select tests.let_pass(11, '4 minutes');
select throws_ok($$select tests.mend(822, 820, '{"undo": true}')$$, 'PT409', 'visit-settled', 'later than three minutes it stays');
select lives_ok($$select tests.mend(823, 820, '{"reason": "closed"}')$$, 'but may still be explained');
select tests.let_pass(11, '12 minutes');
select throws_ok($$select tests.mend(824, 820, '{"reason": "other"}')$$, 'PT409', 'visit-settled', 'for a quarter of an hour');

-- Who may
select tests.sign_out();
create temp table others (account text);
insert into others values ('approver'), ('leader'), ('editor'), ('admin');
grant select on others to authenticated;
create function tests.refusal(account text, statement text) returns text language plpgsql as $$
begin
	perform tests.as_actor(account);
	execute statement;
	return 'ok';
exception when others then
	return sqlerrm;
end
$$;
select tests.as_actor('anon');
select throws_ok('select tests.vain(830, tests.of(11))', '42501', null, 'nobody without an account');
select tests.as_nobody();
select throws_ok('select tests.vain(830, tests.of(11))', 'PT403', 'not-staff', 'nobody who is not on the staff');
select throws_ok('select tests.mend(830, 820, ''{}'')', 'PT403', 'not-staff', 'nor what was said');
select is((select string_agg(distinct tests.refusal(account, 'select tests.vain(831, ''{"procedureCode": "1.001193"}'')'), ',') from others), 'role-missing', 'who stands at no desk');
select tests.sign_in('neighbour@test');
select throws_ok('select tests.vain(832, tests.of(1))', 'PT404', 'dossier-unknown', 'an officer of another department');
select tests.sign_in('officer@test');
select lives_ok('select tests.vain(833, tests.of(1))', 'the officer whose department has it');
select tests.sign_in('elsewhere@test');
select throws_ok('select tests.vain(834, tests.of(1))', 'PT404', 'dossier-unknown', 'another office');
select throws_ok('select tests.mend(835, 833, ''{"undo": true}'')', 'PT404', 'visit-unknown', 'nobody else''s tap');
select tests.sign_in('relative@test');
select tests.sign_out();
select tests.add(14, 1, '001188012345');
select tests.sign_in('relative@test');
select throws_ok('select tests.vain(836, tests.of(14))', 'PT404', 'dossier-unknown', 'one''s own dossier');
select tests.sign_in('receiver@test');
select throws_ok('select tests.vain(837, ''{"procedureCode": "9.999999"}'')', 'PT404', 'procedure-unknown', 'an unknown procedure');
select throws_ok('select tests.vain(838, ''{}'')', 'PT404', 'procedure-unknown', 'about nothing');
select tests.sign_out();
select throws_ok('update app.vain_notes set reason = ''other''', 'PT403', 'record-immutable', 'what was noted stays');

-- Written anew from what happened, all is as it is.
create temp table kept as select dossier_id, at, kind, visit_key from app.visits where dossier_id is not null;
select app.rebuild_visits(id) from public.dossiers;
select cmp_ok((select count(*) from kept), '>', 15::bigint, 'there are visits to compare');
select set_eq('table kept', 'select dossier_id, at, kind, visit_key from app.visits where dossier_id is not null', 'rebuilt from the events: the same visits');

select * from finish();
rollback;
