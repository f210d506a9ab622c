-- What is changed in a plan: leaders and administrators write it; who works in the leading department reports how far its tasks are.

-- The plan itself ----------------------------------------------------------------------------------------

create function public.save_plan_year(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	of_year int;
	stored public.plan_years;
	number text;
	day date;
	is_approved boolean;
	reason text;
	before jsonb;
begin
	select * into begun from app.begin_plan_change(request, 'save-plan', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	of_year := app.get_plan_year(request);
	number := coalesce(app.find_text(request, 'documentNumber', 60), '');
	day := app.find_plan_day(request, 'documentDate');
	is_approved := coalesce(request -> 'approved' = 'true', false);
	select * into stored from public.plan_years where agency_id = (begun.me).agency_id and year = of_year;
	perform app.require_plan_version(request, coalesce(stored.version, 0));
	if is_approved and (number = '' or day is null) then
		perform app.fail('PT400', 'plan-document');
	end if;
	if is_approved <> (stored.approved_at is not null) and not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	reason := app.get_plan_reason(request, stored.approved_at is not null);
	before := case when stored.year is not null then to_jsonb(stored) end;
	insert into public.plan_years (agency_id, year, document_number, document_date, approved_at, approved_name)
	values ((begun.me).agency_id, of_year, number, day, case when is_approved then now() end, case when is_approved then (begun.me).full_name end)
	on conflict (agency_id, year) do update set
		document_number = excluded.document_number, document_date = excluded.document_date, version = plan_years.version + 1,
		approved_at = case when is_approved then coalesce(plan_years.approved_at, excluded.approved_at) end,
		approved_name = case when is_approved then coalesce(plan_years.approved_name, excluded.approved_name) end
	returning * into stored;
	return app.note_plan_change(request, begun.me, 'save-plan', 'plan', null, of_year, before, to_jsonb(stored), reason,
		jsonb_build_object('version', stored.version));
end
$$;
comment on function public.save_plan_year(jsonb) is
	'{protocol, actionId, year, expectedVersion (0 = none yet), documentNumber?, documentDate?, approved, reason?} → {version}: the plan''s document; approved = it is issued, which only a leader says, with number and date. What is issued is changed for a reason. PT400 plan-year, plan-day, plan-document, plan-reason; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_plan_year(jsonb) from public, anon, authenticated;
grant execute on function public.save_plan_year(jsonb) to authenticated;

create function public.save_plan_task(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	of_year int;
	plan public.plan_years;
	wanted public.plan_tasks;
	known public.plan_tasks;
	stored public.plan_tasks;
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'save-task', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	of_year := app.get_plan_year(request);
	wanted := app.plan_task_of(request, begun.me, of_year);
	plan := app.open_plan(begun.me, of_year);
	reason := app.get_plan_reason(request, plan.approved_at is not null);
	if request -> 'expectedVersion' = '0' then
		stored := app.store_plan_task(wanted);
	else
		known := app.plan_task_to_change(request, begun.me);
		perform app.require_plan_version(request, known.version);
		if known.year <> of_year then
			perform app.fail('PT404', 'plan-task-unknown');
		end if;
		update public.plan_tasks set heading = wanted.heading, title = wanted.title, lead_name = wanted.lead_name,
			lead_department_id = wanted.lead_department_id, coordinators = wanted.coordinators, from_day = wanted.from_day, to_day = wanted.to_day,
			time_words = wanted.time_words, deliverable = wanted.deliverable, version = version + 1
		where id = known.id returning * into stored;
	end if;
	return app.note_plan_change(request, begun.me, 'save-task', 'task', stored.id, of_year, case when known.id is not null then to_jsonb(known) end, to_jsonb(stored), reason,
		jsonb_build_object('taskId', stored.id, 'version', stored.version));
end
$$;
comment on function public.save_plan_task(jsonb) is
	'{protocol, actionId, year, expectedVersion (0 = new), taskId, heading, title, lead, leadDepartmentId?, coordinators?, from, to, timeWords?, deliverable?, reason? (needed once the plan is issued)} → {taskId, version}. How far the task is stays as it was. PT400 see app.plan_task_of, plan-year, plan-reason; PT404 plan-task-unknown; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.save_plan_task(jsonb) from public, anon, authenticated;
grant execute on function public.save_plan_task(jsonb) to authenticated;

create function public.remove_plan_task(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	known public.plan_tasks;
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'remove-task', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	known := app.plan_task_to_change(request, begun.me);
	perform app.require_plan_version(request, known.version);
	if exists (select 1 from public.plan_years where agency_id = known.agency_id and year = known.year and approved_at is not null) then
		perform app.fail('PT409', 'plan-issued');
	end if;
	reason := app.get_plan_reason(request, true);
	delete from public.plan_tasks where id = known.id;
	return app.note_plan_change(request, begun.me, 'remove-task', 'task', known.id, known.year, to_jsonb(known), null, reason,
		jsonb_build_object('taskId', known.id));
end
$$;
comment on function public.remove_plan_task(jsonb) is
	'{protocol, actionId, taskId, expectedVersion, reason} → {taskId}: takes out what was entered by mistake, before the plan is issued; the record keeps it. Afterwards a task is only dropped. PT400 plan-reason; PT404 plan-task-unknown; PT409 plan-issued, version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.remove_plan_task(jsonb) from public, anon, authenticated;
grant execute on function public.remove_plan_task(jsonb) to authenticated;

create function public.report_plan_task(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	known public.plan_tasks;
	stored public.plan_tasks;
	wanted text;
	proof text;
	day date;
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'report-task', true);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	known := app.plan_task_to_change(request, begun.me);
	if not begun.writes and known.lead_department_id is distinct from (begun.me).department_id then
		perform app.fail('PT403', 'role-missing');
	end if;
	perform app.require_plan_version(request, known.version);
	wanted := app.find_text(request, 'status', 20);
	if wanted is null or wanted not in ('planned', 'running', 'done', 'dropped') then
		perform app.fail('PT400', 'plan-status');
	end if;
	-- To give a task up, or to take it up again, is the head's decision.
	if not begun.writes and 'dropped' in (wanted, known.status) then
		perform app.fail('PT403', 'role-missing');
	end if;
	proof := coalesce(app.find_text(request, 'evidence', 1000), '');
	day := case when wanted = 'done' then app.find_plan_day(request, 'doneOn') end;
	if wanted = 'done' then
		if length(proof) < 3 then
			perform app.fail('PT400', 'plan-evidence');
		end if;
		if day is null or day > app.today() or extract(year from day) < known.year - 1 then
			perform app.fail('PT400', 'plan-done-on');
		end if;
	end if;
	reason := app.get_plan_reason(request, wanted = 'dropped' or (known.status in ('done', 'dropped') and (wanted <> known.status or day <> known.done_on)));
	update public.plan_tasks set status = wanted, evidence = proof, done_on = day,
		dropped_reason = case when wanted = 'dropped' then reason end, version = version + 1
	where id = known.id returning * into stored;
	return app.note_plan_change(request, begun.me, 'report-task', 'task', stored.id, stored.year, to_jsonb(known), to_jsonb(stored), reason,
		jsonb_build_object('taskId', stored.id, 'version', stored.version));
end
$$;
comment on function public.report_plan_task(jsonb) is
	'{protocol, actionId, taskId, expectedVersion, status planned|running|done|dropped, evidence? (needed when done), doneOn? (a day up to today, when done), reason? (needed to drop, and to change what was done or dropped)} → {taskId, version}. By leaders, administrators, and officers and approvers of the leading department, who neither drop nor take up again. PT400 plan-status, plan-evidence, plan-done-on, plan-day, plan-reason; PT404 plan-task-unknown; PT409 version-stale, action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.report_plan_task(jsonb) from public, anon, authenticated;
grant execute on function public.report_plan_task(jsonb) to authenticated;

create function public.import_plan_tasks(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	of_year int;
	plan public.plan_years;
	given jsonb := request -> 'tasks';
	one jsonb;
	stored public.plan_tasks;
	all_stored jsonb := '[]';
	reason text;
begin
	select * into begun from app.begin_plan_change(request, 'import-tasks', false);
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	of_year := app.get_plan_year(request);
	if jsonb_typeof(given) is distinct from 'array' or jsonb_array_length(given) not between 1 and 200 then
		perform app.fail('PT400', 'plan-list');
	end if;
	plan := app.open_plan(begun.me, of_year);
	reason := app.get_plan_reason(request, plan.approved_at is not null);
	for one in select element from jsonb_array_elements(given) with ordinality as list (element, place) order by place loop
		stored := app.store_plan_task(app.plan_task_of(one, begun.me, of_year));
		all_stored := all_stored || to_jsonb(stored);
	end loop;
	return app.note_plan_change(request, begun.me, 'import-tasks', 'plan', null, of_year, null, all_stored, reason,
		jsonb_build_object('tasks', jsonb_array_length(all_stored)));
end
$$;
comment on function public.import_plan_tasks(jsonb) is
	'{protocol, actionId, year, tasks 1–200 (each as in save_plan_task), reason? (needed once the plan is issued)} → {tasks: how many}: adds a list of tasks, all or none. PT400 plan-list, plan-year, plan-reason and those of app.plan_task_of; PT409 version-stale (an id is there already), action-id-used; PT403 not-staff, role-missing.';
revoke all on function public.import_plan_tasks(jsonb) from public, anon, authenticated;
grant execute on function public.import_plan_tasks(jsonb) to authenticated;
