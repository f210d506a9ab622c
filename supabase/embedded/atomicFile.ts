import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';

/**
 * Writes a whole file so that a reader, or a restart after a crash, finds the old content or the new one and never a
 * part: temporary name, fsync, rename, fsync of the folder. Throws what the file system throws.
 */
export function writeFileAtomically(
	path: string,
	content: string | Uint8Array,
	mode: number
): void {
	const temporary = `${path}.${randomUUID()}.tmp`;
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	try {
		const file = openSync(temporary, 'wx', mode);
		try {
			let written = 0;
			while (written < bytes.length) written += writeSync(file, bytes, written);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, path);
	} catch (cause) {
		rmSync(temporary, { force: true });
		throw cause;
	}
	const folder = openSync(dirname(path), 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
