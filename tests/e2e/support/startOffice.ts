import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
/** The first start may have to build the app. */
const longestStart = 240_000;

/**
 * Starts what `npm start` starts, on a free port with an empty data folder, before the first test. Tells the tests where
 * by E2E_URL and E2E_DATA_DIR. Gives the function that stops it after the last test and removes the folder; throws with
 * the server's own words when it does not get ready.
 */
export default async function startOffice(): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-e2e-'));
	const { NODE_ENV: _, ...inherited } = process.env;
	const server = spawn(process.execPath, [join(root, 'supabase/embedded/start.ts')], {
		cwd: root,
		// Empty, not absent: a developer's own .env file fills in what is absent.
		env: {
			...inherited,
			DATABASE_URL: '',
			TRUST_PROXY: '',
			SMTP_URL: '',
			MAIL_FROM: '',
			// Half a minute of building would stand in the way of the tests; tests/integration/embedded/pages.test.ts looks at it.
			PAGES: 'fixed',
			DATA_DIR: dataDir,
			PORT: '0',
			HOST: '127.0.0.1'
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const stop = async () => {
		if (server.exitCode === null && server.signalCode === null) {
			const exited = once(server, 'exit');
			server.kill('SIGTERM');
			await exited;
		}
		rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		process.env.E2E_URL = await readyAddress(server);
		process.env.E2E_DATA_DIR = dataDir;
		return stop;
	} catch (cause) {
		await stop();
		throw cause;
	}
}

function readyAddress(server: ChildProcess): Promise<string> {
	let printed = '';
	return new Promise((settle, reject) => {
		const fail = (why: string) => reject(new Error(`The server ${why}:\n${printed}`));
		const timer = setTimeout(() => fail('was not ready in time'), longestStart);
		const read = (part: Buffer) => {
			printed += part.toString();
			const address = /^ready (\S+)$/m.exec(printed)?.[1];
			if (!address) return;
			clearTimeout(timer);
			settle(address);
		};
		server.stdout?.on('data', read);
		server.stderr?.on('data', read);
		server.once('error', (cause) => fail(cause.message));
		server.once('exit', () => {
			clearTimeout(timer);
			fail('ended before it was ready');
		});
	});
}
