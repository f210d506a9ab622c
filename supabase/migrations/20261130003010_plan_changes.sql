-- What is changed in a plan. Leaders and administrators write it; who works in the leading department reports how far its
-- tasks are. Changes of one agency take turns, each names the version it was made on, and each is on the record.

create function app.begin_plan_change(
	request jsonb, wanted_action text, by_department boolean, out me public.staff, out writes boolean, out replayed jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_id uuid;
	earlier public.plan_events;
begin
	perform app.require_protocol(request);
	wanted_id := app.get_uuid(request, 'actionId');
	if app.my_agency_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	-- Dossiers refer to this row by its key only, so no desk waits here.
	perform 1 from public.agencies where id = app.my_agency_id() for no key update;
	-- Whoever waited looks again whether they may.
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	writes := exists (select 1 from public.staff_roles where staff_id = me.id and role in ('leader', 'admin'));
	if not writes and not (by_department and app.i_work_in_a_department()) then
		perform app.fail('PT403', 'role-missing');
	end if;
	select * into earlier from public.plan_events where action_id = wanted_id;
	if found then
		if earlier.action <> wanted_action or earlier.actor_staff_id <> me.id or earlier.request_hash <> app.hash_text(request::text) then
			perform app.fail('PT409', 'action-id-used');
		end if;
		replayed := earlier.answer;
	end if;
end
$$;
comment on function app.begin_plan_change(jsonb, text, boolean) is
	'Who changes the plan of their agency, which then is theirs alone until the end; `writes` = a leader or an administrator; `replayed` = the answer of the same request before. by_department: officers and approvers come through as well. PT403 not-staff, role-missing; PT409 action-id-used.';
revoke all on function app.begin_plan_change(jsonb, text, boolean) from public, anon, authenticated;

create function app.note_plan_change(
	request jsonb, me public.staff, action text, subject text, subject_id uuid, of_year int, before jsonb, after jsonb, reason text, answer jsonb
) returns jsonb
language sql
security definer
set search_path = ''
as $$
	insert into public.plan_events (agency_id, year, subject, subject_id, action_id, request_hash, action, before, after, reason, answer, actor_staff_id, actor_name)
	values (
		me.agency_id, of_year, note_plan_change.subject, note_plan_change.subject_id, app.get_uuid(request, 'actionId'), app.hash_text(request::text),
		note_plan_change.action, note_plan_change.before, note_plan_change.after, note_plan_change.reason, note_plan_change.answer, me.id, me.full_name
	)
	returning plan_events.answer
$$;
comment on function app.note_plan_change(jsonb, public.staff, text, text, uuid, int, jsonb, jsonb, text, jsonb) is
	'Appends what was changed and gives the answer back.';
revoke all on function app.note_plan_change(jsonb, public.staff, text, text, uuid, int, jsonb, jsonb, text, jsonb) from public, anon, authenticated;

-- What a request holds -----------------------------------------------------------------------------------

create function app.get_plan_year(request jsonb) returns int
language plpgsql
immutable
set search_path = ''
as $$
begin
	if jsonb_typeof(request -> 'year') is distinct from 'number' or request ->> 'year' !~ '^20[0-9]{2}$' then
		perform app.fail('PT400', 'plan-year');
	end if;
	return (request ->> 'year')::int;
end
$$;
comment on function app.get_plan_year(jsonb) is 'The year of a request, 2000–2099; PT400 plan-year.';
revoke all on function app.get_plan_year(jsonb) from public, anon, authenticated;

create function app.get_plan_text(request jsonb, field text, longest int) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	value text := app.find_text(request, field, longest);
begin
	if value is null or length(value) < 2 then
		perform app.fail('PT400', 'plan-text');
	end if;
	return value;
end
$$;
comment on function app.get_plan_text(jsonb, text, int) is 'A text of 2 characters at least; PT400 plan-text, text-too-long.';
revoke all on function app.get_plan_text(jsonb, text, int) from public, anon, authenticated;

create function app.find_plan_day(request jsonb, field text) returns date
language plpgsql
immutable
set search_path = ''
as $$
declare
	day date;
begin
	if coalesce(request -> field, 'null') = 'null' then
		return null;
	end if;
	day := app.find_local_time(to_jsonb(app.find_text(request, field, 10) || 'T00:00'))::date;
	if day is null or day not between '2000-01-01' and '2100-12-31' then
		perform app.fail('PT400', 'plan-day');
	end if;
	return day;
end
$$;
comment on function app.find_plan_day(jsonb, text) is 'The date YYYY-MM-DD in this field, of 2000–2100, or null when it is absent; PT400 plan-day.';
revoke all on function app.find_plan_day(jsonb, text) from public, anon, authenticated;

create function app.get_plan_reason(request jsonb, is_needed boolean) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	reason text := app.find_text(request, 'reason', 500);
begin
	if is_needed and coalesce(length(reason), 0) < 3 then
		perform app.fail('PT400', 'plan-reason');
	end if;
	return reason;
end
$$;
comment on function app.get_plan_reason(jsonb, boolean) is 'Why something is changed; PT400 plan-reason when it is needed and absent.';
revoke all on function app.get_plan_reason(jsonb, boolean) from public, anon, authenticated;

create function app.require_plan_version(request jsonb, stored int) returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
	if request -> 'expectedVersion' is distinct from to_jsonb(stored) then
		perform app.fail('PT409', 'version-stale');
	end if;
end
$$;
comment on function app.require_plan_version(jsonb, int) is 'Nobody overwrites what they have not seen: {expectedVersion} is the stored one, 0 = nothing yet; PT409 version-stale.';
revoke all on function app.require_plan_version(jsonb, int) from public, anon, authenticated;

create function app.plan_task_of(request jsonb, me public.staff, of_year int) returns public.plan_tasks
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	task public.plan_tasks;
	given constant jsonb := coalesce(request -> 'coordinators', '[]');
begin
	task.id := app.get_uuid(request, 'taskId');
	task.agency_id := me.agency_id;
	task.year := of_year;
	task.heading := app.get_plan_text(request, 'heading', 200);
	task.title := app.get_plan_text(request, 'title', 500);
	task.lead_name := app.get_plan_text(request, 'lead', 200);
	task.deliverable := coalesce(app.find_text(request, 'deliverable', 500), '');
	task.time_words := coalesce(app.find_text(request, 'timeWords', 120), '');
	task.from_day := app.find_plan_day(request, 'from');
	task.to_day := app.find_plan_day(request, 'to');
	if task.from_day is null or task.to_day is null or task.from_day > task.to_day
		or extract(year from task.to_day) < of_year or extract(year from task.from_day) > of_year
	then
		perform app.fail('PT400', 'plan-period');
	end if;
	if coalesce(jsonb_typeof(request -> 'leadDepartmentId'), 'null') <> 'null' then
		task.lead_department_id := app.find_uuid(request, 'leadDepartmentId');
		if not exists (select 1 from public.departments where id = task.lead_department_id and agency_id = me.agency_id) then
			perform app.fail('PT400', 'department-unknown');
		end if;
	end if;
	if jsonb_typeof(given) <> 'array' or jsonb_array_length(given) > 20 then
		perform app.fail('PT400', 'request-malformed');
	end if;
	task.coordinators := array(
		select app.get_plan_text(jsonb_build_object('name', one), 'name', 200)
		from jsonb_array_elements(given) with ordinality as list (one, place) order by place
	);
	return task;
end
$$;
comment on function app.plan_task_of(jsonb, public.staff, int) is
	'The checked task {taskId, heading, title, lead, leadDepartmentId?, coordinators ≤ 20, from, to, timeWords?, deliverable?} of a request, not stored. Its time touches the plan''s year. PT400 plan-text, plan-day, plan-period, department-unknown, id-malformed, text-too-long, request-malformed.';
revoke all on function app.plan_task_of(jsonb, public.staff, int) from public, anon, authenticated;

create function app.open_plan(me public.staff, of_year int) returns public.plan_years
language plpgsql
security definer
set search_path = ''
as $$
declare
	plan public.plan_years;
begin
	insert into public.plan_years (agency_id, year) values (me.agency_id, of_year) on conflict do nothing;
	select * into plan from public.plan_years where agency_id = me.agency_id and year = of_year;
	return plan;
end
$$;
comment on function app.open_plan(public.staff, int) is 'The plan of the agency for a year, begun when there is none.';
revoke all on function app.open_plan(public.staff, int) from public, anon, authenticated;

create function app.store_plan_task(task public.plan_tasks) returns public.plan_tasks
language plpgsql
security definer
set search_path = ''
as $$
declare
	stored public.plan_tasks;
begin
	insert into public.plan_tasks (id, agency_id, year, position, heading, title, lead_name, lead_department_id, coordinators, from_day, to_day, time_words, deliverable)
	select task.id, task.agency_id, task.year, coalesce(max(position), 0) + 1, task.heading, task.title, task.lead_name, task.lead_department_id,
		task.coordinators, task.from_day, task.to_day, task.time_words, task.deliverable
	from public.plan_tasks where agency_id = task.agency_id and year = task.year
	on conflict (id) do nothing
	returning * into stored;
	if stored.id is null then
		perform app.fail('PT409', 'version-stale');
	end if;
	return stored;
end
$$;
comment on function app.store_plan_task(public.plan_tasks) is 'Stores a new task behind the last one of its year. PT409 version-stale when there is one of this id.';
revoke all on function app.store_plan_task(public.plan_tasks) from public, anon, authenticated;

create function app.plan_task_to_change(request jsonb, me public.staff) returns public.plan_tasks
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	task public.plan_tasks;
begin
	select * into task from public.plan_tasks where id = app.get_uuid(request, 'taskId') and agency_id = me.agency_id;
	if not found then
		perform app.fail('PT404', 'plan-task-unknown');
	end if;
	return task;
end
$$;
comment on function app.plan_task_to_change(jsonb, public.staff) is 'The task {taskId} of the own agency; PT404 plan-task-unknown.';
revoke all on function app.plan_task_to_change(jsonb, public.staff) from public, anon, authenticated;

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
