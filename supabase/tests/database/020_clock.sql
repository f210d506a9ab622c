-- The clock on the stored calendar. The rules themselves are replayed from tests/vectors.
begin;
select plan(14);

create function pg_temp.due(received text, amount int, unit text) returns text language sql as $$
	select coalesce(answer ->> 'due', answer ->> 'dueDate', answer ->> 'error')
	from app.compute_clock(
		jsonb_build_object(
			'received', received, 'limit', jsonb_strip_nulls(jsonb_build_object('value', amount, 'unit', unit))
		),
		app.working_calendar()
	) as answer
$$;

select is(pg_temp.due('2026-11-20T10:00', 3, 'working-day'), '2026-11-26', 'skips the 24 November holiday');
select is(pg_temp.due('2026-08-21T14:00', 3, 'working-day'), '2026-08-25', 'counts a make-up Saturday');
select is(pg_temp.due('2026-02-12T09:00', 5, 'working-day'), '2026-02-26', 'crosses Tết 2026');
select is(pg_temp.due('2026-12-28T09:00', 5, 'working-day'), '2027-01-05', 'crosses the year end');
select is(pg_temp.due('2025-04-25T09:00', 4, 'working-day'), '2025-05-05', 'a swap in 2025');
select is(pg_temp.due('2021-04-29T09:00', 1, 'working-day'), '2021-05-04', 'a substitute Monday in 2021');
select is(pg_temp.due('2026-11-23T15:01', null, 'same-day'), '2026-11-25', 'same day after 15:00');
select is(pg_temp.due('2026-11-22T09:00', 8, 'working-hour'), '2026-11-23T17:00', '8 hours from a Sunday');
select is(pg_temp.due('2021-12-30T09:00', 5, 'working-day'), 'calendar-missing', '2022 has no calendar');
select is(pg_temp.due('2024-12-31T09:00', 1, 'working-day'), 'calendar-missing', 'nor has 2024');
select is(pg_temp.due('2027-12-30T09:00', 5, 'working-day'), 'calendar-missing', 'nor has 2028');

select is(
	app.local_time('2026-11-22T17:00:59.999Z'), '2026-11-23T00:00', 'local time is +07:00, cut to the minute'
);
set local timezone = 'America/New_York';
set local datestyle = 'German, DMY';
select is(
	app.local_time('2026-11-22T17:00:00Z'), '2026-11-23T00:00', 'whatever the zone of the session'
);
select is(
	pg_temp.due('2026-11-20T10:00', 3, 'working-day'), '2026-11-26', 'and whatever its way of writing dates'
);

select * from finish();
rollback;
