-- What an administrator changes in the calendar: a day, a year, the office hours; each with its
-- source, a day that is taken out with the reason; all of it on the record.
-- A past day may be changed too (a power cut is written down afterwards): nothing that is finished is judged again,
-- because early, on time and late compare what a dossier itself keeps, its due date and when it was finished.

create function app.get_calendar_date(request jsonb) returns date
language plpgsql
immutable
set search_path = ''
as $$
declare
	day date := app.find_local_time(to_jsonb(app.find_text(request, 'day', 10) || 'T00:00'))::date;
begin
	if day is null or day not between '2000-01-01' and '2100-12-31' then
		perform app.fail('PT400', 'calendar-day');
	end if;
	return day;
end
$$;
comment on function app.get_calendar_date(jsonb) is 'The date {day: YYYY-MM-DD} of a request, of 2000–2100; PT400 calendar-day.';
revoke all on function app.get_calendar_date(jsonb) from public;

create function app.get_calendar_kind(request jsonb, day date) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	kind text := app.find_text(request, 'kind', 20);
begin
	if kind is null or kind not in ('holiday', 'substitute', 'swap-off', 'make-up', 'closure') then
		perform app.fail('PT400', 'calendar-kind');
	end if;
	-- Saturday and Sunday are off anyway; only làm bù makes one of them a working day, and only one of them.
	if (extract(isodow from day) > 5) <> (kind = 'make-up') then
		perform app.fail('PT400', 'calendar-weekday');
	end if;
	return kind;
end
$$;
comment on function app.get_calendar_kind(jsonb, date) is
	'What {kind} makes of this day: holiday, substitute, swap-off, closure on Monday–Friday, make-up on Saturday and Sunday. PT400 calendar-kind, calendar-weekday.';
revoke all on function app.get_calendar_kind(jsonb, date) from public;

create function app.get_calendar_source(request jsonb) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	source text := app.find_text(request, 'source', 300);
begin
	if source is null or length(source) < 5 then
		perform app.fail('PT400', 'calendar-source');
	end if;
	return source;
end
$$;
comment on function app.get_calendar_source(jsonb) is 'The law or notice {source} a change of the calendar rests on, 5–300 characters; PT400 calendar-source.';
revoke all on function app.get_calendar_source(jsonb) from public;

create function app.get_calendar_reason(request jsonb, is_needed boolean) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	reason text := app.find_text(request, 'reason', 500);
begin
	if is_needed and coalesce(length(reason), 0) < 3 then
		perform app.fail('PT400', 'calendar-reason');
	end if;
	return reason;
end
$$;
comment on function app.get_calendar_reason(jsonb, boolean) is 'Why the calendar is changed, {reason}; PT400 calendar-reason when it is needed and absent.';
revoke all on function app.get_calendar_reason(jsonb, boolean) from public;

create function app.calendar_day(wanted date) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('day', day, 'kind', kind, 'name', name, 'source', source, 'verification', verification)
	from public.calendar_days where day = wanted
$$;
comment on function app.calendar_day(date) is 'A day of the calendar as the record keeps it, or null.';
revoke all on function app.calendar_day(date) from public;

create function app.refuse_empty_year(of_year int) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if not exists (select 1 from public.calendar_days where extract(year from day) = of_year and kind = 'holiday') then
		perform app.fail('PT409', 'calendar-year-empty');
	end if;
end
$$;
comment on function app.refuse_empty_year(int) is 'A year without a single holiday would count Tết as working days; PT409 calendar-year-empty.';
revoke all on function app.refuse_empty_year(int) from public;

create function app.keep_year_filled(changed date) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if exists (select 1 from public.calendar_years where year = extract(year from changed)) then
		perform app.refuse_empty_year(extract(year from changed)::int);
	end if;
end
$$;
comment on function app.keep_year_filled(date) is 'A year that is open keeps a holiday, whatever became of this day of it; PT409 calendar-year-empty.';
revoke all on function app.keep_year_filled(date) from public;

create function public.save_calendar_day(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	day_wanted date;
	kind_wanted text;
	name_wanted text;
	source_wanted text;
	reason text;
	before jsonb;
begin
	perform app.require_protocol(request);
	day_wanted := app.get_calendar_date(request);
	select * into begun from app.begin_calendar_change(request, 'save-day', day_wanted::text);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	kind_wanted := app.get_calendar_kind(request, day_wanted);
	name_wanted := app.find_text(request, 'name', 120);
	if name_wanted is null or length(name_wanted) < 3 then
		perform app.fail('PT400', 'calendar-name');
	end if;
	source_wanted := app.get_calendar_source(request);
	before := app.calendar_day(day_wanted);
	-- Adding a day ahead explains itself; changing one, or writing down what is past, does not.
	reason := app.get_calendar_reason(request, before is not null or day_wanted <= app.today());
	insert into public.calendar_days (day, kind, name, source, verification)
	values (day_wanted, kind_wanted, name_wanted, source_wanted, 'verified')
	on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source, verification = excluded.verification;
	perform app.keep_year_filled(day_wanted);
	return app.note_calendar_change(request, begun.me, 'save-day', day_wanted::text, before, app.calendar_day(day_wanted), reason);
end
$$;
comment on function public.save_calendar_day(jsonb) is
	'{protocol, actionId, expectedRevision, day, kind, name, source, reason?} → {revision}: adds a day to the calendar or changes it; moves no due date. PT400 calendar-day, -kind, -weekday, -name, -source, -reason (needed for a changed and for a past day); PT409 calendar-year-empty, version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_calendar_day(jsonb) from public, anon, authenticated;
grant execute on function public.save_calendar_day(jsonb) to authenticated;

create function public.remove_calendar_day(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	day_wanted date;
	reason text;
	before jsonb;
begin
	perform app.require_protocol(request);
	day_wanted := app.get_calendar_date(request);
	select * into begun from app.begin_calendar_change(request, 'remove-day', day_wanted::text);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	before := app.calendar_day(day_wanted);
	if before is null then
		perform app.fail('PT404', 'calendar-day-unknown');
	end if;
	reason := app.get_calendar_reason(request, true);
	delete from public.calendar_days where day = day_wanted;
	perform app.keep_year_filled(day_wanted);
	return app.note_calendar_change(request, begun.me, 'remove-day', day_wanted::text, before, null, reason);
end
$$;
comment on function public.remove_calendar_day(jsonb) is
	'{protocol, actionId, expectedRevision, day, reason} → {revision}: takes a day out of the calendar; the record keeps it. Moves no due date. PT404 calendar-day-unknown; PT400 calendar-day, calendar-reason; PT409 calendar-year-empty, version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.remove_calendar_day(jsonb) from public, anon, authenticated;
grant execute on function public.remove_calendar_day(jsonb) to authenticated;

-- Years -------------------------------------------------------------------------------------------------

create function app.get_calendar_gaps(request jsonb, of_year int) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	gaps constant jsonb := coalesce(request -> 'gaps', '[]');
	gap jsonb;
	first_day date;
	last_day date;
begin
	if jsonb_typeof(gaps) <> 'array' or jsonb_array_length(gaps) > 10 then
		perform app.fail('PT400', 'calendar-gaps');
	end if;
	for gap in select element from jsonb_array_elements(gaps) as element loop
		first_day := app.find_local_time(to_jsonb(app.find_text(gap, 'from', 10) || 'T00:00'))::date;
		last_day := app.find_local_time(to_jsonb(app.find_text(gap, 'to', 10) || 'T00:00'))::date;
		if first_day is null or last_day is null or last_day < first_day or last_day > first_day + 31
			or extract(year from first_day) <> of_year or extract(year from last_day) <> of_year
			or coalesce(length(app.find_text(gap, 'note', 300)), 0) < 3
		then
			perform app.fail('PT400', 'calendar-gaps');
		end if;
	end loop;
	if (select count(*) <> count(distinct element ->> 'from') from jsonb_array_elements(gaps) as element) then
		perform app.fail('PT400', 'calendar-gaps');
	end if;
	return (
		select coalesce(jsonb_agg(jsonb_build_object(
			'from', btrim(element ->> 'from'), 'to', btrim(element ->> 'to'), 'note', app.find_text(element, 'note', 300)
		) order by btrim(element ->> 'from')), '[]')
		from jsonb_array_elements(gaps) as element
	);
end
$$;
comment on function app.get_calendar_gaps(jsonb, int) is
	'What is not decided in this year: {gaps: [{from, to, note}] ≤ 10}, each at most a month; PT400 calendar-gaps.';
revoke all on function app.get_calendar_gaps(jsonb, int) from public;

create function app.calendar_year(wanted int) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('year', known.year, 'status', known.status, 'source', known.source, 'note', known.note,
		'gaps', (
			select coalesce(jsonb_agg(jsonb_build_object('from', from_day, 'to', to_day, 'note', gap.note) order by from_day), '[]')
			from public.calendar_gaps as gap where extract(year from from_day) = known.year
		))
	from public.calendar_years as known where known.year = wanted
$$;
comment on function app.calendar_year(int) is 'A year of the calendar as the record keeps it, with what is not decided in it; null when it is not open.';
revoke all on function app.calendar_year(int) from public;

create function public.open_calendar_year(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	year_wanted int;
	source_wanted text;
	note_wanted text;
	gaps jsonb;
	before jsonb;
begin
	perform app.require_protocol(request);
	if jsonb_typeof(request -> 'year') is distinct from 'number' or request ->> 'year' !~ '^20[0-9]{2}$' then
		perform app.fail('PT400', 'calendar-year');
	end if;
	year_wanted := (request ->> 'year')::int;
	select * into begun from app.begin_calendar_change(request, 'open-year', year_wanted::text);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	source_wanted := app.get_calendar_source(request);
	note_wanted := coalesce(app.find_text(request, 'note', 500), '');
	gaps := app.get_calendar_gaps(request, year_wanted);
	perform app.refuse_empty_year(year_wanted);
	before := app.calendar_year(year_wanted);
	insert into public.calendar_years (year, status, source, note)
	values (year_wanted, case when gaps = '[]' then 'complete' else 'provisional' end, source_wanted, note_wanted)
	on conflict (year) do update set status = excluded.status, source = excluded.source, note = excluded.note;
	delete from public.calendar_gaps where extract(year from from_day) = year_wanted;
	insert into public.calendar_gaps (from_day, to_day, note, source)
	select (gap ->> 'from')::date, (gap ->> 'to')::date, gap ->> 'note', source_wanted from jsonb_array_elements(gaps) as gap;
	return app.note_calendar_change(
		request, begun.me, 'open-year', year_wanted::text, before, app.calendar_year(year_wanted), app.get_calendar_reason(request, false)
	);
end
$$;
comment on function public.open_calendar_year(jsonb) is
	'{protocol, actionId, expectedRevision, year, source, note?, gaps?: [{from, to, note}]} → {revision}: somebody confirms a year, from then on dates in it are computed; again = what is not decided any more or still. Provisional while there are gaps. PT400 calendar-year, -source, -gaps; PT409 calendar-year-empty, version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.open_calendar_year(jsonb) from public, anon, authenticated;
grant execute on function public.open_calendar_year(jsonb) to authenticated;

-- Office hours ------------------------------------------------------------------------------------------

create function app.get_office_hours(request jsonb) returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
	hours constant jsonb := request -> 'hours';
	period jsonb;
	last_close text := '';
begin
	if jsonb_typeof(hours) is distinct from 'array' or jsonb_array_length(hours) not between 1 and 4 then
		perform app.fail('PT400', 'office-hours');
	end if;
	for period in select element from jsonb_array_elements(hours) with ordinality as list (element, position) order by position loop
		if jsonb_typeof(period) <> 'array' or jsonb_array_length(period) <> 2
			or coalesce(period ->> 0, '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
			or coalesce(period ->> 1, '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
			or period ->> 0 >= period ->> 1 or period ->> 0 < last_close
		then
			perform app.fail('PT400', 'office-hours');
		end if;
		last_close := period ->> 1;
	end loop;
	return hours;
end
$$;
comment on function app.get_office_hours(jsonb) is
	'The office hours {hours: [[opens, closes]]}, 1–4 periods in order that do not overlap; PT400 office-hours.';
revoke all on function app.get_office_hours(jsonb) from public;

create function public.save_office_hours(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	hours_wanted jsonb;
	source_wanted text;
	before jsonb;
begin
	select * into begun from app.begin_calendar_change(request, 'office-hours', 'office-hours');
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	hours_wanted := app.get_office_hours(request);
	source_wanted := app.get_calendar_source(request);
	before := jsonb_build_object('hours', app.working_calendar() -> 'hours');
	delete from public.office_hours;
	insert into public.office_hours (position, opens, closes)
	select position, (period ->> 0)::time, (period ->> 1)::time
	from jsonb_array_elements(hours_wanted) with ordinality as list (period, position);
	return app.note_calendar_change(request, begun.me, 'office-hours', 'office-hours', before,
		jsonb_build_object('hours', hours_wanted, 'source', source_wanted), app.get_calendar_reason(request, false));
end
$$;
comment on function public.save_office_hours(jsonb) is
	'{protocol, actionId, expectedRevision, hours: [[opens, closes]], source, reason?} → {revision}: the office hours of a working date, for limits in hours; moves no due date. PT400 office-hours, calendar-source; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_office_hours(jsonb) from public, anon, authenticated;
grant execute on function public.save_office_hours(jsonb) to authenticated;
