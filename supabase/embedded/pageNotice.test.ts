import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { noticeStylePath, withPageNotice } from './pageNotice.ts';
import { findPageNotice, readSimulated, writeSimulated, type Simulated } from './simulated.ts';
import { StartError } from './StartError.ts';
import { loadStaticFiles } from './staticFiles.ts';

const words = 'Dữ liệu mô phỏng – không phải hồ sơ thật';
const page = `<!doctype html><html lang="vi"><head><title>Trang</title></head><body data-x="y"><div class="app">${'lời '.repeat(200)}</div></body></html>`;
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pages with a notice', () => {
	beforeEach(() => {
		for (const name of ['index.html', '200.html', 'thong-ke.html']) {
			writeFileSync(join(folder, name), page);
			writeFileSync(join(folder, `${name}.br`), brotliCompressSync(page));
		}
		writeFileSync(join(folder, 'app.js'), page);
	});
	const ask = (path: string, acceptEncoding: string, notice?: string) =>
		loadStaticFiles(folder, notice)({ path, acceptEncoding, ifNoneMatch: '' });
	const read = { '': (body: Uint8Array) => body, br: brotliDecompressSync, gzip: gunzipSync };

	test.each([
		['/', ''],
		['/', 'br'],
		['/thong-ke', 'gzip'],
		['/can-bo/hang-cho', 'br'],
		['/no-such-page', 'br']
	] as const)('%s (%s) says it before anything the app draws', (path, encoding) => {
		const answer = ask(path, encoding, words);
		expect(answer.headers['content-encoding'] ?? '').toBe(encoding);
		const html = Buffer.from(read[encoding](answer.body)).toString();
		expect(html).toContain(
			`<body data-x="y"><aside class="page-notice" aria-label="Thông báo">${words}</aside><div`
		);
		expect(html).toContain(`<link rel="stylesheet" href="${noticeStylePath}" /></head>`);
	});

	test('its style is a file of the site', () => {
		const answer = ask(noticeStylePath, '', words);
		expect([answer.status, answer.headers['content-type']]).toEqual([
			200,
			'text/css; charset=utf-8'
		]);
		expect(answer.body.toString()).toContain('.page-notice');
	});

	test('files that are no pages stay as they are, and have the tag they had', () => {
		const [with_, without] = [ask('/app.js', '', words), ask('/app.js', '')];
		expect(with_).toEqual(without);
	});

	test("over an office's own data nothing is said, and what the build compressed is sent", () => {
		const answer = ask('/', 'br');
		expect(Buffer.from(answer.body)).toEqual(brotliCompressSync(page));
		expect(ask(noticeStylePath, '').status).toBe(404);
	});

	test('a page with the notice has another tag than one without', () => {
		expect(ask('/', '', words).headers.etag).not.toBe(ask('/', '').headers.etag);
	});
});

test('words never become markup', () => {
	expect(withPageNotice('<head></head><body></body>', 'a < b & c')).toContain('>a &lt; b &amp; c<');
});

describe('what a data folder says of itself', () => {
	const simulated = (state: Simulated['state']): Simulated => ({
		version: 1,
		scenario: 'phu-cu',
		seed: 'x',
		state
	});

	test('nothing: an office of its own', () => {
		rmSync(join(folder, 'simulated.json'), { force: true });
		expect([readSimulated(folder), findPageNotice(folder)]).toEqual([undefined, undefined]);
	});

	test('filled: every page has the notice', () => {
		writeSimulated(folder, simulated('loaded'));
		expect(readSimulated(folder)).toEqual(simulated('loaded'));
		expect(findPageNotice(folder)).toBe(words);
	});

	test('half filled: it is not served', () => {
		writeSimulated(folder, simulated('loading'));
		expect(() => findPageNotice(folder)).toThrow(StartError);
	});

	test('unreadable: not served either, and never taken for an office of its own', () => {
		writeFileSync(join(folder, 'simulated.json'), '{"state": "loaded"}');
		expect(() => findPageNotice(folder)).toThrow(StartError);
	});
});
