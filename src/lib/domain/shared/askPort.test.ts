import { describe, expect, it } from 'vitest';
import { ActionIds, askPort } from './askPort';
import { fail, ok } from './Result';

describe('asking a port that is loaded first', () => {
	it('gives its answer as it is', async () => {
		const load = async () => ({ find: async (id: string) => ok(`found ${id}`) });
		expect(await askPort(load, (port) => port.find('a'))).toEqual(ok('found a'));
		const refused = fail({ kind: 'forbidden' as const });
		expect(await askPort(load, async () => refused)).toBe(refused);
	});

	it('is without a line when the part could not be fetched, or broke', async () => {
		const cause = new TypeError('Failed to fetch dynamically imported module');
		const offline = fail({ kind: 'offline', cause });
		expect(
			await askPort(
				() => Promise.reject(cause),
				async () => ok(null)
			)
		).toEqual(offline);
		expect(
			await askPort(
				async () => 'port',
				() => Promise.reject(cause)
			)
		).toEqual(offline);
	});
});

it('gives a request one id until it was answered, and another request its own', () => {
	let count = 0;
	const ids = new ActionIds(() => `id-${(count += 1)}`);
	expect(['a', 'a', 'b', 'a'].map((request) => ids.get(request))).toEqual([
		'id-1',
		'id-1',
		'id-2',
		'id-1'
	]);
	ids.settle('a');
	expect([ids.get('a'), ids.get('b')]).toEqual(['id-3', 'id-2']);
});
