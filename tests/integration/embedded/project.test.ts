import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	callFunction,
	headersFor,
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

/** Opens a submission that declares one file of five bytes; gives the name of that file without its attempt. */
async function declareFiveBytes(): Promise<string> {
	const [id, fileId] = [randomUUID(), randomUUID()];
	const applicant = {
		fullName: 'Hoàng Văn Thụ',
		phone: '0987654321',
		citizenId: '079088123456',
		address: 'Thôn Trung, xã Bến Đò'
	};
	const payload = {
		procedureCode: '1.001193',
		contentHash: '1'.repeat(64),
		answers: {},
		form: {},
		applicant,
		subject: 'Hoàng Thị Mơ',
		papers: [{ requirementId: 'giay-chung-sinh', state: 'ready', files: [fileId] }]
	};
	const hash = createHash('sha256').update('hello').digest('hex');
	const file = {
		fileId,
		requirementId: 'giay-chung-sinh',
		sha256: hash,
		size: 5,
		type: 'image/jpeg'
	};
	const answer = await callFunction(server, 'open_submission', {
		request: { protocol: 1, id, secretHash: hash, payload, files: [file] }
	});
	expect(await answer.json()).toMatchObject({ state: 'open', missing: [fileId] });
	return `${id}/${fileId}`;
}

function store(method: string, path: string, body: string, type = 'image/jpeg') {
	return fetch(`${server.url}/storage/v1/object/${path}`, {
		method,
		headers: { ...headersFor(server.firstRun), 'content-type': type },
		body
	});
}

const storedFiles = () =>
	readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	).length;

test('a declared file is stored in its declared size only, however its address is written', async () => {
	const name = await declareFiveBytes();
	const before = storedFiles();
	const many = 'x'.repeat(1024 * 1024);
	const escaped = name.replace('-', '%2D');
	for (const [method, path] of [
		['POST', `dossier-files/${name}/1`],
		['PUT', `dossier-files/${name}/2`],
		['POST', `dossier%2Dfiles/${name}/3`],
		['POST', `dossier-files/${escaped}/4`],
		['POST', `dossier-files/${name.replace('/', '%2F')}%2F5`],
		['POST', `dossier-files/${escaped.replace('%', '%25')}/5`]
	] as const)
		expect([path, (await store(method, path, many)).status]).toEqual([path, 400]);
	const short = await store('POST', `dossier-files/${name}/1`, 'four');
	expect(await short.json()).toMatchObject({ message: 'size-differs' });
	expect(storedFiles()).toBe(before);
	expect((await store('POST', `dossier-files/${name}/1`, 'hello')).status).toBe(200);
	expect(storedFiles()).toBe(before + 2);
});

test('an upload by a signed address is stored in its declared size only', async () => {
	const name = await declareFiveBytes();
	const before = storedFiles();
	const signed = await store('POST', `upload/sign/dossier-files/${name}/1`, '');
	const { token } = await signed.json();
	const put = `upload/sign/dossier-files/${name}/1?token=${token}`;
	const refused = await store('PUT', put, 'x'.repeat(100_000));
	expect(await refused.json()).toMatchObject({ message: 'size-differs' });
	expect(storedFiles()).toBe(before);
	expect((await store('PUT', put, 'hello')).status).toBe(200);
});

test('a file nobody declared is for the policy to refuse', async () => {
	const name = `${randomUUID()}/${randomUUID()}`;
	const answer = await store('POST', `dossier-files/${name}/1`, 'hello');
	expect((await answer.json()).statusCode).toBe('403');
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
