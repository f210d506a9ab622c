-- What must hold for every table, policy and function of ours, whichever migration made it.
-- Numbers S1–S12 are those of the security reference.
begin;
select plan(21);

create temp table without_policy (table_name text);

-- What is ours ------------------------------------------------------------------------------------------

create temp view our_tables as
select class.oid, namespace.nspname as schema_name, class.relname as table_name, class.relrowsecurity,
	format('%s.%s', namespace.nspname, class.relname) as full_name
from pg_class as class
join pg_namespace as namespace on namespace.oid = class.relnamespace
where namespace.nspname in ('public', 'app') and class.relkind in ('r', 'p');

create temp view our_policies as
select policy.oid, policy.polname, policy.polcmd, policy.polroles,
	format('%s.%s: %s', namespace.nspname, class.relname, policy.polname) as full_name,
	namespace.nspname as schema_name,
	coalesce(pg_get_expr(policy.polqual, policy.polrelid), '') as using_text,
	coalesce(pg_get_expr(policy.polwithcheck, policy.polrelid), '') as check_text
from pg_policy as policy
join pg_class as class on class.oid = policy.polrelid
join pg_namespace as namespace on namespace.oid = class.relnamespace
where namespace.nspname in ('public', 'app', 'storage');

create temp view api_roles as
select role_name from unnest(array['anon', 'authenticated']) as role_name;

-- An empty catalogue would make every check below pass.
select cmp_ok((select count(*) from our_tables), '>=', 4::bigint, 'there are tables to check');
select cmp_ok((select count(*) from our_policies), '>=', 4::bigint, 'there are policies to check');

-- S1–S4: row level security -----------------------------------------------------------------------------

select is_empty(
	'select full_name from our_tables where not relrowsecurity',
	'S1: every table has row level security'
);
select is_empty(
	'select full_name from our_policies where polroles @> array[0::oid]',
	'S2: no policy is for PUBLIC'
);
select is_empty(
	$$select full_name from our_tables
	where schema_name = 'public' and table_name not in (select table_name from without_policy)
		and not exists (select from pg_policy where polrelid = our_tables.oid)$$,
	'S3: every public table has a policy or is on the list of those without'
);
select is_empty(
	$$select full_name from our_tables
	where schema_name = 'app' and exists (select from pg_policy where polrelid = our_tables.oid)$$,
	'S3: no private table has a policy'
);
select is_empty(
	$$select full_name from our_policies where schema_name in ('public', 'app') and polcmd <> 'r'$$,
	'S4: no policy lets anybody insert, update or delete in a table of ours'
);
select is_empty(
	$$select full_name from our_policies
	where schema_name = 'storage' and polcmd not in ('r', 'a')$$,
	'S4: stored files are inserted and read, never changed or deleted'
);
select is_empty(
	$$select full_name from our_policies
	where polcmd <> 'r' and 'true' in (using_text, check_text)$$,
	'S4: no policy for writing says true'
);

-- S5: grants --------------------------------------------------------------------------------------------

select is_empty(
	$$select role_name, full_name, privilege
	from our_tables, api_roles,
		unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as privilege
	where has_table_privilege(role_name, our_tables.oid, privilege)$$,
	'S5: the API roles hold no privilege to change a table'
);
select is_empty(
	$$select role_name, full_name, privilege
	from our_tables, api_roles, unnest(array['insert', 'update', 'references']) as privilege
	where has_any_column_privilege(role_name, our_tables.oid, privilege)$$,
	'S5: nor to change a single column'
);
select is_empty(
	$$select role_name, full_name from our_tables, api_roles
	where schema_name = 'app' and has_any_column_privilege(role_name, our_tables.oid, 'select')$$,
	'S5: the API roles read no private table'
);
select is_empty(
	$$select role_name, class.relname
	from pg_class as class, api_roles
	where class.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and class.relkind = 'S'
		and has_sequence_privilege(role_name, class.oid, 'usage, select, update')$$,
	'S5: the API roles use no sequence'
);
select is_empty(
	$$select role_name, schema_name from api_roles, unnest(array['public', 'app']) as schema_name
	where has_schema_privilege(role_name, schema_name, 'create')$$,
	'S5: the API roles create nothing'
);
select is_empty(
	$$select tables.full_name from our_tables as tables, pg_class as class, aclexplode(class.relacl) as entry
	where class.oid = tables.oid and entry.grantee = 0$$,
	'S5: no table is granted to PUBLIC'
);
select is_empty(
	$$select full_name, privilege
	from our_tables, unnest(array['update', 'delete', 'truncate']) as privilege
	where full_name in ('public.dossier_events', 'app.audit_anchors', 'public.slips', 'public.staff_events', 'public.catalogue_events', 'public.calendar_changes', 'public.plan_events',
			'app.cut_events', 'app.exports', 'app.feedback_events', 'app.target_events', 'app.vain_notes')
		and has_table_privilege('service_role', our_tables.oid, privilege)$$,
	'S5: not even the worker rewrites events and slips'
);

-- S6: views ---------------------------------------------------------------------------------------------

select is_empty(
	$$select class.relname from pg_class as class
	where class.relnamespace = 'public'::regnamespace and (
		class.relkind in ('m', 'f')
		or (class.relkind = 'v' and not coalesce(class.reloptions, '{}') && array[
			'security_invoker=true', 'security_invoker=on', 'security_invoker=1'
		])
	)$$,
	'S6: every public view runs with the rights of its reader; no materialized view, no foreign table'
);

-- S11, S12: policies ------------------------------------------------------------------------------------

select is_empty(
	$$select full_name from our_policies where using_text || check_text ~* 'jwt|user_metadata|app_metadata'$$,
	'S11: policies look at the live tables, never at claims or metadata'
);
select is_empty(
	$$select full_name from our_policies
	-- Deparsed, a wrapped call reads ( SELECT app.my_agency_id() AS my_agency_id).
	where regexp_replace(
		using_text || ' ' || check_text, '\( SELECT (COALESCE\()?(app|auth)\.\w+\([^()]*\)', '', 'g'
	) ~ '(app|auth)\.\w+\((''[^'']*''::text)?\)'$$,
	'S12: a helper that does not depend on the row is wrapped in (select …)'
);
select is_empty(
	$$select our_policies.full_name, tests.our_functions.full_name
	from our_policies
	join pg_depend on pg_depend.classid = 'pg_policy'::regclass and pg_depend.objid = our_policies.oid
		and pg_depend.refclassid = 'pg_proc'::regclass
	join tests.our_functions on tests.our_functions.oid = pg_depend.refobjid
	where tests.our_functions.provolatile = 'v'$$,
	'S12: the helpers of policies are stable'
);

-- Comments ----------------------------------------------------------------------------------------------

select is_empty(
	$$select full_name from our_tables where coalesce(obj_description(oid, 'pg_class'), '') = ''
	union all
	select full_name from tests.our_functions where coalesce(obj_description(oid, 'pg_proc'), '') = ''$$,
	'every table and every function says what it is for'
);

select * from finish();
rollback;
