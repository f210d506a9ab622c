import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseTap } from './parseTap.ts';

/** Runs many statements and gives each statement's rows, in order. */
export type ExecuteRows = (sql: string) => Promise<Record<string, unknown>[][]>;

export interface PgTapReport {
	/** File name in `supabase/tests/database`. */
	file: string;
	passed: number;
	/** Each failed check, wrong plan or database error, in plain words; empty means the file passed. */
	failures: string[];
}

const folder = join(import.meta.dirname, '../tests/database');
/** Helpers, and what several files count. */
const isShared = (file: string) => /^00\d_.+\.sql$/.test(file);

/** The pgTAP files, in order, without what they share. */
export async function listPgTapFiles(): Promise<string[]> {
	const files = await readdir(folder);
	return files.filter((file) => file.endsWith('.sql') && !isShared(file)).sort();
}

/** Loads schema `tests` (sign_in, as_anon, …) and what several files share; needed once per database, before any file. */
export async function loadHelpers(execute: ExecuteRows): Promise<void> {
	for (const file of (await readdir(folder)).filter(isShared).sort()) {
		await execute(await readFile(join(folder, file), 'utf8'));
	}
}

/**
 * Runs one file and leaves the session as it found it. A file must be one `begin; … rollback;`,
 * plan at least one check and run exactly as many; anything else is a failure, not an exception. So is a dossier that is
 * not at the end what its events tell, itself or its visits (`tests.audit_faults`), whatever the file is about.
 */
export async function runPgTapFile(execute: ExecuteRows, file: string): Promise<PgTapReport> {
	const sql = await readFile(join(folder, file), 'utf8');
	const report = await runPgTapText(execute, sql);
	return { file, ...report };
}

/** Same as `runPgTapFile` for a text in hand. */
export async function runPgTapText(
	execute: ExecuteRows,
	sql: string
): Promise<Omit<PgTapReport, 'file'>> {
	const bare = sql.replace(/--.*$/gm, '').trim().toLowerCase();
	if (!bare.startsWith('begin;') || !bare.endsWith('rollback;')) {
		return { passed: 0, failures: ['the file is not one "begin; … rollback;"'] };
	}
	const watched = sql
		.replace(/begin;/i, 'begin; select tests.watch_dossiers();')
		.replace(/rollback;\s*$/i, 'select tests.sign_out(); select tests.audit_faults(); rollback;');
	try {
		const lines = textLines(await execute(watched));
		const { passed, failures } = parseTap(lines);
		return {
			passed,
			failures: [...failures, ...lines.filter((line) => line.startsWith('audit: '))]
		};
	} catch (cause) {
		const error = cause instanceof Error ? cause.message : String(cause);
		return { passed: 0, failures: [`database error: ${error}`] };
	} finally {
		await execute('rollback; reset role;');
	}
}

function textLines(results: Record<string, unknown>[][]): string[] {
	return results
		.flat()
		.flatMap((row) => Object.values(row))
		.filter((value) => typeof value === 'string')
		.flatMap((value) => value.split('\n'));
}
