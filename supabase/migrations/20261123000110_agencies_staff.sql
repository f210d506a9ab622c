-- Who works here: agencies, departments, staff, their set of roles, invitations, and who is calling now.

create table public.agencies (
	id uuid primary key default gen_random_uuid(),
	code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9.]{1,20}$'),
	parent_id uuid references public.agencies (id),
	name text not null check (length(name) between 3 and 200),
	place text not null default '',
	address text not null default '',
	phone text not null default '',
	receives boolean not null default false,
	lookup_url text not null default ''
);
comment on table public.agencies is 'Agencies (cơ quan); `receives` = a one-stop that takes dossiers; the parent sees figures only.';
comment on column public.agencies.place is 'The place name before the date on a slip, e.g. "Bến Đò".';
alter table public.agencies enable row level security;
grant select on public.agencies to anon, authenticated, service_role;

create table public.departments (
	id uuid primary key default gen_random_uuid(),
	agency_id uuid not null references public.agencies (id),
	name text not null check (length(name) between 3 and 200),
	field_codes text[] not null default '{}',
	unique (agency_id, name)
);
comment on table public.departments is
	'Departments (phòng chuyên môn) of an agency; on receipt the one whose fields fit is proposed.';
alter table public.departments enable row level security;
grant select on public.departments to authenticated, service_role;

create table public.staff (
	id uuid primary key default gen_random_uuid(),
	user_id uuid unique,
	agency_id uuid not null references public.agencies (id),
	department_id uuid references public.departments (id),
	full_name text not null check (length(full_name) between 2 and 120),
	title text not null default '',
	phone text not null default '',
	active boolean not null default true,
	created_at timestamptz not null default now()
);
comment on table public.staff is 'Staff (cán bộ). user_id is set when the invitation is accepted; active = false suspends at once.';
create index staff_by_agency on public.staff (agency_id);
alter table public.staff enable row level security;
grant select on public.staff to authenticated, service_role;

create table public.staff_roles (
	staff_id uuid not null references public.staff (id) on delete cascade,
	role text not null check (role in ('receiver', 'officer', 'approver', 'leader', 'editor', 'admin')),
	primary key (staff_id, role)
);
comment on table public.staff_roles is 'The set of roles of a staff member (design §8).';
alter table public.staff_roles enable row level security;
grant select on public.staff_roles to authenticated, service_role;

create table app.staff_identities (
	staff_id uuid primary key references public.staff (id) on delete cascade,
	citizen_id_hash text not null
);
comment on table app.staff_identities is 'SHA-256 of the staff member''s own citizen number: nobody handles their own dossier.';
alter table app.staff_identities enable row level security;

create table app.staff_invitations (
	id uuid primary key default gen_random_uuid(),
	staff_id uuid not null references public.staff (id) on delete cascade,
	code_hash text not null unique,
	expires_at timestamptz not null,
	accepted_at timestamptz
);
comment on table app.staff_invitations is 'One-time invitation codes, hashed; signing up alone grants nothing.';
alter table app.staff_invitations enable row level security;

-- Who is calling: read from the live tables at every request, so a suspension works at once. ------------

create function app.my_staff_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$ select id from public.staff where user_id = (select auth.uid()) and active $$;
comment on function app.my_staff_id() is 'The active staff member behind this request, or null.';
revoke all on function app.my_staff_id() from public;
grant execute on function app.my_staff_id() to authenticated;

create function app.my_agency_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$ select agency_id from public.staff where user_id = (select auth.uid()) and active $$;
comment on function app.my_agency_id() is 'The agency of the active staff member behind this request, or null.';
revoke all on function app.my_agency_id() from public;
grant execute on function app.my_agency_id() to authenticated;

create function app.i_have_role(wanted text) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1
		from public.staff
		join public.staff_roles on staff_roles.staff_id = staff.id
		where staff.user_id = (select auth.uid()) and staff.active and staff_roles.role = wanted
	)
$$;
comment on function app.i_have_role(text) is 'True when the active staff member behind this request has this role.';
revoke all on function app.i_have_role(text) from public;
grant execute on function app.i_have_role(text) to authenticated;

create policy "Anyone reads the agencies" on public.agencies for select to anon, authenticated using (true);
create policy "Staff read the departments of their agency" on public.departments for select to authenticated
	using (agency_id = (select app.my_agency_id()));
create policy "Staff read the colleagues of their agency" on public.staff for select to authenticated
	using (agency_id = (select app.my_agency_id()));

create function app.staff_in_my_agency(staff_id uuid) returns boolean
language sql
stable
security definer
set search_path = ''
as $$
	select exists (
		select 1 from public.staff
		where staff.id = $1 and staff.agency_id = (select app.my_agency_id())
	)
$$;
comment on function app.staff_in_my_agency(uuid) is 'True when this staff member works in the agency of the caller.';
revoke all on function app.staff_in_my_agency(uuid) from public;
grant execute on function app.staff_in_my_agency(uuid) to authenticated;

create policy "Staff read the roles of their colleagues" on public.staff_roles for select to authenticated
	using (app.staff_in_my_agency(staff_id));

-- Invitations ------------------------------------------------------------------------------------------

create function app.new_invitation(invited_staff_id uuid) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	code text := app.code_from_hash(app.random_digest(), 20);
begin
	insert into app.staff_invitations (staff_id, code_hash, expires_at)
	values (invited_staff_id, app.hash_text(code), now() + interval '7 days');
	return code;
end
$$;
comment on function app.new_invitation(uuid) is 'A one-time code (100 bits, 7 days) for this staff row; only its hash is kept.';
revoke all on function app.new_invitation(uuid) from public;

create function public.accept_invitation(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
	code text;
	invitation app.staff_invitations;
begin
	perform app.require_protocol(request);
	code := app.normalise_code(app.find_text(request, 'code', 60));
	if caller is null then
		perform app.fail('PT401', 'sign-in-needed');
	end if;
	if exists (select 1 from public.staff where user_id = caller) then
		perform app.fail('PT409', 'already-staff');
	end if;
	select * into invitation from app.staff_invitations
	where code_hash = app.hash_text(coalesce(code, '')) and accepted_at is null and expires_at > now()
	for update;
	if not found then
		perform app.fail('PT404', 'invitation-unknown');
	end if;
	update app.staff_invitations set accepted_at = now() where id = invitation.id;
	update public.staff set user_id = caller where id = invitation.staff_id and user_id is null;
	if not found then
		perform app.fail('PT409', 'invitation-used');
	end if;
	return jsonb_build_object('staffId', invitation.staff_id);
exception when unique_violation then
	-- The same account accepted another invitation at the same moment.
	perform app.fail('PT409', 'already-staff');
	return null;
end
$$;
comment on function public.accept_invitation(jsonb) is
	'{protocol, code} → {staffId}: ties the signed-in account to the invited staff row. PT401, PT404 invitation-unknown, PT409.';
revoke all on function public.accept_invitation(jsonb) from public, anon, authenticated;
grant execute on function public.accept_invitation(jsonb) to authenticated;

create function public.my_staff(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
	perform app.require_protocol(request);
	return (
		select jsonb_build_object(
			'id', staff.id,
			'fullName', staff.full_name,
			'title', staff.title,
			'agencyId', agencies.id,
			'agencyName', agencies.name,
			'agencyCode', agencies.code,
			'departmentId', staff.department_id,
			'departmentName', departments.name,
			'roles', (select coalesce(jsonb_agg(role order by role), '[]') from public.staff_roles where staff_id = staff.id)
		)
		from public.staff
		join public.agencies on agencies.id = staff.agency_id
		left join public.departments on departments.id = staff.department_id
		where staff.user_id = auth.uid() and staff.active
	);
end
$$;
comment on function public.my_staff(jsonb) is
	'{protocol} → the active staff member behind this request with agency, department and roles; null for anybody else.';
revoke all on function public.my_staff(jsonb) from public, anon, authenticated;
grant execute on function public.my_staff(jsonb) to authenticated;

-- Demo accounts of a first run (embedded backend); a hosted installation never calls this. ---------------

create function app.invite_demo_staff(demo_role text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	home public.agencies;
	names constant jsonb := '{
		"receiver": ["Trần Thị Tiếp", "Cán bộ tiếp nhận và trả kết quả"],
		"officer": ["Nguyễn Văn Xử", "Công chức tư pháp – hộ tịch"],
		"approver": ["Lê Thị Duyệt", "Phó Chủ tịch UBND xã"],
		"leader": ["Phạm Văn Trưởng", "Giám đốc Trung tâm"],
		"editor": ["Hoàng Thị Soạn", "Cán bộ kiểm soát thủ tục"],
		"admin": ["Vũ Văn Quản", "Quản trị hệ thống"]}';
	new_staff_id uuid;
begin
	if names -> demo_role is null then
		perform app.fail('PT400', 'role-unknown');
	end if;
	select * into home from public.agencies where receives order by code limit 1;
	insert into public.staff (agency_id, department_id, full_name, title)
	values (
		home.id,
		case when demo_role in ('officer', 'approver') then
			(select id from public.departments where agency_id = home.id order by 'ho-tich' = any (field_codes) desc, name limit 1)
		end,
		names -> demo_role ->> 0,
		names -> demo_role ->> 1
	)
	returning id into new_staff_id;
	insert into public.staff_roles (staff_id, role) values (new_staff_id, demo_role);
	return app.new_invitation(new_staff_id);
end
$$;
comment on function app.invite_demo_staff(text) is
	'Creates a demo staff member with this one role in the first receiving agency and returns the invitation code.';
revoke all on function app.invite_demo_staff(text) from public;
