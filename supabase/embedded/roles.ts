import type { Database } from './database.ts';
import { StartError } from './StartError.ts';

/**
 * Creates the API roles of Supabase where they are missing and lets them name the caller (auth.uid() and its like), as
 * a Supabase project does. Needs the auth schema. Throws StartError when the PostgreSQL account may not create roles.
 */
export async function ensureRoles(database: Database): Promise<void> {
	try {
		await database.exec(rolesSql);
	} catch (cause) {
		// 42501 insufficient_privilege; PGlite's own user may do everything.
		if (cause instanceof Error && 'code' in cause && cause.code === '42501')
			throw new StartError(
				'Tài khoản PostgreSQL trong DATABASE_URL chưa được phép tạo vai trò.\n' +
					'Nhờ người quản trị PostgreSQL chạy một lần các lệnh sau, rồi chạy lại:\n' +
					'  create role anon nologin noinherit;\n' +
					'  create role authenticated nologin noinherit;\n' +
					'  create role service_role nologin noinherit bypassrls;\n' +
					'  grant anon, authenticated, service_role to <tài khoản trong DATABASE_URL>;\n' +
					'  alter role <tài khoản trong DATABASE_URL> bypassrls;',
				{ cause }
			);
		throw cause;
	}
}

const rolesSql = `
do $$
begin
	if not exists (select 1 from pg_catalog.pg_roles where rolname = 'anon') then
		create role anon nologin noinherit;
	end if;
	if not exists (select 1 from pg_catalog.pg_roles where rolname = 'authenticated') then
		create role authenticated nologin noinherit;
	end if;
	if not exists (select 1 from pg_catalog.pg_roles where rolname = 'service_role') then
		create role service_role nologin noinherit bypassrls;
	end if;
	if not pg_catalog.pg_has_role(current_user, 'anon', 'member')
		or not pg_catalog.pg_has_role(current_user, 'authenticated', 'member')
		or not pg_catalog.pg_has_role(current_user, 'service_role', 'member') then
		grant anon, authenticated, service_role to current_user;
	end if;
end
$$;
grant usage on schema public, auth, storage to anon, authenticated, service_role;
grant execute on all functions in schema auth to anon, authenticated, service_role;
`;
