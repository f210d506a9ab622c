import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import { guardEngine, type EngineGuard } from './engine.ts';

/** Runs SQL; `query` takes $1… parameters and gives rows, `exec` takes many statements and gives nothing. */
export interface Executor {
	query<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
	exec(sql: string): Promise<void>;
}

/** The one database behind the server, PGlite in the data folder or a real PostgreSQL. */
export interface Database extends Executor {
	engine: 'pglite' | 'postgres';
	connection: PgliteConnection | PostgresConnection;
	/** Tells when PGlite is broken and must be opened anew; a real PostgreSQL looks after itself. */
	guard?: EngineGuard;
	/** All or nothing: commits when `work` returns, rolls back and rethrows when it throws. */
	transaction<T>(work: (inside: Executor) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/**
 * Opens the database: PGlite in `folder`, or the PostgreSQL at `databaseUrl`. Throws when it does not open.
 * PGlite's commits are written before they are acknowledged (relaxedDurability stays off).
 */
export async function openDatabase(folder: string, databaseUrl?: string): Promise<Database> {
	return databaseUrl ? openPostgres(databaseUrl) : openPglite(folder);
}

async function openPglite(folder: string): Promise<Database> {
	const connection = await createPgliteConnection({
		url: folder,
		pgliteOptions: { relaxedDurability: false }
	});
	const { driver } = connection;
	await driver.waitReady;
	const guard = guardEngine(driver);
	return {
		engine: 'pglite',
		connection,
		guard,
		query: async <Row extends object>(sql: string, parameters?: unknown[]) =>
			(await driver.query<Row>(sql, parameters)).rows,
		exec: async (sql) => void (await driver.exec(sql)),
		transaction: (work) =>
			driver.transaction((inside) =>
				work({
					query: async <Row extends object>(sql: string, parameters?: unknown[]) =>
						(await inside.query<Row>(sql, parameters)).rows,
					exec: async (sql) => void (await inside.exec(sql))
				})
			),
		// A broken engine writes nothing more: what was committed is in the files, as after a power cut of the process.
		close: async () => (guard.fault() ? driver.fs?.closeFs() : connection.close())
	};
}

async function openPostgres(url: string): Promise<Database> {
	const connection = createPostgresConnection({
		url,
		postgresOptions: {
			max: 8,
			connect_timeout: 10,
			// Notices of migrations ("… already exists, skipping") are no news for the office.
			onnotice: () => undefined,
			types: { json: jsonType(114), jsonb: jsonType(3802) }
		}
	});
	const over = (driver: Pick<typeof connection.driver, 'unsafe'>): Executor => ({
		query: async <Row extends object>(sql: string, parameters: unknown[] = []) => {
			const rows = await driver.unsafe<Row[]>(sql, parameters as never[]);
			return [...rows];
		},
		exec: async (sql) => void (await driver.unsafe(sql))
	});
	await connection.driver.unsafe('select 1');
	return {
		engine: 'postgres',
		connection,
		...over(connection.driver),
		transaction: async <T>(work: (inside: Executor) => Promise<T>) => {
			const answer = await connection.driver.begin(async (inside) => ({
				value: await work(over(inside))
			}));
			return answer.value;
		},
		close: () => connection.close()
	};
}

/**
 * The backend hands over JSON it has already written as text, and its own PostgreSQL driver would write that text as a
 * JSON string once more; PGlite takes a text as it is. Both engines must see the same value.
 */
function jsonType(oid: number) {
	return {
		to: oid,
		from: [oid],
		serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
		parse: (text: string): unknown => JSON.parse(text)
	};
}
