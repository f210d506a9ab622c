import { expect, it } from 'vitest';
import { findMissingYear } from './StaffCalendar.ts';

it.each([
	['2026-10-31', [2026], undefined],
	['2026-11-01', [2026], 2027],
	['2026-12-31', [2026, 2027], undefined],
	['2027-01-01', [2026], 2027],
	['2026-11-01', [2025], 2026],
	['2026-11-01', [], 2026]
])('on %s with %j the year that is missing is %s', (today, years, missing) => {
	expect(
		findMissingYear(
			years.map((year) => ({ year })),
			today
		)
	).toBe(missing);
});
