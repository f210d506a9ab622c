import { expect, it } from 'vitest';
import { ActionIds } from './ActionIds.ts';

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
