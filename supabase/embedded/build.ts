import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFileAtomically } from './atomicFile.ts';
import { tryLock } from './ownership.ts';
import { AUTHORED_CATALOGUE, buildHash } from './sourceHash.ts';
import { StartError } from './StartError.ts';

const hashFile = '.source-hash';

/** What to build: the app's folder, the catalogue whose pages it shows, and where the site goes. */
export type BuildJob = { root: string; catalogue: string; output: string };

/** The app with the authored catalogue, as `npm start` serves it first. */
export function authoredBuild(root: string): BuildJob {
	return { root, catalogue: join(root, AUTHORED_CATALOGUE), output: join(root, 'build') };
}

/**
 * Builds the site when there is none or the sources differ from what it was built from. One process builds at a time;
 * another waits and takes the result. Throws StartError when the build fails: what was there stays.
 */
export async function ensureBuild(job: BuildJob, log: (line: string) => void): Promise<void> {
	if (isFresh(job)) return;
	const lockFolder = join(job.root, 'node_modules/.cache/mot-cua');
	mkdirSync(lockFolder, { recursive: true });
	let lock = tryLock(join(lockFolder, 'build.lock.sqlite'));
	if (!lock) log('Một tiến trình khác đang dựng ứng dụng, xin chờ…');
	while (!lock) {
		await wait(500);
		lock = tryLock(join(lockFolder, 'build.lock.sqlite'));
	}
	try {
		if (isFresh(job)) return;
		log('Đang dựng ứng dụng (khoảng một phút)…');
		// Taken before: sources that change meanwhile make the build stale, not wrongly fresh.
		const hash = buildHash(job.root, job.catalogue);
		for (const line of leftOut(await runVite(job))) log(line);
		writeFileAtomically(join(job.output, hashFile), `${hash}\n`, 0o644);
	} finally {
		lock.close();
	}
}

/** Whether the site is what a build of today's sources would make. */
function isFresh({ root, catalogue, output }: BuildJob): boolean {
	const path = join(output, hashFile);
	return existsSync(path) && readFileSync(path, 'utf8').trim() === buildHash(root, catalogue);
}

/** What `shippedCatalogue.ts` said of procedures without a page, each once: the rest of what a build says is for developers. */
function leftOut(said: string): Set<string> {
	return new Set(said.match(/^Không dựng trang của .*$/gm));
}

/** Gives what the build said. */
function runVite({ root, catalogue, output }: BuildJob): Promise<string> {
	// The build needs no database and must not be able to write its address into a file.
	const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
	delete environment.DATABASE_URL;
	if (catalogue !== join(root, AUTHORED_CATALOGUE)) {
		environment.CATALOGUE_DIR = catalogue;
		environment.SITE_DIR = output;
		// The folder of the authored build is what `npm run size` looks at.
		environment.KIT_DIR = 'node_modules/.cache/mot-cua/kit';
	}
	rmSync(join(output, hashFile), { force: true });
	return new Promise((resolve, reject) => {
		const vite = spawn(
			process.execPath,
			[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
			{ cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }
		);
		let said = '';
		const keep = (part: string) => (said += part);
		vite.stdout.setEncoding('utf8').on('data', keep);
		vite.stderr.setEncoding('utf8').on('data', keep);
		const failed = (reason: string) =>
			reject(new StartError(`Không dựng được ứng dụng (${reason}).\n${said.slice(-4_000).trim()}`));
		vite.on('error', (cause) => failed(cause.message));
		vite.on('close', (code) => (code === 0 ? resolve(said) : failed(`vite build: mã ${code}`)));
	});
}
