-- Every action × every status × every role moves exactly as app.transitions says; what is denied changes no row.
begin;
select plan(64);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(
	'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "clock": {"supplement": "restart"},
	"fees": [{"label": "Lệ phí", "kind": "amount", "amount": 8000, "unit": "bản"}], "channels": [{"kind": "online", "limit": {"unit": "working-day", "value": 3}}, {"kind": "in-person", "limit": {"unit": "same-day"}}]}', repeat('a', 64)
);
-- A year of only Mondays to Fridays, so that this file passes in any year.
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
insert into public.agencies (code, name, receives) values ('H99.02', 'Trung tâm xã bên', true);
insert into public.departments (agency_id, name) select id, 'Kinh tế' from public.agencies where code = 'H99.02';
create temp table desks as
select agencies.id as agency_id, departments.id as department_id, agencies.code || '/' || departments.name as name
from public.agencies join public.departments on departments.agency_id = agencies.id;
create function tests.desk(wanted text) returns uuid language sql as $$ select department_id from pg_temp.desks where name = wanted $$;
create temp table actors as
select account, roles, desk, account in ('receiver', 'officer', 'approver', 'leader', 'editor', 'admin') as has_one_role
from (values
	('receiver', array['receiver'], 'H99.01/Kinh tế'),
	('officer', array['officer'], 'H99.01/Kinh tế'),
	('approver', array['approver'], 'H99.01/Kinh tế'),
	('leader', array['leader'], 'H99.01/Kinh tế'),
	('editor', array['editor'], 'H99.01/Kinh tế'),
	('admin', array['admin'], 'H99.01/Kinh tế'),
	('allrounder', array['receiver', 'officer', 'approver'], 'H99.01/Kinh tế'),
	('guest', array['receiver', 'leader', 'officer', 'approver'], 'H99.01/Tư pháp – Hộ tịch'),
	('neighbour', array['officer', 'approver'], 'H99.01/Tư pháp – Hộ tịch'),
	('elsewhere', array['receiver', 'officer', 'approver', 'leader'], 'H99.02/Kinh tế'),
	('suspended', array['receiver', 'officer', 'approver', 'leader'], 'H99.01/Kinh tế'),
	('applicant', array['receiver', 'officer', 'approver', 'leader'], 'H99.01/Kinh tế'),
	('nobody', null, null),
	('anon', null, null)
) as people (account, roles, desk);
select tests.add_staff(account || '@test', desks.agency_id, desks.department_id, variadic roles)
from actors join desks on desks.name = actors.desk;
update public.staff set active = false where full_name = 'suspended@test';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

create function tests.staff(account text) returns uuid language sql security definer as $$ select id from public.staff where full_name = account || '@test' $$;
create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.add_dossier(number int, desk text) returns void language sql as $$
	insert into public.dossiers (id, reference, agency_id, department_id, procedure_code, version_id, status, version, channel, subject,
		applicant, payload, applicant_key, search_text, sort_at, submitted_at)
	select tests.id(add_dossier.number), 'DK-' || add_dossier.number, desks.agency_id, desks.department_id, '1.001193', version.id, 1, 7, 2,
		'Nguyễn An', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}', '{}',
		app.hash_text('001188012345'), 'nguyen an', now(), now()
	from pg_temp.desks, public.procedure_versions as version where desks.name = desk;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(add_dossier.number), 1, gen_random_uuid(), 'submit', 1, 'x');
$$;
select tests.add_dossier(1, 'H99.01/Kinh tế'), tests.add_dossier(2, 'H99.01/Kinh tế');

create function tests.lines() returns jsonb language sql as $$
	select '[{"id": "l1", "requirementId": "giay-chung-sinh", "name": "Giấy chứng sinh", "verdict": "wrong", "reason": "Ảnh mờ, không đọc được",
		"originals": 1, "certified": 0, "copies": 0}]'::jsonb
$$;
create function tests.request(action text, number int, more jsonb) returns jsonb language sql security definer as $$
	select jsonb_build_object('protocol', 1, 'actionId', tests.id(1000), 'dossierId', tests.id(number), 'expectedVersion', 7)
		|| case action
			when 'receive' then jsonb_build_object('departmentId', tests.desk('H99.01/Kinh tế'), 'papers', '[]'::jsonb)
			when 'return' then '{"recipientName": "Trần Bình"}'
			when 'supplement' then jsonb_build_object('until', tests.working_day(5), 'lines', tests.lines())
			when 'supplement-again' then jsonb_build_object('until', tests.working_day(5), 'lines', tests.lines(), 'again', '{"reason": "Thiếu chữ ký ở trang hai"}'::jsonb)
			when 'reply' then '{"text": "Mang bản chính là được."}'
			when 'refuse' then '{"reason": "Nơi đăng ký là xã khác", "rightPlace": "UBND xã bên"}'
			when 'settle' then jsonb_build_object('signedBy', tests.staff('approver'), 'recipientName', 'Trần Bình')
			when 'bill' then '{"amount": 120000, "reason": "Lệ phí trước bạ", "documentNumber": "12/TB"}'
			when 'paid' then '{"method": "cash", "receiptSeries": "AB/26", "receiptNumber": "0000123"}'
			when 'fee' then '{"fees": [{"label": "Lệ phí", "units": 1, "times": 2}], "method": "cash", "receiptNumber": "0000124"}'
			when 'extend' then jsonb_build_object('newDate', tests.working_day(9), 'reason', 'Chờ trích đo thửa đất')
			when 'halt' then '{"kind": "stop", "reason": "Đất đang có tranh chấp", "basis": "Luật Đất đai"}'
			when 'assign' then jsonb_build_object('staffId', tests.staff('officer'), 'reason', 'Chị Lan nghỉ ốm')
			when 'pass' then jsonb_build_object('staffId', tests.staff('officer'), 'reason', 'Chị phụ trách mảng này')
			when 'move' then jsonb_build_object('departmentId', tests.desk('H99.01/Tư pháp – Hộ tịch'), 'reason', 'Đúng chuyên môn')
			when 'consult' then jsonb_build_object('agency', 'Công an xã', 'question', 'Xác nhận nơi cư trú', 'until', tests.working_day(3))
			when 'consult-answer' then jsonb_build_object('waitId', tests.id(2000), 'outcome', 'answered', 'answer', 'Đúng nơi cư trú')
			when 'part-add' then '{"parts": [{"title": "Khai sinh", "agency": "UBND xã"}]}'
			when 'part-step' then jsonb_build_object('partId', tests.id(2001), 'step', 'done')
			when 'stage-done' then '{"number": 1}'
			when 'external' then '{"external": {"system": "Cổng DVCQG", "code": "G09.20-20260609-0092637"}}'
			when 'correct' then '{"reason": "Sai tên đệm", "officeFault": true, "resultNumber": "13/KS"}'
			else '{}' end
		|| more
$$;
create function tests.act(action text, number int default 1, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	request constant jsonb := tests.request(action, number, more);
begin
	return case action
		when 'receive' then public.receive_dossier(request)
		when 'start' then public.start_dossier(request)
		when 'finish' then public.finish_dossier(request)
		when 'return' then public.return_result(request)
		when 'supplement' then public.request_supplement(request)
		when 'supplement-again' then public.request_supplement(request)
		when 'reply' then public.reply_supplement(request)
		when 'resume' then public.resume_dossier(request)
		when 'refuse' then public.refuse_dossier(request)
		when 'withdraw' then public.withdraw_at_desk(request)
		when 'stop' then public.stop_dossier(request)
		when 'settle' then public.settle_same_day(request)
		when 'bill' then public.bill_dossier(request)
		when 'paid' then public.confirm_payment(request)
		when 'fee' then public.take_fee(request)
		when 'extend' then public.extend_dossier(request)
		when 'halt' then public.halt_dossier(request)
		when 'correct' then public.correct_result(request)
		when 'assign' then public.assign_dossier(request)
		when 'pass' then public.pass_dossier(request)
		when 'move' then public.move_dossier(request)
		when 'consult' then public.consult_agency(request)
		when 'consult-answer' then public.close_consultation(request)
		when 'part-add' then public.add_parts(request)
		when 'part-step' then public.step_part(request)
		when 'stage-done' then public.finish_stage(request)
		when 'external' then public.copy_external(request)
	end;
end
$$;
-- Everything an action may change, as one text.
create function tests.state() returns text language sql security definer as $$
	select md5(concat(
		(select string_agg(d::text, '' order by d::text) from public.dossiers as d),
		(select string_agg(e::text, '' order by e::text) from public.dossier_events as e),
		(select string_agg(s::text, '' order by s::text) from public.slips as s),
		(select string_agg(r::text, '' order by r::text) from public.supplements as r),
		(select string_agg(f::text, '' order by f::text) from public.dossier_files as f),
		(select string_agg(w::text, '' order by w::text) from public.waits as w),
		(select string_agg(p::text, '' order by p::text) from public.payments as p),
		(select string_agg(p::text, '' order by p::text) from public.dossier_parts as p),
		(select string_agg(t::text, '' order by t::text) from public.dossier_stages as t),
		(select string_agg(b::text, '' order by b::text) from app.blank_slips as b),
		(select string_agg(c::text, '' order by c::text) from app.number_counters as c),
		(select string_agg(l::text, '' order by l::text) from app.lookup_codes as l)
	))
$$;
-- What happened, in one line, and what happens when the same is sent once more; everything is undone again.
create function tests.outcome(account text, action text, status int, received boolean) returns text language plpgsql as $$
declare
	before text;
	answer text;
	said jsonb;
	after text;
begin
	begin
		update public.dossiers set status = outcome.status, channel = 1, received_at = case when received then now() end,
			supplement_rounds = (outcome.action = 'supplement-again')::int,
			due_date = case when received and outcome.status not in (5, 6) then tests.working_day(4)::date end,
			supplement_until = case when outcome.status = 5 then app.local_time(now())::date - 1 end
		where id = tests.id(1);
		insert into public.waits (dossier_id, kind, reason, from_name) select tests.id(1), 'money', 'Lệ phí', 'x' where outcome.status = 6;
		insert into public.waits (id, dossier_id, kind, reason, from_name) values (tests.id(2000), tests.id(1), 'agency', 'Nơi cư trú', 'x');
		insert into public.dossier_parts (id, dossier_id, position, title, agency, state) values (tests.id(2001), tests.id(1), 1, 'Khai sinh', 'UBND xã', 'running');
		insert into public.dossier_stages (dossier_id, run, number, name, time_limit, started_at)
		values (tests.id(1), 1, 1, 'Thẩm định', '{"unit": "working-day", "value": 3}', now());
		update public.dossiers set assigned_to = tests.staff(account) where id = tests.id(1) and outcome.action = 'pass';
		before := tests.state();
		begin
			perform tests.as_actor(account);
			said := tests.act(action);
			after := tests.state();
			if tests.act(action) is distinct from said or tests.state() <> after then
				raise exception 'sent again it is not the same';
			end if;
			perform tests.sign_out();
			select format('moved %s → %s, version %s, %s by %s', event.from_status, dossier.status, dossier.version, event.action, event.actor_name)
			into answer
			from public.dossiers as dossier
			join public.dossier_events as event on event.dossier_id = dossier.id and event.sequence = 2
			where dossier.id = tests.id(1) and event.to_status = dossier.status and event.action_id = tests.id(1000);
			if (select count(*) from public.dossier_events) <> 3 then
				answer := 'other events too';
			end if;
		exception when others then
			answer := sqlstate || ' ' || case when sqlstate = '42501' then 'denied' else sqlerrm end
				|| case when tests.state() <> before then ', but something changed' else '' end;
		end;
		raise exception using errcode = 'ZZ000';
	exception when sqlstate 'ZZ000' then
		return answer;
	end;
end
$$;
create temp table staff_actions as select distinct action from app.transitions
-- A bordereau is about many dossiers (570_routing), and dates are moved in a list, which skips what it may not move
-- (565_move_due_dates).
where role <> 'applicant' and action not in ('handover', 'taken', 'move-due');
create temp table outcomes as
select actors.account, action, status, received, actors.roles, actors.has_one_role, tests.outcome(actors.account, action, status, received) as answer
from actors, staff_actions, generate_series(1, 10) as status, unnest(array[true, false]) as received;

-- The table test --------------------------------------------------------------------------------------

create function tests.expected(account text, roles text[], action text, status int, received boolean) returns text language sql as $$
	select case
		when not roles && array['receiver', 'leader', 'officer', 'approver'] then 'PT404 dossier-unknown'
		when not exists (select 1 from app.transitions where transitions.action = expected.action and role = any (roles))
			then 'PT403 role-missing'
		else coalesce((
			select format('moved %s → %s, version 8, %s by %s@test', status, to_status, expected.action, account)
			from app.transitions
			where transitions.action = expected.action and from_status = status and role = any (roles)
				and coalesce(when_received = received, true)
			limit 1
		), 'PT409 status-changed')
	end
$$;
select is(
	(select string_agg(action, ' ' order by action) from staff_actions),
	'assign bill consult consult-answer correct extend external fee finish halt move paid part-add part-step pass receive refuse reply resume return settle stage-done start stop supplement supplement-again withdraw', 'every action staff may take is tried'
);
select results_eq(
	$$select account, action, status, received, answer from outcomes where has_one_role or account = 'allrounder' order by 1, 2, 3, 4$$,
	$$select account, action, status, received, tests.expected(account, roles, action, status, received)
	from outcomes where has_one_role or account = 'allrounder' order by 1, 2, 3, 4$$,
	'every role, in every status, moves as the table says, once though it is sent twice, and nothing else changes anything'
);
select is((select count(*) from outcomes where has_one_role), 3240::bigint, 'that is 27 actions × 10 statuses × received or not × 6 roles');
select results_eq(
	$$select status || ' ' || action || ' ' || account || case when count(*) = 2 then '' when bool_and(received) then ' (received)' else ' (not received)' end
	from outcomes where has_one_role and answer like 'moved%' group by status, action, account order by status, action collate "C", account$$,
	$$values
		('1 fee receiver'), ('1 receive receiver'), ('1 refuse receiver'), ('1 supplement receiver'), ('1 supplement-again leader'),
		('1 withdraw receiver'),
		('2 assign leader (received)'), ('2 external officer (received)'), ('2 external receiver (received)'), ('2 fee receiver'),
		('2 move leader (received)'), ('2 part-add officer (received)'), ('2 part-add receiver (received)'), ('2 part-step officer (received)'),
		('2 part-step receiver (received)'), ('2 pass officer (received)'), ('2 settle receiver'), ('2 start officer'),
		('2 withdraw receiver'),
		('4 assign leader (received)'), ('4 bill officer (received)'), ('4 consult officer (received)'), ('4 consult-answer officer (received)'),
		('4 extend approver (received)'), ('4 extend leader (received)'), ('4 external officer (received)'), ('4 external receiver (received)'),
		('4 fee receiver'), ('4 finish approver'), ('4 halt approver (received)'), ('4 halt leader (received)'), ('4 move leader (received)'),
		('4 part-add officer (received)'), ('4 part-add receiver (received)'), ('4 part-step officer (received)'), ('4 part-step receiver (received)'),
		('4 pass officer (received)'), ('4 stage-done leader (received)'), ('4 stage-done officer (received)'), ('4 supplement officer'), ('4 supplement receiver'), ('4 supplement-again leader'),
		('4 withdraw receiver'),
		('5 assign leader (received)'), ('5 consult-answer officer (received)'), ('5 external officer (received)'), ('5 external receiver (received)'),
		('5 halt approver (received)'), ('5 halt leader (received)'), ('5 move leader (received)'), ('5 part-add officer (received)'),
		('5 part-add receiver (received)'), ('5 part-step officer (received)'), ('5 part-step receiver (received)'),
		('5 pass officer (received)'), ('5 receive receiver (not received)'), ('5 refuse receiver (not received)'), ('5 reply officer'),
		('5 reply receiver'), ('5 resume officer (received)'), ('5 resume receiver (received)'), ('5 supplement-again leader'),
		('5 withdraw receiver'),
		('6 assign leader (received)'), ('6 consult-answer officer (received)'), ('6 external officer (received)'), ('6 external receiver (received)'),
		('6 move leader (received)'), ('6 paid officer (received)'), ('6 paid receiver (received)'), ('6 part-add officer (received)'),
		('6 part-add receiver (received)'), ('6 part-step officer (received)'), ('6 part-step receiver (received)'),
		('6 pass officer (received)'), ('6 withdraw receiver'),
		('7 stop receiver'),
		('9 correct approver'), ('9 external officer (received)'), ('9 external receiver (received)'), ('9 fee receiver'),
		('9 part-step officer (received)'), ('9 part-step receiver (received)'), ('9 return receiver'),
		('10 correct approver'), ('10 external officer (received)'), ('10 external receiver (received)'), ('10 part-step officer (received)'),
		('10 part-step receiver (received)')$$,
	'these cells move, written out by hand, and no other'
);
select is_empty(
	format('select * from outcomes where account = %L and answer <> %L', account, answer), format('%s: always %s', account, answer)
)
from (values
	('neighbour', 'PT404 dossier-unknown'), ('elsewhere', 'PT404 dossier-unknown'), ('suspended', 'PT403 not-staff'),
	('nobody', 'PT403 not-staff'), ('applicant', 'PT403 own-dossier'), ('anon', '42501 denied')
) as actors (account, answer);
select is_empty(
	$$select action, status, received, answer from outcomes
	where account = 'guest' and answer is distinct from
		tests.expected('guest', array['receiver', 'leader'], action, status, received)$$,
	'who is also a receiver does not process the dossiers of another department'
);

-- The request -----------------------------------------------------------------------------------------

create temp table start_state as select tests.state() as value;
grant select on start_state, desks to authenticated;
select tests.sign_in('receiver@test');
select throws_ok(format('select public.%s(''%s'')', function_name, request), status, key, function_name || ' refuses ' || about)
from unnest(array['receive_dossier', 'start_dossier', 'finish_dossier', 'return_result']) as function_name, (values
	('[]', 'PT400', 'request-malformed', 'a list'), ('{}', 'PT426', 'protocol-version', 'no protocol'),
	('{"protocol": 1}', 'PT400', 'id-malformed', 'no action id'),
	('{"protocol": 1, "actionId": "00000000-0000-4000-a000-000000001000", "dossierId": 1}', 'PT400', 'id-malformed', 'no dossier id'),
	('{"protocol": 1, "actionId": "00000000-0000-4000-a000-000000001000", "dossierId": "00000000-0000-4000-a000-000000000999"}',
		'PT404', 'dossier-unknown', 'an unknown dossier')
) as cases (request, status, key, about);
select throws_ok(format('select tests.act(''receive'', 1, %L)', more), status, key, 'receive refuses ' || about) from (values
	('{"expectedVersion": 6}', 'PT409', 'version-stale', 'an old version'),
	('{"expectedVersion": 8}', 'PT409', 'version-stale', 'a version of the future'),
	('{"expectedVersion": "7"}', 'PT409', 'version-stale', 'a version as text'),
	('{"expectedVersion": null}', 'PT409', 'version-stale', 'no version'),
	('{"departmentId": null}', 'PT400', 'department-unknown', 'no department'),
	('{"departmentId": "00000000-0000-4000-a000-000000000001"}', 'PT400', 'department-unknown', 'an unknown department'),
	('{"papers": {}}', 'PT400', 'papers-malformed', 'papers that are no list'),
	('{"papers": null}', 'PT400', 'papers-malformed', 'papers null'),
	('{"papers": [{"name": "x"}]}', 'PT400', 'papers-malformed', 'a paper without counts'),
	('{"papers": [{"name": "Giấy", "originals": "1", "certified": 0, "copies": 0}]}', 'PT400', 'papers-malformed', 'a count that is a text'),
	('{"papers": [{"name": "Giấy", "originals": 1.5, "certified": 0, "copies": 0}]}', 'PT400', 'papers-malformed', 'half a paper'),
	('{"papers": [{"name": "Giấy", "originals": -1, "certified": 0, "copies": 0}]}', 'PT400', 'papers-malformed', 'less than no paper'),
	('{"papers": [{"name": "Giấy", "originals": 1000, "certified": 0, "copies": 0}]}', 'PT400', 'papers-malformed', 'a thousand papers'),
	('{"papers": [{"name": "", "originals": 1, "certified": 0, "copies": 0}]}', 'PT400', 'papers-malformed', 'a paper without name'),
	('{"papers": [{"name": "Giấy\u0007", "originals": 1, "certified": 0, "copies": 0}]}', 'PT400', 'request-malformed', 'a control character')
) as cases (more, status, key, about);
select throws_ok(
	$$select public.receive_dossier(tests.request('receive', 1, '{}') - 'expectedVersion')$$, 'PT409', 'version-stale', 'receive refuses a version left out'
);
select throws_ok(
	format('select tests.act(''receive'', 1, jsonb_build_object(''departmentId'', %L))', department_id), 'PT400', 'department-unknown',
	'receive refuses a department of another agency'
) from desks where name = 'H99.02/Kinh tế';
select is(tests.state(), (select value from start_state), 'what was refused changed nothing');

-- Replays ---------------------------------------------------------------------------------------------

create temp table answers as select tests.act('receive') as first, tests.act('receive') as second;
select is((select first from answers), (select second from answers), 'the same action again answers the same');
select is(tests.act('receive', 1, '{"expectedVersion": 99, "papers": "other"}'), (select first from answers), 'whatever else it says');
select throws_ok('select tests.act(''receive'', 2)', 'PT409', 'action-id-used', 'the id is not used for another dossier');
select throws_ok(
	'select tests.act(''return'', 1)', 'PT409', 'action-id-used', 'nor for another action'
);
select tests.sign_out();
select is((select count(*) from public.dossier_events where dossier_id = tests.id(1)), 2::bigint, 'there is one event of it');
select is((select count(*) from public.slips), 1::bigint, 'and one slip');
select is((select version from public.dossiers where id = tests.id(1)), 8, 'and one version more');
select tests.sign_in('allrounder@test');
select throws_ok('select tests.act(''receive'', 1)', 'PT409', 'action-id-used', 'a colleague''s action id is no key to their answer');
select tests.sign_out();

-- What the later actions keep -------------------------------------------------------------------------

select tests.sign_in('allrounder@test');
select is(tests.act('start', 1, jsonb_build_object('actionId', tests.id(1001), 'expectedVersion', 8)), '{"status": 4}', 'start');
select throws_ok(
	format('select tests.act(''finish'', 1, ''%s'')', jsonb_build_object('actionId', tests.id(1002), 'expectedVersion', 9, 'resultNumber', repeat('x', 61))),
	'PT400', 'text-too-long', 'a result number is no novel'
);
select is(
	tests.act('finish', 1, jsonb_build_object('actionId', tests.id(1002), 'expectedVersion', 9, 'resultNumber', ' 12/KS ')), '{"status": 9}',
	'finish'
);
select throws_ok(
	format('select tests.act(''return'', 1, ''%s'')', jsonb_build_object('actionId', tests.id(1003), 'expectedVersion', 10, 'recipientName', ' ')),
	'PT400', 'recipient-name', 'somebody takes the result'
);
select is(
	tests.act('return', 1, jsonb_build_object('actionId', tests.id(1003), 'expectedVersion', 10, 'recipientName', 'Trần Bình', 'proxy', true)),
	'{"status": 10}', 'return'
);
select tests.sign_out();
select results_eq(
	format('select sequence, action, from_status, to_status, data - ''answer'' from public.dossier_events where dossier_id = %L and sequence > 2 order by 1', tests.id(1)),
	$$values (3, 'start', 2::smallint, 4::smallint, '{"assignedTo": "allrounder@test"}'::jsonb), (4, 'finish', 4::smallint, 9::smallint, '{"resultNumber": "12/KS"}'),
		(5, 'return', 9::smallint, 10::smallint, '{"recipientName": "Trần Bình", "proxy": true, "originals": []}')$$, 'the history tells it all, in order'
);
select results_eq(
	format('select version, finished_at is not null, returned_at is not null from public.dossiers where id = %L', tests.id(1)),
	'values (11, true, true)', 'and the dossier shows its end'
);

select * from finish();
rollback;
