import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the app is made of. What the office posts is not among it: publishing a procedure makes no new app. */
const APP = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/** The authored catalogue, which a build reads too. */
export const AUTHORED_CATALOGUE = 'supabase/catalogue';

/** SHA-256 (hex) over names and contents of the app's sources in `root`. */
export function appVersion(root: string): string {
	return hashOf(
		APP.map((source) => join(root, source)),
		root
	);
}

/** SHA-256 (hex) over everything a build reads: the app's sources, a catalogue, and where the site is to stand. */
export function buildHash(root: string, catalogue: string): string {
	const files = hashOf([...APP.map((source) => join(root, source)), catalogue], root);
	return createHash('sha256')
		.update(`${files} ${process.env.SITE_URL ?? ''}`)
		.digest('hex');
}

function hashOf(paths: readonly string[], root: string): string {
	const hash = createHash('sha256');
	for (const path of paths)
		for (const file of filesUnder(path)) {
			const bytes = readFileSync(file);
			const name = file.startsWith(root) ? file.slice(root.length) : file.slice(path.length);
			hash.update(`${name}\0${bytes.length}\0`).update(bytes);
		}
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
