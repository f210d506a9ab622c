import { describe, expect, it } from 'vitest';
import { linesOf, moved } from './lists.ts';

describe('a list', () => {
	it.each([
		[0, 1, 'bac'],
		[2, 1, 'acb'],
		[0, 2, 'bca'],
		[1, 1, 'abc'],
		[0, -1, 'abc'],
		[2, 3, 'abc'],
		[7, 0, 'abc']
	])('moved from %i to %i', (from, to, order) =>
		expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(order)
	);

	it('is read from pasted lines without bullets', () => {
		expect(linesOf('- Nộp tờ khai\r\n  2. Chờ 3 ngày\n\n• Nhận giấy\n15 giờ nhận')).toEqual([
			'Nộp tờ khai',
			'Chờ 3 ngày',
			'Nhận giấy',
			'15 giờ nhận'
		]);
	});
});
