-- What stands behind every change of a plan: who may, what a request holds, and what the record keeps. Changes of one agency take
-- turns and each names the version it was made on.

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
