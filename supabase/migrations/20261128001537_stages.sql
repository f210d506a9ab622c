-- The office's own limits inside a dossier (design §4: internal stage limits). A stage has its own date; the date promised to
-- the citizen never moves by it, and the citizen is told of none.

insert into app.transitions (action, from_status, to_status, role, when_received) values
	('stage-done', 4, 4, 'officer', true),
	('stage-done', 4, 4, 'leader', true);

create table public.dossier_stages (
	dossier_id uuid not null references public.dossiers (id),
	run int not null,
	number int not null,
	name text not null,
	time_limit jsonb not null,
	started_at timestamptz,
	due_date date,
	due_at timestamptz,
	done_at timestamptz,
	done_name text,
	primary key (dossier_id, run, number),
	check (done_at is null or started_at is not null),
	check ((done_at is null) = (done_name is null))
);
comment on table public.dossier_stages is
	'The stages of a dossier by its procedure version, one after the other. Where the time begins anew after papers came (restart), they begin anew as another run; the last run counts, the earlier ones stay as they were. Begun and not done = open, at most one of a run.';
comment on column public.dossier_stages.due_date is
	'By the clock of the dossier itself, for this limit and from started_at; null before it begins, while the dossier waits (status 5, 6), and where a year has no calendar.';
comment on column public.dossier_stages.due_at is 'The minute, for hour limits only.';
alter table public.dossier_stages enable row level security;
grant select on public.dossier_stages to authenticated, service_role;
create policy "Whoever reads a dossier reads its stages" on public.dossier_stages
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

create function app.find_open_stage(of_dossier uuid) returns public.dossier_stages
language sql
stable
security definer
set search_path = ''
as $$
	select * from public.dossier_stages as last
	where last.dossier_id = of_dossier and last.started_at is not null and last.done_at is null
		and last.run = (select max(run) from public.dossier_stages where dossier_id = of_dossier)
$$;
comment on function app.find_open_stage(uuid) is 'The stage a dossier is in, or null.';
revoke all on function app.find_open_stage(uuid) from public, anon, authenticated;

create function app.judge_stage(stage public.dossier_stages, status int) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when stage.started_at is null then null
		-- What is open when the dossier ends was not finished, and is not late later on.
		when stage.done_at is null and status not in (2, 4, 5, 6) then null
		when stage.done_at is null and status in (5, 6) then 'waiting'
		when stage.due_date is null then null
		when ended.at > coalesce(app.local_time(stage.due_at), to_char(stage.due_date, 'YYYY-MM-DD') || 'T23:59') then 'late'
		when stage.done_at is null then 'running'
		when left(ended.at, 10) < to_char(stage.due_date, 'YYYY-MM-DD') then 'early'
		else 'on-time'
	end
	from (select app.local_time(coalesce(stage.done_at, now())) as at) as ended
$$;
comment on function app.judge_stage(public.dossier_stages, int) is
	'early, on-time or late for a stage that is done; running, late or waiting for the open one of a dossier in this status; null before it begins, without a date, and for what was not finished when the dossier ended. By working date, hour limits by the minute.';
revoke all on function app.judge_stage(public.dossier_stages, int) from public, anon, authenticated;

create function app.clock_policy(dossier public.dossiers) returns text
language sql
stable
security definer
set search_path = ''
as $$ select version.content #>> '{clock,supplement}' from public.procedure_versions as version where version.id = dossier.version_id $$;
comment on function app.clock_policy(public.dossiers) is 'What papers asked for do to the time limit: restart or pause.';
revoke all on function app.clock_policy(public.dossiers) from public, anon, authenticated;

create function app.date_open_stage(dossier public.dossiers) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	stage constant public.dossier_stages := app.find_open_stage(dossier.id);
	due jsonb := '{}';
begin
	if stage.dossier_id is null then
		return;
	end if;
	if dossier.status not in (5, 6) then
		due := app.compute_clock(
			jsonb_build_object(
				'received', app.local_time(stage.started_at),
				'limit', stage.time_limit,
				'policy', app.clock_policy(dossier),
				'supplements', app.supplement_spans(dossier.id),
				'payments', app.money_spans(dossier.id)
			),
			app.working_calendar()
		);
	end if;
	update public.dossier_stages set
		due_date = (due ->> 'dueDate')::date,
		due_at = (due ->> 'due')::timestamp at time zone 'Asia/Ho_Chi_Minh'
	where dossier_id = stage.dossier_id and run = stage.run and number = stage.number;
end
$$;
comment on function app.date_open_stage(public.dossiers) is
	'Gives the open stage its date by the clock that dates the dossier, with every wait since the stage began; none while the dossier waits.';
revoke all on function app.date_open_stage(public.dossiers) from public, anon, authenticated;

create function app.begin_stages(dossier public.dossiers, since timestamptz) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into public.dossier_stages (dossier_id, run, number, name, time_limit, started_at)
	select dossier.id, before.runs + 1, list.number, list.stage ->> 'name', list.stage -> 'limit', case when list.number = 1 then since end
	from public.procedure_versions as version,
		jsonb_array_elements(app.list_or_empty(version.content #> '{clock,stages}')) with ordinality as list (stage, number),
		(select coalesce(max(run), 0) as runs from public.dossier_stages where dossier_id = dossier.id) as before
	where version.id = dossier.version_id;
	perform app.date_open_stage(dossier);
end
$$;
comment on function app.begin_stages(public.dossiers, timestamptz) is
	'Writes a run of the stages its procedure version names, if any; the first one begins at that moment, that of the dossier''s own clock.';
revoke all on function app.begin_stages(public.dossiers, timestamptz) from public, anon, authenticated;

create function app.keep_stages() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	if old.received_at is null then
		perform app.begin_stages(new, new.received_at);
	elsif old.status = 5 and new.status = 4 and app.clock_policy(new) is distinct from 'pause' then
		perform app.begin_stages(new, (
			select max(completed_at) from public.supplements where dossier_id = new.id and after_receipt
		));
	elsif new.status in (2, 4, 5, 6) then
		perform app.date_open_stage(new);
	end if;
	return null;
end
$$;
comment on function app.keep_stages() is
	'Trigger: the stages begin with the clock of the dossier and anew when it begins anew; what moves the date of the dossier moves that of its open stage.';
revoke all on function app.keep_stages() from public, anon, authenticated;
create trigger keep_stages after update on public.dossiers
	for each row when (
		new.received_at is not null
		and (old.received_at, old.status, old.due_date, old.due_at) is distinct from (new.received_at, new.status, new.due_date, new.due_at)
	) execute function app.keep_stages();

create function public.finish_stage(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	stage public.dossier_stages;
	next public.dossier_stages;
begin
	select * into acted from app.begin_action(request, 'stage-done');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	if not app.is_count(request -> 'number', 1, 1000) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	stage := app.find_open_stage(dossier.id);
	if stage.number is distinct from (request ->> 'number')::int then
		-- One that has not begun, is done already, or that its procedure does not name.
		perform app.fail('PT409', 'stage-changed');
	end if;
	update public.dossier_stages set done_at = now(), done_name = context.staff_name
	where dossier_id = stage.dossier_id and run = stage.run and number = stage.number
	returning * into stage;
	update public.dossier_stages set started_at = now()
	where dossier_id = stage.dossier_id and run = stage.run and number = stage.number + 1;
	perform app.date_open_stage(dossier);
	next := app.find_open_stage(dossier.id);
	return app.record_action(context, dossier, 'stage-done',
		jsonb_strip_nulls(jsonb_build_object('status', context.to_status, 'next', next.number, 'dueDate', next.due_date, 'due', app.local_time(next.due_at))),
		jsonb_build_object('stage', stage.name, 'startedAt', app.local_time(stage.started_at), 'dueDate', stage.due_date,
			'due', app.local_time(stage.due_at), 'timeliness', app.judge_stage(stage, dossier.status),
			'nextStage', next.name, 'nextDate', next.due_date));
end
$$;
comment on function public.finish_stage(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, number: of the open stage} → {status, next?, dueDate?, due?}: a stage is done and the next begins; the status and the date of the dossier stay. PT409 stage-changed.';
revoke all on function public.finish_stage(jsonb) from public, anon, authenticated;
grant execute on function public.finish_stage(jsonb) to authenticated;

create function app.stages_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'number', stage.number, 'name', stage.name, 'limit', stage.time_limit, 'startedAt', stage.started_at,
		'dueDate', stage.due_date, 'dueAt', stage.due_at, 'doneAt', stage.done_at, 'doneBy', stage.done_name,
		'timeliness', app.judge_stage(stage, dossier.status)) order by stage.number), '[]')
	from public.dossier_stages as stage
	join public.dossiers as dossier on dossier.id = stage.dossier_id
	where stage.dossier_id = of_dossier and stage.run = (select max(run) from public.dossier_stages where dossier_id = of_dossier)
$$;
comment on function app.stages_of(uuid) is 'The stages of the run a dossier is in, each with its own date.';
revoke all on function app.stages_of(uuid) from public, anon, authenticated;

create function app.consults_of(of_dossier uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select coalesce(jsonb_agg(jsonb_build_object(
		'agency', list.consult ->> 'agency', 'limit', list.consult -> 'limit', 'silence', list.consult ->> 'silence',
		'source', list.consult ->> 'source', 'until', app.compute_clock(
			jsonb_build_object('received', app.local_time(now()), 'limit', list.consult -> 'limit'), app.working_calendar()
		) ->> 'dueDate') order by list.position), '[]')
	from public.dossiers as dossier
	join public.procedure_versions as version on version.id = dossier.version_id,
		jsonb_array_elements(app.list_or_empty(version.content #> '{clock,consults}')) with ordinality as list (consult, position)
	where dossier.id = of_dossier and dossier.status = 4
$$;
comment on function app.consults_of(uuid) is
	'The agencies a dossier''s procedure names to be asked, while it is worked on: {agency, limit, silence agrees|waits, source, until: the last day when asked now, null without a calendar}.';
revoke all on function app.consults_of(uuid) from public, anon, authenticated;
