-- What is read of a plan.

create function app.plan_office(request jsonb) returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	wanted uuid;
begin
	perform app.require_protocol(request);
	if app.my_agency_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	wanted := case when coalesce(request -> 'agencyId', 'null') = 'null' then app.my_agency_id() else app.get_uuid(request, 'agencyId') end;
	if not app.i_read_plan_of(wanted) then
		perform app.fail('PT403', 'role-missing');
	end if;
	return wanted;
end
$$;
comment on function app.plan_office(jsonb) is
	'The agency {agencyId?} whose plan is asked for, the own one by default, if the caller may read it (app.i_read_plan_of). PT403 not-staff, role-missing.';
revoke all on function app.plan_office(jsonb) from public, anon, authenticated;

create function app.i_write_plan_of(of_agency uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$ select of_agency = app.my_agency_id() and (app.i_have_role('leader') or app.i_have_role('admin')) $$;
comment on function app.i_write_plan_of(uuid) is 'Leaders and administrators write the plan and the logs of their own agency.';
revoke all on function app.i_write_plan_of(uuid) from public, anon, authenticated;

create function app.plan_head(of_agency uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'agency', jsonb_build_object('id', agency.id, 'name', agency.name, 'parentName', coalesce(parent.name, ''), 'place', agency.place),
		'today', app.today(),
		'mayWrite', app.i_write_plan_of(agency.id),
		'offices', (
			select coalesce(jsonb_agg(jsonb_build_object('id', other.id, 'name', other.name) order by other.id <> app.my_agency_id(), other.name), '[]')
			from public.agencies as other
			where (other.id = app.my_agency_id() or other.parent_id = app.my_agency_id()) and app.i_read_plan_of(other.id)
		))
	from public.agencies as agency left join public.agencies as parent on parent.id = agency.parent_id
	where agency.id = of_agency
$$;
comment on function app.plan_head(uuid) is
	'{agency {id, name, parentName, place}, today, mayWrite, offices [{id, name}]}: what stands above a plan and a log; offices = those whose plans the caller reads, the own one first.';
revoke all on function app.plan_head(uuid) from public, anon, authenticated;

create function public.plan_year(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	office constant uuid := app.plan_office(request);
	of_year constant int := app.get_plan_year(request);
	writes constant boolean := app.i_write_plan_of(office);
begin
	return app.plan_head(office) || jsonb_build_object(
		'year', of_year,
		'isLeader', writes and app.i_have_role('leader'),
		'plan', (
			select jsonb_build_object('documentNumber', document_number, 'documentDate', document_date, 'version', version,
				'approvedBy', approved_name, 'approvedAt', app.local_time(approved_at))
			from public.plan_years where agency_id = office and year = of_year
		),
		'tasks', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'id', task.id, 'version', task.version, 'heading', task.heading, 'title', task.title, 'lead', task.lead_name,
				'leadDepartmentId', task.lead_department_id, 'coordinators', to_jsonb(task.coordinators), 'from', task.from_day, 'to', task.to_day,
				'timeWords', task.time_words, 'deliverable', task.deliverable, 'status', task.status, 'evidence', task.evidence,
				'doneOn', task.done_on, 'droppedReason', task.dropped_reason, 'state', app.plan_task_state(task, app.today()),
				'mayReport', writes or (office = app.my_agency_id() and app.i_work_in_a_department() and task.status <> 'dropped'
					and task.lead_department_id is not null and task.lead_department_id = app.my_department_id())
			) order by task.position, task.id), '[]')
			from public.plan_tasks as task where task.agency_id = office and task.year = of_year
		),
		'departments', (
			select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
			from public.departments where agency_id = office
		));
end
$$;
comment on function public.plan_year(jsonb) is
	'{protocol, year, agencyId?} → {agency, today, mayWrite, offices, year, isLeader, plan {documentNumber, documentDate, version, approvedBy, approvedAt} | null, tasks [{…, state as of today, mayReport}] in their order, departments [{id, name}]}. For those who read the plan (app.i_read_plan_of). PT400 plan-year; PT403 not-staff, role-missing.';
revoke all on function public.plan_year(jsonb) from public, anon, authenticated;
grant execute on function public.plan_year(jsonb) to authenticated;

create function public.plan_history(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	office constant uuid := app.plan_office(request);
	of_year constant int := app.get_plan_year(request);
	wanted constant uuid := case when coalesce(request -> 'taskId', 'null') <> 'null' then app.get_uuid(request, 'taskId') end;
begin
	return jsonb_build_object('events', (
		select coalesce(jsonb_agg(jsonb_build_object('id', event.id, 'action', event.action, 'by', event.actor_name,
			'at', app.local_time(event.at), 'reason', event.reason,
			'title', coalesce(event.after ->> 'title', event.before ->> 'title', ''),
			'tasks', case when event.action = 'import-tasks' then event.answer -> 'tasks' end,
			'changes', (
				select coalesce(jsonb_agg(jsonb_build_object('name', field.key, 'before', event.before ->> field.key, 'after', event.after ->> field.key) order by field.key), '[]')
				from jsonb_object_keys(case when jsonb_typeof(event.before) = 'object' and jsonb_typeof(event.after) = 'object' then event.after else '{}' end) as field (key)
				where field.key not in ('version', 'id', 'agency_id', 'position') and event.before -> field.key is distinct from event.after -> field.key
			)) order by event.id desc), '[]')
		from (
			select * from public.plan_events
			where agency_id = office and year = of_year and subject in ('plan', 'task')
				and (wanted is null or subject_id = wanted or (action = 'import-tasks' and after @> jsonb_build_array(jsonb_build_object('id', wanted))))
			order by id desc limit 100
		) as event
	));
end
$$;
comment on function public.plan_history(jsonb) is
	'{protocol, year, agencyId?, taskId?} → {events ≤ 100, the latest first: [{id, action, by, at, reason, title, tasks (of an import), changes [{name: column, before, after}]}]} of the plan, or of one task. PT400 plan-year, id-malformed; PT403 not-staff, role-missing.';
revoke all on function public.plan_history(jsonb) from public, anon, authenticated;
grant execute on function public.plan_history(jsonb) to authenticated;
