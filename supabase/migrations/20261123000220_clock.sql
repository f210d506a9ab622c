-- The clock in SQL: the same rules and the same answers as src/lib/domain/clock, kept together by
-- tests/vectors and a property test.

create function app.local_time(instant timestamptz) returns text
language sql
immutable
strict
set search_path = ''
as $$ select to_char(instant at time zone interval '7 hours', 'YYYY-MM-DD"T"HH24:MI') $$;
comment on function app.local_time(timestamptz) is
	'The instant as local time YYYY-MM-DDTHH:mm in Asia/Ho_Chi_Minh (+07:00, no summer time since 1975), cut to the minute.';
revoke all on function app.local_time(timestamptz) from public, anon, authenticated;

create function app.find_local_time(value jsonb) returns timestamp
language plpgsql
immutable
set search_path = ''
as $$
declare
	given constant text := case when jsonb_typeof(value) = 'string' then value #>> '{}' end;
	found timestamp;
begin
	if given is null or given !~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]$'
		or given like '0000%' then
		return null;
	end if;
	found := make_date(left(given, 4)::int, substr(given, 6, 2)::int, 1) + (substr(given, 9, 2)::int - 1)
		+ make_time(substr(given, 12, 2)::int, substr(given, 15, 2)::int, 0);
	-- 30 February would have become a day of March.
	return case when extract(month from found) = substr(given, 6, 2)::int then found end;
end
$$;
comment on function app.find_local_time(jsonb) is
	'The local time in a JSON string YYYY-MM-DDTHH:mm, or null when it is none or no real one (2026-02-30).';
revoke all on function app.find_local_time(jsonb) from public, anon, authenticated;

create function app.find_clock_fault(input jsonb) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	time_limit constant jsonb := input -> 'limit';
	list jsonb;
	pair jsonb;
	fault text;
begin
	if jsonb_typeof(input) is distinct from 'object' or jsonb_typeof(time_limit) is distinct from 'object'
		or coalesce(input -> 'policy', 'null') not in ('null', '"restart"', '"pause"')
		or not coalesce(time_limit -> 'unit' in ('"working-day"', '"calendar-day"', '"working-hour"', '"same-day"'), false)
	then
		return 'limit-invalid';
	end if;
	if time_limit ->> 'unit' <> 'same-day' then
		if jsonb_typeof(time_limit -> 'value') is distinct from 'number' then
			return 'limit-invalid';
		end if;
		if (time_limit ->> 'value')::numeric not between 1 and 1000
			or (time_limit ->> 'value')::numeric % 1 <> 0 then
			return 'limit-invalid';
		end if;
	end if;

	if app.find_local_time(input -> 'received') is null
		or (coalesce(input -> 'finished', 'null') <> 'null' and app.find_local_time(input -> 'finished') is null)
		or (
			coalesce(input -> 'reappointedTo', 'null') <> 'null'
			and (
				jsonb_typeof(input -> 'reappointedTo') <> 'string'
				or app.find_local_time(to_jsonb((input ->> 'reappointedTo') || 'T00:00')) is null
			)
		)
	then
		return 'time-invalid';
	end if;

	foreach list in array array[input -> 'supplements', input -> 'payments'] loop
		continue when coalesce(list, 'null') = 'null';
		if jsonb_typeof(list) <> 'array' then
			fault := 'interval-invalid';
			continue;
		end if;
		for pair in select element from jsonb_array_elements(list) as element loop
			if jsonb_typeof(pair) <> 'array' then
				fault := 'interval-invalid';
			elsif jsonb_array_length(pair) <> 2 then
				fault := 'interval-invalid';
			elsif app.find_local_time(pair -> 0) is null
				or (pair -> 1 <> 'null' and app.find_local_time(pair -> 1) is null) then
				return 'time-invalid';
			elsif app.find_local_time(pair -> 0) > app.find_local_time(pair -> 1) then
				fault := 'interval-invalid';
			end if;
		end loop;
	end loop;
	return fault;
end
$$;
comment on function app.find_clock_fault(jsonb) is
	'What is wrong with a clock input: the first of limit-invalid, time-invalid, interval-invalid; null when nothing is.';
revoke all on function app.find_clock_fault(jsonb) from public, anon, authenticated;

create function app.find_due(
	time_limit jsonb, start timestamp, waits tsmultirange, known app.calendar_index
) returns timestamp
language plpgsql
immutable
set search_path = ''
as $$
declare
	unit constant text := time_limit ->> 'unit';
	amount constant int := case when unit <> 'same-day' then (time_limit ->> 'value')::numeric::int end;
	waited int;
	base date;
begin
	if unit = 'working-hour' then
		waited := app.count_working_minutes(waits, known);
		return app.find_minute_after(start, amount * 60 + waited, known);
	end if;
	waited := app.count_working_days((
		select range_agg(daterange(lower(wait)::date, upper(wait)::date, '(]'))
		from unnest(waits) as wait
	), known);
	base := case
		when unit = 'working-day' then app.find_working_day_after(start::date, amount, known)
		when unit = 'calendar-day' then app.find_working_day_after(start::date + amount - 1, 1, known)
		-- Luật Hộ tịch Đ5.3, NĐ 23/2015 Đ7: what comes after 15:00 may be done on the next working date.
		when start::time <= time '15:00' and app.is_known_span(start::date, start::date, known)
			and app.is_working_day(start::date, known) then start::date
		else app.find_working_day_after(start::date, 1, known)
	end;
	return app.find_working_day_after(base, waited, known);
end
$$;
comment on function app.find_due(jsonb, timestamp, tsmultirange, app.calendar_index) is
	'When a limit that starts here and waits these times ends: a minute for hour limits, else midnight of the due date; null when a year on the way has no calendar.';
revoke all on function app.find_due(jsonb, timestamp, tsmultirange, app.calendar_index) from public, anon, authenticated;

create function app.list_or_empty(list jsonb) returns jsonb
language sql
immutable
set search_path = ''
as $$ select case when jsonb_typeof(list) = 'array' then list else '[]' end $$;
comment on function app.list_or_empty(jsonb) is 'This JSON list, or an empty one when it is absent or null.';
revoke all on function app.list_or_empty(jsonb) from public, anon, authenticated;

create function app.compute_clock(input jsonb, calendar jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	fault constant text := app.find_clock_fault(input);
	missing constant jsonb := '{"error": "calendar-missing"}';
	known app.calendar_index;
	received timestamp;
	intervals jsonb;
	start timestamp;
	waits tsmultirange;
	due timestamp;
	due_date date;
	reappointed date;
	finished timestamp;
	by_minute boolean;
begin
	if fault is not null then
		return jsonb_build_object('error', fault);
	end if;
	known := app.index_calendar(calendar);
	received := app.find_local_time(input -> 'received');
	if not app.is_known_span(received::date, received::date, known) then
		return missing;
	end if;
	intervals := app.list_or_empty(input -> 'supplements') || app.list_or_empty(input -> 'payments');
	if exists (select from jsonb_array_elements(intervals) as pair where pair -> 1 = 'null') then
		return '{"state": "waiting"}';
	end if;

	-- NĐ 61/2018 Đ19.4: under restart the time runs anew from the last completed supplement.
	start := received;
	if input ->> 'policy' is distinct from 'pause' then
		select greatest(received, max(app.find_local_time(pair -> 1))) into start
		from jsonb_array_elements(app.list_or_empty(input -> 'supplements')) as pair;
	end if;
	select range_agg(tsrange(greatest(app.find_local_time(pair -> 0), start), app.find_local_time(pair -> 1)))
	into waits
	from jsonb_array_elements(intervals) as pair
	where app.find_local_time(pair -> 1) > greatest(app.find_local_time(pair -> 0), start);

	due := app.find_due(input -> 'limit', start, coalesce(waits, '{}'), known);
	reappointed := app.find_local_time(to_jsonb((input ->> 'reappointedTo') || 'T00:00'))::date;
	due_date := coalesce(reappointed, due::date);
	if due is null or not app.is_known_span(received::date, greatest(due::date, due_date), known) then
		return missing;
	end if;
	finished := app.find_local_time(input -> 'finished');
	by_minute := input #>> '{limit,unit}' = 'working-hour' and reappointed is null;
	return jsonb_strip_nulls(jsonb_build_object(
		'state', case when finished is null then 'running' else 'finished' end,
		'dueDate', due_date,
		'due', case when by_minute then to_char(due, 'YYYY-MM-DD"T"HH24:MI') end,
		'firstDueDate', case when reappointed is not null then due::date end,
		'timeliness', case
			when finished is null then null
			when by_minute and finished > due then 'late'
			when finished::date > due_date then 'late'
			when finished::date < due_date then 'early'
			else 'on-time'
		end
	));
end
$$;
comment on function app.compute_clock(jsonb, jsonb) is
	'({received, limit, policy?, supplements?, payments?, reappointedTo?, finished?}, calendar) → {state, dueDate?, due?, firstDueDate?, timeliness?} or {error}; the twin of computeClock in TypeScript.';
revoke all on function app.compute_clock(jsonb, jsonb) from public, anon, authenticated;
