-- Where the dossiers of a procedure lie: working days in each step, and those of them on which nothing was done.

create function app.step_spans(agencies uuid[], from_at timestamptz, until_at timestamptz, of_code text) returns table (
	dossier_id uuid, step text, begins_at timestamptz, ends_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
	with scope as materialized (
		select fact.dossier_id, fact.received_at from app.dossier_facts as fact
		where fact.agency_id = any (agencies) and fact.procedure_code = of_code and fact.received_at >= from_at and fact.received_at < until_at
	), stages as materialized (
		select list.stage ->> 'name' as name
		from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id,
			jsonb_array_elements(app.list_or_empty(version.content #> '{clock,stages}')) as list (stage)
		where procedure.code = of_code
	), marks as (
		select scope.dossier_id, scope.received_at,
			min(event.at) filter (where event.from_status = 2 and event.to_status = 4) as taken_at,
			min(event.at) filter (where event.from_status in (2, 4, 5, 6) and event.to_status in (8, 9, 10)) as ended_at,
			min(event.at) filter (where event.from_status in (2, 4) and event.to_status = 9) as signed_at,
			min(event.at) filter (where event.from_status = 9 and event.action = 'taken') as brought_at
		from scope join public.dossier_events as event on event.dossier_id = scope.dossier_id
		group by scope.dossier_id, scope.received_at
	), spans as (
		select stage.dossier_id, 'stage:' || stage.name as step, stage.started_at as begins_at, stage.done_at as ends_at
		from scope join public.dossier_stages as stage on stage.dossier_id = scope.dossier_id
		where stage.name in (select name from stages)
		union all
		select marks.dossier_id, list.step, list.begins_at, list.ends_at
		from marks, lateral (values
			('taking-up', marks.received_at, marks.taken_at), ('working', coalesce(marks.taken_at, marks.received_at), marks.ended_at)
		) as list (step, begins_at, ends_at)
		where not exists (select 1 from stages)
		union all
		-- Until the result lies at the counter; how long people leave it there is not the office's.
		select marks.dossier_id, 'to-counter', marks.signed_at, marks.brought_at from marks
	)
	select spans.dossier_id, spans.step, spans.begins_at, greatest(spans.begins_at, spans.ends_at)
	from spans where spans.begins_at is not null and spans.ends_at is not null
$$;
comment on function app.step_spans(uuid[], timestamptz, timestamptz, text) is
	'From when to when each dossier of a procedure received in [from_at, until_at) was in a step it has left: stage:<name> where the version in force names stages, else taking-up (received → taken up) and working (→ signed, stopped or handed out); to-counter (signed → taken over at the counter) where a handover was written down.';
revoke all on function app.step_spans(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;

create function app.step_lines(agencies uuid[], from_at timestamptz, until_at timestamptz, of_code text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	with calendar as materialized (select * from app.working_day_index()),
	spans as materialized (
		-- Days by their place in the calendar.
		select row_number() over () as id, span.dossier_id, span.step, (span.begins_at at time zone interval '7 hours')::date - calendar.first_day + 1 as begins_on,
			(span.ends_at at time zone interval '7 hours')::date - calendar.first_day + 1 as ends_on
		from app.step_spans(agencies, from_at, until_at, of_code) as span, calendar
	), waits as materialized (
		select spans.id, greatest((wait.from_at at time zone interval '7 hours')::date - calendar.first_day + 1, spans.begins_on) as from_day,
			least((wait.until_at at time zone interval '7 hours')::date - calendar.first_day + 1, spans.ends_on) as to_day
		from spans join app.dossier_spans as wait on wait.dossier_id = spans.dossier_id and wait.waiting and wait.until_at is not null, calendar
	), waited as (
		select waits.id, sum(calendar.numbers[waits.to_day] - calendar.numbers[waits.from_day]) as days
		from waits, calendar where waits.to_day > waits.from_day group by waits.id
	), acts as (
		select distinct spans.id, (event.at at time zone interval '7 hours')::date - calendar.first_day + 1 as day
		from spans join public.dossier_events as event on event.dossier_id = spans.dossier_id and event.actor_staff_id is not null, calendar
	), worked as (
		select acts.id, count(*) as days
		from acts join spans on spans.id = acts.id, calendar
		where acts.day > spans.begins_on and acts.day <= spans.ends_on and calendar.numbers[acts.day] > calendar.numbers[acts.day - 1]
			and not exists (select 1 from waits where waits.id = acts.id and acts.day > waits.from_day and acts.day <= waits.to_day)
		group by acts.id
	), counted as (
		select spans.step, calendar.numbers[spans.ends_on] - calendar.numbers[spans.begins_on] - coalesce(waited.days, 0) as days,
			coalesce(worked.days, 0) as worked
		from spans cross join calendar
		left join waited on waited.id = spans.id
		left join worked on worked.id = spans.id
		where calendar.eras[spans.begins_on] = nullif(calendar.eras[spans.ends_on], 0)
	), lines as (
		select counted.step, count(*) as dossiers, sum(counted.days) as days, sum(counted.days - counted.worked) as idle from counted group by 1
	), steps as (
		select 'stage:' || (list.stage ->> 'name') as step, list.stage ->> 'name' as name, list.place
		from public.procedures as procedure
		join public.procedure_versions as version on version.id = procedure.current_version_id,
			jsonb_array_elements(app.list_or_empty(version.content #> '{clock,stages}')) with ordinality as list (stage, place)
		where procedure.code = of_code
		union all
		select fixed.step, null, fixed.place from (values ('taking-up', 1001), ('working', 1002), ('to-counter', 1003)) as fixed (step, place)
	)
	select coalesce(jsonb_agg(jsonb_build_object('kind', case when steps.name is null then steps.step else 'stage' end, 'name', steps.name,
			'dossiers', coalesce(lines.dossiers, 0), 'days', coalesce(lines.days, 0), 'idleDays', coalesce(lines.idle, 0)) order by steps.place), '[]')
	from steps left join lines on lines.step = steps.step
	-- A stage that nobody went through yet is told; a stretch without dossiers is not.
	where lines.step is not null or steps.name is not null
$$;
comment on function app.step_lines(uuid[], timestamptz, timestamptz, text) is
	'[{kind stage|taking-up|working|to-counter, name: of the stage|null, dossiers, days, idleDays}] of app.step_spans: days = the sum of working days in (begun, left] without waits for papers or money; idleDays = those of them on which no member of the staff did anything that the dossier''s history tells.';
revoke all on function app.step_lines(uuid[], timestamptz, timestamptz, text) from public, anon, authenticated;

create function public.procedure_review(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope record;
	period record;
	found_procedure record;
begin
	select * into scope from app.get_cost_scope(request);
	select * into period from app.get_period(request);
	select procedure.code, procedure.title, procedure.short_title, procedure.field_code, version.number
	into found_procedure
	from public.procedures as procedure
	join public.procedure_versions as version on version.id = procedure.current_version_id
	where procedure.code = app.find_text(request, 'procedureCode', 20);
	if not found then
		perform app.fail('PT404', 'procedure-unknown');
	end if;
	return jsonb_build_object(
		'procedureCode', found_procedure.code, 'title', found_procedure.title, 'shortTitle', found_procedure.short_title,
		'field', (select name from public.fields where code = found_procedure.field_code), 'version', found_procedure.number,
		'from', period.first_day, 'to', period.last_day,
		'agency', (select jsonb_build_object('id', id, 'name', name) from public.agencies where id = scope.top),
		'agencies', cardinality(scope.agencies),
		'dossiers', (
			select count(*) from app.dossier_facts as fact
			where fact.agency_id = any (scope.agencies) and fact.procedure_code = found_procedure.code
				and fact.received_at >= period.from_at and fact.received_at < period.until_at
		),
		'papers', app.paper_lines(scope.agencies, period.from_at, period.until_at, found_procedure.code),
		'steps', app.step_lines(scope.agencies, period.from_at, period.until_at, found_procedure.code));
end
$$;
comment on function public.procedure_review(jsonb) is
	'{protocol, procedureCode, from, to: both included, agencyId?} → {procedureCode, title, shortTitle, field, version: the number in force, from, to, agency: {id, name}, agencies, dossiers: received, papers: as app.paper_lines, steps: as app.step_lines}: which papers and steps of a procedure might go. For leaders of an agency with all below it; approvers, editors and admins of their own. PT403 not-staff, role-missing, agency-foreign; PT400 report-range; PT404 procedure-unknown.';
revoke all on function public.procedure_review(jsonb) from public, anon, authenticated;
grant execute on function public.procedure_review(jsonb) to authenticated;
