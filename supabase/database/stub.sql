-- What Supabase puts into a project before our first migration: roles, the auth and storage
-- schemas, and its privileges. Only for tests on plain PostgreSQL and PGlite; run by a superuser.
-- Like a new production project it grants the API roles nothing on new tables, and (PostgreSQL's own
-- default, kept on purpose) everyone EXECUTE on new functions: a forgotten revoke must fail a test.

do $$
declare
	wanted record;
begin
	-- Roles belong to the whole server, so they may be there already.
	for wanted in
		select * from (values
			('anon', 'nologin noinherit'),
			('authenticated', 'nologin noinherit'),
			('service_role', 'nologin noinherit bypassrls'),
			('authenticator', 'login noinherit'),
			('supabase_auth_admin', 'nologin noinherit'),
			('supabase_storage_admin', 'nologin noinherit'),
			-- Stands for production's "postgres": owns what the migrations make, is no superuser.
			('app_migrator', 'login nosuperuser createrole bypassrls')
		) as role_list (name, attributes)
	loop
		if not exists (select from pg_roles where rolname = wanted.name) then
			execute format('create role %I %s', wanted.name, wanted.attributes);
		end if;
	end loop;
end
$$;

grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, authenticator to app_migrator with admin option;
-- Production lets "postgres" write policies on storage.objects through supautils; membership stands for it.
grant supabase_storage_admin to app_migrator;

do $$
begin
	execute format('grant create, temporary on database %I to app_migrator', current_database());
end
$$;
grant all on schema public to app_migrator with grant option;
grant usage on schema public to anon, authenticated, service_role;

create schema extensions;
grant usage on schema extensions to anon, authenticated, service_role, app_migrator;

-- auth ------------------------------------------------------------------------------------------

create schema auth authorization supabase_auth_admin;
grant usage on schema auth to anon, authenticated, service_role, app_migrator;

create table auth.users (
	instance_id uuid,
	id uuid primary key,
	aud varchar(255),
	role varchar(255),
	email varchar(255),
	encrypted_password varchar(255),
	email_confirmed_at timestamptz,
	invited_at timestamptz,
	last_sign_in_at timestamptz,
	raw_app_meta_data jsonb,
	raw_user_meta_data jsonb,
	is_super_admin boolean,
	created_at timestamptz,
	updated_at timestamptz,
	phone text unique,
	phone_confirmed_at timestamptz,
	confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
	banned_until timestamptz,
	deleted_at timestamptz,
	is_sso_user boolean not null default false,
	is_anonymous boolean not null default false
);
create unique index users_email_partial_key on auth.users (email) where (is_sso_user = false);
alter table auth.users owner to supabase_auth_admin;
alter table auth.users enable row level security;
grant all on auth.users to app_migrator;

create function auth.uid() returns uuid language sql stable as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.sub', true), ''),
		(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
	)::uuid
$$;

create function auth.role() returns text language sql stable as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.role', true), ''),
		(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
	)::text
$$;

create function auth.email() returns text language sql stable as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.email', true), ''),
		(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
	)::text
$$;

create function auth.jwt() returns jsonb language sql stable as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')
	)::jsonb
$$;

-- storage ---------------------------------------------------------------------------------------

create schema storage authorization supabase_storage_admin;
grant usage on schema storage to anon, authenticated, service_role, app_migrator;

create table storage.buckets (
	id text primary key,
	name text not null unique,
	owner uuid,
	created_at timestamptz default now(),
	updated_at timestamptz default now(),
	public boolean default false,
	avif_autodetection boolean default false,
	file_size_limit bigint,
	allowed_mime_types text[],
	owner_id text
);

create table storage.objects (
	id uuid primary key default gen_random_uuid(),
	bucket_id text references storage.buckets (id),
	name text,
	owner uuid,
	created_at timestamptz default now(),
	updated_at timestamptz default now(),
	last_accessed_at timestamptz default now(),
	metadata jsonb,
	path_tokens text[] generated always as (string_to_array(name, '/')) stored,
	version text,
	owner_id text,
	user_metadata jsonb
);
create unique index bucketid_objname on storage.objects (bucket_id, name);

alter table storage.buckets owner to supabase_storage_admin;
alter table storage.objects owner to supabase_storage_admin;
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
-- Production grants everything here and leaves the decision to row level security.
grant all on storage.buckets, storage.objects to anon, authenticated, service_role, app_migrator;

create function storage.foldername(name text) returns text[] language plpgsql immutable as $$
declare
	parts text[];
begin
	select string_to_array(name, '/') into parts;
	return parts[1 : array_length(parts, 1) - 1];
end
$$;

create function storage.filename(name text) returns text language plpgsql immutable as $$
declare
	parts text[];
begin
	select string_to_array(name, '/') into parts;
	return parts[array_length(parts, 1)];
end
$$;

create function storage.extension(name text) returns text language plpgsql immutable as $$
begin
	return reverse(split_part(reverse(storage.filename(name)), '.', 1));
end
$$;
