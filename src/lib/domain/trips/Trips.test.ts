import { describe, expect, it } from 'vitest';
import { contactsEach, lastDayOf, periodOf, shareOf } from './Trips';

describe('a share', () => {
	it.each([
		[0, 0, undefined],
		[4, 4, undefined],
		[0, 5, 0],
		[5, 5, 100],
		[1, 3, undefined],
		[1, 1000, 1],
		[999, 1000, 99],
		[2, 7, 29],
		[1, 8, 13]
	])('%i of %i: %s', (part, whole, share) => {
		expect(shareOf(part, whole)).toBe(share);
	});
});

it.each([
	[0, 0, undefined],
	[3, 0, undefined],
	[0, 4, 0],
	[5, 4, 1.3],
	[10, 3, 3.3]
])('%i contacts of %i dossiers: %s each', (contacts, dossiers, each) => {
	expect(contactsEach({ contacts, dossiers })).toBe(each);
});

describe('a period', () => {
	it.each([
		['month', '2026-11-26', '2026-11-01', '2026-11-27'],
		['month', '2026-12-31', '2026-12-01', '2027-01-01'],
		['last-month', '2026-01-31', '2025-12-01', '2026-01-01'],
		['quarter', '2026-11-26', '2026-10-01', '2026-11-27'],
		['quarter', '2026-01-01', '2026-01-01', '2026-01-02'],
		['quarter', '2026-09-30', '2026-07-01', '2026-10-01'],
		['year', '2026-11-26', '2026-01-01', '2026-11-27'],
		['twelve-months', '2026-11-26', '2025-11-27', '2026-11-27'],
		['twelve-months', '2027-02-28', '2026-03-01', '2027-03-01']
	] as const)('%s on %s', (span, today, from, to) => {
		expect(periodOf(span, today)).toEqual({ from, to });
	});
});

it.each([
	['2026-03-01', '2026-02-28'],
	['2027-01-01', '2026-12-31']
])('the day before %s is %s', (to, last) => {
	expect(lastDayOf({ from: '2026-01-01', to })).toBe(last);
});
