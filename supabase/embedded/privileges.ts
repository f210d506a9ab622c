import type { Database } from './database.ts';

/**
 * The backend grants the API roles everything on every schema that holds a table under RLS when its first request comes.
 * Here `warmUp` makes that request, and afterwards exactly the privileges of the migrations hold again, as on Supabase.
 * What is to be put back is written to the database first: a start killed in between is mended by the next one.
 */
export async function withOwnPrivileges(
	database: Database,
	warmUp: () => Promise<void>
): Promise<void> {
	await database.query(
		`
		insert into app_migrations.privileges (only_row, script) values (true, $1)
		on conflict (only_row) do update set script = excluded.script
	`,
		[await privilegesScript(database)]
	);
	await warmUp();
	await restorePrivileges(database);
}

/** Puts back what an earlier start wrote down and did not finish; must run before the migrations. */
export async function restorePrivileges(database: Database): Promise<void> {
	await database.exec(`
		create schema if not exists app_migrations;
		create table if not exists app_migrations.privileges (
			only_row boolean primary key check (only_row),
			script text not null
		);
	`);
	await database.transaction(async (inside) => {
		const [kept] = await inside.query<{ script: string }>(
			'select script from app_migrations.privileges'
		);
		if (!kept) return;
		await inside.exec(kept.script);
		await inside.exec('delete from app_migrations.privileges');
	});
}

/** The statements that bring the API roles back to the privileges they have now in our own schemas. */
async function privilegesScript(database: Database): Promise<string> {
	const rows = await database.query<{ statement: string }>(scriptSql);
	return rows.map(({ statement }) => `${statement};\n`).join('');
}

const scriptSql = `
with roles as (
	select oid, rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated', 'service_role')
),
schemas as (
	select oid, nspname, nspacl from pg_catalog.pg_namespace
	where nspname not in ('auth', 'storage', 'information_schema', 'app_migrations') and nspname not like 'pg\\_%'
),
revokes as (
	select format('revoke all on schema %1$I from anon, authenticated, service_role', nspname) as statement, 1 as position
	from schemas
	union all
	select format('revoke all on all %s in schema %I from anon, authenticated, service_role', kind, nspname), 1
	from schemas, unnest(array['tables', 'sequences']) as kind
	union all
	select format(
		'alter default privileges in schema %I revoke all on %s from anon, authenticated, service_role', nspname, kind
	), 1
	from schemas, unnest(array['tables', 'sequences']) as kind
),
relations as (
	select c.oid, c.relname, c.relacl, s.nspname,
		case when c.relkind = 'S' then 'sequence' else 'table' end as kind
	from pg_catalog.pg_class c join schemas s on s.oid = c.relnamespace
	where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
),
grants as (
	select format('grant %s on schema %I to %I', acl.privilege_type, s.nspname, r.rolname) as statement
	from schemas s, aclexplode(s.nspacl) acl join roles r on r.oid = acl.grantee
	union all
	select format('grant %s on %s %I.%I to %I', acl.privilege_type, t.kind, t.nspname, t.relname, r.rolname)
	from relations t, aclexplode(t.relacl) acl join roles r on r.oid = acl.grantee
	union all
	select format('grant %s (%I) on table %I.%I to %I', acl.privilege_type, a.attname, t.nspname, t.relname, r.rolname)
	from relations t
	join pg_catalog.pg_attribute a on a.attrelid = t.oid and not a.attisdropped,
	aclexplode(a.attacl) acl join roles r on r.oid = acl.grantee
	union all
	select format(
		'alter default privileges in schema %I grant %s on %s to %I',
		s.nspname, acl.privilege_type, case d.defaclobjtype when 'S' then 'sequences' else 'tables' end, r.rolname
	)
	from pg_catalog.pg_default_acl d join schemas s on s.oid = d.defaclnamespace,
	aclexplode(d.defaclacl) acl join roles r on r.oid = acl.grantee
	where d.defaclobjtype in ('r', 'S')
)
select statement from (select statement, position from revokes union all select statement, 2 from grants) as script
order by position, statement
`;
