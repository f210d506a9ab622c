import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	callFunction,
	headersFor,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	// Behind a proxy of ours a test chooses its own address.
	server = await startProcess(dataDir, { TRUST_PROXY: '1' });
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

function auth(path: string, address: string, body: object): Promise<Response> {
	return fetch(`${server.url}/auth/v1/${path}`, {
		method: 'POST',
		headers: { ...headersFor(server.firstRun), 'x-forwarded-for': address },
		body: JSON.stringify(body)
	});
}

const guess = (email: string, address: string) =>
	auth('token?grant_type=password', address, { email, password: 'wrong-password' });

describe('guessing passwords', () => {
	test('150 guesses at once hold up nobody', async () => {
		const email = server.firstRun.accounts[0]?.email ?? '';
		await callFunction(server, 'whoami', { echo: 0 });
		let guessing = true;
		const guesses = Promise.all(
			Array.from({ length: 150 }, () => guess(email, '198.51.100.1'))
		).finally(() => (guessing = false));
		let longest = 0;
		while (guessing) {
			const start = performance.now();
			expect((await callFunction(server, 'whoami', { echo: 1 })).status).toBe(200);
			longest = Math.max(longest, performance.now() - start);
		}
		const statuses = (await guesses).map(({ status }) => status);
		const tried = statuses.filter((status) => status === 400).length;
		expect(longest, `milliseconds a citizen waited, ${tried} guesses tried`).toBeLessThan(3_000);
		expect(tried).toBeLessThanOrEqual(20);
		expect(statuses.filter((status) => status === 429).length).toBe(150 - tried);
	});

	test('the 21st try of an address within a minute is refused, whatever it tries', async () => {
		const address = '198.51.100.2';
		const paths = ['token?grant_type=password', 'signup', 'recover', 'otp', 'magiclink', 'verify'];
		for (let tried = 0; tried < 20; tried += 1) {
			const path = paths[tried % paths.length] ?? '';
			const body = { email: `nobody-${tried}@motcua.test`, password: 'x' };
			expect((await auth(path, address, body)).status).not.toBe(429);
		}
		for (const path of [...paths, '%74oken?grant_type=password']) {
			const answer = await auth(path, address, { email: 'nobody@motcua.test', password: 'x' });
			expect([path, answer.status]).toEqual([path, 429]);
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(await answer.json()).toMatchObject({ code: 'over_request_rate_limit' });
		}
		expect((await guess('nobody@motcua.test', '198.51.100.3')).status).toBe(400);
	});

	test('an account is tried ten times a minute, from wherever and however it is written', async () => {
		const { email, password } = server.firstRun.accounts[1] ?? { email: '', password: '' };
		for (let tried = 0; tried < 10; tried += 1) {
			const written = tried % 2 === 0 ? email : ` ${email.toUpperCase()} `;
			expect((await guess(written, `203.0.113.${tried}`)).status).toBe(400);
		}
		const right = await auth('token?grant_type=password', '203.0.113.99', { email, password });
		expect(right.status).toBe(429);
	});

	test('no password is tried past the limit by writing the path in another way', async () => {
		const account = server.firstRun.accounts[3];
		for (const [index, path] of ['%74oken', 'toke%6e', 'token/', '/token'].entries()) {
			const address = `203.0.113.${100 + index}`;
			const answer = await auth(`${path}?grant_type=password`, address, { ...account });
			expect([path, answer.status]).toEqual([path, 404]);
		}
	});

	test('codes by mail, which nobody could ever get here, cannot be asked for nor guessed', async () => {
		const { email } = server.firstRun.accounts[4] ?? { email: '' };
		const asked = [
			['recover', { email }],
			['otp', { email }],
			['magiclink', { email }],
			['resend', { email, type: 'signup' }],
			['verify', { email, type: 'recovery', token: '123456' }],
			['verify', { token_hash: 'a'.repeat(56), type: 'recovery' }],
			['%76erify', { token_hash: 'a'.repeat(56), type: 'recovery' }]
		] as const;
		for (const [index, [path, body]] of asked.entries()) {
			const answer = await auth(path, `203.0.113.${120 + index}`, body);
			expect([path, answer.status]).toEqual([path, 404]);
		}
		const link = await fetch(`${server.url}/auth/v1/verify?type=recovery&token=${'a'.repeat(56)}`, {
			headers: { ...headersFor(server.firstRun), 'x-forwarded-for': '203.0.113.130' },
			redirect: 'manual'
		});
		expect(link.status).toBe(404);
	});

	test('a stolen session guesses the password of its account ten times a minute, from wherever', async () => {
		const account = server.firstRun.accounts[5];
		if (!account) throw new Error('no sixth account');
		const { access_token } = await (
			await auth('token?grant_type=password', '203.0.113.140', account)
		).json();
		const put = async (token: string, address: string) =>
			fetch(`${server.url}/auth/v1/user`, {
				method: 'PUT',
				headers: { ...headersFor(server.firstRun, token), 'x-forwarded-for': address },
				// Too short to be kept: only the answer tells something.
				body: JSON.stringify({ password: 'short' })
			});
		const [head, claims] = access_token.split('.');
		for (let tried = 0; tried < 12; tried += 1)
			await put(`${head}.${claims}.${'x'.repeat(43)}`, `203.0.113.${160 + tried}`);
		for (let tried = 0; tried < 10; tried += 1)
			expect((await put(access_token, `203.0.113.${180 + tried}`)).status).toBe(422);
		expect((await put(access_token, '203.0.113.190')).status).toBe(429);
	});

	test('one address opens five new accounts a minute', async () => {
		const open = (number: number, address: string) =>
			auth('signup', address, { email: `new-${number}@motcua.test`, password: 'mat-khau-dai' });
		for (let opened = 0; opened < 5; opened += 1)
			expect((await open(opened, '203.0.113.150')).status).toBe(200);
		expect((await open(5, '203.0.113.150')).status).toBe(429);
		expect((await open(6, '203.0.113.151')).status).toBe(200);
	});

	test('addresses of one IPv6 network count as one', async () => {
		for (let tried = 0; tried < 20; tried += 1)
			await guess(`six-${tried}@motcua.test`, `2001:db8:0:7::${tried.toString(16)}`);
		expect((await guess('six@motcua.test', '2001:0db8::7:1:2:3:4')).status).toBe(429);
		expect((await guess('six@motcua.test', '2001:db8:0:8::1')).status).toBe(400);
	});

	test('a session is renewed however often its address tried', async () => {
		const { email, password } = server.firstRun.accounts[2] ?? { email: '', password: '' };
		const address = '198.51.100.4';
		let session = await (
			await auth('token?grant_type=password', address, { email, password })
		).json();
		for (let tried = 0; tried < 25; tried += 1) {
			const renewed = await auth('token?grant_type=refresh_token', address, {
				refresh_token: session.refresh_token
			});
			expect([tried, renewed.status]).toEqual([tried, 200]);
			session = await renewed.json();
		}
	});
});

describe('a body nobody asked for', () => {
	/** Sends a head that announces a body, and nothing of the body; gives the first line of the answer. */
	async function announce(path: string, headers: string[]): Promise<string> {
		const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
		await once(socket, 'connect');
		const head = [`POST ${path} HTTP/1.1`, 'Host: x', 'Content-Length: 1000', ...headers];
		socket.write(`${head.join('\r\n')}\r\n\r\n`);
		const [part] = await Promise.race([once(socket, 'data'), pause(3_000, ['no answer'])]);
		socket.destroy();
		return String(part).split('\r\n')[0] ?? '';
	}

	test.each(['/rest/v1/rpc/whoami', '/auth/v1/signup', '/storage/v1/object/raw/x'])(
		'%s without a key of ours, or with a forged token, is refused before it is sent',
		async (path) => {
			const refused = 'HTTP/1.1 401 Unauthorized';
			expect(await announce(path, [])).toBe(refused);
			expect(await announce(path, ['apikey: sb_publishable_of-somebody-else'])).toBe(refused);
			const forged = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from(
				'{"role":"postgres"}'
			).toString('base64url')}.x`;
			const ours = `apikey: ${server.firstRun.publishableKey}`;
			expect(await announce(path, [ours, `authorization: Bearer ${forged}`])).toBe(refused);
		}
	);

	test('a key in the address counts as one in a header', async () => {
		const { publishableKey } = server.firstRun;
		const answer = await fetch(`${server.url}/rest/v1/rpc/whoami?apikey=${publishableKey}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{}'
		});
		expect(answer.status).toBe(200);
	});
});

describe('requests that no client sends', () => {
	test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s is 405', async (method) => {
		const { port } = new URL(server.url);
		const headers = { ...headersFor(server.firstRun) };
		const asked = request({ port, host: '127.0.0.1', path: '/rest/v1/members', method, headers });
		asked.end();
		const [answer] = await once(asked, 'response');
		answer.resume();
		expect(answer.statusCode).toBe(405);
		expect(answer.headers.allow).toContain('GET, HEAD, POST');
		expect(server.output()).not.toContain('Lỗi trong máy chủ');
	});

	const send = (path: string, body: string, contentType = 'application/json') =>
		fetch(server.url + path, {
			method: 'POST',
			headers: { ...headersFor(server.firstRun), 'content-type': contentType },
			body
		});
	const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

	test('JSON of 20,000 levels is 400 on each API', async () => {
		for (const path of ['/rest/v1/rpc/accept_invitation', '/auth/v1/signup'])
			for (const body of [
				`{"request":${nested(20_000)}}`,
				` \n${nested(20_000)}`,
				'{"a":'.repeat(20_000),
				`{"\\"":"\\\\","request":${nested(65)}}`
			]) {
				const answer = await send(path, body);
				expect([path, answer.status, await answer.json()]).toMatchObject([
					path,
					400,
					{ message: 'json-too-deep' }
				]);
			}
	});

	test('a query of 600 levels is 400, one of 40 is for the backend to judge', async () => {
		const ask = async (levels: number) => {
			const or = `(${'and('.repeat(levels - 1)}role.eq.1${')'.repeat(levels)}`;
			const answer = await fetch(`${server.url}/rest/v1/members?or=${or}`, {
				headers: headersFor(server.firstRun)
			});
			return [answer.status, await answer.json()];
		};
		expect(await ask(600)).toMatchObject([400, { message: 'query-too-deep' }]);
		expect(await ask(40)).toEqual([200, []]);
	});

	test('a filter by a pattern is 400, however it is written; the word itself is like any other', async () => {
		const ask = async (query: string) => {
			const answer = await fetch(`${server.url}/rest/v1/members?${query}`, {
				headers: headersFor(server.firstRun)
			});
			return [query, answer.status, await answer.json()];
		};
		for (const query of [
			'role=match.a',
			'role=imatch.a',
			'role=not.match.a',
			'role=match(any).%7Ba,b%7D',
			'or=(role.eq.a,role.imatch.a)',
			'and=(or(role.not.match(all).%7Ba%7D,role.eq.b))'
		])
			expect(await ask(query)).toMatchObject([query, 400, { message: 'query-pattern' }]);
		for (const query of ['role=eq.match', 'role=in.(match,imatch)', 'role=ilike.*rematch.*'])
			expect(await ask(query)).toEqual([query, 200, []]);
	});

	test('JSON of 60 levels, and brackets inside a text, are JSON like any other', async () => {
		const text = JSON.stringify({ request: { code: `"${nested(200)}\\` } });
		for (const body of [text, `{"request":${nested(60)}}`]) {
			const answer = await send('/rest/v1/rpc/accept_invitation', body);
			expect(await answer.json()).toMatchObject({ message: 'invitation-unknown' });
		}
	});

	test('the server still answers', async () =>
		expect((await callFunction(server, 'whoami', { echo: 2 })).status).toBe(200));
});
