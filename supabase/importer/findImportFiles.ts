import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toLocal } from '#domain/clock/localTime.ts';
import { fail, ok, type Result } from '#domain/shared/Result.ts';
import type { ImportFile } from '#importer/importFiles.ts';

const FORMS = /\.(?:json|xlsx|xls|csv|tsv)$/i;

/** A file that could not be read, and why. */
export type UnreadFile = { name: string; reason: string };

/** The files under the given paths, folders searched through, each with its bytes and the day it was changed. */
export function findImportFiles(
	paths: readonly string[]
): Result<{ files: ImportFile[]; unread: UnreadFile[] }, string> {
	const found: string[] = [];
	for (const path of paths) {
		const kind = statSync(path, { throwIfNoEntry: false });
		if (!kind) return fail(`Không có tệp hay thư mục “${path}”.`);
		if (kind.isDirectory()) found.push(...filesIn(path));
		else found.push(path);
	}
	const unread: UnreadFile[] = [];
	const files = [...new Set(found)].flatMap((path): ImportFile[] => {
		try {
			const modified = toLocal(statSync(path).mtime).slice(0, 10);
			return [{ name: basename(path), bytes: readFileSync(path), modified }];
		} catch {
			unread.push({ name: path, reason: 'Không mở được tệp này; hãy xem quyền đọc tệp.' });
			return [];
		}
	});
	return ok({ files, unread });
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && FORMS.test(entry.name) && !entry.name.startsWith('~$'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
