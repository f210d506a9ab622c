import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pgtap } from '@electric-sql/pglite/pgtap';
import { applyMigrations, applySeed, type Execute } from './applyMigrations.ts';

export interface TestDatabaseOptions {
	/** Loads the pgTAP extension (into schema `extensions`). */
	pgtap?: boolean;
	/** Runs `supabase/seed.sql` when there is one; default true. */
	seed?: boolean;
	/** Runs last, as the migrations' role: load a catalogue, insert fixtures. */
	prepare?: (execute: Execute) => Promise<void>;
}

/**
 * Opens an in-memory PGlite with the Supabase stub and every migration. The session then works as
 * `app_migrator` (owner of all tables, no superuser, bypasses RLS), as on the PostgreSQL runner:
 * `set role anon` goes down from there, `set session authorization postgres` gives the superuser back.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<PGlite> {
	const database = await openStub(options.pgtap ?? false);
	try {
		const execute: Execute = (sql) => database.exec(sql);
		await applyMigrations(execute);
		if (options.seed ?? true) await applySeed(execute);
		await options.prepare?.(execute);
		return database;
	} catch (cause) {
		await database.close();
		throw cause;
	}
}

/** Opens an in-memory PGlite with the Supabase stub only, working as `app_migrator`. */
export async function openStub(withPgTap: boolean): Promise<PGlite> {
	const database = await PGlite.create(withPgTap ? { extensions: { pgtap } } : {});
	await database.exec(await readFile(join(import.meta.dirname, 'stub.sql'), 'utf8'));
	if (withPgTap) await database.exec('create extension pgtap with schema extensions');
	await database.exec(`
		set search_path = "$user", public, extensions;
		set session authorization app_migrator;
	`);
	return database;
}
