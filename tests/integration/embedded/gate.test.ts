import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	callFunction,
	folderOfTest,
	headersFor,
	serverOfTest,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir);
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

function token(header: object, claims: object, secret: string): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const signed = `${part(header)}.${part(claims)}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

describe('keys', () => {
	test.each(['/rest/v1/members', '/rest/v1/rpc/whoami', '/auth/v1/user'])(
		'%s without a key is 401',
		async (path) => expect((await fetch(server.url + path)).status).toBe(401)
	);

	test('storage without a key sees nothing', async () => {
		const listed = await fetch(`${server.url}/storage/v1/bucket`);
		expect(listed.status === 401 || (await listed.text()) === '[]').toBe(true);
		const sent = await fetch(`${server.url}/storage/v1/object/closed/x`, {
			method: 'POST',
			body: 'x'
		});
		expect(sent.ok).toBe(false);
	});

	test('the service key works on this machine only, and not through a proxy', async () => {
		const headers = { apikey: server.firstRun.secretKey };
		const path = `${server.url}/rest/v1/members?select=role`;
		expect((await fetch(path, { headers })).status).not.toBe(401);
		for (const name of ['x-forwarded-for', 'forwarded', 'cf-connecting-ip', 'x-real-ip']) {
			const answer = await fetch(path, { headers: { ...headers, [name]: '127.0.0.1' } });
			expect(answer.status).toBe(401);
			expect(await answer.json()).toMatchObject({ message: 'secret-key-not-here' });
		}
	});
});

describe('tokens', () => {
	const hs256 = { alg: 'HS256', typ: 'JWT' };
	const exp = Math.floor(Date.now() / 1000) + 600;
	const sub = '00000000-0000-4000-8000-000000000001';
	const forged = (): [string, string][] => {
		const { jwtSecret } = server.firstRun;
		const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
		return [
			['postgres, rightly signed', token(hs256, { role: 'postgres', sub, exp }, jwtSecret)],
			['service_role, rightly signed', token(hs256, { role: 'service_role', sub, exp }, jwtSecret)],
			['postgres, wrongly signed', token(hs256, { role: 'postgres', sub, exp }, 'x'.repeat(32))],
			[
				'authenticated, wrongly signed',
				token(hs256, { role: 'authenticated', sub, exp }, 'x'.repeat(32))
			],
			['no role', token(hs256, { sub, exp }, jwtSecret)],
			['role as a list', token(hs256, { role: ['anon'], sub, exp }, jwtSecret)],
			[
				'alg none',
				`${unsigned}.${Buffer.from(JSON.stringify({ role: 'postgres' })).toString('base64url')}.`
			],
			['alg none, signed', token({ alg: 'none' }, { role: 'authenticated', sub, exp }, jwtSecret)],
			['expired', token(hs256, { role: 'authenticated', sub, exp: 1 }, jwtSecret)],
			['no token at all', 'abc']
		];
	};

	test('every forged token is 401, on each of the three APIs', async () => {
		for (const [name, value] of forged())
			for (const path of ['/rest/v1/rpc/whoami', '/auth/v1/user', '/storage/v1/object/list/raw']) {
				const isList = path.includes('/list/');
				const answer = await fetch(server.url + path, {
					method: isList ? 'POST' : 'GET',
					headers: headersFor(server.firstRun, value),
					body: isList ? '{"prefix":""}' : undefined
				});
				const status = isList ? ((await answer.json()).statusCode ?? answer.status) : answer.status;
				expect([name, path, Number(status)]).toEqual([name, path, expect.toBeOneOf([401, 403])]);
			}
	});

	test('another scheme than Bearer is 401', async () => {
		const headers = { ...headersFor(server.firstRun), authorization: 'Basic YTpi' };
		expect((await fetch(`${server.url}/rest/v1/rpc/whoami`, { headers })).status).toBe(401);
	});
});

describe('addresses', () => {
	const spoofed = {
		'x-forwarded-for': '203.0.113.9, 198.51.100.7',
		'x-real-ip': '203.0.113.9',
		forwarded: 'for=203.0.113.9',
		'cf-connecting-ip': '203.0.113.9'
	};
	const seen = async (at: ServerProcess) => {
		const answer = await fetch(`${at.url}/rest/v1/rpc/seen_headers`, {
			method: 'POST',
			headers: { ...headersFor(at.firstRun), ...spoofed },
			body: '{}'
		});
		return answer.json();
	};

	test("a client's own forwarding headers never reach SQL", async () => {
		const headers = await seen(server);
		expect(JSON.stringify(headers)).not.toContain('203.0.113.9');
		expect(headers['x-forwarded-for']).toBe('127.0.0.1');
	});

	test('behind a trusted proxy the last hop counts, and only that', async () => {
		const behind = await serverOfTest(folderOfTest(), { TRUST_PROXY: '1' });
		const headers = await seen(behind);
		expect(headers['x-forwarded-for']).toBe('198.51.100.7');
		expect(JSON.stringify(headers)).not.toContain('203.0.113.9');
	});
});

describe('privileges', () => {
	const readUnshown = (at: ServerProcess) =>
		fetch(`${at.url}/rest/v1/unshown`, { headers: headersFor(at.firstRun) });

	test('a table that grants nothing is refused, after a restart and a killed start too', async () => {
		expect((await readUnshown(server)).status).toBe(401);
		await server.end('SIGKILL');
		server = await startProcess(dataDir);
		const answer = await readUnshown(server);
		expect(answer.status).toBe(401);
		expect(await answer.json()).toMatchObject({ code: '42501' });
	});

	test('schemas beside public are not exposed, nor is the system API', async () => {
		for (const schema of ['app', 'auth', 'storage', 'app_migrations']) {
			const headers = { ...headersFor(server.firstRun), 'accept-profile': schema };
			expect((await fetch(`${server.url}/rest/v1/jobs`, { headers })).status).toBe(406);
		}
		for (const path of [
			'/_system/info',
			'/rest/v1/../../_system/info',
			'/rest/v1/%2e%2e/%2e%2e/_system/info'
		])
			expect((await fetch(server.url + path)).headers.get('content-type')).not.toContain('json');
	});

	test('errors are JSON without a stack and without the values given', async () => {
		const answer = await callFunction(server, 'keep_number', { n: 'bí mật 079123456789' });
		const text = await answer.text();
		expect(answer.headers.get('content-type')).toContain('application/json');
		expect(text).not.toMatch(/\bat .*:\d+/);
		expect(server.output()).not.toContain('079123456789');
	});
});
