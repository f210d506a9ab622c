import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFileAtomically } from './atomicFile.ts';
import { tryLock } from './ownership.ts';
import { StartError } from './StartError.ts';

const sources = [
	'src',
	'static',
	'supabase/catalogue',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
const hashFile = '.source-hash';

/**
 * Builds the app when there is no build or the sources differ from what it was built from. One process builds at a
 * time; another waits and takes the result. Throws StartError when the build fails.
 */
export async function ensureBuild(root: string, log: (line: string) => void): Promise<void> {
	if (isFresh(root)) return;
	const lockFolder = join(root, 'node_modules/.cache/mot-cua');
	mkdirSync(lockFolder, { recursive: true });
	let lock = tryLock(join(lockFolder, 'build.lock.sqlite'));
	if (!lock) log('Một tiến trình khác đang dựng ứng dụng, xin chờ…');
	while (!lock) {
		await wait(500);
		lock = tryLock(join(lockFolder, 'build.lock.sqlite'));
	}
	try {
		if (isFresh(root)) return;
		log('Đang dựng ứng dụng (khoảng một phút)…');
		// Taken before: sources that change meanwhile make the build stale, not wrongly fresh.
		const hash = sourceHash(root);
		await runVite(root);
		writeFileAtomically(join(root, 'build', hashFile), `${hash}\n`, 0o644);
	} finally {
		lock.close();
	}
}

function isFresh(root: string): boolean {
	const path = join(root, 'build', hashFile);
	return existsSync(path) && readFileSync(path, 'utf8').trim() === sourceHash(root);
}

/** SHA-256 over names and contents of everything the build reads. */
function sourceHash(root: string): string {
	const hash = createHash('sha256');
	for (const source of sources)
		for (const file of filesUnder(join(root, source))) {
			const bytes = readFileSync(file);
			hash.update(`${file.slice(root.length)}\0${bytes.length}\0`).update(bytes);
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

function runVite(root: string): Promise<void> {
	// The build needs no database and must not be able to write its address into a file.
	const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
	delete environment.DATABASE_URL;
	return new Promise((resolve, reject) => {
		const vite = spawn(
			process.execPath,
			[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
			{
				cwd: root,
				env: environment,
				stdio: ['ignore', 'pipe', 'pipe']
			}
		);
		let output = '';
		const keep = (part: Buffer) => (output = (output + part.toString()).slice(-4_000));
		vite.stdout.on('data', keep);
		vite.stderr.on('data', keep);
		const failed = (reason: string) =>
			reject(new StartError(`Không dựng được ứng dụng (${reason}).\n${output.trim()}`));
		vite.on('error', (cause) => failed(cause.message));
		vite.on('close', (code) => (code === 0 ? resolve() : failed(`vite build: mã ${code}`)));
	});
}
