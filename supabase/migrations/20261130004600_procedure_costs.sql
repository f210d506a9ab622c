-- What procedures cost the people: papers × visits × working days × dossiers (issue "what to cut"). Counted, never typed.
--
-- * A dossier counts in the period in which it was received, as in every figure of the office.
-- * Papers: the entries of its list that had to be brought (as app.lacks_of counts them).
-- * Visits: those of app.trips_of, with those of people who came in vain before there was a dossier.
-- * Days: working days of (received, ended], without those it waited for papers or money; a same-day matter counts one. Only of
--   what the office finished (early, on time, late): `done`. A span with a year that has no calendar has no working days, and is
--   not among them.

create function app.working_day_numbers() returns table (day date, works boolean, number int, era int)
language sql
stable
security definer
set search_path = ''
as $$
	with known as materialized (select app.index_calendar(app.working_calendar()) as calendar),
	years as (select year, (year - row_number() over (order by year))::int as era from public.calendar_years),
	days as materialized (
		select list.day::date as day, years.era, app.is_working_day(list.day::date, known.calendar) as works
		from known, years, generate_series(make_date(years.year, 1, 1), make_date(years.year, 12, 31), interval '1 day') as list (day)
	)
	select days.day, days.works, (count(*) filter (where days.works) over (order by days.day))::int, days.era from days
$$;
comment on function app.working_day_numbers() is
	'Every date of the years that have a calendar: whether the office works, how many working days there were up to and with it, and the era: unbroken years share one. Working days in (a, b] = number of b − number of a, within one era: for counting many spans at once by a join.';
revoke all on function app.working_day_numbers() from public, anon, authenticated;

create function app.cost_of(dossiers bigint, papers bigint, visits bigint, done bigint, days bigint) returns numeric
language sql
immutable
set search_path = ''
as $$
	select case when dossiers > 0 and done > 0 then
		round(greatest(1, papers::numeric / dossiers) * greatest(1, visits::numeric / dossiers) * greatest(1, days::numeric / done) * dossiers, 1) end
$$;
comment on function app.cost_of(bigint, bigint, bigint, bigint, bigint) is
	'The one place where a procedure''s cost to people is reckoned: papers each × visits each × days each × dossiers. A mean below 1 counts as 1: who needs no trip, or brings no paper, waits all the same. Null while nothing is done.';
revoke all on function app.cost_of(bigint, bigint, bigint, bigint, bigint) from public, anon, authenticated;

create function app.get_cost_scope(request jsonb, out top uuid, out agencies uuid[])
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home constant uuid := app.my_agency_id();
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	top := coalesce(app.find_uuid(request, 'agencyId'), home);
	if app.i_have_role('leader') then
		if top <> all (app.agencies_under(home)) then
			perform app.fail('PT403', 'agency-foreign');
		end if;
		agencies := app.agencies_under(top);
	elsif not (app.i_have_role('approver') or app.i_have_role('editor') or app.i_have_role('admin')) then
		perform app.fail('PT403', 'role-missing');
	elsif top <> home then
		perform app.fail('PT403', 'agency-foreign');
	else
		agencies := array[home];
	end if;
end
$$;
comment on function app.get_cost_scope(jsonb) is
	'Whose costs the caller reads of {agencyId?}: leaders an agency of theirs and all below it, approvers, editors and admins their own alone. PT403 not-staff, role-missing, agency-foreign.';
revoke all on function app.get_cost_scope(jsonb) from public, anon, authenticated;

create function app.brought_papers(payload jsonb) returns int
language sql
immutable
set search_path = ''
as $$
	select count(*)::int from jsonb_array_elements(app.list_or_empty(payload -> 'papers')) as paper where paper ->> 'state' <> 'nothing-to-bring'
$$;
comment on function app.brought_papers(jsonb) is 'How many papers of a dossier''s list had to be brought.';
revoke all on function app.brought_papers(jsonb) from public, anon, authenticated;

create function app.held_days(agencies uuid[], from_at timestamptz, until_at timestamptz) returns table (dossier_id uuid, days int)
language sql
stable
security definer
set search_path = ''
as $$
	with calendar as materialized (select * from app.working_day_numbers()),
	done as materialized (
		select fact.dossier_id, fact.received_at, fact.ended_at from app.dossier_facts as fact
		where fact.agency_id = any (agencies) and fact.received_at >= from_at and fact.received_at < until_at
			and fact.outcome in ('early', 'on-time', 'late')
	), waits as (
		select span.dossier_id, sum(ends.number - begins.number)::int as days
		from done
		join app.dossier_spans as span on span.dossier_id = done.dossier_id and span.waiting
		join calendar as begins on begins.day = (span.from_at at time zone interval '7 hours')::date
		join calendar as ends on ends.day = (span.until_at at time zone interval '7 hours')::date
		group by span.dossier_id
	)
	select done.dossier_id, greatest(1, ends.number - begins.number - coalesce(waits.days, 0))
	from done
	join calendar as begins on begins.day = (done.received_at at time zone interval '7 hours')::date
	join calendar as ends on ends.day = (done.ended_at at time zone interval '7 hours')::date and ends.era = begins.era
	left join waits on waits.dossier_id = done.dossier_id
$$;
comment on function app.held_days(uuid[], timestamptz, timestamptz) is
	'For each dossier of these agencies received in [from_at, until_at) and done (early, on time, late): the working days of (received, ended] on which it did not wait for papers or money, at least 1. None for spans with a year that has no calendar.';
revoke all on function app.held_days(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.cost_lines(agencies uuid[], from_at timestamptz, until_at timestamptz) returns table (
	procedure_code text, dossiers bigint, papers bigint, visits bigint, second_trips bigint, done bigint, days bigint
)
language sql
stable
security definer
set search_path = ''
as $$
	with brought as (
		select dossier.procedure_code, count(*) as dossiers, sum(app.brought_papers(dossier.payload)) as papers
		from public.dossiers as dossier
		where dossier.agency_id = any (agencies) and dossier.received_at >= from_at and dossier.received_at < until_at
		group by 1
	), trips as (
		select trip.procedure_code, sum(trip.visits) as visits, sum(trip.second_trips) as second_trips
		from app.trips_of(agencies, from_at, until_at) as trip group by 1
	), held as (
		select fact.procedure_code, count(*) as done, sum(span.days) as days
		from app.held_days(agencies, from_at, until_at) as span
		join app.dossier_facts as fact on fact.dossier_id = span.dossier_id group by 1
	)
	select brought.procedure_code, brought.dossiers, brought.papers, coalesce(trips.visits, 0), coalesce(trips.second_trips, 0),
		coalesce(held.done, 0), coalesce(held.days, 0)
	from brought
	left join trips on trips.procedure_code = brought.procedure_code
	left join held on held.procedure_code = brought.procedure_code
$$;
comment on function app.cost_lines(uuid[], timestamptz, timestamptz) is
	'One row for each procedure of which these agencies received dossiers in [from_at, until_at): what app.cost_of is reckoned from, as sums. The rules stand at the head of the migration.';
revoke all on function app.cost_lines(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function public.procedure_costs(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope record;
	period record;
	lines jsonb;
begin
	select * into scope from app.get_cost_scope(request);
	select * into period from app.get_period(request);
	select coalesce(jsonb_agg(jsonb_build_object(
			'code', line.procedure_code, 'shortTitle', procedure.short_title, 'field', field.name,
			'dossiers', line.dossiers, 'papers', line.papers, 'visits', line.visits, 'secondTrips', line.second_trips,
			'done', line.done, 'days', line.days, 'cost', line.cost
		) order by line.cost desc nulls last, line.dossiers desc, line.procedure_code), '[]')
	into lines
	from (
		select list.*, app.cost_of(list.dossiers, list.papers, list.visits, list.done, list.days) as cost
		from app.cost_lines(scope.agencies, period.from_at, period.until_at) as list
	) as line
	join public.procedures as procedure on procedure.code = line.procedure_code
	left join public.fields as field on field.code = procedure.field_code;
	return jsonb_build_object('from', period.first_day, 'to', period.last_day,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies), 'lines', lines);
end
$$;
comment on function public.procedure_costs(jsonb) is
	'{protocol, from, to: both included, agencyId?} → {from, to, agency: {id, name}, agencies: how many, lines: [{code, shortTitle, field, dossiers, papers, visits, secondTrips, done, days, cost|null}]}: what each procedure cost the people, the dearest first; papers, visits, days are sums (of dossiers, of dossiers, of done), cost by app.cost_of. For leaders of an agency with all below it; approvers, editors and admins of their own. PT403 not-staff, role-missing, agency-foreign; PT400 report-range.';
revoke all on function public.procedure_costs(jsonb) from public, anon, authenticated;
grant execute on function public.procedure_costs(jsonb) to authenticated;
