import { request } from 'node:http';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProcess, temporaryFolder, writeBuild, type ServerProcess } from './harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	writeBuild(join(dataDir, 'build'));
	server = await startProcess(dataDir);
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** A request as it is on the wire: no decompression, no redirect followed, the path untouched. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request(
			{
				...new URL(server.url),
				hostname: '127.0.0.1',
				port: new URL(server.url).port,
				path,
				method,
				headers,
				agent: false
			},
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part) => parts.push(part));
				answer.on('end', () =>
					resolve({
						status: answer.statusCode ?? 0,
						headers: answer.headers as Record<string, string>,
						body: Buffer.concat(parts)
					})
				);
			}
		);
		asked.on('error', reject).end();
	});
}

describe('which page answers', () => {
	test.each([
		['/', 200, 'trang đầu'],
		['/thu-tuc/1.001193', 200, 'khai sinh'],
		['/chuan-bi/1.001193', 200, 'khung'],
		['/nop/abc', 200, 'khung'],
		['/ho-so', 200, 'khung'],
		['/ho-so/abc', 200, 'khung'],
		['/tra-cuu?ma=1', 200, 'khung'],
		['/can-bo/hang-cho', 200, 'khung'],
		['/in/phieu/1', 200, 'khung'],
		['/200.html', 200, 'khung'],
		['/khong-co', 404, 'khung'],
		['/thu-tuc/9.999999', 404, 'khung'],
		['/ho-so-khac', 404, 'khung'],
		['/_system/info', 404, 'khung'],
		['/.source-hash', 404, 'khung'],
		['/..%2f..%2ffirst-run.json', 404, 'khung'],
		['//vi-du.test/x', 404, 'khung'],
		['//', 404, 'khung'],
		['///', 404, 'khung'],
		['/_app/immutable/gone.js', 404, 'Không có tệp này']
	])('%s answers %i', async (path, status, words) => {
		const answer = await get(path);
		expect(answer.status).toBe(status);
		expect(answer.body.toString()).toContain(words);
	});

	test('a path that is no text is 400', async () => expect((await get('/%ff')).status).toBe(400));

	test('a slash too many leads to the page, and never to another site', async () => {
		expect((await get('/thu-tuc/1.001193/')).headers.location).toBe('/thu-tuc/1.001193');
		expect((await get('//vi-du.test/')).headers.location).toBe(undefined);
	});

	test('HEAD has the length and no body; other methods are 405', async () => {
		const head = await get('/sw.js', {}, 'HEAD');
		expect(head.status).toBe(200);
		expect(Number(head.headers['content-length'])).toBeGreaterThan(10);
		expect(head.body.length).toBe(0);
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
			expect((await get('/', {}, method)).status).toBe(405);
	});
});

describe('compression and caching', () => {
	const asset = '/_app/immutable/start.js';

	test('a client gets the smallest form it takes, and the same content in each', async () => {
		const plain = await get(asset);
		const gzip = await get(asset, { 'accept-encoding': 'gzip' });
		const br = await get(asset, { 'accept-encoding': 'gzip, deflate, br' });
		const noBr = await get(asset, { 'accept-encoding': 'br;q=0, gzip' });
		expect([plain, gzip, br, noBr].map(({ headers }) => headers['content-encoding'])).toEqual([
			undefined,
			'gzip',
			'br',
			'gzip'
		]);
		expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
		expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
		expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
		expect(br.headers.vary).toBe('accept-encoding');
	});

	test('only immutable names are kept for good', async () => {
		const cached = async (path: string) => (await get(path)).headers['cache-control'];
		expect(await cached(asset)).toBe('public, max-age=31536000, immutable');
		for (const path of ['/', '/200.html', '/sw.js', '/danh-muc.json', '/ho-so'])
			expect([path, await cached(path)]).toEqual([path, 'no-cache']);
		expect(await cached('/cau-hinh.json')).toBe('no-store');
		expect(await cached('/_app/immutable/gone.js')).toBe('no-store');
	});

	test('what has not changed is answered with 304 and nothing else', async () => {
		const { headers } = await get('/danh-muc.json');
		const again = await get('/danh-muc.json', { 'if-none-match': `"other", W/${headers.etag}` });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		expect(again.headers['content-length']).toBe(undefined);
	});
});

describe('security', () => {
	test('every kind of answer carries the same headers', async () => {
		const names = [
			'content-security-policy',
			'cross-origin-opener-policy',
			'permissions-policy',
			'referrer-policy',
			'x-content-type-options',
			'x-frame-options'
		];
		const pick = ({ headers }: Answer) =>
			Object.fromEntries(names.map((name) => [name, headers[name]]));
		const shown = pick(await get('/'));
		expect(shown).toMatchInlineSnapshot(`
			{
			  "content-security-policy": "frame-ancestors 'none'",
			  "cross-origin-opener-policy": "same-origin",
			  "permissions-policy": "camera=(self), accelerometer=(), browsing-topics=(), display-capture=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), publickey-credentials-create=(), publickey-credentials-get=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()",
			  "referrer-policy": "same-origin",
			  "x-content-type-options": "nosniff",
			  "x-frame-options": "DENY",
			}
		`);
		for (const path of [
			'/khong-co',
			'/sw.js',
			'/cau-hinh.json',
			'/rest/v1/members',
			'/_app/immutable/gone.js',
			'/%ff'
		])
			expect([path, pick(await get(path))]).toEqual([path, shown]);
	});

	test('no secret is in what a client gets first', async () => {
		const { jwtSecret, secretKey, accounts } = server.firstRun;
		const settings = await get('/cau-hinh.json');
		expect(JSON.parse(settings.body.toString())).toEqual({
			url: '',
			publishableKey: server.firstRun.publishableKey
		});
		for (const path of [
			'/',
			'/200.html',
			'/sw.js',
			'/cau-hinh.json',
			'/rest/v1/',
			'/auth/v1/settings'
		]) {
			const { headers, body } = await get(path, { apikey: server.firstRun.publishableKey });
			const text = JSON.stringify(headers) + body.toString();
			for (const secret of [jwtSecret, secretKey, ...accounts.map(({ password }) => password)])
				expect(text.includes(secret)).toBe(false);
		}
	});
});
