import type postgres from 'postgres';

/** What the runner hands to each file of `tests/postgres` (which exports `async function run(context)`). */
export interface PostgresContext {
	/** One connection as `app_migrator`: owner of all tables, no superuser, bypasses RLS. */
	owner: postgres.Sql;
	/** A further pool of this many connections as `app_migrator`; the runner closes it. */
	connect: (connections: number) => Promise<postgres.Sql>;
	/** Runs one named check: it passes when `work` returns and fails when it throws. */
	check: (name: string, work: () => Promise<void>) => Promise<void>;
}

interface Caller {
	/** Id of the signed-in account; none = anon. */
	userId?: string;
	/** What our server would have written into x-forwarded-for. */
	address?: string;
}

/**
 * Runs `work` in one transaction as PostgREST would for this caller: role and request.jwt.claims set
 * together, both gone at its end. Rejects with the database's error (`code` = PT4xx of app.fail).
 */
export async function actAs<T>(
	sql: postgres.Sql,
	caller: Caller,
	work: (transaction: postgres.TransactionSql) => Promise<T>
): Promise<T> {
	const role = caller.userId ? 'authenticated' : 'anon';
	const claims = JSON.stringify({ role, ...(caller.userId ? { sub: caller.userId } : {}) });
	const headers = JSON.stringify(caller.address ? { 'x-forwarded-for': caller.address } : {});
	const result = await sql.begin(async (transaction) => {
		await transaction`select set_config('request.jwt.claims', ${claims}, true),
			set_config('request.headers', ${headers}, true), set_config('role', ${role}, true)`;
		return { value: await work(transaction) };
	});
	return result.value as T;
}
