-- What procedures cost the people: papers × visits × working days × dossiers (issue "what to cut"). Counted, never typed.
--
-- * A dossier counts in the period in which it was received, as in every figure of the office.
-- * Papers: the entries of its list that had to be brought (as app.lacks_of counts them).
-- * Visits: those of app.trips_of, with those of people who came in vain before there was a dossier.
-- * Days: working days of (received, ended], without those it waited for papers or money; a same-day matter counts one. Only of
--   what the office finished (early, on time, late): `done`. A span with a year that has no calendar has no working days, and is
--   not among them.

create function app.working_day_index(out first_day date, out numbers int[], out eras int[])
language sql
stable
security definer
set search_path = ''
as $$
	with years as (select year, (year - row_number() over (order by year))::int as era from public.calendar_years),
	days as (
		select list.day::date as day, coalesce(years.era, 0) as era,
			-- As app.is_working_day has it, of all days at once.
			years.era is not null and coalesce(special.kind = 'make-up', extract(isodow from list.day) < 6) as works
		from (select make_date(min(year), 1, 1) as first, make_date(max(year), 12, 31) as last from years) as span,
			generate_series(span.first, span.last, interval '1 day') as list (day)
			left join years on years.year = extract(year from list.day)
			left join public.calendar_days as special on special.day = list.day::date
	), numbered as (
		select days.day, days.era, (count(*) filter (where days.works) over (order by days.day))::int as number from days
	)
	select min(numbered.day), array_agg(numbered.number order by numbered.day), array_agg(numbered.era order by numbered.day) from numbered
$$;
comment on function app.working_day_index(out date, out int[], out int[]) is
	'For counting many spans at once. Of each date from first_day on (place 1): how many working days there were up to and with it, and its era: years in a row that have a calendar share one, 0 = a year without. Working days in (a, b] = numbers[b − first_day + 1] − numbers[a − first_day + 1], within one era that is not 0. Arrays, not rows: a join with them the planner would take for millions.';
revoke all on function app.working_day_index(out date, out int[], out int[]) from public, anon, authenticated;

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

create index dossier_spans_waiting on app.dossier_spans (dossier_id) include (from_at, until_at) where waiting;

create function app.held_days(agencies uuid[], from_at timestamptz, until_at timestamptz) returns table (dossier_id uuid, procedure_code text, days int)
language sql
stable
security definer
set search_path = ''
as $$
	with calendar as materialized (select * from app.working_day_index()),
	done as (
		select fact.dossier_id, fact.procedure_code, (fact.received_at at time zone interval '7 hours')::date - calendar.first_day + 1 as received_on,
			(fact.ended_at at time zone interval '7 hours')::date - calendar.first_day + 1 as ended_on
		from app.dossier_facts as fact, calendar
		where fact.agency_id = any (agencies) and fact.received_at >= from_at and fact.received_at < until_at
			and fact.outcome in ('early', 'on-time', 'late')
	)
	select done.dossier_id, done.procedure_code, greatest(1, calendar.numbers[done.ended_on] - calendar.numbers[done.received_on] - coalesce((
			-- Looked up dossier by dossier: few ever wait, and the planner, who does not know how many there are, joins them badly.
			select sum(calendar.numbers[(span.until_at at time zone interval '7 hours')::date - calendar.first_day + 1]
				- calendar.numbers[(span.from_at at time zone interval '7 hours')::date - calendar.first_day + 1])
			from app.dossier_spans as span where span.dossier_id = done.dossier_id and span.waiting
		), 0)::int)
	from done cross join calendar
	where calendar.eras[done.received_on] = nullif(calendar.eras[done.ended_on], 0)
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
		select dossier.procedure_code, count(*) as dossiers,
			sum(jsonb_array_length(jsonb_path_query_array(dossier.payload, '$.papers[*] ? (@.state != "nothing-to-bring")'))) as papers
		from public.dossiers as dossier
		where dossier.agency_id = any (agencies) and dossier.received_at >= from_at and dossier.received_at < until_at
		group by 1
	), trips as (
		select trip.procedure_code, sum(trip.visits) as visits, sum(trip.second_trips) as second_trips
		from app.trips_of(agencies, from_at, until_at) as trip group by 1
	), held as (
		select span.procedure_code, count(*) as done, sum(span.days) as days
		from app.held_days(agencies, from_at, until_at) as span group by 1
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
