-- Dossiers, their append-only events, files, slips, and the transition table.

create table app.statuses (
	code smallint primary key,
	name text not null
);
comment on table app.statuses is 'The ten national dossier status codes (domain §2.1).';
alter table app.statuses enable row level security;
insert into app.statuses (code, name) values
	(1, 'Mới đăng ký'), (2, 'Được tiếp nhận'), (3, 'Không được tiếp nhận'), (4, 'Đang xử lý'),
	(5, 'Yêu cầu bổ sung giấy tờ'), (6, 'Yêu cầu thực hiện nghĩa vụ tài chính'),
	(7, 'Công dân yêu cầu rút hồ sơ'), (8, 'Dừng xử lý'), (9, 'Đã xử lý xong'), (10, 'Đã trả kết quả');

create table app.transitions (
	action text not null,
	from_status smallint not null references app.statuses (code),
	to_status smallint not null references app.statuses (code),
	role text not null,
	primary key (action, from_status, role)
);
comment on table app.transitions is
	'Who may do what in which status (domain §2.2). The one place; TypeScript holds a generated copy.';
alter table app.transitions enable row level security;
insert into app.transitions (action, from_status, to_status, role) values
	('receive', 1, 2, 'receiver'),
	('start', 2, 4, 'officer'),
	('finish', 4, 9, 'approver'),
	('return', 9, 10, 'receiver');

create table public.dossiers (
	id uuid primary key,
	reference text not null unique,
	code text unique,
	agency_id uuid not null references public.agencies (id),
	department_id uuid references public.departments (id),
	procedure_code text not null references public.procedures (code),
	version_id uuid not null references public.procedure_versions (id),
	status smallint not null references app.statuses (code),
	version int not null default 1,
	channel smallint not null check (channel in (1, 2, 3)),
	subject text not null,
	applicant jsonb not null,
	payload jsonb not null,
	applicant_key text,
	search_text text not null,
	sort_at timestamptz not null,
	submitted_at timestamptz not null,
	received_at timestamptz,
	due_date date,
	due_at timestamptz,
	first_due_date date,
	due_basis text,
	finished_at timestamptz,
	returned_at timestamptz
);
comment on table public.dossiers is
	'Dossiers (hồ sơ): the projection of dossier_events, changed only together with them. Late is computed, never stored.';
comment on column public.dossiers.reference is 'What the citizen has before receipt gives a dossier code.';
comment on column public.dossiers.channel is '1 at the counter, 2 online, 3 by post (national codes).';
comment on column public.dossiers.sort_at is 'The moment the queue sorts by: filed, then due, then finished, then returned.';
comment on column public.dossiers.applicant_key is 'SHA-256 of the applicant''s citizen number: nobody handles their own dossier.';
create index dossiers_queue on public.dossiers (agency_id, status, sort_at, id);
create index dossiers_department_queue on public.dossiers (department_id, status, sort_at, id);
alter table public.dossiers enable row level security;
grant select on public.dossiers to authenticated, service_role;

create table public.dossier_events (
	id bigint generated always as identity primary key,
	dossier_id uuid not null references public.dossiers (id),
	sequence int not null,
	action_id uuid not null unique,
	action text not null,
	from_status smallint references app.statuses (code),
	to_status smallint not null references app.statuses (code),
	actor_staff_id uuid references public.staff (id),
	actor_name text not null,
	at timestamptz not null default now(),
	data jsonb not null default '{}',
	unique (dossier_id, sequence)
);
comment on table public.dossier_events is 'What happened to a dossier, append-only; action_id makes a replay answer the same.';
alter table public.dossier_events enable row level security;
grant select on public.dossier_events to authenticated, service_role;
create trigger keep_events before update or delete on public.dossier_events
	for each row execute function app.refuse_change();
create trigger keep_all_events before truncate on public.dossier_events
	for each statement execute function app.refuse_change();

create table public.dossier_files (
	file_id uuid primary key,
	dossier_id uuid not null references public.dossiers (id),
	requirement_id text not null,
	sha256 text not null,
	size int not null,
	type text not null,
	object_name text not null,
	verified_at timestamptz
);
comment on table public.dossier_files is 'Files of a dossier as declared by the phone; verified_at is set once the stored bytes were hashed.';
create index dossier_files_by_dossier on public.dossier_files (dossier_id);
alter table public.dossier_files enable row level security;
grant select on public.dossier_files to authenticated, service_role;

create table public.slips (
	id uuid primary key default gen_random_uuid(),
	dossier_id uuid not null references public.dossiers (id),
	agency_id uuid not null references public.agencies (id),
	form text not null check (form in ('01', '02', '03', '04', '05', '06', '07')),
	number text not null,
	issued_at timestamptz not null default now(),
	issued_by uuid not null references public.staff (id),
	snapshot jsonb not null,
	unique (agency_id, form, number)
);
comment on table public.slips is 'Slips as handed out: immutable snapshots with their own numbers; a reprint prints the same row.';
create index slips_by_dossier on public.slips (dossier_id);
alter table public.slips enable row level security;
grant select on public.slips to authenticated, service_role;
create trigger keep_slips before update or delete on public.slips
	for each row execute function app.refuse_change();
create trigger keep_all_slips before truncate on public.slips
	for each statement execute function app.refuse_change();

-- Who reads which dossier -------------------------------------------------------------------------------

create function app.my_department_id() returns uuid
language sql
stable
security definer
set search_path = ''
as $$ select department_id from public.staff where user_id = (select auth.uid()) and active $$;
comment on function app.my_department_id() is 'The department of the active staff member behind this request, or null.';
revoke all on function app.my_department_id() from public;
grant execute on function app.my_department_id() to authenticated;

create function app.my_citizen_key() returns text
language sql
stable
security definer
set search_path = ''
as $$
	select identity.citizen_id_hash
	from app.staff_identities as identity
	join public.staff on staff.id = identity.staff_id
	where staff.user_id = (select auth.uid()) and staff.active
$$;
comment on function app.my_citizen_key() is 'SHA-256 of the caller''s own citizen number, or null.';
revoke all on function app.my_citizen_key() from public;
grant execute on function app.my_citizen_key() to authenticated;

create function app.i_read_the_agency() returns boolean
language sql
stable
security definer
set search_path = ''
as $$ select app.i_have_role('receiver') or app.i_have_role('leader') $$;
comment on function app.i_read_the_agency() is 'Receivers and leaders see every dossier of their own agency (design §8).';
revoke all on function app.i_read_the_agency() from public;
grant execute on function app.i_read_the_agency() to authenticated;

create function app.i_work_in_a_department() returns boolean
language sql
stable
security definer
set search_path = ''
as $$ select app.i_have_role('officer') or app.i_have_role('approver') $$;
comment on function app.i_work_in_a_department() is 'Officers and approvers see the dossiers of their own department (design §8).';
revoke all on function app.i_work_in_a_department() from public;
grant execute on function app.i_work_in_a_department() to authenticated;

create policy "Receivers and leaders read the dossiers of their agency" on public.dossiers
	for select to authenticated
	using (
		agency_id = (select app.my_agency_id())
		and (select app.i_read_the_agency())
		and applicant_key is distinct from coalesce((select app.my_citizen_key()), '-')
	);
create policy "Officers and approvers read the dossiers of their department" on public.dossiers
	for select to authenticated
	using (
		agency_id = (select app.my_agency_id())
		and department_id = (select app.my_department_id())
		and (select app.i_work_in_a_department())
		and applicant_key is distinct from coalesce((select app.my_citizen_key()), '-')
	);
create policy "Whoever reads a dossier reads its events" on public.dossier_events
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));
create policy "Whoever reads a dossier reads its file list" on public.dossier_files
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));
create policy "Whoever reads a dossier reads its slips" on public.slips
	for select to authenticated
	using (exists (select 1 from public.dossiers where dossiers.id = dossier_id));

-- Numbers: a counter row per agency and day, taken in the same transaction, never reused. ----------------

create table app.number_counters (
	agency_id uuid not null references public.agencies (id),
	series text not null,
	period text not null,
	last int not null,
	primary key (agency_id, series, period)
);
comment on table app.number_counters is 'Last number drawn per agency, series (dossier or slip form) and period (day or year).';
alter table app.number_counters enable row level security;

create function app.draw_number(of_agency uuid, of_series text, of_period text) returns int
language sql
set search_path = ''
as $$
	insert into app.number_counters as counter (agency_id, series, period, last)
	values (of_agency, of_series, of_period, 1)
	on conflict (agency_id, series, period) do update set last = counter.last + 1
	returning last
$$;
comment on function app.draw_number(uuid, text, text) is 'The next number of a series; concurrent callers wait for each other, so no two are equal.';
revoke all on function app.draw_number(uuid, text, text) from public;

create function app.pad_number(number int, width int) returns text
language sql
immutable
set search_path = ''
as $$ select lpad(number::text, greatest(width, length(number::text)), '0') $$;
comment on function app.pad_number(int, int) is
	'The number with leading zeros; one that needs more digits keeps them all (lpad alone would cut it, and give it out twice).';
revoke all on function app.pad_number(int, int) from public;

create function app.next_dossier_code(of_agency uuid, on_day date) returns text
language sql
set search_path = ''
as $$
	select agencies.code || '-' || to_char(on_day, 'YYMMDD') || '-'
		|| app.pad_number(app.draw_number(of_agency, 'dossier', to_char(on_day, 'YYYY-MM-DD')), 4)
	from public.agencies where id = of_agency
$$;
comment on function app.next_dossier_code(uuid, date) is
	'{agency}-{yyMMdd}-{nnnn}: sequence per agency and day of receipt (NĐ 61/2018 Đ26, TT 01/2018 Đ19 for the parts).';
revoke all on function app.next_dossier_code(uuid, date) from public;

create function app.fold(value text) returns text
language sql
immutable
set search_path = ''
as $$
	select btrim(regexp_replace(lower(
		regexp_replace(normalize(translate(value, 'đĐ', 'dd'), nfd), '[\u0300-\u036f]', '', 'g')
	), '\s+', ' ', 'g'))
$$;
comment on function app.fold(text) is 'Vietnamese text without marks, lower case, single spaces: for finding a name typed without marks.';
revoke all on function app.fold(text) from public;
grant execute on function app.fold(text) to authenticated;
