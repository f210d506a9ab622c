import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	callFunction,
	projectDir,
	signIn,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

const dataDir = temporaryFolder();
const real = { SUPABASE_DIR: projectDir };
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir, real);
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

const ask = { request: { protocol: 1 } };

test('every demo account of the real project has exactly its role', async () => {
	for (const account of server.firstRun.accounts) {
		const answer = await callFunction(server, 'my_staff', ask, await signIn(server, account));
		expect(await answer.json()).toMatchObject({ roles: [account.role] });
	}
});

test('anonymous callers may not ask for staff', async () => {
	expect((await callFunction(server, 'my_staff', ask)).status).toBe(401);
});

test('a second start changes nothing: same accounts, same catalogue revision', async () => {
	const pull = async () =>
		(await callFunction(server, 'pull_catalogue', { request: { protocol: 1, after: 0 } })).json();
	const before = await pull();
	expect(before.procedures.length).toBeGreaterThan(0);
	await server.end('SIGTERM');
	server = await startProcess(dataDir, real);
	expect(await pull()).toEqual(before);
});

test('no secret key is in the built app', () => {
	const build = resolve(projectDir, '../build');
	if (!existsSync(build)) return;
	const files = readdirSync(build, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	for (const entry of files) {
		const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
		expect([entry.name, /sb_secret_[\w-]{10}/.test(text)]).toEqual([entry.name, false]);
	}
});
