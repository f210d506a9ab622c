import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';

type Target = postgres.Options<Record<string, never>>;

export interface FoundServer {
	/** For the log: where the server is, without a password. */
	description: string;
	/** Options for `postgres(…)` as a superuser, database left open. */
	target: Target;
	/** Removes what finding the server made (a role, a whole cluster). */
	stop: () => Promise<void>;
}

const run = promisify(execFile);
const oldestMajor = 15;
const isRoot = process.getuid?.() === 0;

/**
 * Finds a PostgreSQL (15 or newer) to test on, as superuser: `DATABASE_URL`; else a local server;
 * else, where PostgreSQL is installed but not running, a throw-away cluster on a Unix socket.
 * Throws with what to install when there is none, or when DATABASE_URL does not answer.
 */
export async function findPostgres(): Promise<FoundServer> {
	const url = process.env.DATABASE_URL;
	if (url) return fromUrl(url);
	const found = (await findListening()) ?? (await findAsRoot()) ?? (await startCluster());
	if (found) return found;
	throw new Error(
		[
			'No PostgreSQL to test on: DATABASE_URL is not set, no local server lets this user in as',
			'superuser, and no PostgreSQL 15 or newer is installed. On Debian or Ubuntu:',
			'  apt-get install postgresql-15 postgresql-15-pgtap',
			'or set DATABASE_URL=postgres://superuser:password@host:5432/postgres (the server needs pgTAP).'
		].join('\n')
	);
}

async function fromUrl(url: string): Promise<FoundServer> {
	const parsed = new URL(url);
	const target: Target = {
		host: decodeURIComponent(parsed.searchParams.get('host') ?? parsed.hostname),
		port: Number(parsed.port || 5432),
		user: decodeURIComponent(parsed.username),
		pass: decodeURIComponent(parsed.password),
		database: parsed.pathname.slice(1) || 'postgres',
		...(parsed.searchParams.has('sslmode')
			? { ssl: parsed.searchParams.get('sslmode') as 'require' }
			: {})
	};
	const problem = await problemWith(target);
	if (problem) throw new Error(`DATABASE_URL (${target.host}): ${problem}`);
	return { description: `DATABASE_URL (${target.host})`, target, stop: nothingToStop };
}

async function findListening(): Promise<FoundServer | undefined> {
	const port = Number(process.env.PGPORT ?? 5432);
	for (const host of ['/var/run/postgresql', '127.0.0.1']) {
		for (const user of new Set([userInfo().username, 'postgres'])) {
			const target: Target = { host, port, user, database: 'postgres' };
			if (!(await problemWith(target))) {
				return { description: `${user} at ${host}:${port}`, target, stop: nothingToStop };
			}
		}
	}
	return undefined;
}

/** Debian lets only the system user postgres in: root borrows it to make a superuser for this run. */
async function findAsRoot(): Promise<FoundServer | undefined> {
	if (!isRoot) return undefined;
	const port = Number(process.env.PGPORT ?? 5432);
	const user = `test_superuser_${randomBytes(4).toString('hex')}`;
	const password = randomBytes(18).toString('hex');
	const asPostgres = (sql: string) =>
		run('su', [
			'postgres',
			'-c',
			`psql -X -q -v ON_ERROR_STOP=1 -p ${port} -d postgres -c "${sql}"`
		]);
	try {
		await asPostgres(`create role ${user} login superuser password '${password}'`);
	} catch {
		return undefined;
	}
	const target: Target = { host: '127.0.0.1', port, user, pass: password, database: 'postgres' };
	const stop = async () => {
		await asPostgres(`drop role ${user}`);
	};
	if (await problemWith(target)) {
		await stop();
		return undefined;
	}
	return { description: `127.0.0.1:${port}, through system user postgres`, target, stop };
}

async function startCluster(): Promise<FoundServer | undefined> {
	const bin = await findInstalled();
	if (!bin) return undefined;
	const directory = await mkdtemp(join(tmpdir(), 'pg-test-'));
	// PostgreSQL refuses to run as root.
	const owner = isRoot ? await idsOf('postgres') : {};
	if (owner.uid !== undefined && owner.gid !== undefined)
		await chown(directory, owner.uid, owner.gid);
	const data = join(directory, 'data');
	const settings = `-c listen_addresses='' -c unix_socket_directories='${directory}' -c fsync=off`;
	const options = { ...owner, cwd: directory };
	const stop = async () => {
		await run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options).catch(
			() => undefined
		);
		await rm(directory, { recursive: true, force: true });
	};
	try {
		await run(
			join(bin, 'initdb'),
			['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
			options
		);
		// The server must not hold this process's pipes, or waiting for pg_ctl would never end.
		const log = join(directory, 'log');
		await run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', log, '-o', settings, 'start'], options);
	} catch (cause) {
		await stop();
		throw new Error(`the PostgreSQL in ${bin} does not start: ${String(cause)}`, { cause });
	}
	const target: Target = { host: directory, port: 5432, user: 'postgres', database: 'postgres' };
	return { description: `a throw-away cluster made with ${bin}`, target, stop };
}

/** The folder of programs of PostgreSQL 15 when installed (what production runs at least), else the newest. */
async function findInstalled(): Promise<string | undefined> {
	const root = '/usr/lib/postgresql';
	const names = await readdir(root).catch(() => []);
	const majors = names
		.map(Number)
		.filter((major) => major >= oldestMajor)
		.sort((a, b) => b - a);
	const major = majors.includes(oldestMajor) ? oldestMajor : majors[0];
	return major === undefined ? undefined : join(root, String(major), 'bin');
}

async function idsOf(name: string): Promise<{ uid?: number; gid?: number }> {
	const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
	return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Why this server will not do (no answer, no superuser, too old), or undefined when it will. */
async function problemWith(target: Target): Promise<string | undefined> {
	const sql = postgres({ ...target, max: 1, connect_timeout: 5, onnotice: () => undefined });
	try {
		const [row] = await sql<{ superuser: string; version: string }[]>`
			select current_setting('is_superuser') as superuser,
				current_setting('server_version_num') as version`;
		if (row?.superuser !== 'on') return 'the user is no superuser';
		if (Number(row.version) < oldestMajor * 10_000) return `version ${row.version} is too old`;
		return undefined;
	} catch (cause) {
		return cause instanceof Error ? cause.message : String(cause);
	} finally {
		await sql.end({ timeout: 1 });
	}
}

async function nothingToStop(): Promise<void> {}
