-- Receiving: the dossier code, the due date (from the clock, or entered with its law), the slip with all of Mẫu 01.
begin;
select plan(44);

select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
select app.seed_procedure(jsonb_build_object(
	'code', '1.00000' || number, 'field', 'ho-tich', 'title', 'Thủ tục ' || number, 'shortTitle', 'TT' || number,
	'clock', '{"supplement": "restart"}'::jsonb, 'channels', jsonb_build_array(
		jsonb_build_object('kind', 'in-person', 'limit', '{"unit": "working-day", "value": 99}'::jsonb),
		jsonb_build_object('kind', 'online', 'limit', time_limit::jsonb))
), repeat(number::text, 64))
from (values (1, '{"unit": "working-day", "value": 3}'), (2, 'null'), (3, '{"unit": "working-hour", "value": 4}')) as list (number, time_limit);
insert into public.calendar_years (year, status, source)
select year, 'complete', 'test' from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
on conflict do nothing;
update public.agencies set lookup_url = 'https://xa.test/tra-cuu' where code = 'H99.01';
select tests.add_staff('receiver@test', agencies.id, null, 'receiver'), tests.add_staff('officer@test', agencies.id, null, 'officer'),
	tests.add_staff('applicant@test', agencies.id, null, 'receiver')
from public.agencies where code = 'H99.01';
insert into app.staff_identities (staff_id, citizen_id_hash)
select id, app.hash_text('001188012345') from public.staff where full_name = 'applicant@test';

create function tests.id(number int) returns uuid language sql as $$ select ('00000000-0000-4000-a000-' || lpad(number::text, 12, '0'))::uuid $$;
create function tests.submit(number int, procedure text) returns jsonb language plpgsql as $$
begin
	perform public.open_submission(jsonb_build_object(
		'protocol', 1, 'id', tests.id(number), 'secretHash', encode(sha256(convert_to('s', 'UTF8')), 'hex'),
		'payload', '{"answers": {}, "form": {}, "subject": "Nguyễn An", "papers": [],
			"applicant": {"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung",
				"email": "binh@thu.test"}}'::jsonb || jsonb_build_object('contentHash', repeat('a', 64), 'procedureCode', procedure)
	));
	return public.finalize_submission(jsonb_build_object('protocol', 1, 'id', tests.id(number), 'secret', 's'));
end
$$;
create function tests.receive(number int, more jsonb default '{}') returns jsonb language sql as $$
	select public.receive_dossier(jsonb_build_object(
		'protocol', 1, 'actionId', tests.id(1000 + number), 'dossierId', tests.id(number), 'expectedVersion', 1,
		'departmentId', (select id from public.departments where name = 'Kinh tế'),
		'papers', '[{"name": "Giấy chứng sinh", "originals": 1, "certified": 0, "copies": 2, "more": "x"}]'::jsonb
	) || more)
$$;
create function tests.preview(number int) returns jsonb language sql as $$
	select public.preview_receipt(jsonb_build_object('protocol', 1, 'dossierId', tests.id(number)))
$$;
create function tests.day(days int) returns text language sql as $$ select left(app.local_time(now() + make_interval(days => days)), 10) $$;
create function tests.clock(time_limit jsonb) returns jsonb language sql security definer as $$
	select app.compute_clock(jsonb_build_object('received', app.local_time(now()), 'limit', time_limit), app.working_calendar())
$$;
select tests.submit(number, procedure) from (values
	(1, '1.000001'), (2, '1.000002'), (3, '1.000003'), (4, '1.000001'), (5, '1.000001'), (6, '1.000001'), (7, '1.000001'), (9, '1.000002')
) as list (number, procedure);

-- Before ----------------------------------------------------------------------------------------------

select tests.as_anon();
select throws_ok('select tests.preview(1)', '42501', null, 'anon previews nothing');
select tests.as_nobody();
select throws_ok('select tests.preview(1)', 'PT404', 'dossier-unknown', 'nobody previews nothing');
select tests.sign_in('officer@test');
select throws_ok('select tests.preview(1)', 'PT404', 'dossier-unknown', 'an officer does not receive');
select tests.sign_in('applicant@test');
select throws_ok('select tests.preview(1)', 'PT404', 'dossier-unknown', 'nobody previews the own dossier');
select tests.sign_in('receiver@test');
select throws_ok('select public.preview_receipt(''{"protocol": 1}'')', 'PT400', 'id-malformed', 'a preview is of a dossier');
select is(tests.preview(1) ->> 'dueDate', tests.clock('{"unit": "working-day", "value": 3}') ->> 'dueDate', 'a preview shows the due date');
select is(tests.preview(1) -> 'limit', '{"unit": "working-day", "value": 3}', 'of the limit of its channel');
select is(tests.preview(2), '{"limit": null, "dueDate": null, "due": null, "error": "limit-unknown", "undecided": []}', 'or says that no limit is verified');
select tests.sign_out();
insert into public.calendar_gaps (from_day, to_day, note, source) values (tests.day(1)::date, tests.day(1)::date, 'Chưa quyết định', 'test');
select tests.sign_in('receiver@test');
select ok(tests.preview(1) -> 'undecided' @> '[{"note": "Chưa quyết định"}]', 'and which days on the way are not decided yet');

-- Receiving -------------------------------------------------------------------------------------------

create temp table answers as select tests.receive(1, '{"dueDate": "2000-01-01", "dueBasis": "x", "code": "x", "status": 9}') as first;
grant select on answers to authenticated;
select is(
	(select first - 'slipId' from answers),
	jsonb_build_object('code', 'H99.01-' || to_char(app.local_time(now())::date, 'YYMMDD') || '-0001', 'due', null,
		'dueDate', tests.clock('{"unit": "working-day", "value": 3}') -> 'dueDate'),
	'the answer has the code {agency}-{yyMMdd}-{nnnn} and the clock''s date, whatever date was sent'
);
select results_eq(
	format('select status, code, due_date, first_due_date, due_at, due_basis, received_at = now(), sort_at from public.dossiers where id = %L', tests.id(1)),
	format('select 2::smallint, %L, %L::date, %2$L::date, null::timestamptz, null::text, true, %2$L::timestamp at time zone interval ''7 hours'' + interval ''23:59:59''',
		(select first ->> 'code' from answers), (select first ->> 'dueDate' from answers)),
	'the dossier holds the same, and waits in the order of its date'
);
select tests.sign_out();
select is((select snapshot - 'lookupCode' - 'surveyCode' from public.slips), jsonb_build_object(
	'form', '01', 'formSet', 'TT 03/2025/TT-VPCP', 'number', '00001/' || left(tests.day(0), 4), 'code', first ->> 'code',
	'reference', (select reference from public.dossiers where code = first ->> 'code'), 'blank', false,
	'lookupUrl', 'https://xa.test/tra-cuu', 'issuedAt', app.local_time(now()),
	'agency', (select jsonb_build_object('name', home.name, 'parentName', parent.name, 'place', home.place, 'address', home.address, 'phone', home.phone)
		from public.agencies as home join public.agencies as parent on parent.id = home.parent_id where home.code = 'H99.01'),
	'applicant', '{"fullName": "Trần Bình", "phone": "0912345678", "citizenId": "001188012345", "address": "Thôn Trung", "email": "binh@thu.test"}'::jsonb,
	'channel', 2, 'procedure', '{"code": "1.000001", "title": "Thủ tục 1"}'::jsonb, 'subject', 'Nguyễn An', 'subjectAddress', 'Thôn Trung',
	'papers', '[{"name": "Giấy chứng sinh", "originals": 1, "certified": 0, "copies": 2}]'::jsonb, 'sets', 1,
	'limit', '{"unit": "working-day", "value": 3}'::jsonb, 'receivedAt', app.local_time(now()), 'dueDate', first ->> 'dueDate', 'due', null,
	'dueBasis', null, 'collectAt', (select name from public.agencies where code = 'H99.01'), 'receiver', 'receiver@test'
), 'the slip says all of Mẫu 01 and not a field more') from answers;
select ok(app.lookup_codes.code_hash is not null, 'the lookup code on the slip is kept as a hash')
from public.slips left join app.lookup_codes
	on lookup_codes.dossier_id = slips.dossier_id and code_hash = app.hash_text(snapshot ->> 'lookupCode');
select is_empty(
	$$select 1 from public.dossiers, public.slips where search_text like '%' || lower(snapshot ->> 'lookupCode') || '%'
	union all select 1 from public.dossier_events, public.slips where data::text like '%' || (snapshot ->> 'lookupCode') || '%'$$,
	'and stands nowhere else'
);
select tests.sign_in('receiver@test');
select is(
	public.staff_slip(jsonb_build_object('protocol', 1, 'slipId', first -> 'slipId')) ->> 'number', '00001/' || left(tests.day(0), 4),
	'a reprint is the same slip'
) from answers;
select is(
	jsonb_array_length(public.staff_queue(jsonb_build_object('protocol', 1, 'group', 'working', 'search', first ->> 'code')) -> 'rows'), 1,
	'the queue finds it by its code'
) from answers;
select is(
	jsonb_array_length(public.staff_queue(jsonb_build_object('protocol', 1, 'group', 'new', 'search', reference)) -> 'rows'), 1,
	'and a new one by its reference'
) from public.dossiers where id = tests.id(4);

-- No verified limit: the officer's date and its law ----------------------------------------------------

select tests.sign_out();
create temp table days as
select day::text as holiday, (day + 7 - extract(isodow from day)::int)::text as sunday
from tests.working_day(30) as first_day, generate_series(first_day::date, first_day::date + 2, '1 day') as later,
	lateral (select later::date as day) as list
where extract(isodow from day) < 6 order by day limit 1;
grant select on days to authenticated;
delete from public.calendar_days where day = (select holiday::date from days);
insert into public.calendar_days (day, kind, name, source, verification) select holiday::date, 'closure', 'Mất điện', 'test', 'computed' from days;
select tests.sign_in('receiver@test');
select throws_ok(format('select tests.receive(2, %L)', more), 'PT400', key, about) from (values
	('{}', 'due-date-needed', 'no verified limit: a date is needed'),
	(jsonb_build_object('dueDate', tests.day(5)), 'due-date-needed', 'with its law'),
	(jsonb_build_object('dueDate', tests.day(5), 'dueBasis', '  '), 'due-date-needed', 'which is not blank'),
	(jsonb_build_object('dueBasis', 'Luật'), 'due-date-needed', 'a law alone is no date'),
	('{"dueDate": "23/11/2026", "dueBasis": "Luật"}', 'due-date-needed', 'the date is an ISO date'),
	('{"dueDate": "2026-02-30", "dueBasis": "Luật"}', 'due-date-needed', 'and a real one'),
	('{"dueDate": "0000-01-01", "dueBasis": "Luật"}', 'due-date-needed', 'of our era'),
	(jsonb_build_object('dueDate', tests.day(-1), 'dueBasis', 'Luật'), 'due-date-out-of-range', 'not yesterday'),
	(jsonb_build_object('dueDate', tests.day(367), 'dueBasis', 'Luật'), 'due-date-out-of-range', 'nor after more than a year'),
	(jsonb_build_object('dueDate', (select sunday from days), 'dueBasis', 'Luật'), 'due-date-day-off', 'nor on a Sunday'),
	(jsonb_build_object('dueDate', (select holiday from days), 'dueBasis', 'Luật'), 'due-date-day-off', 'nor on a day the office is closed'),
	(jsonb_build_object('dueDate', tests.day(5), 'dueBasis', repeat('x', 301)), 'text-too-long', 'the law is no novel')
) as cases (more, key, about);
select is(
	tests.receive(2, jsonb_build_object('dueDate', tests.working_day(5), 'dueBasis', 'Điều 9 Luật X')) ->> 'dueDate', tests.working_day(5), 'then the date stands'
);
select results_eq(
	format('select due_basis, snapshot ->> ''dueBasis'', snapshot -> ''limit'' from public.dossiers join public.slips on dossier_id = dossiers.id where dossiers.id = %L', tests.id(2)),
	$$values ('Điều 9 Luật X', 'Điều 9 Luật X', 'null'::jsonb)$$, 'and the slip names its law and no limit'
);
select is(tests.receive(3) ->> 'due', tests.clock('{"unit": "working-hour", "value": 4}') ->> 'due', 'a limit in hours promises a minute');
select is(
	(select app.local_time(due_at) from public.dossiers where id = tests.id(3)), tests.clock('{"unit": "working-hour", "value": 4}') ->> 'due',
	'which is kept as an instant'
);

-- Numbers ---------------------------------------------------------------------------------------------

select throws_ok('select tests.receive(4, ''{"expectedVersion": 9}'')', 'PT409', 'version-stale', 'a receipt that fails');
select is(right(tests.receive(4) ->> 'code', 5), '-0004', 'takes no number');
select tests.sign_out();
update app.number_counters set last = 9999 where series = 'dossier';
update app.number_counters set last = 99999 where series = 'slip-01';
select tests.sign_in('receiver@test');
select is(right(tests.receive(5) ->> 'code', 6), '-10000', 'the ten-thousandth of a day keeps all its digits');
select is(right(tests.receive(6) ->> 'code', 6), '-10001', 'and so does the next');
select tests.sign_out();
select results_eq(
	format('select number from public.slips where dossier_id in (%L, %L) order by 1', tests.id(5), tests.id(6)),
	array['100000/' || left(tests.day(0), 4), '100001/' || left(tests.day(0), 4)], 'slips count on past 99999 a year'
);

-- No calendar: no date --------------------------------------------------------------------------------

create temp table later as select tests.working_day(5) as day;
grant select on later to authenticated;
delete from public.calendar_years;
select tests.sign_in('receiver@test');
select is(tests.preview(7) ->> 'error', 'calendar-missing', 'a year without calendar has no due date');
select throws_ok('select tests.receive(7)', 'PT409', 'calendar-missing', 'and nothing is received on a guess');
select throws_ok(
	format('select tests.receive(9, %L)', jsonb_build_object('dueDate', day, 'dueBasis', 'Luật')), 'PT409', 'calendar-missing',
	'nor on a date that may be a day off'
) from later;
select tests.sign_out();
select is((select status from public.dossiers where id = tests.id(7)), 1::smallint, 'the dossier waits');
select lives_ok('select tests.submit(8, ''1.000001'')', 'a citizen still submits');
select is(tests.submit(8, '1.000001') #> '{receipt,answerBy}', 'null', 'and no hour is promised');

select * from finish();
rollback;
