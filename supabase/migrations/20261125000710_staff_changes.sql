-- What an administrator changes: one function per action, each in the own agency only and each on the record.

create function app.invite_again(person public.staff) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	code text;
begin
	delete from app.staff_invitations where staff_id = person.id and accepted_at is null;
	code := app.new_invitation(person.id);
	return jsonb_build_object(
		'staffId', person.id, 'code', code,
		'expiresAt', (select expires_at from app.staff_invitations where code_hash = app.hash_text(code))
	);
end
$$;
comment on function app.invite_again(public.staff) is
	'{staffId, code, expiresAt}: a new one-time code; whatever was written down before is void.';
revoke all on function app.invite_again(public.staff) from public;

create function public.invite_staff(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	wanted_id uuid := app.get_uuid(request, 'actionId');
	profile jsonb := app.staff_profile(request, me);
	earlier public.staff_events;
	person public.staff;
begin
	select * into earlier from public.staff_events where action_id = wanted_id;
	if found then
		if earlier.action <> 'invite' or earlier.actor_staff_id <> me.id or not earlier.after @> profile then
			perform app.fail('PT409', 'action-id-used');
		end if;
		select * into person from public.staff where id = earlier.staff_id for update;
		if person.user_id is not null then
			perform app.fail('PT409', 'already-joined');
		end if;
		return app.invite_again(person);
	end if;
	insert into public.staff (agency_id, department_id, full_name, title, phone)
	values (me.agency_id, app.find_uuid(profile, 'departmentId'), profile ->> 'fullName', profile ->> 'title', profile ->> 'phone')
	returning * into person;
	insert into public.staff_roles (staff_id, role)
	select person.id, role from jsonb_array_elements_text(profile -> 'roles') as role;
	perform app.save_citizen_id(request, person, me);
	perform app.note_staff_change(me, person.id, 'invite', null, null, wanted_id);
	return app.invite_again(person);
end
$$;
comment on function public.invite_staff(jsonb) is
	'{protocol, actionId, fullName, title, phone, departmentId?, roles, citizenId?} → {staffId, code, expiresAt}. The same actionId names the same person and gives a fresh code. PT409 action-id-used, already-joined.';
revoke all on function public.invite_staff(jsonb) from public, anon, authenticated;
grant execute on function public.invite_staff(jsonb) to authenticated;

create function public.renew_invitation(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	person public.staff := app.staff_to_change(request, me);
begin
	if person.user_id is not null then
		perform app.fail('PT409', 'already-joined');
	end if;
	if not person.active then
		perform app.fail('PT409', 'staff-suspended');
	end if;
	perform app.note_staff_change(me, person.id, 'renew', app.staff_snapshot(person));
	return app.invite_again(person);
end
$$;
comment on function public.renew_invitation(jsonb) is
	'{protocol, staffId} → {staffId, code, expiresAt}: a new code for somebody who has not joined yet. PT409 already-joined, staff-suspended.';
revoke all on function public.renew_invitation(jsonb) from public, anon, authenticated;
grant execute on function public.renew_invitation(jsonb) to authenticated;

create function public.update_staff(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	person public.staff := app.staff_to_change(request, me);
	profile jsonb := app.staff_profile(request, me);
	before jsonb := app.staff_snapshot(person);
begin
	if request -> 'expectedVersion' is distinct from to_jsonb(person.version) then
		perform app.fail('PT409', 'version-stale');
	end if;
	if profile -> 'roles' <> before -> 'roles' then
		perform app.refuse_own_account(person, me);
	end if;
	update public.staff set full_name = profile ->> 'fullName', title = profile ->> 'title', phone = profile ->> 'phone',
		department_id = app.find_uuid(profile, 'departmentId'), version = version + 1
	where id = person.id;
	delete from public.staff_roles where staff_id = person.id and not profile -> 'roles' ? role;
	insert into public.staff_roles (staff_id, role)
	select person.id, role from jsonb_array_elements_text(profile -> 'roles') as role
	on conflict do nothing;
	if app.save_citizen_id(request, person, me) then
		before := before || '{"citizenIdReplaced": true}';
	end if;
	perform app.note_staff_change(me, person.id, 'update', before);
	return jsonb_build_object('version', person.version + 1);
end
$$;
comment on function public.update_staff(jsonb) is
	'{protocol, staffId, expectedVersion, fullName, title, phone, departmentId, roles, citizenId?} → {version}. PT409 version-stale, last-admin; PT403 own-account.';
revoke all on function public.update_staff(jsonb) from public, anon, authenticated;
grant execute on function public.update_staff(jsonb) to authenticated;

create function app.set_active(request jsonb, wanted boolean) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	person public.staff := app.staff_to_change(request, me);
	reason text := app.find_text(request, 'reason', 500);
begin
	-- A repeat finds it done already and says the same again.
	if person.active <> wanted then
		perform app.refuse_own_account(person, me);
		update public.staff set active = wanted, version = version + 1 where id = person.id;
		perform app.note_staff_change(
			me, person.id, case when wanted then 'restore' else 'suspend' end, app.staff_snapshot(person), reason
		);
	end if;
	return jsonb_build_object('version', (select version from public.staff where id = person.id));
end
$$;
comment on function app.set_active(jsonb, boolean) is
	'Suspends or restores {staffId}, noting {reason?}; every function reads the row live, so the next request feels it.';
revoke all on function app.set_active(jsonb, boolean) from public;

create function public.suspend_staff(request jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select app.set_active(request, false) $$;
comment on function public.suspend_staff(jsonb) is
	'{protocol, staffId, reason?} → {version}: shut out from the next request on. PT409 last-admin, PT403 own-account.';
revoke all on function public.suspend_staff(jsonb) from public, anon, authenticated;
grant execute on function public.suspend_staff(jsonb) to authenticated;

create function public.restore_staff(request jsonb) returns jsonb
language sql
security definer
set search_path = ''
as $$ select app.set_active(request, true) $$;
comment on function public.restore_staff(jsonb) is '{protocol, staffId, reason?} → {version}: works again, with the roles of before.';
revoke all on function public.restore_staff(jsonb) from public, anon, authenticated;
grant execute on function public.restore_staff(jsonb) to authenticated;

create function public.untie_account(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	person public.staff := app.staff_to_change(request, me);
begin
	if person.user_id is null then
		perform app.fail('PT409', 'not-joined');
	end if;
	if not person.active then
		perform app.fail('PT409', 'staff-suspended');
	end if;
	perform app.refuse_own_account(person, me);
	update public.staff set user_id = null, version = version + 1 where id = person.id;
	-- Its password is forgotten or known to somebody else. Gone, it frees the address for the new account; its tokens
	-- name nobody any more.
	delete from auth.users where id = person.user_id;
	perform app.note_staff_change(me, person.id, 'untie', app.staff_snapshot(person));
	return app.invite_again(person);
end
$$;
comment on function public.untie_account(jsonb) is
	'{protocol, staffId} → {staffId, code, expiresAt}: takes the account away, for a forgotten password; the code ties a new one. PT409 not-joined, staff-suspended, last-admin; PT403 own-account.';
revoke all on function public.untie_account(jsonb) from public, anon, authenticated;
grant execute on function public.untie_account(jsonb) to authenticated;

create function public.save_department(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	wanted_name text := app.find_text(request, 'name', 200);
	wanted_codes text[];
	earlier public.departments;
	saved public.departments;
begin
	if wanted_name is null or length(wanted_name) < 3 then
		perform app.fail('PT400', 'department-name');
	end if;
	if jsonb_typeof(request -> 'fieldCodes') is distinct from 'array' or jsonb_array_length(request -> 'fieldCodes') > 200 then
		perform app.fail('PT400', 'field-unknown');
	end if;
	wanted_codes := array(select distinct code from jsonb_array_elements_text(request -> 'fieldCodes') as code order by code);
	if exists (select 1 from unnest(wanted_codes) as wanted where wanted is null or wanted not in (select code from public.fields)) then
		perform app.fail('PT400', 'field-unknown');
	end if;
	if coalesce(jsonb_typeof(request -> 'departmentId'), 'null') <> 'null' then
		select * into earlier from public.departments
		where id = app.get_uuid(request, 'departmentId') and agency_id = me.agency_id
		for update;
		if not found then
			perform app.fail('PT404', 'department-unknown');
		end if;
	end if;
	if exists (
		select 1 from public.departments
		where agency_id = me.agency_id and id is distinct from earlier.id and app.fold(name) = app.fold(wanted_name)
	) then
		perform app.fail('PT409', 'department-exists');
	end if;
	if earlier.id is null then
		insert into public.departments (agency_id, name, field_codes) values (me.agency_id, wanted_name, wanted_codes)
		returning * into saved;
	else
		update public.departments set name = wanted_name, field_codes = wanted_codes where id = earlier.id returning * into saved;
	end if;
	insert into public.staff_events (agency_id, department_id, action, actor_staff_id, actor_name, before, after)
	values (
		me.agency_id, saved.id, 'department', me.id, me.full_name,
		case when earlier.id is not null then
			jsonb_build_object('name', earlier.name, 'fieldCodes', to_jsonb(earlier.field_codes))
		end,
		jsonb_build_object('name', saved.name, 'fieldCodes', to_jsonb(saved.field_codes))
	);
	return jsonb_build_object('departmentId', saved.id);
end
$$;
comment on function public.save_department(jsonb) is
	'{protocol, departmentId?, name, fieldCodes} → {departmentId}: makes or changes a department. PT400 department-name, field-unknown; PT404 department-unknown; PT409 department-exists.';
revoke all on function public.save_department(jsonb) from public, anon, authenticated;
grant execute on function public.save_department(jsonb) to authenticated;

create or replace function public.accept_invitation(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
	invitation app.staff_invitations;
	person public.staff;
	wanted_hash text;
begin
	perform app.require_protocol(request);
	wanted_hash := app.hash_text(coalesce(app.normalise_code(app.find_text(request, 'code', 60)), ''));
	if caller is null then
		perform app.fail('PT401', 'sign-in-needed');
	end if;
	if exists (select 1 from public.staff where user_id = caller) then
		perform app.fail('PT409', 'already-staff');
	end if;
	-- The person first, then the code: in the order an administrator who voids codes takes them.
	select staff.* into person from public.staff
	join app.staff_invitations on staff_invitations.staff_id = staff.id and staff_invitations.code_hash = wanted_hash
	for update of staff;
	select * into invitation from app.staff_invitations
	where code_hash = wanted_hash and accepted_at is null and expires_at > now()
	for update;
	if not found then
		perform app.fail('PT404', 'invitation-unknown');
	end if;
	if not person.active then
		perform app.fail('PT403', 'staff-suspended');
	end if;
	if person.user_id is not null then
		perform app.fail('PT409', 'invitation-used');
	end if;
	update app.staff_invitations set accepted_at = now() where id = invitation.id;
	update public.staff set user_id = caller where id = person.id;
	perform app.note_staff_change(person, person.id, 'join', app.staff_snapshot(person));
	return jsonb_build_object('staffId', person.id);
exception when unique_violation then
	-- The same account accepted another invitation at the same moment.
	perform app.fail('PT409', 'already-staff');
	return null;
end
$$;
comment on function public.accept_invitation(jsonb) is
	'{protocol, code} → {staffId}: ties the signed-in account to the invited staff row. PT401, PT403 staff-suspended, PT404 invitation-unknown, PT409 already-staff, invitation-used.';
revoke all on function public.accept_invitation(jsonb) from public, anon, authenticated;
grant execute on function public.accept_invitation(jsonb) to authenticated;
