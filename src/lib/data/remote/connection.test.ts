import { describe, expect, it } from 'vitest';
import { createConnection } from './connection';

const KEY = 'sb_publishable_example';

/** A connection over answers given one by one; the last one stays. */
function aConnection(...answers: (() => Response)[]) {
	const asked: [string, RequestInit | undefined][] = [];
	const connect = createConnection(
		async (input, init) => {
			asked.push([String(input), init]);
			const answer = answers.length > 1 ? answers.shift() : answers[0];
			if (!answer) throw new TypeError('Failed to fetch');
			return answer();
		},
		() => 'https://mot-cua.example'
	);
	return { connect, asked };
}

describe('where the API is', () => {
	it('is the own origin when nothing else is said', async () => {
		const { connect } = aConnection(() => Response.json({ url: '', publishableKey: KEY }));
		expect(await connect()).toEqual({
			ok: true,
			value: { url: 'https://mot-cua.example', publishableKey: KEY }
		});
	});

	it('is read once, past every cache', async () => {
		const { connect, asked } = aConnection(() =>
			Response.json({ url: 'https://api.example', publishableKey: KEY })
		);
		const first = await connect();
		expect(await connect()).toEqual(first);
		expect(first).toMatchObject({ value: { url: 'https://api.example' } });
		expect(asked).toEqual([['/cau-hinh.json', { cache: 'no-store' }]]);
	});

	it.each<[string, (() => Response) | undefined]>([
		['no network', undefined],
		['a page of the Wi-Fi', () => new Response('<html>')],
		['another shape', () => Response.json({ url: 1 })],
		['no key', () => Response.json({ url: '', publishableKey: '' })],
		['an error page', () => Response.json({ url: '', publishableKey: KEY }, { status: 503 })]
	])('is unknown with %s, and asked again', async (_, answer) => {
		const good = () => Response.json({ url: '', publishableKey: KEY });
		const bad =
			answer ??
			(() => {
				throw new TypeError('Failed to fetch');
			});
		const { connect, asked } = aConnection(bad, good);
		expect(await connect()).toMatchObject({ ok: false, error: { kind: 'offline' } });
		expect((await connect()).ok).toBe(true);
		expect(asked).toHaveLength(2);
	});
});
