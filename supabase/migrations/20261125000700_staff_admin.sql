-- Who administers whom: the record of every change of staff and departments, and what every such change checks.

alter table public.staff add column version int not null default 1;
comment on column public.staff.version is 'Grows with every change by an administrator; an older one is told version-stale.';

create table public.staff_events (
	id uuid primary key default gen_random_uuid(),
	agency_id uuid not null references public.agencies (id),
	staff_id uuid references public.staff (id),
	department_id uuid references public.departments (id),
	action_id uuid unique,
	action text not null check (action in ('invite', 'renew', 'join', 'update', 'suspend', 'restore', 'untie', 'department')),
	actor_staff_id uuid not null references public.staff (id),
	actor_name text not null,
	before jsonb,
	after jsonb,
	reason text,
	at timestamptz not null default clock_timestamp()
);
comment on table public.staff_events is
	'Every change of staff and departments: who, when, before and after. Append-only; never a code, a password or a citizen number.';
create index staff_events_by_agency on public.staff_events (agency_id, at desc);
alter table public.staff_events enable row level security;
grant select on public.staff_events to authenticated, service_role;
create policy "Admins read what was changed in their agency" on public.staff_events for select to authenticated
	using (agency_id = (select app.my_agency_id()) and (select app.i_have_role('admin')));

create trigger keep_staff_events before update or delete on public.staff_events
	for each row execute function app.refuse_change();
create trigger keep_all_staff_events before truncate on public.staff_events
	for each statement execute function app.refuse_change();

-- What every change checks -------------------------------------------------------------------------------

create function app.begin_administration(request jsonb) returns public.staff
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff;
begin
	perform app.require_protocol(request);
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	-- Changes of one agency take turns; whoever waited looks again whether they still administer it. Dossiers refer to
	-- this row by its key only, so no desk waits here.
	perform 1 from public.agencies where id = me.agency_id for no key update;
	select * into me from public.staff where user_id = auth.uid() and active;
	if not found then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not exists (select 1 from public.staff_roles where staff_id = me.id and role = 'admin') then
		perform app.fail('PT403', 'role-missing');
	end if;
	return me;
end
$$;
comment on function app.begin_administration(jsonb) is
	'The administrator behind this request; changes of one agency run one after another. PT403 not-staff, role-missing.';
revoke all on function app.begin_administration(jsonb) from public;

create function app.staff_to_change(request jsonb, me public.staff) returns public.staff
language plpgsql
security definer
set search_path = ''
as $$
declare
	person public.staff;
begin
	select * into person from public.staff
	where id = app.get_uuid(request, 'staffId') and agency_id = me.agency_id
	for update;
	if not found then
		perform app.fail('PT404', 'staff-unknown');
	end if;
	return person;
end
$$;
comment on function app.staff_to_change(jsonb, public.staff) is
	'The staff member {staffId} of the administrator''s own agency, locked. PT404 staff-unknown.';
revoke all on function app.staff_to_change(jsonb, public.staff) from public;

create function app.refuse_own_account(person public.staff, me public.staff) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	if person.id <> me.id then
		return;
	end if;
	if not exists (
		select 1 from public.staff as other
		join public.staff_roles on staff_roles.staff_id = other.id and staff_roles.role = 'admin'
		where other.agency_id = me.agency_id and other.id <> me.id and other.active and other.user_id is not null
	) then
		perform app.fail('PT409', 'last-admin');
	end if;
	perform app.fail('PT403', 'own-account');
end
$$;
comment on function app.refuse_own_account(public.staff, public.staff) is
	'Nobody takes their own rights away. As whoever acts is an active administrator, one always stays. PT409 last-admin, PT403 own-account.';
revoke all on function app.refuse_own_account(public.staff, public.staff) from public;

create function app.staff_snapshot(person public.staff) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'fullName', person.full_name, 'title', person.title, 'phone', person.phone, 'departmentId', person.department_id,
		'active', person.active, 'joined', person.user_id is not null,
		'citizenId', exists (select 1 from app.staff_identities where staff_id = person.id),
		'roles', (select coalesce(jsonb_agg(role order by role), '[]') from public.staff_roles where staff_id = person.id)
	)
$$;
comment on function app.staff_snapshot(public.staff) is
	'A staff member as the record keeps it; `citizenId` says only that a number is known.';
revoke all on function app.staff_snapshot(public.staff) from public;

create function app.note_staff_change(
	me public.staff, staff_id uuid, action text, before jsonb, reason text default null, action_id uuid default null
) returns void
language sql
security definer
set search_path = ''
as $$
	insert into public.staff_events (agency_id, staff_id, action_id, action, actor_staff_id, actor_name, before, after, reason)
	select me.agency_id, person.id, note_staff_change.action_id, note_staff_change.action, me.id, me.full_name,
		note_staff_change.before, app.staff_snapshot(person), note_staff_change.reason
	from public.staff as person where person.id = note_staff_change.staff_id
$$;
comment on function app.note_staff_change(public.staff, uuid, text, jsonb, text, uuid) is
	'Appends what was done to a staff member, with how they stand now.';
revoke all on function app.note_staff_change(public.staff, uuid, text, jsonb, text, uuid) from public;

create function app.staff_profile(request jsonb, me public.staff) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	full_name text := app.find_text(request, 'fullName', 120);
	title text := coalesce(app.find_text(request, 'title', 120), '');
	phone text := coalesce(app.find_text(request, 'phone', 20), '');
	department_id uuid := app.find_uuid(request, 'departmentId');
	roles text[];
begin
	if full_name is null or length(full_name) < 2 then
		perform app.fail('PT400', 'staff-name');
	end if;
	if phone <> '' and phone !~ '^[+]?[0-9][0-9 .-]{6,18}$' then
		perform app.fail('PT400', 'staff-phone');
	end if;
	if jsonb_typeof(request -> 'roles') is distinct from 'array' or jsonb_array_length(request -> 'roles') > 6 then
		perform app.fail('PT400', 'roles-malformed');
	end if;
	roles := array(select distinct role from jsonb_array_elements_text(request -> 'roles') as role order by role);
	if not roles <@ array['receiver', 'officer', 'approver', 'leader', 'editor', 'admin'] or array_position(roles, null) > 0 then
		perform app.fail('PT400', 'roles-malformed');
	end if;
	if roles = '{}' then
		perform app.fail('PT400', 'roles-missing');
	end if;
	if coalesce(jsonb_typeof(request -> 'departmentId'), 'null') <> 'null' and not exists (
		select 1 from public.departments where id = department_id and agency_id = me.agency_id
	) then
		perform app.fail('PT400', 'department-unknown');
	end if;
	if roles && array['officer', 'approver'] and department_id is null then
		perform app.fail('PT400', 'department-needed');
	end if;
	return jsonb_build_object(
		'fullName', full_name, 'title', title, 'phone', phone, 'departmentId', department_id, 'roles', to_jsonb(roles)
	);
end
$$;
comment on function app.staff_profile(jsonb, public.staff) is
	'The checked {fullName, title, phone, departmentId, roles} of a request. PT400 staff-name, staff-phone, roles-malformed, roles-missing, department-unknown, department-needed.';
revoke all on function app.staff_profile(jsonb, public.staff) from public;

create function app.save_citizen_id(request jsonb, person public.staff, me public.staff) returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
	wanted text := upper(regexp_replace(coalesce(app.find_text(request, 'citizenId', 30), ''), '[ .]', '', 'g'));
	known text := (select citizen_id_hash from app.staff_identities where staff_id = person.id);
begin
	if not request ? 'citizenId' then
		return false;
	end if;
	if wanted <> '' and wanted !~ '^([0-9]{12}|[0-9]{9}|[A-Z][0-9]{7,8})$' then
		perform app.fail('PT400', 'citizen-id-malformed');
	end if;
	-- Otherwise an administrator could forget the own number to handle the own dossier.
	if person.id = me.id and known is not null and known <> app.hash_text(wanted) then
		perform app.fail('PT403', 'own-citizen-id');
	end if;
	if wanted = '' then
		delete from app.staff_identities where staff_id = person.id;
	else
		insert into app.staff_identities (staff_id, citizen_id_hash) values (person.id, app.hash_text(wanted))
		on conflict (staff_id) do update set citizen_id_hash = excluded.citizen_id_hash;
	end if;
	return known is distinct from app.hash_text(nullif(wanted, ''));
end
$$;
comment on function app.save_citizen_id(jsonb, public.staff, public.staff) is
	'Keeps the hash of {citizenId} of a staff member; absent = as it was, empty = forgotten. True when that is another one than before. PT400 citizen-id-malformed, PT403 own-citizen-id.';
revoke all on function app.save_citizen_id(jsonb, public.staff, public.staff) from public;

-- The list ---------------------------------------------------------------------------------------------

create function public.staff_list(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	home uuid := app.my_agency_id();
	administers boolean := app.i_have_role('admin');
begin
	perform app.require_protocol(request);
	if home is null then
		perform app.fail('PT403', 'not-staff');
	end if;
	if not administers and not app.i_have_role('leader') then
		perform app.fail('PT403', 'role-missing');
	end if;
	return jsonb_build_object(
		'staff', (
			select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
					'email', case when administers then account.email end
				)) || jsonb_build_object(
					'id', person.id, 'fullName', person.full_name, 'title', person.title, 'phone', person.phone,
					'departmentId', person.department_id, 'active', person.active, 'version', person.version,
					'joined', person.user_id is not null,
					'hasCitizenId', exists (select 1 from app.staff_identities where staff_id = person.id),
					'roles', (select coalesce(jsonb_agg(role order by role), '[]') from public.staff_roles where staff_id = person.id),
					'invitedUntil', case when person.user_id is null then (
						select max(expires_at) from app.staff_invitations
						where staff_id = person.id and accepted_at is null and expires_at > now()
					) end
				) order by app.fold(person.full_name), person.id), '[]')
			from public.staff as person
			left join auth.users as account on account.id = person.user_id
			where person.agency_id = home
		),
		'departments', (
			select coalesce(jsonb_agg(jsonb_build_object(
					'id', department.id, 'name', department.name, 'fieldCodes', to_jsonb(department.field_codes),
					'staffCount', (select count(*) from public.staff where department_id = department.id and active)
				) order by department.name), '[]')
			from public.departments as department where department.agency_id = home
		),
		'fields', (
			select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by position, code), '[]') from public.fields
		)
	);
end
$$;
comment on function public.staff_list(jsonb) is
	'{protocol} → {staff, departments, fields} of the own agency, for its administrators (with e-mail) and leaders. PT403 not-staff, role-missing.';
revoke all on function public.staff_list(jsonb) from public, anon, authenticated;
grant execute on function public.staff_list(jsonb) to authenticated;

create function public.staff_changes(request jsonb) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	if not app.i_have_role('admin') then
		perform app.fail('PT403', case when app.my_staff_id() is null then 'not-staff' else 'role-missing' end);
	end if;
	return jsonb_build_object('changes', (
		select coalesce(jsonb_agg(jsonb_build_object(
				'id', change.id, 'action', change.action, 'at', change.at, 'actor', change.actor_name,
				'staffId', change.staff_id, 'departmentId', change.department_id, 'before', change.before,
				'after', change.after, 'reason', change.reason
			) order by change.at desc), '[]')
		from (
			select * from public.staff_events
			where app.find_uuid(request, 'staffId') is null or staff_id = app.find_uuid(request, 'staffId')
			order by at desc limit 100
		) as change
	));
end
$$;
comment on function public.staff_changes(jsonb) is
	'{protocol, staffId?} → {changes ≤ 100, the latest first} of the own agency, for its administrators. PT403 not-staff, role-missing.';
revoke all on function public.staff_changes(jsonb) from public, anon, authenticated;
grant execute on function public.staff_changes(jsonb) to authenticated;
