-- After a change of the calendar: which open dates it would move, and how the leader moves them, one event and one new
-- slip each. Nothing moves by itself, and what is finished stays as it was judged.
begin;
select plan(46);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object(
	'code', '1.00000' || number, 'field', 'ho-tich', 'title', 'Thủ tục ' || number, 'shortTitle', 'TT' || number,
	'clock', jsonb_build_object('supplement', policy), 'channels', jsonb_build_array(
		jsonb_build_object('kind', 'in-person', 'limit', time_limit::jsonb))
), repeat(number::text, 64))
from (values
	(1, 'restart', '{"unit": "working-day", "value": 5}'), (2, 'pause', '{"unit": "working-day", "value": 5}'), (3, 'restart', 'null'),
	(4, 'restart', '{"unit": "working-hour", "value": 40}'), (5, 'restart', '{"unit": "same-day"}'),
	(6, 'restart', '{"unit": "calendar-day", "value": 3}')
) as list (number, policy, time_limit);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 1) as year
on conflict do nothing;
create function tests.home() returns uuid language sql security definer as $$ select id from public.agencies where code = 'H99.01' $$;
create function tests.department() returns uuid language sql security definer as $$ select id from public.departments where name = 'Kinh tế' $$;
select tests.add_staff(role || '@test', tests.home(), tests.department(), role)
from unnest(array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']) as role;
select tests.add_staff('applicant@test', tests.home(), tests.department(), 'leader');
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.dossier(number int) returns public.dossiers language sql security definer as $$ select * from public.dossiers where id = tests.id(number) $$;
create function tests.file(number int, procedure int) returns void language sql security definer as $$
	insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		applicant_key, search_text, sort_at, submitted_at)
	select tests.id(file.number), 'DK-' || file.number, tests.home(), one.procedure_code, one.id, 1, 1, 'Nguyễn An',
		'{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung"}', '{}',
		case when file.number = 1 then app.hash_text('001188012345') end, 'nguyen an', now(), now()
	from public.procedure_versions as one where one.procedure_code = '1.00000' || file.procedure;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	values (tests.id(file.number), 1, gen_random_uuid(), 'file', 1, 'x');
$$;
create function tests.receive(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.receive_dossier(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'dossierId', tests.id(number), 'expectedVersion', 1,
		'departmentId', tests.department(), 'papers', '[{"name": "Giấy chứng sinh", "originals": 1, "certified": 0, "copies": 2}]'::jsonb) || more)
$$;
create function tests.preview(more jsonb default '{}') returns jsonb language sql as $$
	select public.preview_calendar_change('{"protocol": 1}' || more)
$$;
create function tests.closed(day text) returns jsonb language sql as $$ select jsonb_build_object('change', jsonb_build_object('day', day, 'kind', 'closure')) $$;
create function tests.change(call text, day text, more jsonb default '{}') returns jsonb language plpgsql as $$
declare
	request jsonb := jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'day', day, 'kind', 'closure', 'name', 'Mất điện',
		'source', 'Thông báo 5/TB', 'reason', 'thử', 'expectedRevision', (public.staff_calendar('{"protocol": 1, "year": 2026}') ->> 'revision')::int) || more;
begin
	return case call when 'save' then public.save_calendar_day(request) else public.remove_calendar_day(request) end;
end
$$;
create function tests.due_now(number int) returns text language sql security definer as $$
	select app.due_for(tests.dossier(number), (tests.dossier(number)).received_at) ->> 'dueDate'
$$;
create function tests.move(numbers int[], more jsonb default '{}', entry jsonb default '{}') returns jsonb language sql as $$
	select public.move_due_dates(jsonb_build_object('protocol', 1, 'actionId', gen_random_uuid(), 'reason', 'Mất điện cả ngày',
		'dossiers', (select jsonb_agg(jsonb_build_object('id', tests.id(n), 'expectedVersion', (tests.dossier(n)).version,
			'dueDate', app_due.due) || entry) from unnest(numbers) as n, lateral (select coalesce(tests.due_now(n), '2026-01-01') as due) as app_due)) || more)
$$;

select tests.file(number, procedure) from (values (1, 1), (2, 1), (3, 3), (4, 4), (5, 6), (6, 1), (7, 2)) as list (number, procedure);
select tests.sign_in('receiver@test');
select tests.receive(number) from unnest(array[1, 2, 4, 5, 6, 7]) as number;
select tests.receive(3, jsonb_build_object('dueDate', tests.working_day(3), 'dueBasis', 'Luật Hộ tịch Điều 9'));
select tests.sign_out();
-- 6 waits for papers, so it has no date; 7 has been signed.
update public.dossiers set status = 5, due_date = null, due_at = null where id = tests.id(6);
update public.dossiers set status = 9, finished_at = now() where id = tests.id(7);
-- The day the office will be closed: a working day on the way of 1 and 2, and the date promised to 3.
create temp table days as select tests.working_day(3) as closed, (tests.dossier(2)).due_date as was;
grant select on days to authenticated;

-- Preview ------------------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select is(tests.preview() - 'revision', '{"total": 0, "byHand": 0, "rows": [], "more": false}', 'on the calendar they were computed on no date moves');
create temp table seen as select tests.preview(tests.closed((select closed from days))) as answer;
grant select on seen to authenticated;
select is(
	(select jsonb_agg(one -> 'code' order by one ->> 'code') from seen, jsonb_array_elements(answer -> 'rows') as one where not (one ->> 'byHand')::boolean),
	(select jsonb_agg(code order by code) from (select (tests.dossier(n)).code from unnest(array[1, 2, 4, 5]) as n) as list),
	'a day off on the way moves the open ones; the waiting and the signed one stay'
);
select is((select answer -> 'total' from seen), '4', 'and they are counted');
select is(
	(select one - 'id' - 'version' - 'code' from seen, jsonb_array_elements(answer -> 'rows') as one where (one ->> 'byHand')::boolean),
	jsonb_build_object('byHand', true, 'dueDate', (select closed from days), 'due', null, 'newDueDate', null, 'newDue', null),
	'a date entered by hand that falls on it is listed, without a new one'
);
select is(
	(select one ->> 'newDueDate' from seen, jsonb_array_elements(answer -> 'rows') as one where one ->> 'id' = tests.id(2)::text),
	(select min(day)::date::text from days, generate_series(was + 1, was + 20, interval '1 day') as day
		where day::date::text = tests.working_day(day::date - app.local_time(now())::date)),
	'the new date is the next working day'
);
select is(
	(select array_agg(key order by key) from seen, jsonb_object_keys(answer -> 'rows' -> 0) as key),
	array['byHand', 'code', 'due', 'dueDate', 'id', 'newDue', 'newDueDate', 'version'],
	'an administrator sees codes and dates, nothing of what a dossier says'
);
select is((tests.preview() -> 'total'), '0', 'a preview changes nothing');
select is(
	jsonb_array_length(tests.preview(tests.closed((select closed from days)) || jsonb_build_object('after', jsonb_build_object(
		'id', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'dueDate', '2099-01-01'))) -> 'rows'), 0, 'a page begins where the last one ended'
);
select throws_ok(format('select tests.preview(%L)', more), 'PT400', key, 'refused: ' || more)
from (values
	('{"change": 5}', 'calendar-change'), ('{"change": {"day": "x"}}', 'calendar-day'), ('{"change": {"hours": []}}', 'office-hours'),
	('{"change": {"day": "2026-11-28", "kind": "closure"}}', 'calendar-weekday'), ('{"after": {"id": 1}}', 'request-malformed')
) as list (more, key);
select is(
	tests.preview('{"change": {"hours": [["09:00", "10:00"]]}}') -> 'rows' -> 0 ->> 'id', tests.id(4)::text, 'other office hours move hour limits only'
);
select is(tests.preview('{"change": {"hours": [["09:00", "10:00"]]}}') -> 'total', '1', 'and nothing else');

-- The list is what the clock says of each dossier alone ----------------------------------------------------

select tests.sign_out();
select tests.file(100 + n, 1 + n % 6) from generate_series(1, 60) as n;
update public.dossiers set status = 4, code = reference,
	received_at = (app.local_time(now())::date - n % 5 + time '13:30' + make_interval(mins => n * 7 % 210)) at time zone 'Asia/Ho_Chi_Minh',
	due_basis = case when 1 + n % 6 = 3 then 'luật' end
from generate_series(1, 60) as n where id = tests.id(100 + n);
insert into public.slips (id, dossier_id, agency_id, form, number, issued_by, snapshot)
select tests.id(200 + n), tests.id(100 + n), tests.home(), '02', n, (select id from public.staff limit 1), '{}' from generate_series(1, 20) as n;
insert into public.supplements (dossier_id, round, slip_id, requested_at, requested_name, until, lines, counts_late, after_receipt, closed_at, completed_at)
select tests.id(100 + n), 1, tests.id(200 + n), now() - interval '1 day', 'x', current_date, '[]', false, true, now(), now() from generate_series(1, 20) as n;
insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
select tests.id(100 + n), 2, gen_random_uuid(), 'resume', 4, 'x' from generate_series(1, 20) as n;
update public.dossiers as one set due_date = coalesce((answer ->> 'dueDate')::date, (select closed::date from days)),
	due_at = (answer ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh'
from (select id, app.due_for(d, d.received_at) as answer from public.dossiers as d) as clock
where clock.id = one.id and one.id between tests.id(101) and tests.id(160);
select set_config('app.calendar_on_trial', app.calendar_with(jsonb_build_object('day', (select closed from days), 'kind', 'closure'))::text, true);
create temp table alone as
select id, (answer ->> 'dueDate')::date as new_date, answer ->> 'due' as new_due
from (select d.*, app.due_for(d, d.received_at) as answer from public.dossiers as d where lane = 'working' and due_basis is null) as d
where (answer ->> 'dueDate')::date <> due_date or answer ->> 'due' is distinct from app.local_time(due_at);
select set_config('app.calendar_on_trial', '', true);
select results_eq(
	$$select id, new_date, new_due from app.dates_to_move(tests.home(), app.calendar_with(jsonb_build_object('day', (select closed from days), 'kind', 'closure')))
	where not by_hand order by id$$,
	'select id, new_date, new_due from alone order by id',
	'who shares a limit and a day shares the answer, and the answer is the clock''s own'
);
select cmp_ok((select count(*) from alone), '>', 15::bigint, 'among dossiers of every kind of limit');
select is(app.working_calendar(), app.stored_calendar(), 'and after that the stored calendar counts again');
delete from public.supplements where dossier_id between tests.id(101) and tests.id(160);
update public.dossiers set status = 10 where id between tests.id(101) and tests.id(160);

-- The change itself moves nothing ------------------------------------------------------------------------

-- 7 was received a month ago, due three days ago, and signed that very day: on time.
alter table public.dossiers disable trigger keep_dates;
update public.dossiers set received_at = now() - interval '30 days', due_date = app.local_time(now() - interval '3 days')::date,
	finished_at = now() - interval '3 days'
where id = tests.id(7);
alter table public.dossiers enable trigger keep_dates;
create temp table was as select id, due_date, due_at, finished_at from public.dossiers;
create temp table past as
select max(day)::date::text as day from generate_series(current_date - 25, current_date - 4, interval '1 day') as day
where extract(isodow from day) < 6 and day::date not in (select known.day from public.calendar_days as known);
grant select on past to authenticated;
select tests.sign_in('admin@test');
select tests.change('save', (select closed from days));
select tests.change('save', (select day from past));
select tests.sign_out();
select results_eq(
	'select id, due_date, due_at, finished_at from public.dossiers order by id', 'select * from was order by id',
	'neither a day ahead nor a past day moves any date by itself'
);
select is(
	app.local_time((tests.dossier(7)).finished_at)::date, (tests.dossier(7)).due_date,
	'and what was finished on its date stays on time: its own due date and its own end are compared, never the calendar'
);
select tests.sign_in('admin@test');
select isnt(tests.preview() -> 'rows' @> jsonb_build_array(jsonb_build_object('id', tests.id(7))), true, 'nothing finished is ever listed');
select tests.change('remove', (select day from past));

-- The leader moves ---------------------------------------------------------------------------------------

select tests.sign_in('admin@test');
select throws_ok('select tests.move(array[2])', 'PT403', 'role-missing', 'an administrator moves no date');
select tests.sign_in('receiver@test');
select throws_ok('select tests.move(array[2])', 'PT403', 'role-missing', 'nor does a receiver');
select tests.as_nobody();
select throws_ok('select tests.move(array[2])', 'PT403', 'not-staff', 'nor anybody else');
select tests.as_anon();
select throws_ok('select public.move_due_dates(''{"protocol": 1}'')', '42501', null, 'anon does not even ask');
select tests.sign_in('leader@test');
select throws_ok('select tests.move(array[2], ''{"reason": " "}'')', 'PT400', 'move-reason', 'never without a reason');
select throws_ok(format('select tests.move(array[2], %L)', more), 'PT400', 'move-list', 'refused: ' || more)
from unnest(array['{"dossiers": []}', '{"dossiers": [{"id": "x"}]}', '{"dossiers": "x"}']) as more;
select is(
	(select jsonb_object_agg(one ->> 'id', one -> 'why') from jsonb_array_elements(tests.move(array[3, 6, 7, 102]) -> 'skipped') as one),
	jsonb_build_object(tests.id(3), 'due-by-hand', tests.id(6), 'status-changed', tests.id(7), 'status-changed', tests.id(102), 'status-changed'),
	'a date by hand, a waiting and a finished dossier are left as they are'
);
select is(tests.move(array[2], '{}', '{"expectedVersion": 1}') #>> '{skipped,0,why}', 'version-stale', 'so is one somebody else worked on meanwhile');
select is(tests.move(array[2], '{}', '{"dueDate": "2026-01-05"}') #>> '{skipped,0,why}', 'due-differs', 'and one whose new date is not the one the leader saw');
select tests.sign_in('applicant@test');
select is(tests.move(array[1]) #>> '{skipped,0,why}', 'own-dossier', 'nobody moves the own dossier');
select isnt(tests.preview() -> 'rows' @> jsonb_build_array(jsonb_build_object('id', tests.id(1))), true, 'or sees it in the list');

select tests.sign_in('leader@test');
create temp table moves as
select tests.move(array[2, 4], '{"actionId": "00000000-0000-4000-a000-00000000abcd"}') as answer, (tests.dossier(2)).version as version;
grant select on moves to authenticated;
select is((select jsonb_array_length(answer -> 'moved') from moves), 2, 'two are moved in one go');
select is((tests.dossier(2)).due_date::text, tests.due_now(2), 'to what the calendar says now');
select is((tests.dossier(2)).first_due_date, (select was from days), 'the first date is kept');
select is((tests.dossier(2)).status, 2::smallint, 'the status stays');
select is(
	(select jsonb_build_array(action, from_status, to_status, actor_name, data ->> 'fromDate', data ->> 'dueDate', data ->> 'reason')
		from public.dossier_events where dossier_id = tests.id(2) order by sequence desc limit 1),
	jsonb_build_array('move-due', 2, 2, 'leader@test', (select was from days), tests.due_now(2), 'Mất điện cả ngày'),
	'the event says from when to when, why, and who'
);
select results_eq(
	$$select snapshot ->> 'dueDate', snapshot #>> '{replaces,dueDate}', snapshot ->> 'firstDueDate', snapshot #> '{papers,0,name}', number = snapshot ->> 'number'
	from public.slips where dossier_id = tests.id(2) order by number$$,
	$$select was::text, null, null, '"Giấy chứng sinh"'::jsonb, true from days
	union all
	select tests.due_now(2), was::text, was::text, '"Giấy chứng sinh"'::jsonb, true from days$$,
	'a new slip has the new date and the first one; the old slip still says the old'
);
select is(
	(select snapshot #>> '{replaces,number}' from public.slips where id = (
		select (one ->> 'slipId')::uuid from moves, jsonb_array_elements(answer -> 'moved') as one where one ->> 'id' = tests.id(2)::text
	)),
	(select min(number) from public.slips where dossier_id = tests.id(2)),
	'and which one it replaces'
);
select is(
	(select count(distinct snapshot ->> 'lookupCode') from public.slips where dossier_id = tests.id(2)), 1::bigint, 'both papers open the same dossier'
);
select is(
	tests.move(array[2, 4], '{"actionId": "00000000-0000-4000-a000-00000000abcd"}') -> 'moved', (select answer -> 'moved' from moves),
	'sent twice, the answer is the same'
);
select is((select count(*) from public.slips where dossier_id = tests.id(2)), 2::bigint, 'and no third slip is made');
select is(tests.move(array[2]) #>> '{skipped,0,why}', 'due-unmoved', 'what stands right is not moved again');
select isnt(tests.preview() -> 'rows' @> jsonb_build_array(jsonb_build_object('id', tests.id(2))), true, 'and is off the list');

select * from finish();
rollback;
