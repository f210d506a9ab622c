-- What a cut saves, counted from the last twelve months of the office and never guessed beyond them.
--
-- * The days: the year that ended yesterday. An office whose first dossier is younger counts from that day, and says so.
-- * Dossiers: those of this procedure that were received in these days.
-- * Papers: dossiers among them that had a cut paper in their list (not "nothing to bring") or were asked for it on a slip;
--   each paper of each dossier once. Who never came back after such a slip is not counted.
-- * Trips: visits that would not have been, were the paper not asked for. A round of papers brought to the desk, only when
--   every round of that dossier asked for nothing but cut papers; a visit in vain, only when the desk noted papers and every
--   one of them is cut. Where anything else lacked as well, people had to come anyway: none is counted.
-- * Time: for each dossier of that way to file, by how much the new limit is shorter than the one it had, or than the one in
--   force if that is shorter. Only where both count the same unit. A promise, not what the office really took.
-- * Steps: an inner step moves no date of the citizen's, so its limit is told beside, with the dossiers that went through it.

create function app.cut_days(agencies uuid[], out first_day date, out last_day date)
language sql
stable
security definer
set search_path = ''
as $$
	select least(greatest((app.today() - interval '1 year')::date, app.local_time(min(first.received_at))::date), app.today() - 1), app.today() - 1
	from unnest(agencies) as one (agency_id)
	cross join lateral (
		select fact.received_at from app.dossier_facts as fact where fact.agency_id = one.agency_id order by fact.received_at limit 1
	) as first
$$;
comment on function app.cut_days(uuid[]) is
	'The days savings are counted over: twelve months that end yesterday, or since the first dossier of these agencies.';
revoke all on function app.cut_days(uuid[]) from public, anon, authenticated;

create function app.cut_trips(of_dossiers uuid[], agencies uuid[], code text, cut_papers text[], from_at timestamptz, until_at timestamptz) returns bigint
language sql
stable
security definer
set search_path = ''
as $$
	with asked as (
		select round.dossier_id from public.supplements as round
		where round.dossier_id = any (of_dossiers)
		group by round.dossier_id
		having bool_and(round.lines <> '[]' and not exists (
			select 1 from jsonb_array_elements(round.lines) as line where (line ->> 'requirementId' = any (cut_papers)) is not true
		))
	)
	select (
		select count(*) from app.visits as visit where visit.dossier_id in (select dossier_id from asked) and visit.kind = 'supplement'
	) + (
		select count(*) from app.vain_visits as vain
		join app.visits as visit on visit.dossier_id = vain.dossier_id and visit.visit_key = vain.visit_id and visit.kind = 'in-vain'
		where vain.dossier_id = any (of_dossiers) and vain.papers <> '{}' and vain.papers <@ cut_papers
	) + (
		-- Before there was a dossier.
		select count(*) from app.vain_visits as vain
		where vain.dossier_id is null and vain.agency_id = any (agencies) and vain.procedure_code = code and vain.at >= from_at and vain.at < until_at
			and vain.papers <> '{}' and vain.papers <@ cut_papers
	)
$$;
comment on function app.cut_trips(uuid[], uuid[], text, text[], timestamptz, timestamptz) is
	'Visits that only these papers caused: of these dossiers, and in vain before there was a dossier. The rules stand at the head of the migration.';
revoke all on function app.cut_trips(uuid[], uuid[], text, text[], timestamptz, timestamptz) from public, anon, authenticated;

create function app.cut_savings(agencies uuid[], code text, cuts jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	days record;
	from_at timestamptz;
	until_at timestamptz;
	of_dossiers uuid[];
	cut_papers constant text[] := array(select cut ->> 'requirementId' from jsonb_array_elements(cuts) as cut where cut ? 'requirementId');
begin
	select * into days from app.cut_days(agencies);
	from_at := app.day_start(days.first_day);
	until_at := app.day_start(days.last_day + 1);
	of_dossiers := array(
		select fact.dossier_id from app.dossier_facts as fact
		where fact.agency_id = any (agencies) and fact.received_at >= from_at and fact.received_at < until_at and fact.procedure_code = code
	);
	return jsonb_build_object(
		'from', days.first_day, 'to', days.last_day, 'agencies', cardinality(agencies), 'dossiers', cardinality(of_dossiers),
		'papers', case when cut_papers = '{}' then 0 else (
			select count(*) from (
				select dossier.id, paper ->> 'requirementId'
				from public.dossiers as dossier, jsonb_array_elements(app.list_or_empty(dossier.payload -> 'papers')) as paper
				where dossier.id = any (of_dossiers) and paper ->> 'requirementId' = any (cut_papers) and paper ->> 'state' <> 'nothing-to-bring'
				union
				select round.dossier_id, line ->> 'requirementId'
				from public.supplements as round, jsonb_array_elements(round.lines) as line
				where round.dossier_id = any (of_dossiers) and line ->> 'requirementId' = any (cut_papers)
			) as asked_for
		) end,
		'trips', case when cut_papers = '{}' then 0 else app.cut_trips(of_dossiers, agencies, code, cut_papers, from_at, until_at) end,
		'time', (
			with counted as (
				select version_id, case channel when 1 then 'in-person' when 2 then 'online' else 'post' end as channel, count(*) as n
				from public.dossiers where id = any (of_dossiers) group by 1, 2
			)
			select coalesce(jsonb_agg(jsonb_build_object('channel', cut -> 'channel', 'unit', cut #> '{to,unit}', 'amount', saved.amount, 'dossiers', saved.n)
				order by place), '[]')
			from jsonb_array_elements(cuts) with ordinality as list (cut, place)
			cross join lateral (
				select coalesce(sum(counted.n * (least((own.time_limit ->> 'value')::numeric::int, (cut #>> '{from,value}')::numeric::int) - (cut #>> '{to,value}')::numeric::int)), 0) as amount,
					coalesce(sum(counted.n), 0) as n
				from counted
				join public.procedure_versions as version on version.id = counted.version_id
				cross join lateral (select app.find_channel(version.content, counted.channel) -> 'limit' as time_limit) as own
				where counted.channel = cut ->> 'channel' and app.is_shorter_limit(own.time_limit, cut -> 'to')
			) as saved
			where cut ->> 'kind' = 'time'
		),
		'steps', (
			select coalesce(jsonb_agg(jsonb_build_object('name', cut -> 'name', 'limit', cut -> 'limit', 'dossiers', (
					select count(distinct stage.dossier_id) from public.dossier_stages as stage
					where stage.dossier_id = any (of_dossiers) and stage.name = cut ->> 'name'
				)) order by place), '[]')
			from jsonb_array_elements(cuts) with ordinality as list (cut, place) where cut ->> 'kind' = 'step'
		)
	);
end
$$;
comment on function app.cut_savings(uuid[], text, jsonb) is
	'(agencies, procedure code, cuts as app.get_cuts writes them) → {from, to, agencies, dossiers, papers, trips, time: [{channel, unit, amount, dossiers}], steps: [{name, limit, dossiers}]}. The one place that counts what a cut saves; the rules stand at the head of the migration.';
revoke all on function app.cut_savings(uuid[], text, jsonb) from public, anon, authenticated;
