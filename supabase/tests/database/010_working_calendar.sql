-- The working calendar: everybody reads it, nobody changes it through the API, and it says what the law
-- says, and no more.
begin;
select plan(23);

select results_eq(
	'select year, status from public.calendar_years order by year',
	$$values (2021, 'complete'), (2025, 'complete'), (2026, 'complete'), (2027, 'provisional')$$,
	'2021 and 2025–2027 have a calendar; 2022–2024 have none'
);
select is_empty(
	$$select day from public.calendar_days
	where extract(year from day) not in (select year from public.calendar_years)$$,
	'no day stands in a year without calendar'
);
select results_eq(
	$$select day from public.calendar_days
	where day between '2026-01-01' and '2026-12-31' and kind <> 'make-up' order by day$$,
	$$values ('2026-01-01'::date), ('2026-01-02'), ('2026-02-16'), ('2026-02-17'), ('2026-02-18'),
		('2026-02-19'), ('2026-02-20'), ('2026-04-27'), ('2026-04-30'), ('2026-05-01'), ('2026-08-31'),
		('2026-09-01'), ('2026-09-02'), ('2026-11-24')$$,
	'the days off of 2026'
);
select results_eq(
	$$select day from public.calendar_days where kind = 'make-up' order by day$$,
	$$values ('2025-04-26'::date), ('2026-01-10'), ('2026-08-22')$$,
	'the Saturdays that work'
);
select is_empty(
	$$select off.day from public.calendar_days as off
	join public.calendar_gaps as gap on off.day between gap.from_day and gap.to_day
	where off.day <> '2027-09-02'$$,
	'what is not decided is not in the calendar'
);
select set_eq(
	$$select 'Tết' from public.calendar_gaps where '2027-02-06' between from_day and to_day
	union all
	select 'beside 2/9' from public.calendar_gaps where from_day <= '2027-09-01' and to_day >= '2027-09-03'$$,
	array['Tết', 'beside 2/9'],
	'Tết 2027 and the day beside 2/9/2027 are told as gaps'
);
select is_empty(
	$$select day from public.calendar_days where btrim(source) = '' or btrim(name) = ''$$,
	'every day has a name and a source'
);
select is(
	(app.working_calendar() -> 'hours')::text, '[["07:00", "11:30"], ["13:30", "17:00"]]', 'the office hours'
);

-- A row that would change nothing, or contradict its kind.
select throws_ok(
	$$insert into public.calendar_days values ('2026-06-06', 'holiday', 'x', 'x', 'verified')$$,
	'23514', null, 'a day off on a Saturday is refused'
);
select throws_ok(
	$$insert into public.calendar_days values ('2026-06-05', 'make-up', 'x', 'x', 'verified')$$,
	'23514', null, 'a make-up Friday is refused'
);
select throws_ok(
	$$insert into public.office_hours values (3, '18:00', '17:00')$$,
	'23514', null, 'hours that close before they open are refused'
);

select tests.as_anon();
select isnt_empty('select * from public.calendar_days', 'a citizen reads the days');
select isnt_empty('select * from public.calendar_years', 'a citizen reads the years');
select isnt_empty('select * from public.calendar_gaps', 'a citizen reads the gaps');
select isnt_empty('select * from public.office_hours', 'a citizen reads the hours');
select throws_ok(
	$$insert into public.calendar_days values ('2026-06-05', 'closure', 'x', 'x', 'verified')$$,
	'42501', null, 'a citizen adds no day'
);
select throws_ok('delete from public.calendar_days', '42501', null, 'a citizen removes no day');
select throws_ok(
	$$select app.compute_clock('{}', '{}')$$, '42501', null, 'a citizen does not run the clock directly'
);

select tests.sign_out();
select tests.as_nobody();
select isnt_empty('select * from public.calendar_days', 'somebody signed in reads the days');
select throws_ok(
	$$update public.calendar_years set status = 'complete'$$, '42501', null, 'and changes no year'
);
select throws_ok('delete from public.calendar_gaps', '42501', null, 'nor a gap');
select throws_ok('truncate public.office_hours', '42501', null, 'nor empties the hours');

select tests.sign_out();
select is(current_user::text, session_user::text, 'signing out gives the owner back');

select * from finish();
rollback;
