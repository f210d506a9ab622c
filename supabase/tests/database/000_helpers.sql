-- Loaded once before every other file of this folder, outside any transaction. Each helper sets BOTH
-- the role and request.jwt.claims, for the running transaction only: a role without claims, or claims
-- without a role, tests nothing that happens in production.

create schema if not exists tests;
grant usage on schema tests to anon, authenticated, service_role;

-- Works as any signed-in user of this id (a row in auth.users is not needed for claims alone).
create or replace function tests.sign_in_as(user_id uuid) returns void language plpgsql as $$
begin
	perform set_config('request.jwt.claim.sub', '', true);
	perform set_config(
		'request.jwt.claims',
		jsonb_build_object('sub', user_id, 'role', 'authenticated', 'aud', 'authenticated')::text,
		true
	);
	perform set_config('role', 'authenticated', true);
end
$$;

-- Looks an account up past RLS, because a test may switch from one person straight to the next.
create or replace function tests.user_of(account_email text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	found_id uuid;
begin
	select users.id into found_id from auth.users where users.email = account_email;
	if found_id is null then
		raise exception 'tests.user_of: no account %', account_email;
	end if;
	return found_id;
end
$$;

-- Works as the account of this e-mail address; raises when there is none.
create or replace function tests.sign_in(account_email text) returns void language plpgsql as $$
begin
	perform tests.sign_in_as(tests.user_of(account_email));
end
$$;

-- Works as a citizen with no account.
create or replace function tests.as_anon() returns void language plpgsql as $$
begin
	perform set_config('request.jwt.claim.sub', '', true);
	perform set_config('request.jwt.claims', '{"role": "anon"}', true);
	perform set_config('role', 'anon', true);
end
$$;

-- Works as somebody who signed up and was never made staff.
create or replace function tests.as_nobody() returns void language plpgsql as $$
begin
	perform tests.sign_in_as('00000000-0000-4000-8000-00000000dead');
end
$$;

-- Back to the role that owns the tables, with no claims.
create or replace function tests.sign_out() returns void language plpgsql as $$
begin
	perform set_config('request.jwt.claim.sub', '', true);
	perform set_config('request.jwt.claims', '', true);
	perform set_config('role', 'none', true);
end
$$;

-- Pretends the request came from this address.
create or replace function tests.set_address(address text) returns void language plpgsql as $$
begin
	perform set_config(
		'request.headers', jsonb_build_object('x-forwarded-for', address)::text, true
	);
end
$$;

-- The first working date this many days from today or later, as YYYY-MM-DD.
create or replace function tests.working_day(days int) returns text
language sql stable security definer set search_path = '' as $$
	select day::text
	from generate_series(0, 30) as later, lateral (select app.local_time(now())::date + days + later as day) as list
	where app.is_working_day(day, app.index_calendar(app.working_calendar()))
	order by day limit 1
$$;

-- A staff member with an account, for sign_in: auth.users + public.staff + public.staff_roles.
create or replace function tests.add_staff(
	account_email text, agency_id uuid, department_id uuid, variadic roles text[]
) returns uuid language plpgsql as $$
declare
	new_user_id uuid := gen_random_uuid();
	new_staff_id uuid;
begin
	insert into auth.users (id, aud, role, email, email_confirmed_at, created_at)
	values (new_user_id, 'authenticated', 'authenticated', account_email, now(), now());
	insert into public.staff (user_id, agency_id, department_id, full_name)
	values (new_user_id, add_staff.agency_id, add_staff.department_id, account_email)
	returning id into new_staff_id;
	insert into public.staff_roles (staff_id, role)
	select new_staff_id, wanted from unnest(roles) as wanted;
	return new_staff_id;
end
$$;

-- Somebody by the part of the address before @test, or anon, or nobody on the staff.
create or replace function tests.as_actor(account text) returns void language plpgsql as $$
begin
	if account = 'anon' then
		perform tests.as_anon();
	elsif account = 'nobody' then
		perform tests.as_nobody();
	else
		perform tests.sign_in(account || '@test');
	end if;
end
$$;

-- A small procedure of field ho-tich that app.check_complete accepts.
create or replace function tests.procedure(code text, title text, more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('schema', 1, 'code', code, 'field', 'ho-tich', 'title', title, 'shortTitle', title, 'decisionNo', '12/QĐ')
		|| '{"summary": "Cho người mới sinh", "whoMayFile": "Cha mẹ", "synonyms": ["khai sinh"], "lifeEvents": ["having-a-child"],
			"level": "commune", "decidedBy": "UBND xã", "result": {"name": "Giấy"}, "onlineLevel": "full", "questions": [],
			"requirements": [], "notes": [], "clock": {"supplement": "restart"}, "proxy": "Được", "mistakes": [], "lookalikes": [],
			"channels": [
				{"kind": "in-person", "where": "Một cửa", "limit": {"unit": "working-day", "value": 3}, "steps": ["Nộp"]},
				{"kind": "post", "where": "Bưu điện", "limit": null, "steps": ["Gửi"]}
			],
			"fees": [{"label": "Phí", "kind": "amount", "amount": 8000, "source": "NQ"}], "legalBasis": [], "retention": "",
			"eForm": null, "provenance": {"source": "thử", "asOf": "2026-11-01", "verification": "partial", "unverified": []}}'::jsonb
		|| more
$$;

-- Dossiers a test changed with its own hands, and no event has been written since: their events cannot tell of it.
create table if not exists tests.by_hand (dossier_id uuid primary key);

create or replace function tests.note_hand() returns trigger language plpgsql security definer set search_path = '' as $$
declare
	stack text;
begin
	get diagnostics stack = pg_context;
	if tg_relid = 'public.dossier_events'::regclass then
		delete from tests.by_hand where dossier_id = new.dossier_id;
	elsif stack !~ 'function (app|public)\.' then
		insert into tests.by_hand (dossier_id) values (new.id) on conflict do nothing;
	end if;
	return null;
end
$$;

-- The runner calls this at the start of every file, within the transaction that is rolled back.
create or replace function tests.watch_dossiers() returns void language plpgsql as $$
begin
	create trigger note_hand after insert or update on public.dossiers for each row execute function tests.note_hand();
	create trigger note_hand after insert on public.dossier_events for each row execute function tests.note_hand();
end
$$;

-- And this at its end: what the verifier finds wrong with any dossier, but for what the test itself bent.
create or replace function tests.audit_faults() returns setof text language sql as $$
	select 'audit: ' || fault::text
	from jsonb_array_elements(app.audit_dossiers(null, 1000000) -> 'faults') as fault
	where fault ->> 'fault' not in ('projection-differs', 'history-missing')
		or not exists (select 1 from tests.by_hand where dossier_id = (fault ->> 'dossierId')::uuid)
	union all
	-- Visits that the triggers did not keep as the events tell them.
	select 'audit: visits differ of ' || dossier.id
	from public.dossiers as dossier
	where (select jsonb_agg(jsonb_build_array(at, kind, visit_key) order by at, visit_key) from app.visits where dossier_id = dossier.id)
		is distinct from (select jsonb_agg(jsonb_build_array(at, kind, visit_key) order by at, visit_key) from app.told_visits(dossier.id))
$$;

-- Every function of ours by its full name; for the checks of 090 and 091.
create or replace view tests.our_functions as
select proc.*, namespace.nspname as schema_name,
	-- Not regprocedure: it hides a schema that is on the search path.
	format('%s.%s(%s)', namespace.nspname, proc.proname, (
		select coalesce(string_agg(format_type(argument, null), ',' order by position), '')
		from unnest(proc.proargtypes::oid[]) with ordinality as list (argument, position)
	)) as full_name
from pg_proc as proc
join pg_namespace as namespace on namespace.oid = proc.pronamespace
where namespace.nspname in ('public', 'app');
