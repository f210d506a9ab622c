-- Whose work it is: taken on, handed to a colleague, assigned anew by the leader, moved to another department.

insert into app.transitions (action, from_status, to_status, role, when_received)
select action, status, status, role, true
from (values ('assign', 'leader'), ('move', 'leader'), ('pass', 'officer')) as list (action, role), unnest(array[2, 4, 5, 6]::smallint[]) as status;

alter table public.dossiers add column assigned_to uuid references public.staff (id);
comment on column public.dossiers.assigned_to is 'The officer whose work it is; null = anybody''s of the department.';
create index dossiers_assigned_queue on public.dossiers (assigned_to, lane, sort_at, id) where assigned_to is not null;

create function app.get_officer_of(of_department uuid, request jsonb) returns public.staff
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	colleague public.staff;
begin
	select staff.* into colleague from public.staff
	where staff.id = app.find_uuid(request, 'staffId') and staff.department_id = of_department and staff.active
		and exists (select 1 from public.staff_roles where staff_roles.staff_id = staff.id and role = 'officer');
	if not found then
		perform app.fail('PT400', 'assignee-unknown');
	end if;
	return colleague;
end
$$;
comment on function app.get_officer_of(uuid, jsonb) is 'The active officer of this department that a request names in staffId; PT400 assignee-unknown.';
revoke all on function app.get_officer_of(uuid, jsonb) from public, anon, authenticated;

create function app.refuse_own_dossier(dossier public.dossiers, of_staff uuid) returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	if dossier.applicant_key = (select citizen_id_hash from app.staff_identities where staff_id = of_staff) then
		perform app.fail('PT400', 'assignee-own-dossier');
	end if;
end
$$;
comment on function app.refuse_own_dossier(public.dossiers, uuid) is 'Nobody is given their own dossier (design §8); PT400 assignee-own-dossier.';
revoke all on function app.refuse_own_dossier(public.dossiers, uuid) from public, anon, authenticated;

create or replace function public.start_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
begin
	select * into acted from app.begin_action(request, 'start');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	-- Whoever takes it on has it, unless the leader gave it to somebody.
	update public.dossiers set assigned_to = coalesce(assigned_to, context.staff_id) where id = dossier.id;
	return app.record_action(context, dossier, 'start', jsonb_build_object('status', context.to_status),
		jsonb_build_object('assignedTo', (
			select full_name from public.staff where id = coalesce(dossier.assigned_to, context.staff_id)
		)));
end
$$;
comment on function public.start_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion} → {status}: 2 → 4, the department takes the dossier on; it is the caller''s work unless it was assigned.';

create function app.give_dossier(request jsonb, wanted_action text) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	colleague public.staff;
	reason text;
begin
	select * into acted from app.begin_action(request, wanted_action);
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	if wanted_action = 'pass' and dossier.assigned_to is distinct from context.staff_id then
		perform app.fail('PT403', 'not-yours');
	end if;
	reason := app.get_reason(request);
	colleague := app.get_officer_of(dossier.department_id, request);
	perform app.refuse_own_dossier(dossier, colleague.id);
	update public.dossiers set assigned_to = colleague.id where id = dossier.id;
	return app.record_action(context, dossier, wanted_action, jsonb_build_object('status', context.to_status),
		jsonb_build_object('assignedTo', colleague.full_name, 'reason', reason));
end
$$;
comment on function app.give_dossier(jsonb, text) is
	'Makes a dossier the work of the officer of its department that {staffId} names: `assign` by the leader, `pass` by whoever has it (PT403 not-yours). The status stays. PT400 assignee-unknown, assignee-own-dossier, reason-missing.';
revoke all on function app.give_dossier(jsonb, text) from public, anon, authenticated;

create function public.assign_dossier(request jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select app.give_dossier(request, 'assign') $$;
comment on function public.assign_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, staffId, reason} → {status}: the leader gives a dossier to an officer of its department, as when a colleague is ill; the status stays. PT400 assignee-unknown, assignee-own-dossier, reason-missing.';
revoke all on function public.assign_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.assign_dossier(jsonb) to authenticated;

create function public.pass_dossier(request jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select app.give_dossier(request, 'pass') $$;
comment on function public.pass_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, staffId, reason} → {status}: an officer hands the own work to a colleague of the department; the status stays. PT403 not-yours; PT400 assignee-unknown, assignee-own-dossier, reason-missing.';
revoke all on function public.pass_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.pass_dossier(jsonb) to authenticated;

create function public.move_dossier(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	acted record;
	context app.action_context;
	dossier public.dossiers;
	department public.departments;
	reason text;
begin
	select * into acted from app.begin_action(request, 'move');
	context := acted.context;
	dossier := acted.dossier;
	if context.replayed is not null then
		return context.replayed;
	end if;
	reason := app.get_reason(request);
	select * into department from public.departments
	where id = app.find_uuid(request, 'departmentId') and agency_id = dossier.agency_id and id is distinct from dossier.department_id;
	if not found then
		perform app.fail('PT400', 'department-unknown');
	end if;
	update public.dossiers set department_id = department.id, assigned_to = null where id = dossier.id;
	return app.record_action(context, dossier, 'move', jsonb_build_object('status', context.to_status),
		jsonb_build_object('departmentId', department.id, 'department', department.name,
			'fromDepartment', (select name from public.departments where id = dossier.department_id), 'reason', reason));
end
$$;
comment on function public.move_dossier(jsonb) is
	'{protocol, actionId, dossierId, expectedVersion, departmentId, reason} → {status}: the leader moves a dossier to the department it belongs to; there it is anybody''s work. The clock goes on. PT400 department-unknown, reason-missing.';
revoke all on function public.move_dossier(jsonb) from public, anon, authenticated;
grant execute on function public.move_dossier(jsonb) to authenticated;
