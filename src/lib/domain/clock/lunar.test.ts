import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hungKingsDay, lunarMonths, lunarNewYear } from './lunar.ts';

const years = fc.integer({ min: 1976, max: 2099 });
const beijing = 8;

describe('mùng 1 Tết', () => {
	it.each([
		[1976, '1976-01-31'],
		[1985, '1985-01-21'],
		[1996, '1996-02-19'],
		[2007, '2007-02-17'],
		[2020, '2020-01-25'],
		[2021, '2021-02-12'],
		[2022, '2022-02-01'],
		[2023, '2023-01-22'],
		[2024, '2024-02-10'],
		[2025, '2025-01-29'],
		[2026, '2026-02-17'],
		[2027, '2027-02-06'],
		[2028, '2028-01-26'],
		[2029, '2029-02-13'],
		[2030, '2030-02-02'],
		[2053, '2053-02-18']
	])('of %i is %s', (year, day) => {
		expect(lunarNewYear(year)).toBe(day);
	});

	it.each([
		[1985, '1985-02-20'],
		[2007, '2007-02-18'],
		[2026, '2026-02-17'],
		[2030, '2030-02-03'],
		[2053, '2053-02-19']
	])('of %i is %s where the day begins an hour earlier (UTC+8)', (year, day) => {
		expect(lunarNewYear(year, beijing)).toBe(day);
	});

	it('always falls on 21/1–20/2', () => {
		fc.assert(
			fc.property(years, (year) => {
				const day = lunarNewYear(year);
				expect(day >= `${year}-01-21` && day <= `${year}-02-20`).toBe(true);
			})
		);
	});
});

it.each([
	[2021, '2021-04-21'],
	[2023, '2023-04-29'],
	[2025, '2025-04-07'],
	[2026, '2026-04-26'],
	[2027, '2027-04-16'],
	[2028, '2028-04-04'],
	[2029, '2029-04-23'],
	[2030, '2030-04-12']
])('Giỗ Tổ of %i is %s', (year, day) => {
	expect(hungKingsDay(year)).toBe(day);
});

it.each([
	[2023, 2],
	[2025, 6],
	[2028, 5],
	[2031, 3],
	[2024, undefined]
])('%i repeats month %s', (year, month) => {
	expect(lunarMonths(year).find(({ isLeap }) => isLeap)?.month).toBe(month);
});

it('months last 29 or 30 days, follow one another without a gap, and are 12 or 13 in order', () => {
	fc.assert(
		fc.property(years, (year) => {
			const months = lunarMonths(year);
			const next = lunarMonths(year + 1)[0];
			const starts = [...months, next].map((month) => month?.start ?? NaN);
			for (let index = 0; index < months.length; index += 1)
				expect([29, 30]).toContain((starts[index + 1] ?? NaN) - (starts[index] ?? NaN));
			const names = months.filter(({ isLeap }) => !isLeap).map(({ month }) => month);
			expect(names).toEqual([11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
			expect(next?.month).toBe(11);
		})
	);
});
