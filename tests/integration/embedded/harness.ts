import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** The project the server starts in most tests; `projectDir` is the real one. */
export const fixtureDir = join(import.meta.dirname, 'fixture');
export const projectDir = join(root, 'supabase');

/** One account of first-run.json. */
export type Account = { role: string; email: string; password: string; ready: boolean };

/** What a first run wrote down. */
export type FirstRunNote = {
	jwtSecret: string;
	publishableKey: string;
	secretKey: string;
	accounts: Account[];
};

/** A temporary folder that the caller removes. */
export function temporaryFolder(): string {
	return mkdtempSync(join(tmpdir(), 'mot-cua-'));
}

/** A temporary folder that is removed when the current test ends. */
export function folderOfTest(): string {
	const folder = temporaryFolder();
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}

/** A copy of the fixture project that a test may change. */
export function copyOfFixture(): string {
	const folder = join(folderOfTest(), 'supabase');
	cpSync(fixtureDir, folder, { recursive: true });
	return folder;
}

/** A built app of a few files, enough to see how they are served. */
export function writeBuild(folder: string): string {
	const files: Record<string, string> = {
		'200.html': `<!doctype html><title>khung</title>${'<p>khung</p>'.repeat(100)}`,
		'index.html': '<!doctype html><title>trang đầu</title>',
		'thu-tuc/1.001193.html': '<!doctype html><title>khai sinh</title>',
		'sw.js': 'self.addEventListener("install", () => {});',
		'_app/immutable/start.js': `export const words = ${JSON.stringify('lời '.repeat(400))};`,
		'danh-muc.json': '{"revision":1}',
		'.source-hash': 'not for anybody'
	};
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	return folder;
}

/** A server in a process of its own. */
export interface ServerProcess {
	child: ChildProcess;
	url: string;
	firstRun: FirstRunNote;
	/** Everything it printed so far. */
	output(): string;
	/** Sends the signal and resolves with the exit code (null after SIGKILL). */
	end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Environment of a server that must not touch the repository's own data, build or database. */
function environment(dataDir: string, extra: Record<string, string> = {}) {
	return {
		...process.env,
		// The test runner sets this; the package behaves differently under it.
		NODE_ENV: 'production',
		// Empty, not absent: a developer's own .env file fills in what is absent.
		DATABASE_URL: '',
		TRUST_PROXY: '',
		DATA_DIR: dataDir,
		PORT: '0',
		HOST: '127.0.0.1',
		BUILD: 'skip',
		BUILD_DIR: join(dataDir, 'build'),
		SUPABASE_DIR: fixtureDir,
		...extra
	};
}

/** Starts `npm start`'s own process without waiting for it. */
export function spawnStart(dataDir: string, extra: Record<string, string> = {}) {
	const child = spawn(process.execPath, [join(root, 'supabase/embedded/start.ts')], {
		cwd: root,
		env: environment(dataDir, extra),
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	const changed = new EventTarget();
	const keep = (part: Buffer) => {
		printed += part.toString();
		changed.dispatchEvent(new Event('change'));
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const exited = once(child, 'close').then(([code]): number | null => code);
	return { child, exited, output: () => printed, changed };
}

/** Starts the server and resolves when it says it is ready; rejects with its words when it ends before. */
export async function startProcess(
	dataDir: string,
	extra: Record<string, string> = {}
): Promise<ServerProcess> {
	const { child, exited, output, changed } = spawnStart(dataDir, extra);
	const url = await new Promise<string>((settle, reject) => {
		changed.addEventListener('change', () => {
			const found = /^ready (\S+)$/m.exec(output())?.[1];
			if (found) settle(found);
		});
		void exited.then((code) => reject(new Error(`ended with ${code}: ${output()}`)));
	});
	return {
		child,
		url,
		firstRun: readFirstRun(dataDir),
		output,
		end(signal) {
			child.kill(signal);
			return exited;
		}
	};
}

/** Starts a server for one test; it is killed and its folder removed afterwards. */
export async function serverOfTest(dataDir: string, extra: Record<string, string> = {}) {
	const server = await startProcess(dataDir, extra);
	onTestFinished(async () => void (await server.end('SIGKILL')));
	return server;
}

export function readFirstRun(dataDir: string): FirstRunNote {
	return JSON.parse(readFileSync(join(dataDir, 'first-run.json'), 'utf8'));
}

/** Calls a function of the API with the publishable key and, when given, somebody's access token. */
export function callFunction(
	server: Pick<ServerProcess, 'url' | 'firstRun'>,
	name: string,
	body: unknown = {},
	token?: string
): Promise<Response> {
	return fetch(`${server.url}/rest/v1/rpc/${name}`, {
		method: 'POST',
		headers: headersFor(server.firstRun, token),
		body: JSON.stringify(body)
	});
}

/** The headers supabase-js sends. */
export function headersFor(firstRun: FirstRunNote, token?: string): Record<string, string> {
	return {
		'content-type': 'application/json',
		apikey: firstRun.publishableKey,
		authorization: `Bearer ${token ?? firstRun.publishableKey}`
	};
}

/** Signs an account in and gives its access token. */
export async function signIn(
	server: Pick<ServerProcess, 'url' | 'firstRun'>,
	account: Account
): Promise<string> {
	const answer = await fetch(`${server.url}/auth/v1/token?grant_type=password`, {
		method: 'POST',
		headers: headersFor(server.firstRun),
		body: JSON.stringify({ email: account.email, password: account.password })
	});
	const { access_token } = (await answer.json()) as { access_token: string };
	return access_token;
}

/** The middle of some numbers. */
export function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
