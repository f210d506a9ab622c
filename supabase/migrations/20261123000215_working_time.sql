-- Counting working days and office hours on a calendar, for the clock; the twin of workingCalendar.ts and
-- counting.ts in src/lib/domain/clock. Every loop is bounded: it ends where the calendar's years end.

create type app.calendar_index as (
	years int[],
	off date[],
	make_up date[],
	-- Minutes of the day, in order.
	opens int[],
	closes int[]
);
comment on type app.calendar_index is 'A working calendar prepared for counting.';

create function app.working_calendar() returns jsonb
language sql
stable
set search_path = ''
as $$
	select jsonb_build_object(
		'off', coalesce((
			select jsonb_agg(day order by day) from public.calendar_days where kind <> 'make-up'
		), '[]'),
		'makeUp', coalesce((
			select jsonb_agg(day order by day) from public.calendar_days where kind = 'make-up'
		), '[]'),
		'hours', coalesce((
			select jsonb_agg(
				jsonb_build_array(to_char(opens, 'HH24:MI'), to_char(closes, 'HH24:MI')) order by position
			) from public.office_hours
		), '[]'),
		'years', coalesce((select jsonb_agg(year order by year) from public.calendar_years), '[]'),
		'gaps', coalesce((
			select jsonb_agg(
				jsonb_build_object('from', from_day, 'to', to_day, 'note', note) order by from_day
			) from public.calendar_gaps
		), '[]')
	)
$$;
comment on function app.working_calendar() is
	'The stored calendar as {off, makeUp, hours, years, gaps}, the shape of WorkingCalendar in TypeScript.';
revoke all on function app.working_calendar() from public, anon, authenticated;

create function app.index_calendar(calendar jsonb) returns app.calendar_index
language sql
immutable
set search_path = ''
as $$
	select row(
		array(select year::int from jsonb_array_elements_text(calendar -> 'years') as year),
		array(select day::date from jsonb_array_elements_text(calendar -> 'off') as day),
		array(select day::date from jsonb_array_elements_text(calendar -> 'makeUp') as day),
		array(
			select left(period ->> 0, 2)::int * 60 + right(period ->> 0, 2)::int
			from jsonb_array_elements(calendar -> 'hours') with ordinality as list (period, position)
			order by position
		),
		array(
			select left(period ->> 1, 2)::int * 60 + right(period ->> 1, 2)::int
			from jsonb_array_elements(calendar -> 'hours') with ordinality as list (period, position)
			order by position
		)
	)::app.calendar_index
$$;
comment on function app.index_calendar(jsonb) is
	'Prepares {off, makeUp, hours, years} for counting; the calendar must have that shape.';
revoke all on function app.index_calendar(jsonb) from public, anon, authenticated;

create function app.is_known_span(first_day date, last_day date, known app.calendar_index) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	for year in extract(year from first_day)::int .. extract(year from last_day)::int loop
		if year <> all (known.years) then
			return false;
		end if;
	end loop;
	return true;
end
$$;
comment on function app.is_known_span(date, date, app.calendar_index) is
	'True when the calendar has every year from the first day to the last.';
revoke all on function app.is_known_span(date, date, app.calendar_index) from public, anon, authenticated;

create function app.is_working_day(day date, known app.calendar_index) returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
	return day = any (known.make_up) or (extract(isodow from day) < 6 and day <> all (known.off));
end
$$;
comment on function app.is_working_day(date, app.calendar_index) is
	'True when the office works on this day of a known year: a make-up day, or Monday–Friday and not off.';
revoke all on function app.is_working_day(date, app.calendar_index) from public, anon, authenticated;

create function app.find_working_day_after(day date, nth int, known app.calendar_index) returns date
language plpgsql
immutable
strict
set search_path = ''
as $$
declare
	candidate date := day;
	remaining int := nth;
begin
	while remaining > 0 loop
		candidate := candidate + 1;
		if not app.is_known_span(candidate, candidate, known) then
			return null;
		end if;
		if app.is_working_day(candidate, known) then
			remaining := remaining - 1;
		end if;
	end loop;
	return candidate;
end
$$;
comment on function app.find_working_day_after(date, int, app.calendar_index) is
	'The nth working day after a day (the day itself when nth = 0); null when it lies past a year without calendar.';
revoke all on function app.find_working_day_after(date, int, app.calendar_index) from public, anon, authenticated;

create function app.count_working_days(spans datemultirange, known app.calendar_index) returns int
language plpgsql
immutable
set search_path = ''
as $$
declare
	span daterange;
	counted int := 0;
begin
	foreach span in array array(select unnest(spans)) loop
		-- Ranges of dates are stored as [first, last + 1).
		if not app.is_known_span(lower(span), upper(span) - 1, known) then
			return null;
		end if;
		for offset_days in 0 .. upper(span) - lower(span) - 1 loop
			counted := counted + app.is_working_day(lower(span) + offset_days, known)::int;
		end loop;
	end loop;
	return counted;
end
$$;
comment on function app.count_working_days(datemultirange, app.calendar_index) is
	'Working days in these dates; null when a year has no calendar.';
revoke all on function app.count_working_days(datemultirange, app.calendar_index) from public, anon, authenticated;

create function app.count_working_minutes(spans tsmultirange, known app.calendar_index) returns int
language plpgsql
immutable
set search_path = ''
as $$
declare
	span tsrange;
	day date;
	counted int := 0;
begin
	foreach span in array array(select unnest(spans)) loop
		if not app.is_known_span(lower(span)::date, upper(span)::date, known) then
			return null;
		end if;
		for offset_days in 0 .. upper(span)::date - lower(span)::date loop
			day := lower(span)::date + offset_days;
			continue when not app.is_working_day(day, known);
			for period in 1 .. cardinality(known.opens) loop
				counted := counted + greatest(
					0,
					extract(epoch from
						least(day + make_interval(mins => known.closes[period]), upper(span))
						- greatest(day + make_interval(mins => known.opens[period]), lower(span))
					)::int / 60
				);
			end loop;
		end loop;
	end loop;
	return counted;
end
$$;
comment on function app.count_working_minutes(tsmultirange, app.calendar_index) is
	'Minutes of office hours in these spans; null when a year has no calendar.';
revoke all on function app.count_working_minutes(tsmultirange, app.calendar_index) from public, anon, authenticated;

create function app.find_minute_after(start timestamp, minutes int, known app.calendar_index) returns timestamp
language plpgsql
immutable
strict
set search_path = ''
as $$
declare
	day date := start::date;
	remaining int := minutes;
	begins timestamp;
	available int;
begin
	while app.is_known_span(day, day, known) loop
		if app.is_working_day(day, known) then
			for period in 1 .. cardinality(known.opens) loop
				begins := greatest(day + make_interval(mins => known.opens[period]), start);
				available := extract(
					epoch from day + make_interval(mins => known.closes[period]) - begins
				)::int / 60;
				continue when available <= 0;
				if remaining <= available then
					return begins + make_interval(mins => remaining);
				end if;
				remaining := remaining - available;
			end loop;
		end if;
		day := day + 1;
	end loop;
	return null;
end
$$;
comment on function app.find_minute_after(timestamp, int, app.calendar_index) is
	'The minute at which this many minutes of office hours have passed since start; an end on closing time stays there; null past a year without calendar.';
revoke all on function app.find_minute_after(timestamp, int, app.calendar_index) from public, anon, authenticated;
