-- Second trips: the visits beyond those a matter needs. Domain §1 (16), §5.3 (index 3: how often people had to turn to the
-- office until the dossier was complete).
--
-- * A dossier counts in the period in which it was received, like in every other figure of the office; so its later visits
--   may lie after the period, and the figures of the last weeks still grow.
-- * One visit is needed. None is where the matter came by phone or by post and the result goes by post or as a file.
-- * Second trips = visits beyond those. The visit that was needed is the first in which something was done.
-- * Contacts = visits + rounds of supplement.
-- * Who came in vain before there was a dossier has to come again: one visit and one second trip of that procedure, in the
--   period of that day, and of no dossier.

create index dossiers_asked_early on public.dossiers (agency_id, submitted_at) where received_at is null and supplement_rounds > 0;

create function app.trips_of(agencies uuid[], from_at timestamptz, until_at timestamptz) returns table (
	dossier_id uuid, agency_id uuid, procedure_code text, department_id uuid, counted_at timestamptz,
	visits int, second_trips int, rounds int, pick_ups int, supplements int, in_vain int, others int
)
language sql
stable
security definer
set search_path = ''
as $$
	with scope as (
		select dossier.id, dossier.agency_id, dossier.procedure_code, dossier.department_id, dossier.received_at, dossier.supplement_rounds,
			dossier.channel, dossier.status, dossier.channel <> 1 and (
				app.post_to(dossier) is not null
				or exists (select 1 from app.result_files as file where file.dossier_id = dossier.id and file.released_at is not null)
			) as sent_home
		from public.dossiers as dossier
		where dossier.agency_id = any (agencies) and dossier.received_at >= from_at and dossier.received_at < until_at
	), seen as (
		select visit.dossier_id, visit.kind,
			row_number() over (partition by visit.dossier_id order by visit.kind = 'in-vain', visit.at, visit.id) as place,
			bool_or(visit.kind = 'intake') over whole as was_filed_here, bool_or(visit.kind = 'pick-up') over whole as was_fetched
		from app.visits as visit where visit.dossier_id in (select id from scope)
		window whole as (partition by visit.dossier_id)
	), counted as (
		select scope.*, seen.kind, seen.place > case
			-- Filed online by somebody who stood at the desk: that visit was needed.
			when scope.channel = 1 or seen.was_filed_here then 1
			when scope.sent_home then 0
			-- Handed out, and nobody fetched it.
			when scope.status = 10 and not seen.was_fetched then 0
			else 1 end as is_second
		from scope left join seen on seen.dossier_id = scope.id
	)
	select counted.id, counted.agency_id, counted.procedure_code, counted.department_id, counted.received_at,
		count(kind)::int, count(*) filter (where is_second)::int, counted.supplement_rounds,
		count(*) filter (where is_second and kind = 'pick-up')::int, count(*) filter (where is_second and kind = 'supplement')::int,
		count(*) filter (where is_second and kind = 'in-vain')::int,
		count(*) filter (where is_second and kind not in ('pick-up', 'supplement', 'in-vain'))::int
	from counted
	group by counted.id, counted.agency_id, counted.procedure_code, counted.department_id, counted.received_at, counted.supplement_rounds
	union all
	select null, visit.agency_id, visit.procedure_code, null, visit.at, 1, 1, 0, 0, 0, 1, 0
	from app.visits as visit
	where visit.dossier_id is null and visit.agency_id = any (agencies) and visit.at >= from_at and visit.at < until_at
$$;
comment on function app.trips_of(uuid[], timestamptz, timestamptz) is
	'One row for each dossier received in [from_at, until_at) and for each visit in vain without one (dossier_id null): its visits, those beyond the needed ones by cause, its rounds of supplement. The rules stand at the head of the migration.';
revoke all on function app.trips_of(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.trip_figures(agencies uuid[], from_at timestamptz, until_at timestamptz) returns table (
	dossiers int, visits int, second_trips int, contacts int, supplement_rounds int, in_vain int
)
language sql
stable
security definer
set search_path = ''
as $$
	select count(trip.dossier_id)::int, coalesce(sum(trip.visits), 0)::int, coalesce(sum(trip.second_trips), 0)::int,
		coalesce(sum(trip.visits + trip.rounds), 0)::int, coalesce(sum(trip.rounds), 0)::int, coalesce(sum(trip.in_vain), 0)::int
	from app.trips_of(agencies, from_at, until_at) as trip
$$;
comment on function app.trip_figures(uuid[], timestamptz, timestamptz) is
	'(dossiers, visits, second_trips, contacts, supplement_rounds, in_vain) of these agencies for what was received in [from_at, until_at); always one row.';
revoke all on function app.trip_figures(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.lacks_of(agencies uuid[], from_at timestamptz, until_at timestamptz, only_code text default null) returns table (
	procedure_code text, requirement_id text, version_id uuid, cases int, lacking int, missing int, wrong int, in_vain int
)
language sql
stable
security definer
set search_path = ''
as $$
	-- Judged by the desk: received, or asked for papers before that; who never came back lacked them too.
	with judged as (
		select dossier.id, dossier.procedure_code, dossier.version_id, app.list_or_empty(dossier.payload -> 'papers') as papers
		from public.dossiers as dossier
		where dossier.agency_id = any (agencies) and (only_code is null or dossier.procedure_code = only_code) and (
			(dossier.received_at >= from_at and dossier.received_at < until_at)
			or (dossier.received_at is null and dossier.supplement_rounds > 0 and dossier.submitted_at >= from_at and dossier.submitted_at < until_at)
		)
	), said as (
		select judged.id, judged.procedure_code, judged.version_id, paper ->> 'requirementId' as requirement_id,
			false as missing, false as wrong, false as in_vain
		from judged, jsonb_array_elements(judged.papers) as paper
		where paper ->> 'state' <> 'nothing-to-bring'
		union all
		select judged.id, judged.procedure_code, judged.version_id, line ->> 'requirementId', line ->> 'verdict' = 'missing', line ->> 'verdict' = 'wrong', false
		from judged join public.supplements as round on round.dossier_id = judged.id, jsonb_array_elements(round.lines) as line
		where line ->> 'requirementId' is not null
		union all
		select judged.id, judged.procedure_code, judged.version_id, paper, false, false, true
		from judged join app.vain_visits as vain on vain.dossier_id = judged.id, unnest(vain.papers) as paper
		union all
		-- Before there was a dossier: a case of its own, so that the share never says more than there was.
		select vain.visit_id, vain.procedure_code, vain.version_id, requirement_id, false, false, true
		from app.vain_visits as vain, unnest(vain.papers) as requirement_id
		where vain.dossier_id is null and vain.agency_id = any (agencies) and vain.at >= from_at and vain.at < until_at
			and (only_code is null or vain.procedure_code = only_code)
	), cases as (
		select said.id, said.procedure_code, said.version_id, said.requirement_id,
			bool_or(said.missing) as missing, bool_or(said.wrong) as wrong, bool_or(said.in_vain) as in_vain
		from said group by 1, 2, 3, 4
	)
	select cases.procedure_code, cases.requirement_id, cases.version_id, count(*)::int,
		count(*) filter (where cases.missing or cases.wrong or cases.in_vain)::int, count(*) filter (where cases.missing)::int,
		count(*) filter (where cases.wrong)::int, count(*) filter (where cases.in_vain)::int
	from cases group by 1, 2, 3
$$;
comment on function app.lacks_of(uuid[], timestamptz, timestamptz, text) is
	'For each paper of each version, of all procedures or of one: how many cases had it in their list, and how many of them lacked it (asked for as missing or wrong on a slip, or come in vain without it). Received in [from_at, until_at), or asked for papers then and never received; and who came in vain before there was a dossier.';
revoke all on function app.lacks_of(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;

create function app.trip_reader(request jsonb, out home uuid, out agencies uuid[])
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	home := app.my_agency_id();
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not (app.i_have_role('leader') or app.i_have_role('approver') or app.i_have_role('admin')) then
		perform app.fail('PT403', 'role-missing');
	end if;
	agencies := case when app.i_have_role('leader') then app.agencies_under(home) else array[home] end;
end
$$;
comment on function app.trip_reader(jsonb) is
	'Whose figures the caller reads: leaders their agency and all below it, approvers and admins their own agency. PT403 not-staff, role-missing.';
revoke all on function app.trip_reader(jsonb) from public, anon, authenticated;

create function app.trip_lines(agencies uuid[], from_at timestamptz, until_at timestamptz, grouping_by text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with trips as (
		select trip.*, case grouping_by
			when 'procedure' then trip.procedure_code
			when 'field' then (select field_code from public.procedures where code = trip.procedure_code)
			when 'department' then coalesce(trip.department_id::text, '')
			when 'month' then left(app.local_time(trip.counted_at), 7)
			else '' end as key
		from app.trips_of(agencies, from_at, until_at) as trip
	), lines as (
		select trips.key, count(trips.dossier_id) as dossiers, sum(visits) as visits, sum(second_trips) as second_trips,
			count(trips.dossier_id) filter (where second_trips > 0) as with_second, sum(visits + rounds) as contacts, sum(rounds) as rounds,
			sum(pick_ups) as pick_ups, sum(supplements) as supplements, sum(in_vain) as in_vain, sum(others) as others
		from trips group by trips.key
	), ranked as (
		select *, row_number() over (
			order by case when grouping_by = 'month' then lines.key end, second_trips desc, dossiers desc, lines.key
		) as place
		from lines
	)
	select coalesce(jsonb_agg(jsonb_build_object(
			'key', ranked.key, 'name', case grouping_by
				when 'procedure' then (select short_title from public.procedures where code = ranked.key)
				when 'field' then (select name from public.fields where code = ranked.key)
				when 'department' then coalesce((select name from public.departments where id::text = ranked.key), '')
				else ranked.key end,
			'dossiers', dossiers, 'visits', visits, 'secondTrips', second_trips, 'withSecondTrip', with_second, 'contacts', contacts, 'rounds', rounds,
			'causes', jsonb_build_object('pickUp', pick_ups, 'supplement', supplements, 'inVain', in_vain, 'other', others)
		) order by place), '[]')
	from ranked where place <= 500
$$;
comment on function app.trip_lines(uuid[], timestamptz, timestamptz, text) is
	'[{key, name, dossiers, visits, secondTrips, withSecondTrip, contacts, rounds, causes: {pickUp, supplement, inVain, other}}] by procedure, field, department, month or (any other word) in one line; the most second trips first, months in order; at most 500.';
revoke all on function app.trip_lines(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;

create function app.lack_lines(agencies uuid[], from_at timestamptz, until_at timestamptz) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with lines as (
		select lack.procedure_code, lack.requirement_id, sum(cases) as cases, sum(lacking) as lacking, sum(missing) as missing,
			sum(wrong) as wrong, sum(in_vain) as in_vain
		from app.lacks_of(agencies, from_at, until_at) as lack group by 1, 2 having sum(lacking) > 0
		order by sum(lacking) desc, 1, 2 limit 500
	)
	select coalesce(jsonb_agg(jsonb_build_object(
			'procedureCode', lines.procedure_code, 'procedure', procedure.short_title, 'requirementId', lines.requirement_id,
			'name', coalesce((
				-- As it is called now, or as it was called last.
				select requirement ->> 'name' from public.procedure_versions as version, jsonb_array_elements(app.list_or_empty(version.content -> 'requirements')) as requirement
				where version.procedure_code = lines.procedure_code and requirement ->> 'id' = lines.requirement_id
				order by version.id = procedure.current_version_id desc, version.number desc limit 1
			), lines.requirement_id),
			'cases', cases, 'lacking', lacking, 'missing', missing, 'wrong', wrong, 'inVain', in_vain
		) order by lacking desc, lines.procedure_code, lines.requirement_id), '[]')
	from lines join public.procedures as procedure on procedure.code = lines.procedure_code
$$;
comment on function app.lack_lines(uuid[], timestamptz, timestamptz) is
	'[{procedureCode, procedure, requirementId, name, cases, lacking, missing, wrong, inVain}] of papers that somebody lacked, the most first, at most 500.';
revoke all on function app.lack_lines(uuid[], timestamptz, timestamptz) from public, anon, authenticated;

create function public.staff_trips(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	reader record;
	days record;
	wanted text;
begin
	select * into reader from app.trip_reader(request);
	select * into days from app.get_period(request);
	wanted := app.find_text(request, 'by', 20);
	if wanted is null or wanted not in ('procedure', 'field', 'department', 'paper', 'month') then
		perform app.fail('PT400', 'grouping-unknown');
	end if;
	return jsonb_build_object(
		'total', coalesce(app.trip_lines(reader.agencies, days.from_at, days.until_at, 'all') -> 0, jsonb_build_object(
			'key', '', 'name', '', 'dossiers', 0, 'visits', 0, 'secondTrips', 0, 'withSecondTrip', 0, 'contacts', 0, 'rounds', 0,
			'causes', jsonb_build_object('pickUp', 0, 'supplement', 0, 'inVain', 0, 'other', 0))),
		'sittings', (
			-- What the office saw: several matters at once are one visit.
			select count(distinct (visit.agency_id, visit.visit_key)) from app.visits as visit
			where visit.agency_id = any (reader.agencies) and visit.at >= days.from_at and visit.at < days.until_at
		),
		'reasons', (
			select coalesce(jsonb_object_agg(reason, times), '{}') from (
				select coalesce(vain.reason, 'unsaid') as reason, count(*) as times from app.vain_visits as vain
				where vain.agency_id = any (reader.agencies) and vain.at >= days.from_at and vain.at < days.until_at group by 1
			) as list
		),
		'lines', case when wanted = 'paper' then app.lack_lines(reader.agencies, days.from_at, days.until_at)
			else app.trip_lines(reader.agencies, days.from_at, days.until_at, wanted) end
	);
end
$$;
comment on function public.staff_trips(jsonb) is
	'{protocol, from, to, by procedure|field|department|paper|month} → {total, sittings: visits as the office saw them in the period, reasons: {reason|unsaid: visits in vain of the period}, lines}; lines and total as app.trip_lines, by paper as app.lack_lines. For approvers and admins of their agency, for leaders with all agencies below it. PT403 not-staff, role-missing; PT400 report-range, grouping-unknown.';
revoke all on function public.staff_trips(jsonb) from public, anon, authenticated;
grant execute on function public.staff_trips(jsonb) to authenticated;

create function public.trip_dossiers(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	reader record;
	days record;
	wanted_code text;
	requirement text;
	found jsonb;
begin
	select * into reader from app.trip_reader(request);
	select * into days from app.get_period(request);
	wanted_code := app.find_text(request, 'procedureCode', 20);
	requirement := app.find_text(request, 'requirementId', 60);
	if wanted_code is null then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	select coalesce(jsonb_agg(jsonb_build_object('id', list.id, 'code', list.code, 'visits', list.visits, 'secondTrips', list.second_trips,
			'rounds', list.rounds) order by list.second_trips desc, list.received_at desc, list.id), '[]')
	into found
	from (
		select dossier.id, dossier.code, dossier.received_at, trip.visits, trip.second_trips, trip.rounds
		from app.trips_of(array[reader.home], days.from_at, days.until_at) as trip
		join public.dossiers as dossier on dossier.id = trip.dossier_id
		where trip.procedure_code = wanted_code and app.i_may_read(dossier.id) and case when requirement is null then trip.second_trips > 0 else
			exists (
				select 1 from public.supplements as round, jsonb_array_elements(round.lines) as line
				where round.dossier_id = dossier.id and line ->> 'requirementId' = requirement
			) or exists (
				select 1 from app.vain_visits as vain where vain.dossier_id = dossier.id and requirement = any (vain.papers)
			) end
		order by trip.second_trips desc, dossier.received_at desc, dossier.id
		limit 50
	) as list;
	return jsonb_build_object('dossiers', found);
end
$$;
comment on function public.trip_dossiers(jsonb) is
	'{protocol, from, to, procedureCode, requirementId?} → {dossiers: [{id, code, visits, secondTrips, rounds}] ≤ 50, the most second trips first}: which dossiers a figure of staff_trips is made of, or in which this paper lacked; only those of the own agency that the caller may read anyway. PT403 not-staff, role-missing; PT400 report-range; PT404 procedure-unknown.';
revoke all on function public.trip_dossiers(jsonb) from public, anon, authenticated;
grant execute on function public.trip_dossiers(jsonb) to authenticated;
