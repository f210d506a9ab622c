-- From a figure to its dossiers: the late list, the intake book of a day, and whatever stands behind a number, for who may read them.

create function app.is_in_column(member app.report_member, wanted text) returns boolean
language sql
immutable
set search_path = ''
as $$
	select case wanted
		when 'received' then member.is_new and member.fate not in ('withdrawn', 'no-due')
		when 'receivedOnline' then member.is_new and member.channel = 2 and member.fate not in ('withdrawn', 'no-due')
		when 'receivedOther' then member.is_new and member.channel <> 2 and member.fate not in ('withdrawn', 'no-due')
		when 'everyReceived' then member.is_new
		when 'carried' then not member.is_new and member.fate not in ('withdrawn', 'no-due')
		when 'counted' then member.fate not in ('withdrawn', 'no-due')
		when 'done' then member.fate in ('early', 'on-time', 'late')
		when 'early' then member.fate = 'early'
		when 'onTime' then member.fate = 'on-time'
		when 'late' then member.fate = 'late'
		when 'open' then member.fate in ('open', 'open-late')
		when 'openInTime' then member.fate = 'open'
		when 'openLate' then member.fate = 'open-late'
		when 'everyLate' then member.fate in ('late', 'open-late')
		when 'withdrawn' then member.fate = 'withdrawn'
		when 'noDue' then member.fate = 'no-due'
		when 'waiting' then member.fate in ('open', 'open-late') and member.waiting
		when 'reappointed' then member.fate in ('early', 'on-time', 'late') and member.reappointed
		when 'supplemented' then member.fate in ('early', 'on-time', 'late') and member.rounds > 0
	end
$$;
comment on function app.is_in_column(app.report_member, text) is
	'Whether a member of a report is counted in this column; null for a name that is none. everyReceived = the intake book, everyLate = the late list.';
revoke all on function app.is_in_column(app.report_member, text) from public, anon, authenticated;

create function app.late_because(member app.report_member) returns text
language sql
stable
security definer
set search_path = ''
as $$
	select case
		when member.late_reason is distinct from 'overdue' then member.late_reason
		when exists (
			select 1 from public.waits as wait
			where wait.dossier_id = member.dossier_id and wait.kind = 'agency'
				and wait.until < app.local_time(coalesce(wait.to_at, member.ended_at, now()))::date
		) then 'consulted-late'
		when member.reappointed then 'reappointed-late'
		else 'overdue'
	end
$$;
comment on function app.late_because(app.report_member) is
	'Why a dossier is late (biểu 07a), from what happened: second-request, asked-late, part-late, consulted-late (an agency that was asked answered after its day), reappointed-late (its new date was missed too), overdue (nothing else is recorded); null when it is not late.';
revoke all on function app.late_because(app.report_member) from public, anon, authenticated;

create function app.figure_members(request jsonb, scope app.figure_scope) returns setof app.report_member
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	period record;
	filter constant jsonb := app.get_report_filter(request, scope);
	wanted constant text := coalesce(app.find_text(request, 'column', 20), 'counted');
begin
	select * into period from app.get_period(request);
	if app.is_in_column(row(null, null, null, null, null, null, 1, null, null, true, 'open', false, null, false, false, 0, false, false, false)::app.report_member, wanted) is null then
		perform app.fail('PT400', 'report-column');
	end if;
	return query
		select * from app.report_members(scope.agencies, period.from_at, period.until_at) as member
		where app.is_in_column(member, wanted)
			and (filter ->> 'departmentId' is null or member.department_id = (filter ->> 'departmentId')::uuid)
			and (filter ->> 'officerId' is null or member.officer_id = (filter ->> 'officerId')::uuid)
			and (filter ->> 'field' is null or member.field_code = filter ->> 'field')
			and (filter ->> 'procedure' is null or member.procedure_code = filter ->> 'procedure')
			and (filter ->> 'channel' is null or member.channel = (filter ->> 'channel')::smallint);
end
$$;
comment on function app.figure_members(jsonb, app.figure_scope) is
	'The members of the report {from, to, only?} that are counted in `column` (app.is_in_column). PT400 report-range, report-filter, report-column.';
revoke all on function app.figure_members(jsonb, app.figure_scope) from public, anon, authenticated;

create function app.figure_row(member app.report_member) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('id', dossier.id, 'code', dossier.code, 'procedure', version.content ->> 'title', 'channel', member.channel,
		'receivedAt', app.local_time(member.received_at), 'endedAt', app.local_time(member.ended_at), 'fate', member.fate, 'waiting', member.waiting,
		'lateBecause', app.late_because(member))
	-- Nobody reads their own dossier, but it is counted.
	|| case when dossier.applicant_key = app.my_citizen_key() then '{"own": true}'::jsonb else jsonb_build_object(
		'own', false, 'applicant', dossier.applicant ->> 'fullName', 'dueDate', dossier.due_date, 'firstDueDate', dossier.first_due_date,
		'department', (select name from public.departments where id = member.department_id),
		'officer', (select full_name from public.staff where id = member.officer_id)) end
	from public.dossiers as dossier
	join public.procedure_versions as version on version.id = dossier.version_id
	where dossier.id = member.dossier_id
$$;
comment on function app.figure_row(app.report_member) is 'One dossier behind a figure, as the list of a report shows it.';
revoke all on function app.figure_row(app.report_member) from public, anon, authenticated;

create function app.get_own_scope(request jsonb) returns app.figure_scope
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope app.figure_scope := app.get_figure_scope(request);
begin
	if not app.i_read_the_agency() and scope.department is null then
		-- An admin's figures; the dossiers of their own department at most, for an admin who is an officer too.
		if not app.i_work_in_a_department() or app.my_department_id() is null then
			perform app.fail('PT403', 'role-missing');
		end if;
		scope.department := app.my_department_id();
	end if;
	if scope.top <> scope.home then
		perform app.fail('PT403', 'figures-only');
	end if;
	scope.agencies := array[scope.home];
	return scope;
end
$$;
comment on function app.get_own_scope(jsonb) is
	'The scope whose dossiers the caller may read: the own agency or department. PT403 figures-only for another agency, role-missing.';
revoke all on function app.get_own_scope(jsonb) from public, anon, authenticated;

create function public.staff_report_dossiers(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	scope constant app.figure_scope := app.get_own_scope(request);
	after jsonb := coalesce(request -> 'after', 'null');
	page constant int := 50;
begin
	if after <> 'null' and (jsonb_typeof(after) <> 'object' or app.find_uuid(after, 'id') is null or app.find_local_time(after -> 'receivedAt') is null) then
		perform app.fail('PT400', 'report-after');
	end if;
	return (
		with members as materialized (
			select * from app.figure_members(request, scope)
		), listed as (
			-- By the minute, as the place of the last one is told.
			select *, date_trunc('minute', received_at) as minute from members
			where after = 'null' or (date_trunc('minute', received_at), dossier_id) > (
				(after ->> 'receivedAt')::timestamp at time zone interval '7 hours', (after ->> 'id')::uuid
			)
			order by minute, dossier_id limit page + 1
		)
		select jsonb_build_object('count', (select count(*) from members), 'more', (select count(*) from listed) > page, 'rows', coalesce((
			select jsonb_agg(app.figure_row(row(dossier_id, agency_id, department_id, officer_id, field_code, procedure_code, channel, received_at, ended_at,
				is_new, fate, waiting, late_reason, reappointed, kept_first, rounds, has_files, has_result_file, never_due)::app.report_member) order by minute, dossier_id)
			from (select * from listed order by minute, dossier_id limit page) as first
		), '[]'))
	);
end
$$;
comment on function public.staff_report_dossiers(jsonb) is
	'{protocol, from, to, column, only?, after?: {receivedAt, id}} → {count, more, rows ≤ 50: [{id, code, procedure, channel, receivedAt, endedAt, fate, waiting, lateBecause, own, applicant?, dueDate?, firstDueDate?, department?, officer?}]} in the order of receipt: the dossiers behind a figure of the own agency (PT403 figures-only), as far as the caller reads dossiers at all. count is the figure itself. PT400 report-range, report-filter, report-column, report-after.';
revoke all on function public.staff_report_dossiers(jsonb) from public, anon, authenticated;
grant execute on function public.staff_report_dossiers(jsonb) to authenticated;

create table app.exports (
	id bigint generated always as identity primary key,
	action_id uuid not null unique,
	agency_id uuid not null references public.agencies (id),
	staff_id uuid not null references public.staff (id),
	staff_name text not null,
	at timestamptz not null default now(),
	about jsonb not null,
	rows int not null
);
comment on table app.exports is 'Every list of dossiers that left the system as a file: who, when, which, how many rows (design §8). Append-only.';
alter table app.exports enable row level security;
create index exports_by_agency on app.exports (agency_id, at);
create trigger keep_exports before update or delete on app.exports for each row execute function app.refuse_change();
create trigger keep_all_exports before truncate on app.exports for each statement execute function app.refuse_change();

create function public.export_dossiers(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	scope app.figure_scope;
	wanted_action uuid;
	rows jsonb;
begin
	scope := app.get_own_scope(request);
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted_action := app.get_uuid(request, 'actionId');
	select coalesce(jsonb_agg(app.figure_row(member) order by member.received_at, member.dossier_id), '[]') into rows
	from (select * from app.figure_members(request, scope) order by received_at, dossier_id limit 5001) as member;
	if jsonb_array_length(rows) > 5000 then
		perform app.fail('PT413', 'export-too-large');
	end if;
	insert into app.exports (action_id, agency_id, staff_id, staff_name, about, rows)
	select wanted_action, scope.home, id, full_name,
		jsonb_strip_nulls(jsonb_build_object('from', request -> 'from', 'to', request -> 'to', 'column', request -> 'column', 'only', request -> 'only')),
		jsonb_array_length(rows)
	from public.staff where user_id = auth.uid() and active
	on conflict (action_id) do nothing;
	return jsonb_build_object('rows', rows);
end
$$;
comment on function public.export_dossiers(jsonb) is
	'{protocol, actionId, from, to, column, only?} → {rows ≤ 5,000} as staff_report_dossiers, all at once, for a file. Leaders only (PT403 role-missing); each is written into app.exports. PT413 export-too-large: choose fewer days.';
revoke all on function public.export_dossiers(jsonb) from public, anon, authenticated;
grant execute on function public.export_dossiers(jsonb) to authenticated;
