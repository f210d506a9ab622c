import { PostgrestClient } from '@supabase/postgrest-js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { AppError } from '$lib/domain/shared/Result';
import { judge, type Verdict } from '$lib/sync/errorPolicy';
import { createFunctionClient } from './functionClient';
import { callFunction, type RpcClient } from './rpc';

const Answer = z.object({ count: z.int() });

const connection = { url: 'https://api.example', publishableKey: 'key' };

/** The desk's client and the citizen's must mean the same by every answer. */
const CLIENTS: [string, (answer: typeof fetch) => RpcClient][] = [
	["a citizen's", (answer) => createFunctionClient(connection, answer)],
	['the library', (answer) => new PostgrestClient(`${connection.url}/rest/v1`, { fetch: answer })]
];

function respond(status: number, body: unknown, type = 'application/json'): typeof fetch {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return async () => new Response(text, { status, headers: { 'content-type': type } });
}

const raised = (code: string, message: string) => ({ code, message, details: null, hint: null });
const page = '<!doctype html><title>Wi-Fi của quán</title>';

describe.each(CLIENTS)('a call (%s)', (_client, createClient) => {
	/** One call over a network that answers with this. */
	const call = (answer: typeof fetch, timeoutMs?: number) =>
		callFunction(createClient(answer), 'count_things', { of: 'a' }, Answer, timeoutMs);

	it('posts the request with the protocol version', async () => {
		const seen: { url: string; method?: string; body: unknown }[] = [];
		await call(async (input, init) => {
			seen.push({
				url: String(input),
				method: init?.method,
				body: JSON.parse(String(init?.body))
			});
			return Response.json({ count: 1 });
		});
		expect(seen).toEqual([
			{
				url: 'https://api.example/rest/v1/rpc/count_things',
				method: 'POST',
				body: { request: { protocol: 1, of: 'a' } }
			}
		]);
	});

	it('gives what the schema lets through', async () => {
		expect(await call(respond(200, { count: 2, extra: true }))).toEqual({
			ok: true,
			value: { count: 2 }
		});
	});

	it.each<[string, typeof fetch, AppError, Verdict]>([
		['200, another shape', respond(200, { count: 'two' }), { kind: 'unknown' }, 'retry'],
		['200, null', respond(200, 'null'), { kind: 'unknown' }, 'retry'],
		['200, half an answer', respond(200, '{"count":'), { kind: 'unknown' }, 'retry'],
		['200, a page of the Wi-Fi', respond(200, page, 'text/html'), { kind: 'unknown' }, 'retry'],
		['204', async () => new Response(null, { status: 204 }), { kind: 'unknown' }, 'retry'],
		[
			'PT400',
			respond(400, raised('PT400', 'payload-invalid')),
			{ kind: 'invalid', key: 'payload-invalid' },
			'quarantine'
		],
		[
			'PT403',
			respond(403, raised('PT403', 'not-yours')),
			{ kind: 'forbidden', key: 'not-yours' },
			'quarantine'
		],
		[
			'PT404',
			respond(404, raised('PT404', 'unknown-thing')),
			{ kind: 'not-found', key: 'unknown-thing' },
			'quarantine'
		],
		[
			'PT409',
			respond(409, raised('PT409', 'other-content')),
			{ kind: 'conflict', key: 'other-content' },
			'quarantine'
		],
		[
			'PT410',
			respond(410, raised('PT410', 'withdrawn')),
			{ kind: 'not-found', key: 'withdrawn' },
			'quarantine'
		],
		[
			'PT413',
			respond(413, raised('PT413', 'too-large')),
			{ kind: 'invalid', key: 'too-large' },
			'quarantine'
		],
		[
			'PT426',
			respond(426, raised('PT426', 'protocol')),
			{ kind: 'outdated', key: 'protocol' },
			'hold'
		],
		[
			'PT429',
			respond(429, raised('PT429', 'too-many')),
			{ kind: 'throttled', key: 'too-many' },
			'hold'
		],
		[
			'401 of the gateway',
			respond(401, raised('PGRST301', 'JWT expired')),
			{ kind: 'unauthorized' },
			'hold'
		],
		['401 of a proxy', respond(401, page, 'text/html'), { kind: 'unauthorized' }, 'hold'],
		['429 of a proxy', respond(429, page, 'text/html'), { kind: 'throttled' }, 'hold'],
		[
			'400 of Postgres',
			respond(400, raised('22P02', 'invalid input syntax')),
			{ kind: 'unknown' },
			'retry'
		],
		[
			'409 of Postgres',
			respond(409, raised('23505', 'duplicate-key')),
			{ kind: 'unknown' },
			'retry'
		],
		[
			'404: no such function yet',
			respond(404, raised('PGRST202', 'not found')),
			{ kind: 'unknown' },
			'retry'
		],
		['404 page', respond(404, page, 'text/html'), { kind: 'unknown' }, 'retry'],
		['403 page', respond(403, page, 'text/html'), { kind: 'unknown' }, 'retry'],
		[
			'a key that is a sentence',
			respond(400, raised('PT400', 'Sai: Nguyễn An')),
			{ kind: 'unknown' },
			'retry'
		],
		['500', respond(500, raised('XX000', 'internal')), { kind: 'offline' }, 'retry'],
		[
			'500 that looks like ours',
			respond(500, raised('PT500', 'broken')),
			{ kind: 'offline' },
			'retry'
		],
		['502 page', respond(502, page, 'text/html'), { kind: 'offline' }, 'retry'],
		['503 without a body', respond(503, ''), { kind: 'offline' }, 'retry'],
		[
			'no network',
			async () => Promise.reject(new TypeError('Failed to fetch')),
			{ kind: 'offline' },
			'retry'
		]
	])('%s', async (_, answer, error, verdict) => {
		const result = await call(answer);
		expect(result.ok).toBe(false);
		if (result.ok) return;
		expect({ kind: result.error.kind, key: result.error.key }).toEqual({
			kind: error.kind,
			key: error.key
		});
		expect(judge(result.error)).toBe(verdict);
	});

	it('gives up after its time', async () => {
		const never: typeof fetch = (_, init) =>
			new Promise((_resolve, reject) => {
				init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
			});
		expect(await call(never, 5)).toMatchObject({ ok: false, error: { kind: 'offline' } });
	});
});
