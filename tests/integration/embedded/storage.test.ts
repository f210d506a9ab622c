import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess, temporaryFolder, type ServerProcess } from './harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir);
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

const open = () =>
	createClient(server.url, server.firstRun.publishableKey, {
		auth: { persistSession: false, autoRefreshToken: false }
	}).storage.from('raw');

function upload(name: string, body: Uint8Array<ArrayBuffer>, type: string): Promise<Response> {
	const { publishableKey } = server.firstRun;
	return fetch(`${server.url}/storage/v1/object/raw/${name}`, {
		method: 'POST',
		headers: {
			apikey: publishableKey,
			authorization: `Bearer ${publishableKey}`,
			'content-type': type
		},
		body
	});
}

function download(name: string): Promise<Response> {
	const { publishableKey } = server.firstRun;
	return fetch(`${server.url}/storage/v1/object/raw/${name}`, {
		headers: { apikey: publishableKey, authorization: `Bearer ${publishableKey}` }
	});
}

test('bytes that went up come down the same, whatever they are', async () => {
	const everyByte = new Uint8Array(1024).map((_, index) => index);
	for (const [name, bytes] of [
		['every-byte', everyByte],
		['one', new Uint8Array([0])],
		['large', new Uint8Array(randomBytes(11 * 1024 * 1024))]
	] as const) {
		const sent = await open().upload(name, bytes, { contentType: 'application/pdf' });
		expect(sent.error).toBe(null);
		const answer = await download(name);
		expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect(answer.headers.get('etag')).toContain(sha256);
	}
});

test('a name that exists is refused and its bytes stay', async () => {
	const first = new Uint8Array([1, 2, 3]);
	expect((await upload('twice', first, 'image/png')).ok).toBe(true);
	const again = await upload('twice', new Uint8Array([9, 9, 9]), 'image/png');
	expect((await again.json()).statusCode).toBe('409');
	expect(new Uint8Array(await (await download('twice')).arrayBuffer())).toEqual(first);
});

test('a file survives SIGKILL right after it was acknowledged', async () => {
	const bytes = new Uint8Array(randomBytes(200_000));
	expect((await upload('kept', bytes, 'image/jpeg')).ok).toBe(true);
	await server.end('SIGKILL');
	server = await startProcess(dataDir);
	expect(Buffer.from(await (await download('kept')).arrayBuffer()).equals(bytes)).toBe(true);
});

test('no name leads out of the folder', async () => {
	const bytes = new Uint8Array([7]);
	for (const name of [
		'../out',
		'%2e%2e/out',
		'..%2F..%2Fout',
		'a/%2e%2e/%2e%2e/out',
		'%00',
		'CON',
		'a'.repeat(300)
	])
		await upload(name, bytes, 'image/png').catch(() => undefined);
	const inFolder = readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' });
	expect(inFolder.every((name) => /^[0-9a-f]{2}([\\/][0-9a-f]{64}(\.json)?)?$/.test(name))).toBe(
		true
	);
	for (const place of [dataDir, join(dataDir, '..')])
		expect(existsSync(join(place, 'out'))).toBe(false);
});

test('what was uploaded never runs in our origin', async () => {
	const cases = [
		['page', 'text/html', 'attachment'],
		['drawing', 'image/svg+xml', 'attachment'],
		['photo', 'image/jpeg', null],
		['scan', 'application/pdf', null]
	] as const;
	for (const [name, type, disposition] of cases) {
		expect((await upload(name, new Uint8Array([60]), type)).ok).toBe(true);
		const answer = await download(name);
		expect([type, answer.headers.get('content-disposition')]).toEqual([type, disposition]);
		expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	}
});

test('more than an object may have is refused with 413', async () => {
	const answer = await upload('huge', new Uint8Array(13 * 1024 * 1024), 'image/jpeg');
	expect(answer.status).toBe(413);
});
