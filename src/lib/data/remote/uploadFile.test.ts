import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type AppError } from '$lib/domain/shared/Result';
import { anId } from '$lib/testing/builders';
import { uploadFile } from './uploadFile';

const upload = {
	submissionId: anId(1),
	fileId: anId(2),
	attempt: 3,
	type: 'image/jpeg' as const,
	bytes: Uint8Array.of(255, 216, 0).buffer
};
const NAME = `dossier-files/${anId(1)}/${anId(2)}/3`;
const connection = { url: 'https://api.example', publishableKey: 'key' };

const answeredWith = (answer: () => Response) =>
	uploadFile(connection, async () => answer(), upload);
const refusal = (statusCode: string, error: string) => () =>
	Response.json({ statusCode, error, message: '' }, { status: 400 });

describe('sending the bytes of one file', () => {
	it('posts them as they are, under the name of the attempt, never over another', async () => {
		const asked: [string, RequestInit | undefined][] = [];
		const answer = await uploadFile(
			connection,
			async (input, init) => {
				asked.push([String(input), init]);
				return Response.json({ Key: NAME, Id: anId(9) });
			},
			upload
		);
		expect(answer).toEqual(ok(null));
		expect(asked).toMatchObject([
			[
				`https://api.example/storage/v1/object/${NAME}`,
				{
					method: 'POST',
					headers: { apikey: 'key', 'content-type': 'image/jpeg', 'x-upsert': 'false' }
				}
			]
		]);
		expect(asked[0]?.[1]?.body).toBe(upload.bytes);
	});

	it.each<[string, () => Response]>([
		['answered with HTTP 400', refusal('409', 'Duplicate')],
		[
			'answered with HTTP 409',
			() => Response.json({ statusCode: '409', error: 'Duplicate' }, { status: 409 })
		]
	])('counts "already there" as stored, %s', async (_, answer) =>
		expect(await answeredWith(answer)).toEqual(ok(null))
	);

	it.each<[string, () => Response, AppError]>([
		['a page of the Wi-Fi', () => new Response('<html>'), { kind: 'unknown' }],
		['nothing', () => new Response(''), { kind: 'unknown' }],
		['other JSON', () => Response.json({ ok: true }), { kind: 'unknown' }],
		[
			'the name of another file',
			() => Response.json({ Key: 'dossier-files/x' }),
			{ kind: 'unknown' }
		],
		['cut JSON', () => new Response('{"Key":"doss'), { kind: 'unknown' }],
		['a refusal by the policy', refusal('403', 'Unauthorized'), { kind: 'unknown' }],
		[
			'a refusal by the policy, HTTP 403',
			() => Response.json({ statusCode: '403', error: 'Unauthorized' }, { status: 403 }),
			{ kind: 'unknown' }
		],
		[
			'another size than declared',
			() => Response.json({ code: 'PT400', message: 'size-differs' }, { status: 400 }),
			{ kind: 'unknown' }
		],
		['a 409 that is no duplicate', refusal('409', 'Locked'), { kind: 'unknown' }],
		['too large', refusal('413', 'Payload too large'), { kind: 'invalid', key: 'file-refused' }],
		['a type', refusal('415', 'invalid_mime_type'), { kind: 'invalid', key: 'file-refused' }],
		['too large for a proxy', () => new Response('no', { status: 413 }), { kind: 'unknown' }],
		['no key', refusal('401', 'Unauthorized'), { kind: 'unauthorized' }],
		['a proxy that asks who', () => new Response('', { status: 401 }), { kind: 'unauthorized' }],
		[
			'a pause asked for',
			() => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
			{ kind: 'throttled', retryAfterSeconds: 7 }
		],
		['a pause without a time', () => new Response('', { status: 429 }), { kind: 'throttled' }],
		['a gateway', () => new Response('<html>', { status: 502 }), { kind: 'offline' }],
		['a fault of Storage', refusal('500', 'internal'), { kind: 'offline' }]
	])('takes no %s for stored', async (_, answer, error) =>
		expect(await answeredWith(answer)).toMatchObject({ ok: false, error })
	);

	it('is offline when nothing comes back', async () => {
		const answer = await uploadFile(
			connection,
			async () => Promise.reject(new TypeError('Failed to fetch')),
			upload
		);
		expect(answer).toMatchObject(fail({ kind: 'offline' }));
	});

	it('waits half a minute and a second for every 4 kB', async () => {
		vi.useFakeTimers();
		try {
			let signal: AbortSignal | null | undefined;
			const answer = uploadFile(
				connection,
				(_, init) => {
					signal = init?.signal;
					return new Promise((_resolve, reject) => {
						signal?.addEventListener('abort', () => reject(new Error('aborted')));
					});
				},
				{ ...upload, bytes: new ArrayBuffer(400_000) }
			);
			vi.advanceTimersByTime(129_999);
			expect(signal?.aborted).toBe(false);
			vi.advanceTimersByTime(1);
			expect(await answer).toMatchObject({ ok: false, error: { kind: 'offline' } });
		} finally {
			vi.useRealTimers();
		}
	});
});
