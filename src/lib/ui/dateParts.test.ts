import { describe, expect, it } from 'vitest';
import { joinDate, splitDate } from './dateParts.ts';

describe('joinDate', () => {
	it.each([
		[{ day: '5', month: '3', year: '2026' }, '2026-03-05'],
		[{ day: '05', month: '11', year: '2026' }, '2026-11-05'],
		[{ day: '', month: '', year: '' }, ''],
		[{ day: '5', month: '', year: '' }, '--5'],
		[{ day: '5', month: '3', year: '26' }, '26-3-5'],
		[{ day: '5-', month: ' 3', year: '2026' }, '2026-03-05']
	])('%o gives %s', (parts, value) => {
		expect(joinDate(parts)).toBe(value);
	});

	it('loses nothing of a half-written date', () => {
		const typed = { day: '5', month: '', year: '20' };
		expect(splitDate(joinDate(typed))).toEqual(typed);
	});
});
