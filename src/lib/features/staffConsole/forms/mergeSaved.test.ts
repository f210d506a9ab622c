import { describe, expect, it } from 'vitest';
import { mergeSaved } from './mergeSaved';

describe('a saved copy', () => {
	it('fills what has the same place and kind', () => {
		const blank = { reason: '', sure: false, person: { name: '' } };
		const saved = { reason: 'mờ', sure: true, person: { name: 'An' } };
		expect(mergeSaved(blank, saved)).toEqual(saved);
	});
	it.each([undefined, null, 'x', 7, [], { reason: 7, other: 'x' }])(
		'that is damaged (%j) changes nothing',
		(saved) => {
			expect(mergeSaved({ reason: 'còn' }, saved)).toEqual({ reason: 'còn' });
		}
	);
	it('finds the element of a list by its id, and adds none', () => {
		const papers = [
			{ id: 'a', reason: '' },
			{ id: 'b', reason: '' }
		];
		const saved = [
			{ id: 'gone', reason: 'x' },
			{ id: 'b', reason: 'mờ' }
		];
		expect(mergeSaved(papers, saved)).toEqual([
			{ id: 'a', reason: '' },
			{ id: 'b', reason: 'mờ' }
		]);
	});
	it('takes over a list without ids element by element, in the shape that is known', () => {
		const blank = { name: '', reason: '' };
		expect(
			mergeSaved({ extras: [] as (typeof blank)[] }, { extras: [{ name: 'x', evil: 1 }, 5] }, blank)
		).toEqual({ extras: [{ name: 'x', reason: '' }, blank] });
	});
});
