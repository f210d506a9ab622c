import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '#domain/shared/Result.ts';
import { writeFileAtomically } from './atomicFile.ts';

/** The hold on a data folder. Ends with `release()` or with the process, however it ends. */
export interface Ownership {
	/** Writes down where the owner answers, for the message a second start gives. */
	announce(url: string): void;
	release(): void;
}

/** Another live process owns the folder; `url` is empty while it is still starting. */
export type OwnedElsewhere = { kind: 'owned'; pid: number | undefined; url: string };

/**
 * Takes the one exclusive hold on a data folder, or says who has it. Two processes on one PGlite folder lose commits
 * without a word, so the server and every script that opens the folder itself calls this first. The hold is a lock of
 * the operating system on a SQLite file: it is gone the moment the process is, even after SIGKILL, and leaves nothing
 * stale behind. Throws when the folder cannot be created or written.
 */
export function takeOwnership(dataDir: string): Result<Ownership, OwnedElsewhere> {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const lock = tryLock(join(dataDir, 'owner.lock.sqlite'));
	const note = join(dataDir, 'owner.json');
	if (!lock) return fail({ kind: 'owned', ...readNote(note) });
	const startedAt = new Date().toISOString();
	const announce = (url: string) =>
		writeFileAtomically(note, JSON.stringify({ pid: process.pid, url, startedAt }), 0o600);
	announce('');
	return ok({
		announce,
		release() {
			if (!lock.isOpen) return;
			rmSync(note, { force: true });
			lock.close();
		}
	});
}

/** Opens the file and locks it for this process; undefined when another one holds it. */
export function tryLock(path: string): DatabaseSync | undefined {
	const database = new DatabaseSync(path, { timeout: 0 });
	try {
		database.exec('pragma locking_mode = exclusive; begin exclusive');
		return database;
	} catch (cause) {
		database.close();
		// 5 = SQLITE_BUSY; anything else (full disk, read-only folder) is a real fault.
		if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5) return undefined;
		throw cause;
	}
}

function readNote(path: string): { pid: number | undefined; url: string } {
	try {
		const { pid, url } = JSON.parse(readFileSync(path, 'utf8'));
		return {
			pid: Number.isInteger(pid) ? pid : undefined,
			url: typeof url === 'string' ? url : ''
		};
	} catch {
		return { pid: undefined, url: '' };
	}
}
