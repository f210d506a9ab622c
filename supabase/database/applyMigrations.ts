import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs a text of one or more SQL statements as one implicit transaction. */
export type Execute = (sql: string) => Promise<unknown>;

interface Migration {
	/** File name without `.sql`, e.g. `20261123000200_working_calendar`. */
	name: string;
	sql: string;
}

const folder = join(import.meta.dirname, '../migrations');

/**
 * Reads `supabase/migrations` in the order the Supabase CLI applies it (by the 14-digit version).
 * Throws when a name has no such version or two files share one: the CLI would skip or refuse them.
 */
async function readMigrations(): Promise<Migration[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
	const seen = new Map<string, string>();
	for (const file of files) {
		const version = /^(\d{14})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
		if (!version)
			throw new Error(`supabase/migrations/${file}: name is not <14 digits>_<topic>.sql`);
		const other = seen.get(version);
		if (other) throw new Error(`supabase/migrations: ${other} and ${file} share one version`);
		seen.set(version, file);
	}
	return Promise.all(
		files.map(async (file) => ({
			name: file.slice(0, -'.sql'.length),
			sql: await readFile(join(folder, file), 'utf8')
		}))
	);
}

/**
 * Applies every migration whose name `wanted` accepts (all by default) and gives the names applied.
 * An error names its migration; what came before it stays applied.
 */
export async function applyMigrations(
	execute: Execute,
	wanted: (name: string) => boolean = () => true
): Promise<string[]> {
	const applied: string[] = [];
	for (const migration of await readMigrations()) {
		if (!wanted(migration.name)) continue;
		try {
			await execute(migration.sql);
		} catch (cause) {
			throw new Error(`migration ${migration.name}: ${messageOf(cause)}`, { cause });
		}
		applied.push(migration.name);
	}
	return applied;
}

/** Runs `supabase/seed.sql` when there is one; gives whether there was. */
export async function applySeed(execute: Execute): Promise<boolean> {
	const sql = await readFile(join(import.meta.dirname, '../seed.sql'), 'utf8').catch(
		(cause: NodeJS.ErrnoException) => {
			if (cause.code === 'ENOENT') return undefined;
			throw cause;
		}
	);
	if (sql === undefined) return false;
	await execute(sql);
	return true;
}

function messageOf(cause: unknown): string {
	return cause instanceof Error ? cause.message : String(cause);
}
