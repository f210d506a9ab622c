-- Papers change hands with a bordereau (bàn giao).

insert into app.transitions (action, from_status, to_status, role, when_received)
select 'handover', status, status, 'receiver', true from unnest(array[2, 4, 5, 6]::smallint[]) as status
union all select 'handover', 9, 9, role, true from unnest(array['officer', 'approver']) as role
union all select 'taken', status, status, 'officer', true from unnest(array[2, 4, 5, 6]::smallint[]) as status
union all select 'taken', 9, 9, 'receiver', true;

create table public.handovers (
	id uuid primary key,
	agency_id uuid not null references public.agencies (id),
	number text not null,
	direction text not null check (direction in ('to-department', 'to-desk')),
	department_id uuid not null references public.departments (id),
	made_by uuid not null references public.staff (id),
	made_name text not null,
	made_at timestamptz not null default now(),
	note text,
	taken_name text,
	taken_at timestamptz,
	unique (agency_id, number)
);
comment on table public.handovers is
	'Bordereaux: papers of several dossiers that go from the desk to a department, or results back to the desk (phiếu bàn giao, domain §3.2). The id is the action id of whoever made it.';
create index handovers_of_department on public.handovers (department_id, made_at);
create index handovers_of_agency on public.handovers (agency_id, made_at);
alter table public.handovers enable row level security;
grant select on public.handovers to authenticated, service_role;
create policy "Receivers and leaders read the hand-overs of their agency" on public.handovers
	for select to authenticated
	using (agency_id = (select app.my_agency_id()) and (select app.i_read_the_agency()));
create policy "Officers and approvers read the hand-overs of their department" on public.handovers
	for select to authenticated
	using (department_id = (select app.my_department_id()) and (select app.i_work_in_a_department()));

create table public.handover_items (
	handover_id uuid not null references public.handovers (id),
	position int not null,
	dossier_id uuid not null references public.dossiers (id),
	taken boolean,
	primary key (handover_id, position),
	unique (handover_id, dossier_id)
);
comment on table public.handover_items is 'The dossiers on a bordereau; taken = it was there when the other side looked, false = it was missing.';
create index handover_items_by_dossier on public.handover_items (dossier_id);
alter table public.handover_items enable row level security;
grant select on public.handover_items to authenticated, service_role;
create policy "Whoever reads a dossier reads where its papers went" on public.handover_items
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

create function app.get_ids(request jsonb, field text, most int) returns uuid[]
language plpgsql
immutable
set search_path = ''
as $$
declare
	list constant jsonb := coalesce(request -> field, '[]');
	ids uuid[];
begin
	if jsonb_typeof(list) <> 'array' or jsonb_array_length(list) > most then
		perform app.fail('PT400', 'request-malformed');
	end if;
	ids := array(select app.get_uuid(jsonb_build_object('id', one), 'id') from jsonb_array_elements(list) as one);
	if cardinality(ids) <> (select count(distinct id) from unnest(ids) as id) then
		perform app.fail('PT400', 'request-malformed');
	end if;
	return ids;
end
$$;
comment on function app.get_ids(jsonb, text, int) is 'A list of at most `most` ids, each once; PT400 request-malformed, id-malformed.';
revoke all on function app.get_ids(jsonb, text, int) from public, anon, authenticated;

create function app.act_on_each(request jsonb, wanted_action text, ids uuid[], details jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
	one uuid;
	acted record;
begin
	-- In one order, so that two bordereaux never wait for each other.
	foreach one in array array(select id from unnest(ids) as id order by id) loop
		select * into acted from app.begin_action(jsonb_build_object('protocol', request -> 'protocol',
			'actionId', app.part_action(app.get_uuid(request, 'actionId'), one), 'dossierId', one,
			'expectedVersion', (select dossiers.version from public.dossiers where dossiers.id = one for update)), wanted_action);
		continue when (acted.context).replayed is not null;
		perform app.record_action(acted.context, acted.dossier, wanted_action, jsonb_build_object('status', (acted.context).to_status), details);
	end loop;
end
$$;
comment on function app.act_on_each(jsonb, text, uuid[], jsonb) is
	'Records one action that keeps the status on each of these dossiers, all or none, with the rights and errors of begin_action.';
revoke all on function app.act_on_each(jsonb, text, uuid[], jsonb) from public, anon, authenticated;

create function app.handover_of(wanted uuid) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'id', handover.id, 'number', handover.number, 'direction', handover.direction, 'agency', agency.name,
		'department', department.name, 'departmentId', handover.department_id,
		'madeBy', handover.made_name, 'madeAt', handover.made_at, 'note', handover.note,
		'takenBy', handover.taken_name, 'takenAt', handover.taken_at,
		'items', (
			select jsonb_agg(jsonb_build_object('dossierId', dossier.id, 'code', dossier.code, 'subject', dossier.subject,
				'procedure', procedure.short_title, 'dueDate', dossier.due_date, 'taken', item.taken) order by item.position)
			from public.handover_items as item
			join public.dossiers as dossier on dossier.id = item.dossier_id
			join public.procedures as procedure on procedure.code = dossier.procedure_code
			where item.handover_id = handover.id
		))
	from public.handovers as handover
	join public.departments as department on department.id = handover.department_id
	join public.agencies as agency on agency.id = handover.agency_id
	where handover.id = wanted
$$;
comment on function app.handover_of(uuid) is 'A bordereau with its lines, as it is shown and printed.';
revoke all on function app.handover_of(uuid) from public, anon, authenticated;

create function public.make_handover(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	wanted uuid;
	known public.handovers;
	way text;
	department uuid;
	ids uuid[];
begin
	perform app.require_protocol(request);
	wanted := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	perform app.lock_submissions(array[wanted]);
	select * into known from public.handovers where id = wanted;
	if found then
		if known.made_by <> me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return app.handover_of(wanted);
	end if;
	way := app.find_text(request, 'direction', 20);
	if way is null or way not in ('to-department', 'to-desk') then
		perform app.fail('PT400', 'request-malformed');
	end if;
	ids := app.get_ids(request, 'dossierIds', 100);
	if cardinality(ids) = 0 then
		perform app.fail('PT400', 'handover-empty');
	end if;
	department := case when way = 'to-desk' then me.department_id else app.find_uuid(request, 'departmentId') end;
	if not exists (select 1 from public.departments where id = department and agency_id = me.agency_id) then
		perform app.fail('PT400', 'department-unknown');
	end if;
	if exists (
		select 1 from public.dossiers
		where id = any (ids) and agency_id = me.agency_id
			and (department_id is distinct from department or (status = 9) <> (way = 'to-desk'))
	) then
		perform app.fail('PT409', 'handover-mixed');
	end if;
	-- Two desks at once: the second sees what the first has sent away, and no paper lies on two bordereaux.
	perform 1 from public.dossiers where id = any (ids) and agency_id = me.agency_id order by id for update;
	if exists (
		select 1 from public.handover_items as item join public.handovers as handover on handover.id = item.handover_id
		where item.dossier_id = any (ids) and handover.direction = way and handover.taken_at is null
	) then
		perform app.fail('PT409', 'handover-mixed');
	end if;
	insert into public.handovers (id, agency_id, number, direction, department_id, made_by, made_name, note)
	values (wanted, me.agency_id, app.draw_slip_number(me.agency_id, 'bg'), way, department, me.id, me.full_name, app.find_text(request, 'note', 300));
	insert into public.handover_items (handover_id, position, dossier_id)
	select wanted, position, id from unnest(ids) with ordinality as list (id, position);
	perform app.act_on_each(request, 'handover', ids, (
		select jsonb_build_object('handoverId', id, 'number', number, 'direction', direction, 'departmentId', department_id)
		from public.handovers where id = wanted
	));
	return app.handover_of(wanted);
exception when foreign_key_violation then
	perform app.fail('PT404', 'dossier-unknown');
	return null;
end
$$;
comment on function public.make_handover(jsonb) is
	'{protocol, actionId, direction to-department|to-desk, departmentId?, dossierIds 1–100, note?} → the bordereau: papers to one department (receiver), or results back to the desk (officer, approver of the own department). All or none; the same actionId answers the same. PT400 handover-empty, department-unknown; PT409 handover-mixed, status-changed; PT403; PT404 dossier-unknown.';
revoke all on function public.make_handover(jsonb) from public, anon, authenticated;
grant execute on function public.make_handover(jsonb) to authenticated;

create function public.take_handover(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	known public.handovers;
	missing uuid[];
	there uuid[];
begin
	perform app.require_protocol(request);
	perform app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	select * into known from public.handovers
	where id = app.get_uuid(request, 'handoverId') and agency_id = me.agency_id
		and case direction when 'to-desk' then app.i_have_role('receiver')
			else department_id = me.department_id and app.i_have_role('officer') end
	for update;
	if not found then
		perform app.fail('PT404', 'handover-unknown');
	end if;
	missing := app.get_ids(request, 'missing', 100);
	if known.taken_at is not null then
		-- Sent again it answers the same; what somebody else found is not overwritten in silence.
		if missing is distinct from array(
			select dossier_id from public.handover_items
			where handover_id = known.id and not taken order by array_position(missing, dossier_id)
		) then
			perform app.fail('PT409', 'handover-taken');
		end if;
		return app.handover_of(known.id);
	end if;
	there := array(select dossier_id from public.handover_items where handover_id = known.id and dossier_id <> all (missing));
	update public.handover_items set taken = dossier_id <> all (missing) where handover_id = known.id;
	update public.handovers set taken_at = now(), taken_name = me.full_name where id = known.id;
	perform app.act_on_each(request, 'taken', array(
		-- What moved on meanwhile needs no entry any more.
		select dossiers.id from public.dossiers where dossiers.id = any (there) and dossiers.department_id = known.department_id
			and (dossiers.status = 9) = (known.direction = 'to-desk') and dossiers.status in (2, 4, 5, 6, 9)
			and dossiers.applicant_key is distinct from coalesce(app.my_citizen_key(), '-')
	), jsonb_build_object('handoverId', known.id, 'number', known.number, 'direction', known.direction));
	return app.handover_of(known.id);
end
$$;
comment on function public.take_handover(jsonb) is
	'{protocol, actionId, handoverId, missing?: [dossierId]} → the bordereau: the other side has looked and taken over what was there; told the same again it answers the same. PT404 handover-unknown; PT409 handover-taken when somebody found otherwise before.';
revoke all on function public.take_handover(jsonb) from public, anon, authenticated;
grant execute on function public.take_handover(jsonb) to authenticated;

create function public.open_handovers(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	if app.my_staff_id() is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	return jsonb_build_object('handovers', (
		select coalesce(jsonb_agg(app.handover_of(list.id) order by list.made_at desc), '[]')
		from (
			select id, made_at from public.handovers
			where agency_id = app.my_agency_id() and (
				app.i_read_the_agency() or (department_id = app.my_department_id() and app.i_work_in_a_department())
			) and case
				when coalesce(request -> 'handoverId', 'null') <> 'null' then id = app.get_uuid(request, 'handoverId')
				else taken_at is null or made_at > now() - interval '7 days'
			end
			order by taken_at is not null, made_at desc limit 100
		) as list
	));
end
$$;
comment on function public.open_handovers(jsonb) is '{protocol, handoverId?} → {handovers}: the bordereaux I may see that are open or younger than a week, 100 at most, the open ones before the others; or the one of that id.';
revoke all on function public.open_handovers(jsonb) from public, anon, authenticated;
grant execute on function public.open_handovers(jsonb) to authenticated;

create function public.handable_dossiers(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
	way constant text := case when app.i_have_role('receiver') then 'to-department' when app.i_work_in_a_department() then 'to-desk' end;
begin
	perform app.require_protocol(request);
	return jsonb_build_object('direction', way, 'rows', (
		select coalesce(jsonb_agg(jsonb_build_object('id', list.id, 'code', list.code, 'subject', list.subject,
			'procedure', procedure.short_title, 'department', department.name, 'departmentId', list.department_id,
			'dueDate', list.due_date) order by list.due_date, list.code), '[]')
		from (
			select dossier.* from public.dossiers as dossier
			where dossier.agency_id = app.my_agency_id() and dossier.received_at is not null
				and case way when 'to-department' then dossier.lane in ('answered', 'working', 'waiting') and dossier.status in (2, 4, 5, 6)
					else dossier.lane = 'ready' and dossier.department_id = app.my_department_id() end
				-- Papers that came later, for a slip that asked for them, go after the first ones.
				and not exists (
					select 1 from public.handover_items as item join public.handovers as handover on handover.id = item.handover_id
					where item.dossier_id = dossier.id and handover.direction = way and item.taken is not false
						and handover.made_at >= greatest(dossier.received_at, (
							select max(round.closed_at) from public.supplements as round where round.dossier_id = dossier.id
						))
				)
			order by dossier.received_at desc limit 500
		) as list
		join public.procedures as procedure on procedure.code = list.procedure_code
		join public.departments as department on department.id = list.department_id
	));
end
$$;
comment on function public.handable_dossiers(jsonb) is
	'{protocol} → {direction to-department|to-desk|null, rows ≤ 500: [{id, code, subject, procedure, department, departmentId, dueDate}]}: what I may put on a bordereau: received papers no bordereau has taken yet, or signed results of my department. Runs with the rights of whoever asks.';
revoke all on function public.handable_dossiers(jsonb) from public, anon, authenticated;
grant execute on function public.handable_dossiers(jsonb) to authenticated;
