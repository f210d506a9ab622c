/** `npm run test:postgres`: migrations, pgTAP, vectors and concurrency on a real PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { applyMigrations, applySeed, type Execute } from './applyMigrations.ts';
import { listVectorFiles, readVectors, replayVectors, sqlClock } from './clockVectors.ts';
import { findPostgres, type FoundServer } from './findPostgres.ts';
import type { PostgresContext } from './postgresContext.ts';
import { listPgTapFiles, loadHelpers, runPgTapFile, type ExecuteRows } from './runPgTap.ts';

const productionVersion = 150_014;
const counts = { passed: 0, failed: 0 };
/** Roles the stub may add to the server; those that were there before stay. */
const stubRoles = new Set([
	'anon',
	'authenticated',
	'service_role',
	'authenticator',
	'supabase_auth_admin',
	'supabase_storage_admin',
	'app_migrator'
]);

const interrupted = new Promise<never>((_resolve, reject) => {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
	}
});
// Before there is anything to drop nobody listens; the race still sees it.
interrupted.catch(ignore);

async function main(): Promise<number> {
	try {
		const server = await findPostgres();
		try {
			console.log(`PostgreSQL: ${server.description}`);
			await testOn(server);
		} finally {
			await server.stop();
		}
	} catch (cause) {
		counts.failed += 1;
		console.error(cause instanceof Error ? cause.message : cause);
	}
	console.log(`${counts.passed} passed, ${counts.failed} failed`);
	return counts.failed === 0 ? 0 : 1;
}

async function testOn(server: FoundServer): Promise<void> {
	const name = `mot_cua_test_${randomBytes(4).toString('hex')}`;
	const admin = postgres({ ...server.target, max: 1, onnotice: ignore });
	const before = new Set((await admin`select rolname from pg_roles`).map((row) => row.rolname));
	try {
		await warnOfOldVersion(admin);
		await createDatabase(admin, name);
		// Ctrl-C must not leave a database, roles or a whole cluster behind.
		await Promise.race([testDatabase(server, name), interrupted]);
	} finally {
		await admin.unsafe(`drop database if exists ${name} with (force)`);
		for (const { rolname } of await admin`select rolname from pg_roles where rolname !~ '^pg_'`) {
			if (!before.has(rolname) && stubRoles.has(rolname)) await admin`drop role ${admin(rolname)}`;
		}
		await admin.end();
	}
}

async function warnOfOldVersion(admin: postgres.Sql): Promise<void> {
	const [row] = await admin`select current_setting('server_version_num')::int as version`;
	if (row?.version < productionVersion) {
		console.warn(`warning: server version ${row?.version} is older than ${productionVersion}`);
	}
}

/** Production sorts and compares in UTF-8; a database without a locale would hide mistakes with accents. */
async function createDatabase(admin: postgres.Sql, name: string): Promise<void> {
	const locales = await admin<{ locale: string }[]>`
		select collname as locale from pg_collation
		where collname in ('C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8') order by collname`;
	const locale = locales[0]?.locale;
	if (!locale) throw new Error('the server knows neither locale C.UTF-8 nor en_US.UTF-8');
	await admin.unsafe(
		`create database ${name} template template0 encoding 'UTF8' locale '${locale}'`
	);
	await admin.unsafe(`alter database ${name} set search_path = "$user", public, extensions`);
}

async function testDatabase(server: FoundServer, name: string): Promise<void> {
	const target = { ...server.target, database: name, onnotice: ignore };
	await loadStub(target);
	const pools: postgres.Sql[] = [];
	const connect = async (connections: number) => {
		const pool = postgres({ ...target, max: connections, max_lifetime: null });
		pools.push(pool);
		await becomeMigrator(pool, connections);
		return pool;
	};
	try {
		const owner = await connect(1);
		const execute: Execute = (sql) => owner.unsafe(sql).simple();
		await check('migrations apply as a role that is no superuser', async () => {
			await refuseSuperuser(owner);
			await applyMigrations(execute);
			await applySeed(execute);
		});
		if (counts.failed > 0) return;
		await runPgTap(owner);
		await replayClockVectors(owner);
		await runOwnTests({ owner, connect, check });
	} finally {
		await Promise.all(pools.map((pool) => pool.end({ timeout: 5 })));
	}
}

async function loadStub(target: postgres.Options<Record<string, never>>): Promise<void> {
	const superuser = postgres({ ...target, max: 1 });
	try {
		await superuser.unsafe(await readFile(join(import.meta.dirname, 'stub.sql'), 'utf8')).simple();
		const [pgtap] = await superuser`select from pg_available_extensions where name = 'pgtap'`;
		if (!pgtap) {
			throw new Error(
				'The server has no pgTAP. On Debian or Ubuntu: apt-get install postgresql-15-pgtap'
			);
		}
		await superuser.unsafe('create extension pgtap with schema extensions');
	} finally {
		await superuser.end();
	}
}

/** Not every server lets a made-up role log in, so each connection gives its superuser rights away. */
async function becomeMigrator(pool: postgres.Sql, connections: number): Promise<void> {
	const reserved = await Promise.all(Array.from({ length: connections }, () => pool.reserve()));
	for (const connection of reserved) {
		await connection`set session authorization app_migrator`;
		connection.release();
	}
}

async function refuseSuperuser(owner: postgres.Sql): Promise<void> {
	const [me] = await owner`
		select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
	if (me?.rolname !== 'app_migrator' || me.rolsuper || !me.rolbypassrls) {
		throw new Error('app_migrator must be no superuser and bypass RLS, as production’s postgres');
	}
}

async function runPgTap(owner: postgres.Sql): Promise<void> {
	const execute: ExecuteRows = async (sql) => {
		const results = await owner.unsafe(sql).simple();
		// One statement gives its rows, several give a list of such.
		const lists = results.some(Array.isArray) ? results : [results];
		return lists.map((rows) => [...(rows as unknown as Record<string, unknown>[])]);
	};
	await loadHelpers(execute);
	for (const file of await listPgTapFiles()) {
		const report = await runPgTapFile(execute, file);
		counts.passed += report.passed;
		counts.failed += report.failures.length;
		const verdict = report.failures.length === 0 ? 'ok' : 'FAILED';
		console.log(`${verdict} ${file} (${report.passed} checks)`);
		for (const failure of report.failures) console.error(failure);
	}
}

async function replayClockVectors(owner: postgres.Sql): Promise<void> {
	const engine = sqlClock((text, parameters) =>
		owner.unsafe<{ answer: unknown }[]>(text, parameters)
	);
	for (const path of await listVectorFiles()) {
		const replay = await replayVectors(await readVectors(path), engine);
		counts.passed += replay.passed;
		counts.failed += replay.failed;
		console.log(
			`${replay.failed === 0 ? 'ok' : 'FAILED'} ${basename(path)} (${replay.passed} cases)`
		);
		for (const difference of replay.differences) console.error(difference);
	}
}

async function runOwnTests(context: PostgresContext): Promise<void> {
	const folder = join(import.meta.dirname, '../../tests/postgres');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
	for (const file of files) {
		console.log(file);
		const module: unknown = await import(pathToFileURL(join(folder, file)).href);
		if (!isTestModule(module)) throw new Error(`tests/postgres/${file} exports no function run`);
		await module.run(context);
	}
}

function isTestModule(
	module: unknown
): module is { run: (context: PostgresContext) => Promise<void> } {
	return typeof module === 'object' && module !== null && 'run' in module;
}

async function check(name: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
		counts.passed += 1;
		console.log(`ok ${name}`);
	} catch (cause) {
		counts.failed += 1;
		console.error(
			`FAILED ${name}\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
		);
	}
}

function ignore(): void {}

process.exitCode = await main();
