import { describe, expect, test } from 'vitest';
import { axisOf, stackOf } from './chartScale.ts';

describe('an axis', () => {
	test.each([
		[0, 1, [0, 1]],
		[1, 1, [0, 1]],
		[3, 3, [0, 1, 2, 3]],
		[7, 8, [0, 2, 4, 6, 8]],
		[22, 30, [0, 10, 20, 30]],
		[340, 400, [0, 100, 200, 300, 400]],
		[2150, 3000, [0, 1000, 2000, 3000]],
		[5, 6, [0, 2, 4, 6]]
	])('for %i ends at %i', (largest, top, marks) => {
		expect(axisOf(largest)).toEqual({ top, marks });
	});
	test('always holds the largest value, in at most six whole marks', () => {
		for (let largest = 1; largest < 5000; largest += 7) {
			const { top, marks } = axisOf(largest);
			expect(top).toBeGreaterThanOrEqual(largest);
			expect(marks.length).toBeLessThanOrEqual(6);
			expect(marks.every(Number.isInteger)).toBe(true);
		}
	});
});

test('parts stand one on the other', () => {
	expect(stackOf([1, 2, 0], 4, 100)).toEqual([
		{ y: 75, height: 25 },
		{ y: 25, height: 50 },
		{ y: 25, height: 0 }
	]);
});
