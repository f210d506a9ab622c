-- The year's reform plan (kế hoạch cải cách hành chính): its document, its tasks, and who changed what.

create table public.plan_years (
	agency_id uuid not null references public.agencies (id),
	year int not null check (year between 2000 and 2099),
	document_number text not null default '',
	document_date date,
	approved_at timestamptz,
	approved_name text,
	version int not null default 1,
	primary key (agency_id, year),
	check ((approved_at is null) = (approved_name is null)),
	check (approved_at is null or (document_number <> '' and document_date is not null))
);
comment on table public.plan_years is
	'The reform plan of an agency for a year: number and date of its document, and since when it counts as issued.';

create table public.plan_tasks (
	id uuid primary key,
	agency_id uuid not null,
	year int not null,
	position int not null,
	heading text not null,
	title text not null,
	lead_name text not null,
	lead_department_id uuid references public.departments (id),
	coordinators text[] not null default '{}',
	from_day date not null,
	to_day date not null,
	time_words text not null default '',
	deliverable text not null default '',
	status text not null default 'planned' check (status in ('planned', 'running', 'done', 'dropped')),
	evidence text not null default '',
	done_on date,
	dropped_reason text,
	version int not null default 1,
	foreign key (agency_id, year) references public.plan_years (agency_id, year),
	check (from_day <= to_day),
	check ((status = 'done') = (done_on is not null)),
	check ((status = 'dropped') = (dropped_reason is not null))
);
comment on table public.plan_tasks is
	'Tasks of a year''s plan: who leads, who takes part, from when to when, what comes out, how far it is. Overdue and late are computed (app.plan_task_state), never stored.';
comment on column public.plan_tasks.time_words is 'The time as the plan words it ("Quý I", "Thường xuyên"), for the paper; from_day and to_day are what counts.';
create index plan_tasks_of_year on public.plan_tasks (agency_id, year, position);
create index plan_tasks_of_department on public.plan_tasks (lead_department_id);

create table public.plan_events (
	id bigint generated always as identity primary key,
	agency_id uuid not null references public.agencies (id),
	year int not null,
	subject text not null check (subject in ('plan', 'task', 'outreach', 'training')),
	subject_id uuid,
	action_id uuid not null unique,
	request_hash text not null,
	action text not null,
	before jsonb,
	after jsonb,
	reason text,
	answer jsonb not null,
	actor_staff_id uuid not null references public.staff (id),
	actor_name text not null,
	at timestamptz not null default clock_timestamp()
);
comment on table public.plan_events is
	'Every change of a plan, of the outreach log and of the training log: who, when, before and after. Append-only; the answer is given again when the same action is sent again.';
create index plan_events_of_year on public.plan_events (agency_id, year, id);
create index plan_events_of_subject on public.plan_events (subject_id, id);
create index plan_events_by_actor on public.plan_events (actor_staff_id);
create trigger keep_plan_events before update or delete on public.plan_events
	for each row execute function app.refuse_change();
create trigger keep_all_plan_events before truncate on public.plan_events
	for each statement execute function app.refuse_change();

create function app.i_read_plan_of(of_agency uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.staff
		join public.staff_roles as held on held.staff_id = staff.id
		where staff.user_id = (select auth.uid()) and staff.active and (
			(staff.agency_id = of_agency and held.role in ('leader', 'admin', 'officer', 'approver', 'receiver'))
			or (held.role = 'leader' and exists (
				select 1 from public.agencies where agencies.id = of_agency and agencies.parent_id = staff.agency_id
			))
		)
	)
$$;
comment on function app.i_read_plan_of(uuid) is
	'A plan is no secret in its office: its leaders, administrators, officers, approvers and receivers read it, and the leaders of the parent agency.';
revoke all on function app.i_read_plan_of(uuid) from public, anon, authenticated;
grant execute on function app.i_read_plan_of(uuid) to authenticated;

alter table public.plan_years enable row level security;
alter table public.plan_tasks enable row level security;
alter table public.plan_events enable row level security;
grant select on public.plan_years, public.plan_tasks, public.plan_events to authenticated, service_role;
create policy "Whoever reads an agency's plan reads its document" on public.plan_years
	for select to authenticated using (app.i_read_plan_of(agency_id));
create policy "Whoever reads an agency's plan reads its tasks" on public.plan_tasks
	for select to authenticated using (app.i_read_plan_of(agency_id));
create policy "Whoever reads an agency's plan reads who changed it" on public.plan_events
	for select to authenticated using (app.i_read_plan_of(agency_id));

-- How far a task is, on a day ----------------------------------------------------------------------------

create function app.plan_task_state(task public.plan_tasks, on_day date) returns text
language sql
immutable
set search_path = ''
as $$
	select case
		when task.status = 'dropped' then 'dropped'
		when task.done_on <= on_day then case when task.done_on <= task.to_day then 'done' else 'done-late' end
		when on_day > task.to_day then 'overdue'
		when task.status = 'planned' then 'planned'
		else 'running'
	end
$$;
comment on function app.plan_task_state(public.plan_tasks, date) is
	'planned, running, done (on or before its last day), done-late, overdue (the last day is over and it is not done) or dropped, as seen on a day.';
revoke all on function app.plan_task_state(public.plan_tasks, date) from public, anon, authenticated;

create function app.plan_figures(of_agency uuid, on_day date)
returns table (tasks int, done int, done_late int, overdue int, upcoming int)
language sql
stable
security definer
set search_path = ''
as $$
	select count(*)::int, count(*) filter (where state = 'done')::int, count(*) filter (where state = 'done-late')::int,
		count(*) filter (where state = 'overdue')::int, count(*) filter (where state in ('planned', 'running'))::int
	from (
		select app.plan_task_state(task, on_day) as state from public.plan_tasks as task
		where task.agency_id = of_agency and task.year = extract(year from on_day)
	) as list
	where state <> 'dropped'
$$;
comment on function app.plan_figures(uuid, date) is
	'Is the plan of that year on schedule, as of a day: tasks (without dropped ones) = done (in time) + done_late + overdue + upcoming, which are disjoint. All 0 without a plan.';
revoke all on function app.plan_figures(uuid, date) from public, anon, authenticated;
