-- Chỉ tiêu: what a department, or the whole office, registers to reach in a year; put forward by one person, approved by the leader.

create table public.targets (
	id uuid primary key default gen_random_uuid(),
	agency_id uuid not null references public.agencies (id),
	department_id uuid references public.departments (id),
	year int not null check (year between 2000 and 2099),
	kind text not null check (kind in ('online', 'online-full', 'on-time', 'satisfaction')),
	percent numeric(4, 1) not null check (percent > 0 and percent <= 100),
	state text not null default 'proposed' check (state in ('proposed', 'approved', 'returned', 'withdrawn')),
	note text check (length(note) between 1 and 500),
	version int not null default 1,
	proposed_by uuid not null references public.staff (id),
	proposed_at timestamptz not null default now(),
	decided_by uuid references public.staff (id),
	decided_at timestamptz,
	reason text check (length(reason) between 3 and 500),
	replaced_by uuid references public.targets (id),
	check ((state = 'proposed') = (decided_at is null)),
	check (replaced_by is null or state = 'approved')
);
comment on table public.targets is
	'Targets (chỉ tiêu) of a year, in percent. In force: approved and not replaced, one of each kind for a department or the whole office. Changing it is a new proposal that replaces it on approval; the old row stays. Zero is no target.';
comment on column public.targets.department_id is 'Null = the whole agency.';
comment on column public.targets.kind is
	'online: filed online (levels 3 and 4 of 2021) of all received; online-full: of these toàn trình (level 4 of 2021); on-time: early or on time of all done; satisfaction: satisfied of all who answered.';
comment on column public.targets.decided_at is 'When it was approved, returned or withdrawn, the latest of these.';
comment on column public.targets.reason is 'Why it was returned or withdrawn.';
create unique index targets_in_force on public.targets (agency_id, coalesce(department_id, agency_id), year, kind)
	where state = 'approved' and replaced_by is null;
create unique index targets_open on public.targets (agency_id, coalesce(department_id, agency_id), year, kind) where state = 'proposed';
create index targets_of_year on public.targets (agency_id, year);
alter table public.targets enable row level security;
grant select on public.targets to authenticated;
create policy "Staff read the targets of their agency" on public.targets for select to authenticated
	using (agency_id = (select app.my_agency_id()));

create table app.target_events (
	action_id uuid primary key,
	target_id uuid not null references public.targets (id),
	action text not null check (action in ('propose', 'approve', 'return', 'withdraw')),
	staff_id uuid not null references public.staff (id),
	staff_name text not null,
	request jsonb not null,
	answer jsonb not null,
	at timestamptz not null default now()
);
comment on table app.target_events is
	'What happened to targets, append-only: who, when, what was asked and answered. The same action_id gives the same answer again.';
create index target_events_of on app.target_events (target_id, at);
alter table app.target_events enable row level security;
create trigger keep_target_events before update or delete on app.target_events for each row execute function app.refuse_change();
create trigger keep_all_target_events before truncate on app.target_events for each statement execute function app.refuse_change();

create function app.begin_target(request jsonb, wanted_action text, out me public.staff, out replayed jsonb)
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted_id uuid;
	earlier app.target_events;
begin
	perform app.require_protocol(request);
	select * into me from public.staff where id = app.my_staff_id();
	if me.id is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not app.i_have_role('leader') and not app.i_work_in_a_department() then
		perform app.fail('PT403', 'role-missing');
	end if;
	wanted_id := app.get_uuid(request, 'actionId');
	-- One writer at a time in an agency: the second sees what the first has done.
	perform pg_advisory_xact_lock(hashtextextended('public.targets ' || me.agency_id::text, 0));
	select * into earlier from app.target_events where action_id = wanted_id;
	if found then
		if earlier.staff_id <> me.id or earlier.request <> request
			or earlier.action <> all (case wanted_action when 'decide' then array['approve', 'return'] else array[wanted_action] end)
		then
			perform app.fail('PT409', 'action-id-used');
		end if;
		replayed := earlier.answer;
	end if;
end
$$;
comment on function app.begin_target(jsonb, text) is
	'Who changes a target (officer, approver or leader), the agency''s targets being theirs alone until the end; `replayed` = the answer of the same actionId and request before. PT403 not-staff, role-missing; PT409 action-id-used.';
revoke all on function app.begin_target(jsonb, text) from public, anon, authenticated;

create function app.note_target(request jsonb, me public.staff, done text, target uuid) returns jsonb
language sql
security definer
set search_path = ''
as $$
	insert into app.target_events (action_id, target_id, action, staff_id, staff_name, request, answer)
	select app.get_uuid(request, 'actionId'), targets.id, done, me.id, me.full_name, request,
		jsonb_build_object('targetId', targets.id, 'state', targets.state, 'version', targets.version)
	from public.targets where targets.id = note_target.target
	returning answer
$$;
comment on function app.note_target(jsonb, public.staff, text, uuid) is 'Appends what was done to a target and gives the answer {targetId, state, version}.';
revoke all on function app.note_target(jsonb, public.staff, text, uuid) from public, anon, authenticated;

create function app.get_target_percent(request jsonb) returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
	percent constant numeric := case when jsonb_typeof(request -> 'percent') = 'number' then (request ->> 'percent')::numeric end;
begin
	if percent is null or percent <= 0 or percent > 100 or percent <> round(percent, 1) then
		perform app.fail('PT400', 'target-percent');
	end if;
	return percent;
end
$$;
comment on function app.get_target_percent(jsonb) is 'The {percent} of a request: above 0, at most 100, one decimal; PT400 target-percent.';
revoke all on function app.get_target_percent(jsonb) from public, anon, authenticated;

create function app.get_target_year(request jsonb) returns int
language plpgsql
stable
set search_path = ''
as $$
begin
	if jsonb_typeof(request -> 'year') is distinct from 'number' or request ->> 'year' !~ '^20[0-9]{2}$'
		or (request ->> 'year')::int > app.local_year(now()) + 1
	then
		perform app.fail('PT400', 'target-year');
	end if;
	return (request ->> 'year')::int;
end
$$;
comment on function app.get_target_year(jsonb) is
	'The {year} of a request, from 2000 to the next one; PT400 target-year. A year that is over may be written down afterwards: the day it was is kept and shown.';
revoke all on function app.get_target_year(jsonb) from public, anon, authenticated;

create function app.get_target_reason(request jsonb, is_needed boolean) returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
	reason constant text := app.find_text(request, 'reason', 500);
begin
	if length(reason) < 3 or (is_needed and reason is null) then
		perform app.fail('PT400', 'target-reason');
	end if;
	return reason;
end
$$;
comment on function app.get_target_reason(jsonb, boolean) is 'The {reason} of a request, 3–500 characters; PT400 target-reason when it is too short, or needed and absent.';
revoke all on function app.get_target_reason(jsonb, boolean) from public, anon, authenticated;

create function app.get_target(request jsonb, me public.staff) returns public.targets
language plpgsql
security definer
set search_path = ''
as $$
declare
	target public.targets;
begin
	select * into target from public.targets where id = app.get_uuid(request, 'targetId') and agency_id = me.agency_id;
	if not found then
		perform app.fail('PT404', 'target-unknown');
	end if;
	if request -> 'expectedVersion' is distinct from to_jsonb(target.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
	return target;
end
$$;
comment on function app.get_target(jsonb, public.staff) is
	'The target {targetId, expectedVersion} of the own agency. PT404 target-unknown; PT409 version-stale.';
revoke all on function app.get_target(jsonb, public.staff) from public, anon, authenticated;

create function public.propose_target(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	me public.staff;
	wanted_department uuid;
	wanted_year int;
	wanted_kind text;
	in_force public.targets;
	made uuid;
begin
	select * into begun from app.begin_target(request, 'propose');
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	me := begun.me;
	if coalesce(request -> 'departmentId', 'null') <> 'null' then
		wanted_department := app.get_uuid(request, 'departmentId');
		if not exists (select 1 from public.departments where id = wanted_department and agency_id = me.agency_id) then
			perform app.fail('PT400', 'department-unknown');
		end if;
	end if;
	if not app.i_have_role('leader') and wanted_department is distinct from me.department_id
		or (not app.i_have_role('leader') and wanted_department is null)
	then
		perform app.fail('PT403', 'target-foreign');
	end if;
	wanted_year := app.get_target_year(request);
	wanted_kind := app.find_text(request, 'kind', 20);
	if wanted_kind is null or wanted_kind not in ('online', 'online-full', 'on-time', 'satisfaction') then
		perform app.fail('PT400', 'target-kind');
	end if;
	if exists (
		select 1 from public.targets
		where agency_id = me.agency_id and department_id is not distinct from wanted_department and year = wanted_year and kind = wanted_kind
			and state = 'proposed'
	) then
		perform app.fail('PT409', 'target-open');
	end if;
	select * into in_force from public.targets
	where agency_id = me.agency_id and department_id is not distinct from wanted_department and year = wanted_year and kind = wanted_kind
		and state = 'approved' and replaced_by is null;
	if request -> 'expectedVersion' is distinct from to_jsonb(coalesce(in_force.version, 0)) then
		perform app.fail('PT409', 'version-stale');
	end if;
	insert into public.targets (agency_id, department_id, year, kind, percent, note, proposed_by)
	values (me.agency_id, wanted_department, wanted_year, wanted_kind, app.get_target_percent(request), app.find_text(request, 'note', 500), me.id)
	returning id into made;
	return app.note_target(request, me, 'propose', made);
end
$$;
comment on function public.propose_target(jsonb) is
	'{protocol, actionId, departmentId? (none = the whole agency), year, kind online|online-full|on-time|satisfaction, percent (one decimal), note?, expectedVersion (of the target in force, 0 = none)} → {targetId, state, version}. Officers and approvers for their own department, a leader for any and for the agency. PT400 target-year, target-kind, target-percent, department-unknown; PT403 not-staff, role-missing, target-foreign; PT409 target-open, version-stale, action-id-used.';
revoke all on function public.propose_target(jsonb) from public, anon, authenticated;
grant execute on function public.propose_target(jsonb) to authenticated;

create function app.other_leader(me public.staff) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.staff join public.staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'leader'
		where staff.agency_id = me.agency_id and staff.id <> me.id and staff.active and staff.user_id is not null
	)
$$;
comment on function app.other_leader(public.staff) is 'True when the agency has another leader who can sign in.';
revoke all on function app.other_leader(public.staff) from public, anon, authenticated;

create function public.decide_target(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	me public.staff;
	target public.targets;
	decision text;
	why text;
begin
	select * into begun from app.begin_target(request, 'decide');
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	me := begun.me;
	if not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	target := app.get_target(request, me);
	decision := app.find_text(request, 'decision', 20);
	if decision is null or decision not in ('approve', 'return') then
		perform app.fail('PT400', 'target-decision');
	end if;
	why := app.get_target_reason(request, decision = 'return');
	if target.state <> 'proposed' then
		perform app.fail('PT409', 'target-decided');
	end if;
	-- Four eyes where there are four: an office with one leader would otherwise have no target of its own.
	if decision = 'approve' and target.proposed_by = me.id and app.other_leader(me) then
		perform app.fail('PT403', 'target-own');
	end if;
	if decision = 'approve' then
		update public.targets set replaced_by = target.id, version = version + 1
		where agency_id = target.agency_id and department_id is not distinct from target.department_id and year = target.year
			and kind = target.kind and state = 'approved' and replaced_by is null;
	end if;
	update public.targets set state = case decision when 'approve' then 'approved' else 'returned' end, version = version + 1,
		decided_by = me.id, decided_at = now(), reason = why
	where id = target.id;
	return app.note_target(request, me, decision, target.id);
end
$$;
comment on function public.decide_target(jsonb) is
	'{protocol, actionId, targetId, expectedVersion, decision approve|return, reason? (needed to return)} → {targetId, state, version}: the leader approves a proposal, which replaces the target in force, or returns it. Nobody approves their own while another leader can sign in. PT400 target-decision, target-reason; PT403 not-staff, role-missing, target-own; PT404 target-unknown; PT409 target-decided, version-stale, action-id-used.';
revoke all on function public.decide_target(jsonb) from public, anon, authenticated;
grant execute on function public.decide_target(jsonb) to authenticated;

create function public.withdraw_target(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	begun record;
	me public.staff;
	target public.targets;
	why text;
begin
	select * into begun from app.begin_target(request, 'withdraw');
	if begun.replayed is not null then
		return begun.replayed;
	end if;
	me := begun.me;
	target := app.get_target(request, me);
	if target.state not in ('proposed', 'approved') or target.replaced_by is not null then
		perform app.fail('PT409', 'target-decided');
	end if;
	if not app.i_have_role('leader') and (target.state = 'approved' or target.proposed_by <> me.id) then
		perform app.fail('PT403', 'target-foreign');
	end if;
	why := app.get_target_reason(request, target.state = 'approved');
	update public.targets set state = 'withdrawn', version = version + 1, decided_by = me.id, decided_at = now(), reason = why
	where id = target.id;
	return app.note_target(request, me, 'withdraw', target.id);
end
$$;
comment on function public.withdraw_target(jsonb) is
	'{protocol, actionId, targetId, expectedVersion, reason?} → {targetId, state, version}: a proposal by who made it or by a leader; a target in force by a leader, with the reason. PT400 target-reason; PT403 not-staff, role-missing, target-foreign; PT404 target-unknown; PT409 target-decided, version-stale, action-id-used.';
revoke all on function public.withdraw_target(jsonb) from public, anon, authenticated;
grant execute on function public.withdraw_target(jsonb) to authenticated;
