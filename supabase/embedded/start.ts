import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMessengers } from '../worker/notices/readMessengers.ts';
import { muteBackendConsole } from './backendLog.ts';
import { authoredBuild, ensureBuild } from './build.ts';
import type { DemoAccount } from './firstRun.ts';
import { keepRunning } from './keepRunning.ts';
import type { RunningServer, ServerOptions } from './server.ts';
import { StartError } from './StartError.ts';

const root = resolve(import.meta.dirname, '../..');
const envFile = join(root, '.env');
// What the shell already set stays; the file only fills in.
if (existsSync(envFile)) process.loadEnvFile(envFile);
const { env } = process;
const dataDir = resolve(env.DATA_DIR || join(root, '.data'));

/** An answer that takes longer to finish than this is abandoned: what was acknowledged is on disk. */
const stopMilliseconds = 9_000;

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function readPort(): number {
	const port = Number(env.PORT || 3000);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new StartError('PORT phải là một số từ 0 đến 65535 (0: máy tự chọn cổng trống).');
}

function describe(accounts: DemoAccount[]): string {
	const lines = accounts.map(
		({ role, email, password }) => `  ${role.padEnd(10)}${email.padEnd(24)}${password}`
	);
	return [
		'',
		'Tài khoản dùng thử (chỉ in một lần này):',
		...lines,
		`Bản lưu, chỉ mình bạn đọc được: ${join(dataDir, 'first-run.json')}`,
		''
	].join('\n');
}

function stopOnSignals(server: Pick<RunningServer, 'stop'>): void {
	const stop = () => {
		say('Đang dừng…');
		setTimeout(() => process.exit(0), stopMilliseconds).unref();
		server.stop().then(
			() => process.exit(0),
			(cause: unknown) => fail(cause)
		);
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

function fail(cause: unknown): never {
	const words =
		cause instanceof StartError ? cause.message : `Lỗi không lường trước:\n${describeFault(cause)}`;
	process.stderr.write(`${words}\n`);
	process.exit(1);
}

function describeFault(cause: unknown): string {
	return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** A browser keeps a web app for offline use from this machine itself or over https only. */
function warnOfPlainHttp(host: string): void {
	if (/^(127\.|localhost$|::1$)/.test(host) || env.TRUST_PROXY === '1') return;
	say('Lưu ý: điện thoại chỉ dùng được khi mất mạng nếu mở ứng dụng qua địa chỉ https.');
}

/** Whether pages follow what the office publishes; who brings a build of their own may still ask for it (PAGES=live). */
const isLive = (env.PAGES || (env.BUILD === 'skip' ? 'fixed' : 'live')) === 'live';

/** The site of what the office has published, beside its data. */
async function buildPages(catalogue: string): Promise<string> {
	const output = join(dataDir, 'pages', 'site');
	await ensureBuild({ root, catalogue, output }, say);
	return output;
}

muteBackendConsole(say);
try {
	const host = env.HOST || '127.0.0.1';
	const { messengers, lines } = readMessengers(env);
	const options: ServerOptions = {
		dataDir,
		port: readPort(),
		host,
		databaseUrl: env.DATABASE_URL || undefined,
		supabaseDir: env.SUPABASE_DIR || join(root, 'supabase'),
		buildDir: env.BUILD_DIR || join(root, 'build'),
		prepareBuild: env.BUILD === 'skip' ? undefined : () => ensureBuild(authoredBuild(root), say),
		buildPages: isLive ? buildPages : undefined,
		trustProxy: env.TRUST_PROXY === '1',
		messengers,
		log: say
	};
	const server = await keepRunning(options, fail);
	stopOnSignals(server);
	warnOfPlainHttp(host);
	for (const line of lines) say(line);
	if (server.firstRun) say(describe(server.accounts));
	say(`ready ${server.url}`);
} catch (cause) {
	fail(cause);
}
