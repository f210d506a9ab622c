-- Which open due dates another calendar would move. app.due_for stays the one place that knows what a dossier's clock
-- needs; it asks for the calendar, and while a change is tried out it is given the changed one.

create function app.stored_calendar() returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
	return jsonb_build_object(
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
	);
end
$$;
comment on function app.stored_calendar() is
	'The stored calendar as {off, makeUp, hours, years, gaps}, the shape of WorkingCalendar in TypeScript.';
revoke all on function app.stored_calendar() from public, anon, authenticated;

create or replace function app.working_calendar() returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
	on_trial constant text := current_setting('app.calendar_on_trial', true);
begin
	-- Not set is null the first time and empty from then on.
	if on_trial <> '' then
		return on_trial;
	end if;
	return app.stored_calendar();
end
$$;
comment on function app.working_calendar() is
	'The calendar to count on: the stored one, or inside app.dates_to_move the one that is tried out (a setting of that one call, which the API cannot set).';

create function app.get_calendar_change(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	change constant jsonb := nullif(request -> 'change', 'null');
	day date;
begin
	if change is null then
		return null;
	end if;
	if jsonb_typeof(change) <> 'object' then
		perform app.fail('PT400', 'calendar-change');
	end if;
	if change ? 'hours' then
		return jsonb_build_object('hours', app.get_office_hours(change));
	end if;
	day := app.get_calendar_date(change);
	return jsonb_build_object('day', day, 'kind',
		case when coalesce(change -> 'kind', 'null') <> 'null' then app.get_calendar_kind(change, day) end);
end
$$;
comment on function app.get_calendar_change(jsonb) is
	'The change {day, kind: … | null = taken out} or {hours} a preview asks about, null for none. PT400 calendar-change, -day, -kind, -weekday, office-hours.';
revoke all on function app.get_calendar_change(jsonb) from public;

create function app.calendar_with(change jsonb) returns jsonb
language sql
stable
set search_path = ''
as $$
	select case
		when change is null then stored
		when change ? 'hours' then stored || jsonb_build_object('hours', change -> 'hours')
		else stored || jsonb_build_object(
			'off', (stored -> 'off') - (change ->> 'day')
				|| case when change ->> 'kind' <> 'make-up' then jsonb_build_array(change -> 'day') else '[]' end,
			'makeUp', (stored -> 'makeUp') - (change ->> 'day')
				|| case when change ->> 'kind' = 'make-up' then jsonb_build_array(change -> 'day') else '[]' end
		)
	end
	from (select app.stored_calendar() as stored) as now
$$;
comment on function app.calendar_with(jsonb) is 'The stored calendar with a change of app.get_calendar_change made to it.';
revoke all on function app.calendar_with(jsonb) from public;

create function app.due_is_by_hand(dossier public.dossiers) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select dossier.due_basis is not null
		or exists (select 1 from public.slips where dossier_id = dossier.id and form = '04')
$$;
comment on function app.due_is_by_hand(public.dossiers) is
	'True when somebody set the due date: entered with its law, written on a blank slip, or appointed anew by Mẫu 04. No calendar moves it.';
revoke all on function app.due_is_by_hand(public.dossiers) from public;

create function app.dates_to_move(of_agency uuid, calendar jsonb)
returns table (id uuid, code text, version int, due_date date, due text, new_date date, new_due text, by_hand boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	known constant app.calendar_index := app.index_calendar(calendar);
begin
	-- Local to the transaction, and taken back below: nothing else counts on it.
	perform set_config('app.calendar_on_trial', calendar::text, true);
	return query
		with working as materialized (
			select dossier, app.due_is_by_hand(dossier) as is_by_hand, app.local_time(dossier.received_at) as received
			from public.dossiers as dossier
			where dossier.agency_id = of_agency and dossier.lane = 'working'
				and dossier.due_date is not null and dossier.received_at is not null
				and dossier.applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
		), kinds as materialized (
			select (one.dossier).version_id, (one.dossier).channel, app.limit_of(one.dossier) as time_limit, (
				select content #>> '{clock,supplement}' from public.procedure_versions as version
				where version.id = (one.dossier).version_id
			) as policy
			from (
				select distinct on ((working.dossier).version_id, (working.dossier).channel) working.dossier from working
				order by (working.dossier).version_id, (working.dossier).channel
			) as one
		), keyed as materialized (
			-- Whoever waited for nothing shares the date with everybody of the same limit and the same day (design §7); an hour
			-- limit goes by the minute. What waited is asked for alone.
			select working.*, case
				when working.is_by_hand then null
				when exists (select 1 from public.supplements as round where round.dossier_id = (working.dossier).id)
					or exists (select 1 from public.waits as wait where wait.dossier_id = (working.dossier).id and wait.pauses)
				then (working.dossier).id::text
				else concat_ws('|', kinds.time_limit, kinds.policy, left(working.received, 10), case kinds.time_limit ->> 'unit'
					when 'same-day' then (substr(working.received, 12) <= '15:00')::text
					when 'working-hour' then substr(working.received, 12)
				end)
			end as key
			from working
			join kinds on kinds.version_id = (working.dossier).version_id and kinds.channel = (working.dossier).channel
		), answers as materialized (
			select one.key, app.due_for(one.dossier, (one.dossier).received_at) as answer
			from (
				select distinct on (keyed.key) keyed.key, keyed.dossier from keyed where keyed.key is not null order by keyed.key
			) as one
		)
		select (keyed.dossier).id, (keyed.dossier).code, (keyed.dossier).version, (keyed.dossier).due_date,
			app.local_time((keyed.dossier).due_at), (answers.answer ->> 'dueDate')::date, answers.answer ->> 'due', keyed.is_by_hand
		from keyed
		left join answers on answers.key = keyed.key
		where case
			-- Nobody is told to come on a day the office is closed: somebody must look at such a date.
			when keyed.is_by_hand then
				app.is_known_span((keyed.dossier).due_date, (keyed.dossier).due_date, known)
				and not app.is_working_day((keyed.dossier).due_date, known)
			else answers.answer ->> 'dueDate' is not null and (
				(answers.answer ->> 'dueDate')::date <> (keyed.dossier).due_date
				or answers.answer ->> 'due' is distinct from app.local_time((keyed.dossier).due_at)
			)
		end;
	perform set_config('app.calendar_on_trial', '', true);
end
$$;
comment on function app.dates_to_move(uuid, jsonb) is
	'The open dossiers of an agency whose due date is another one on this calendar, with both dates; and those with a date by hand on which the office would be closed (no new date). Never the caller''s own dossier.';
revoke all on function app.dates_to_move(uuid, jsonb) from public;

create function public.preview_calendar_change(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	page_size constant int := 100;
	home constant uuid := app.my_agency_id();
	change jsonb;
	after_date date;
	after_id uuid;
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('admin') and not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	change := app.get_calendar_change(request);
	after_id := app.find_uuid(request -> 'after', 'id');
	after_date := app.find_local_time(to_jsonb(app.find_text(request -> 'after', 'dueDate', 10) || 'T00:00'))::date;
	if nullif(request -> 'after', 'null') is not null and (after_id is null or after_date is null) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	return (
		with moved as materialized (
			select * from app.dates_to_move(home, app.calendar_with(change))
		), page as (
			select * from moved
			where after_id is null or (moved.due_date, moved.id) > (after_date, after_id)
			order by moved.due_date, moved.id limit page_size
		)
		select jsonb_build_object(
			'revision', app.calendar_revision(),
			'total', (select count(*) from moved where not by_hand),
			'byHand', (select count(*) from moved where by_hand),
			-- A code, a version and dates: nothing of what the dossier says, so an administrator may see it.
			'rows', coalesce(jsonb_agg(jsonb_build_object(
				'id', page.id, 'code', page.code, 'version', page.version, 'byHand', page.by_hand,
				'dueDate', page.due_date, 'due', page.due, 'newDueDate', page.new_date, 'newDue', page.new_due
			) order by page.due_date, page.id), '[]'),
			'more', (
				select count(*) > page_size from moved
				where after_id is null or (moved.due_date, moved.id) > (after_date, after_id)
			)
		)
		from page
	);
end
$$;
comment on function public.preview_calendar_change(jsonb) is
	'{protocol, change?: {day, kind | null} | {hours}, after?: {dueDate, id}} → {revision, total, byHand, rows ≤ 100: [{id, code, version, dueDate, due, newDueDate, newDue, byHand}], more}: the open dossiers of the own agency whose date is another one after that change; without a change, on the calendar as it is. Changes nothing. For administrators and leaders (PT403 not-staff, role-missing); PT400 calendar-change, -day, -kind, -weekday, office-hours.';
revoke all on function public.preview_calendar_change(jsonb) from public, anon, authenticated;
grant execute on function public.preview_calendar_change(jsonb) to authenticated;
