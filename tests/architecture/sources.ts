import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the house: its path from the top folder, with slashes, and its text. */
export type SourceFile = { path: string; text: string };

const FOLDERS = ['src', 'supabase', 'tests'];
const CODE = /\.(ts|js|svelte|sql|css)$/;

/** Every code file under src, supabase and tests. */
export function readSources(): SourceFile[] {
	return FOLDERS.flatMap((folder) => walk(folder))
		.filter((path) => CODE.test(path))
		.sort()
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function walk(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name).replaceAll('\\', '/');
		return entry.isDirectory() ? walk(path) : [path];
	});
}
