-- The clock after a re-appointment: what a dossier waits for since then moves that date too.

create or replace function app.find_clock_fault(input jsonb) returns text
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
		or (coalesce(input -> 'reappointedAt', 'null') <> 'null' and app.find_local_time(input -> 'reappointedAt') is null)
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

create function app.find_reappointed(input jsonb, computed date, start timestamp, known app.calendar_index) returns date
language plpgsql
immutable
set search_path = ''
as $$
declare
	day constant date := app.find_local_time(to_jsonb((input ->> 'reappointedTo') || 'T00:00'))::date;
	since constant timestamp := app.find_local_time(input -> 'reappointedAt');
	moved date;
begin
	if since is null then
		return day;
	end if;
	moved := app.find_working_day_after(day, app.count_working_days((
		select coalesce(range_agg(daterange(
			greatest(app.find_local_time(pair -> 0), since)::date, app.find_local_time(pair -> 1)::date, '(]'
		)), '{}')
		from jsonb_array_elements(
			app.list_or_empty(input -> 'payments')
			|| case when input ->> 'policy' = 'pause' then app.list_or_empty(input -> 'supplements') else '[]' end
		) as pair
		where app.find_local_time(pair -> 1) > greatest(app.find_local_time(pair -> 0), since)
	), known), known);
	-- Under restart the time may have begun anew since.
	return case when moved is not null and start > since then greatest(moved, computed) else moved end;
end
$$;
comment on function app.find_reappointed(jsonb, date, timestamp, app.calendar_index) is
	'The date of the re-appointment in a clock input, moved by what was waited since `reappointedAt`, and not before a restart''s own date; null when a year on the way has no calendar.';
revoke all on function app.find_reappointed(jsonb, date, timestamp, app.calendar_index) from public, anon, authenticated;

create or replace function app.compute_clock(input jsonb, calendar jsonb) returns jsonb
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
	is_reappointed boolean;
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
	is_reappointed := coalesce(input -> 'reappointedTo', 'null') <> 'null';
	due_date := case when is_reappointed then app.find_reappointed(input, due::date, start, known) else due::date end;
	if due is null or due_date is null or not app.is_known_span(received::date, greatest(due::date, due_date), known) then
		return missing;
	end if;
	finished := app.find_local_time(input -> 'finished');
	by_minute := input #>> '{limit,unit}' = 'working-hour' and not is_reappointed;
	return jsonb_strip_nulls(jsonb_build_object(
		'state', case when finished is null then 'running' else 'finished' end,
		'dueDate', due_date,
		'due', case when by_minute then to_char(due, 'YYYY-MM-DD"T"HH24:MI') end,
		'firstDueDate', case when is_reappointed then due::date end,
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
	'({received, limit, policy?, supplements?, payments?, reappointedTo?, reappointedAt?, finished?}, calendar) → {state, dueDate?, due?, firstDueDate?, timeliness?} or {error}; the twin of computeClock in TypeScript.';
