import { expect, it } from 'vitest';
import { isWeekend } from '$lib/domain/clock/localTime';
import { weekdayAfter } from './weekdays';

it.each([
	['2026-11-25', 1, '2026-11-26'],
	['2026-11-25', 3, '2026-11-30'],
	['2026-11-25', 5, '2026-12-02'],
	['2026-11-25', 10, '2026-12-09'],
	['2026-11-28', 1, '2026-11-30'],
	['2026-12-31', 1, '2027-01-01']
])('after %s the weekday number %i is %s', (date, nth, expected) => {
	expect(weekdayAfter(date, nth)).toBe(expected);
});

it.each([
	['2026-11-27', false],
	['2026-11-28', true],
	['2026-11-29', true],
	['2026-11-30', false]
])('%s is a weekend day: %s', (date, expected) => {
	expect(isWeekend(date)).toBe(expected);
});
