-- The catalogue: fields, procedures, their versions, and the revision counter by which phones catch up.

create table public.fields (
	code text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
	name text not null,
	help text not null,
	position int not null
);
comment on table public.fields is 'Fields of work (lĩnh vực) under which procedures are posted.';
alter table public.fields enable row level security;
grant select on public.fields to anon, authenticated, service_role;
create policy "Anyone reads the fields" on public.fields for select to anon, authenticated using (true);

create table public.procedures (
	code text primary key check (code ~ '^[0-9]\.[0-9]{6}$'),
	field_code text not null references public.fields (code),
	title text not null,
	short_title text not null,
	status text not null default 'published' check (status in ('published', 'withdrawn')),
	withdrawn_reason text,
	current_version_id uuid,
	revision bigint not null
);
comment on table public.procedures is 'Procedures (TTHC) the office has published; revision = the counter value of the last change.';
create index procedures_by_revision on public.procedures (revision);
alter table public.procedures enable row level security;
grant select on public.procedures to anon, authenticated, service_role;
create policy "Anyone reads published procedures" on public.procedures for select to anon, authenticated
	using (status = 'published');
create policy "Staff read withdrawn procedures" on public.procedures for select to authenticated
	using ((select app.my_staff_id()) is not null);
comment on policy "Staff read withdrawn procedures" on public.procedures is
	'A dossier filed before the withdrawal still needs the name and the field of its procedure.';

create table public.procedure_versions (
	id uuid primary key default gen_random_uuid(),
	procedure_code text not null references public.procedures (code),
	number int not null,
	content jsonb not null,
	content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
	status text not null check (status in ('draft', 'published')),
	source text not null check (source in ('repository', 'editor', 'import')),
	created_at timestamptz not null default now(),
	published_at timestamptz,
	unique (procedure_code, number),
	unique (procedure_code, content_hash)
);
comment on table public.procedure_versions is
	'Versions of a procedure; immutable once published: a dossier keeps the version it was filed under.';
alter table public.procedures add foreign key (current_version_id) references public.procedure_versions (id);
alter table public.procedure_versions enable row level security;
grant select on public.procedure_versions to anon, authenticated, service_role;
create policy "Anyone reads published versions" on public.procedure_versions for select to anon, authenticated
	using (status = 'published');
create policy "Editors read drafts" on public.procedure_versions for select to authenticated
	using (status = 'draft' and (select app.i_have_role('editor')));

create function app.keep_published_versions() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if old.status = 'published' then
		perform app.fail('PT403', 'record-immutable');
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function app.keep_published_versions() is 'A published version is never changed or deleted.';
revoke all on function app.keep_published_versions() from public;
create trigger keep_published_versions before update or delete on public.procedure_versions
	for each row execute function app.keep_published_versions();
create trigger keep_versions before truncate on public.procedure_versions
	for each statement execute function app.refuse_change();

-- Revisions ---------------------------------------------------------------------------------------------

create table app.catalogue_counter (
	id int primary key default 1 check (id = 1),
	revision bigint not null
);
comment on table app.catalogue_counter is 'One row; locking it makes commit order equal revision order.';
alter table app.catalogue_counter enable row level security;
insert into app.catalogue_counter (revision) values (0);

create function app.next_revision() returns bigint
language sql
set search_path = ''
as $$ update app.catalogue_counter set revision = revision + 1 returning revision $$;
comment on function app.next_revision() is 'Takes the next catalogue revision; holds the counter row until commit.';
revoke all on function app.next_revision() from public;

create function app.touch_catalogue() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
	perform app.next_revision();
	return null;
end
$$;
comment on function app.touch_catalogue() is 'Offices and fields travel with the catalogue: a change of theirs is a revision too.';
revoke all on function app.touch_catalogue() from public;
-- Per row, so that a statement that changes nothing (seeding again) is no revision.
create trigger touch_catalogue after insert or update or delete on public.agencies
	for each row execute function app.touch_catalogue();
create trigger touch_catalogue after insert or update or delete on public.fields
	for each row execute function app.touch_catalogue();

-- Seeding from the repository ---------------------------------------------------------------------------

create function app.seed_field(field jsonb) returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
	insert into public.fields (code, name, help, position)
	values (field ->> 'code', field ->> 'name', field ->> 'help', (field ->> 'position')::int)
	on conflict (code) do nothing;
end
$$;
comment on function app.seed_field(jsonb) is 'Adds a field of the repository once; the office''s own row is never overwritten.';
revoke all on function app.seed_field(jsonb) from public;

create function app.seed_procedure(content jsonb, content_hash text) returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
	known public.procedures;
	version_id uuid;
begin
	perform 1 from app.catalogue_counter for update;
	select * into known from public.procedures where code = content ->> 'code';
	if exists (
		select 1 from public.procedure_versions as version
		where version.procedure_code = known.code and version.content_hash = seed_procedure.content_hash
	) then
		return 'known';
	end if;
	if known.code is not null then
		-- Once an office has published a code its database is the truth; newer JSON is only proposed.
		insert into public.procedure_versions (procedure_code, number, content, content_hash, status, source)
		select known.code, max(version.number) + 1, seed_procedure.content, seed_procedure.content_hash, 'draft', 'repository'
		from public.procedure_versions as version where version.procedure_code = known.code;
		return 'proposed';
	end if;
	insert into public.procedures (code, field_code, title, short_title, revision)
	values (content ->> 'code', content ->> 'field', content ->> 'title', content ->> 'shortTitle', app.next_revision());
	insert into public.procedure_versions
		(procedure_code, number, content, content_hash, status, source, published_at)
	values (content ->> 'code', 1, content, seed_procedure.content_hash, 'published', 'repository', now())
	returning id into version_id;
	update public.procedures set current_version_id = version_id where code = content ->> 'code';
	return 'published';
end
$$;
comment on function app.seed_procedure(jsonb, text) is
	'(procedure JSON, content hash) → published (new code), proposed (draft beside the office''s own) or known.';
revoke all on function app.seed_procedure(jsonb, text) from public;

-- The delta for phones ----------------------------------------------------------------------------------

create function app.catalogue_hash() returns text
language sql
stable
security definer
set search_path = ''
as $$
	select app.hash_text(coalesce(string_agg(procedure.code || ':' || version.content_hash, e'\n' order by procedure.code collate "C"), ''))
	from public.procedures as procedure
	join public.procedure_versions as version on version.id = procedure.current_version_id
	where procedure.status = 'published'
$$;
comment on function app.catalogue_hash() is 'SHA-256 over "code:contentHash" lines of all published procedures, by code.';
revoke all on function app.catalogue_hash() from public;

create function public.pull_catalogue(request jsonb) returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
	page_size constant int := 100;
	now_at bigint;
	since bigint;
	page jsonb;
	reached bigint;
	remaining boolean;
begin
	perform app.require_protocol(request);
	select revision into now_at from app.catalogue_counter;
	since := case
		when jsonb_typeof(request -> 'revision') = 'number' and request ->> 'revision' ~ '^[0-9]{1,15}$'
		then (request ->> 'revision')::bigint
	end;
	if since = now_at then
		return jsonb_build_object('revision', now_at, 'unchanged', true);
	end if;
	if since is null and app.find_text(request, 'snapshotHash', 64) = app.catalogue_hash() then
		-- The phone came with today's build: it already holds every procedure.
		page := '[]';
		remaining := false;
	else
		with changed as (
			select procedure.code, procedure.revision, procedure.status, procedure.withdrawn_reason,
				version.content_hash, version.content
			from public.procedures as procedure
			left join public.procedure_versions as version on version.id = procedure.current_version_id
			-- A phone that claims a revision of the future starts anew.
			where procedure.revision > case when since < now_at then since else 0 end
			order by procedure.revision
			limit page_size + 1
		), numbered as (
			select *, row_number() over (order by revision) as line from changed
		)
		select
			coalesce(jsonb_agg(
				case when status = 'published' then
					jsonb_build_object('code', code, 'contentHash', content_hash, 'content', content)
				else
					jsonb_build_object('code', code, 'withdrawn', coalesce(withdrawn_reason, ''))
				end order by revision) filter (where line <= page_size), '[]'),
			max(revision) filter (where line <= page_size),
			count(*) > page_size
		into page, reached, remaining
		from numbered;
	end if;
	return jsonb_build_object(
		'revision', case when remaining then reached else now_at end,
		'more', remaining,
		'procedures', page,
		'fields', (select coalesce(jsonb_agg(to_jsonb(field) order by position), '[]') from public.fields as field),
		'offices', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'code', code, 'name', name, 'address', address, 'phone', phone) order by code), '[]')
			from public.agencies where receives
		)
	);
end
$$;
comment on function public.pull_catalogue(jsonb) is
	'{protocol, revision?, snapshotHash?} → {revision, unchanged:true} or {revision, more, procedures[], fields[], offices[]}.';
revoke all on function public.pull_catalogue(jsonb) from public, anon, authenticated;
grant execute on function public.pull_catalogue(jsonb) to anon, authenticated;
