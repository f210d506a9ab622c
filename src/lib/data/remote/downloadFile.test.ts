import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StaffFile } from '$lib/domain/dossier/StaffDossier';
import { fail, type AppError } from '$lib/domain/shared/Result';
import { anId } from '$lib/testing/builders';
import { downloadFile } from './downloadFile';

const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4);
const sha256 = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
const hash = async (of: ArrayBuffer) => sha256(new Uint8Array(of));
const connection = { url: 'https://api.example', publishableKey: 'key' };
const file: StaffFile = {
	fileId: anId(2),
	requirementId: 'birth-notice',
	type: 'image/jpeg',
	size: bytes.length,
	sha256: sha256(bytes),
	objectName: `${anId(1)}/${anId(2)}/3`,
	verifiedAt: null,
	wanted: false
};
const differs = fail({ kind: 'invalid', key: 'file-differs' });

const answeredWith = (answer: () => Response, asked: StaffFile = file) =>
	downloadFile(connection, 'token', async () => answer(), asked, hash);
const refusal = (statusCode: string, error: string) => () =>
	Response.json({ statusCode, error, message: '' }, { status: 400 });

describe('opening the bytes of one file', () => {
	it('asks with the session of the officer and lets no browser keep the answer', async () => {
		const asked: [string, RequestInit | undefined][] = [];
		const answer = await downloadFile(
			connection,
			'token',
			async (input, init) => {
				asked.push([String(input), init]);
				return new Response(bytes, { headers: { 'content-type': 'text/plain' } });
			},
			file,
			hash
		);
		if (!answer.ok) throw new Error('refused');
		expect(new Uint8Array(await answer.value.arrayBuffer())).toEqual(bytes);
		expect(answer.value.type).toBe('image/jpeg');
		expect(asked).toMatchObject([
			[
				`https://api.example/storage/v1/object/authenticated/dossier-files/${file.objectName}`,
				{ cache: 'no-store', headers: { apikey: 'key', authorization: 'Bearer token' } }
			]
		]);
	});

	it('gives nothing of bytes that differ in one bit, in length or in type', async () => {
		const oneBit = bytes.map((byte, index) => (index === 7 ? byte ^ 1 : byte));
		expect(await answeredWith(() => new Response(oneBit))).toEqual(differs);
		expect(await answeredWith(() => new Response(bytes.slice(0, 7)))).toEqual(differs);
		const page = new TextEncoder().encode('<html><script>');
		const asPicture = { ...file, size: page.length, sha256: sha256(page) };
		expect(await answeredWith(() => new Response(page), asPicture)).toEqual(differs);
		const asPdf: StaffFile = { ...file, type: 'application/pdf' };
		expect(await answeredWith(() => new Response(bytes), asPdf)).toEqual(differs);
	});

	it.each<[string, () => Response, AppError]>([
		['a session that ran out', refusal('403', 'Unauthorized'), { kind: 'unauthorized' }],
		['HTTP 401', () => new Response('', { status: 401 }), { kind: 'unauthorized' }],
		['what is not yours to read', refusal('404', 'not_found'), { kind: 'not-found', cause: 404 }],
		['too many questions', () => new Response('', { status: 429 }), { kind: 'throttled' }],
		['a bad gateway', () => new Response('', { status: 502 }), { kind: 'offline', cause: 502 }],
		[
			'a page of the network',
			() => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
			{ kind: 'unknown' }
		]
	])('says what %s means', async (_, answer, error) =>
		expect(await answeredWith(answer)).toEqual(fail(error))
	);

	it('is offline when no answer comes', async () => {
		const cause = new TypeError('Failed to fetch');
		const answer = await downloadFile(connection, 'token', () => Promise.reject(cause), file, hash);
		expect(answer).toEqual(fail({ kind: 'offline', cause }));
	});
});
