-- What staff do with a dossier: one function per action, each checks role, reach, state and expected_version,
-- writes one event and moves the projection in the same transaction.

create type app.action_context as (
	action_id uuid,
	staff_id uuid,
	staff_name text,
	to_status smallint,
	replayed jsonb
);
comment on type app.action_context is 'Who acts, where the dossier goes; `replayed` = the answer given when this action_id ran before.';

create function app.begin_action(request jsonb, wanted_action text, out context app.action_context, out dossier public.dossiers)
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
	earlier public.dossier_events;
	expected jsonb := request -> 'expectedVersion';
	actor_roles text[];
begin
	perform app.require_protocol(request);
	context.action_id := app.get_uuid(request, 'actionId');
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	context.staff_id := me.id;
	context.staff_name := me.full_name;
	select array_agg(role) into actor_roles from public.staff_roles where staff_id = me.id;

	-- Two desks at once: the second waits here and then sees what the first has done.
	select * into dossier from public.dossiers
	where id = app.get_uuid(request, 'dossierId') and agency_id = me.agency_id
		and (
			actor_roles && array['receiver', 'leader']
			or (department_id = me.department_id and actor_roles && array['officer', 'approver'])
		)
	for update;
	if not found then
		perform app.fail('PT404', 'dossier-unknown');
	end if;
	if dossier.applicant_key = (select citizen_id_hash from app.staff_identities where staff_id = me.id) then
		perform app.fail('PT403', 'own-dossier');
	end if;

	select * into earlier from public.dossier_events where action_id = context.action_id;
	if found then
		if earlier.dossier_id <> dossier.id or earlier.action <> wanted_action or earlier.actor_staff_id is distinct from me.id then
			perform app.fail('PT409', 'action-id-used');
		end if;
		context.replayed := earlier.data -> 'answer';
		return;
	end if;

	-- A receiver sees the whole agency, but works as officer or approver in the own department only.
	if dossier.department_id is distinct from me.department_id then
		actor_roles := array(select unnest(actor_roles) except select unnest(array['officer', 'approver']));
	end if;
	if not exists (select 1 from app.transitions where action = wanted_action and role = any (actor_roles)) then
		perform app.fail('PT403', 'role-missing');
	end if;
	select to_status into context.to_status from app.transitions
	where action = wanted_action and from_status = dossier.status and role = any (actor_roles)
	limit 1;
	if not found then
		perform app.fail('PT409', 'status-changed');
	end if;
	if expected is distinct from to_jsonb(dossier.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
end
$$;
comment on function app.begin_action(jsonb, text) is
	'Checks one staff action and locks its dossier. PT403 not-staff, role-missing, own-dossier; PT404 dossier-unknown; PT409 status-changed, version-stale, action-id-used.';
revoke all on function app.begin_action(jsonb, text) from public;

create function app.record_action(context app.action_context, dossier public.dossiers, action text, answer jsonb, details jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into public.dossier_events
		(dossier_id, sequence, action_id, action, from_status, to_status, actor_staff_id, actor_name, data)
	select dossier.id, max(event.sequence) + 1, context.action_id, record_action.action, dossier.status,
		context.to_status, context.staff_id, context.staff_name,
		jsonb_strip_nulls(details) || jsonb_build_object('answer', answer)
	from public.dossier_events as event where event.dossier_id = dossier.id
	on conflict (action_id) do nothing;
	if not found then
		-- Another dossier's action took the same id at the same moment.
		perform app.fail('PT409', 'action-id-used');
	end if;
	update public.dossiers set status = context.to_status, version = dossiers.version + 1 where id = dossier.id;
	return answer;
end
$$;
comment on function app.record_action(app.action_context, public.dossiers, text, jsonb, jsonb) is
	'Appends the event and moves status and version; gives the answer back, which the event keeps for replays.';
revoke all on function app.record_action(app.action_context, public.dossiers, text, jsonb, jsonb) from public;
