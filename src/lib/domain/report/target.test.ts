import { describe, expect, test } from 'vitest';
import { daysLeft, nextNeeded, parsePercent, standingOf } from './Target.ts';

const of = (part: number, n: number) => ({ part, n });

describe('where a target stands', () => {
	test.each([
		['the article: 22 of 2,150', 'online', 5, of(22, 2150), of(1, 100), false, 'behind', 86],
		['met lately', 'online', 5, of(22, 2150), of(5, 100), false, 'on-the-way', 86],
		['nothing lately', 'online', 5, of(22, 2150), of(0, 0), false, 'behind', 86],
		['reached', 'online', 5, of(108, 2150), of(0, 100), false, 'reached', 0],
		['one short', 'online', 5, of(107, 2150), of(0, 100), false, 'behind', 1],
		['the year is over', 'online', 5, of(22, 2150), null, true, 'missed', 86],
		['over, and reached', 'online', 5, of(108, 2150), null, true, 'reached', 0],
		['on time: the next ones', 'on-time', 95, of(18, 20), of(2, 4), false, 'behind', 20],
		['on time, over: of the same', 'on-time', 95, of(18, 20), null, true, 'missed', 1],
		['all on time, never again', 'on-time', 100, of(19, 20), of(4, 4), false, 'behind', undefined],
		['all on time so far', 'on-time', 100, of(20, 20), of(4, 4), false, 'reached', 0]
	] as const)('%s', (_name, kind, percent, actual, lately, isOver, is, needed) => {
		const standing = standingOf({ kind, percent, actual, lately }, isOver);
		expect(standing).toMatchObject({ is, share: actual });
		expect('needed' in standing && standing.needed).toBe(needed);
	});
	test('of nothing no share is told, whatever the year', () => {
		const target = { kind: 'online', percent: 5, actual: of(0, 0), lately: null } as const;
		expect(standingOf(target, false)).toEqual({ is: 'nothing-yet' });
		expect(standingOf(target, true)).toEqual({ is: 'nothing-yet' });
	});
	test('what nobody counts is not measured', () => {
		const target = { kind: 'satisfaction', percent: 90, actual: null, lately: null } as const;
		expect(standingOf(target, false)).toEqual({ is: 'unmeasured' });
	});
});

test.each([
	[18, 20, 95, 20],
	[19, 20, 95, 0],
	[0, 1, 50, 1],
	[9, 10, 100, undefined],
	[10, 10, 100, 0],
	[0, 0, 100, 0],
	[899, 1000, 90, 10]
])('%i of %i need so many next ones for %d %%', (part, n, percent, needed) => {
	expect(nextNeeded(part, n, percent)).toBe(needed);
	if (needed) {
		expect((part + needed) / (n + needed)).toBeGreaterThanOrEqual(percent / 100 - 1e-12);
		expect((part + needed - 1) / (n + needed - 1)).toBeLessThan(percent / 100);
	}
});

test.each([
	['5', 5],
	[' 5,5 ', 5.5],
	['5.5 %', 5.5],
	['100', 100],
	['100,0', 100],
	['0', undefined],
	['0,0', undefined],
	['100,1', undefined],
	['5,25', undefined],
	['-5', undefined],
	['năm', undefined],
	['', undefined]
])('"%s" is read as %s', (text, percent) => expect(parsePercent(text)).toBe(percent));

test.each([
	['2026-12-31', 2026, 0],
	['2026-11-26', 2026, 35],
	['2027-01-01', 2026, -1]
])('from %s to the end of %i: %i days', (today, year, days) =>
	expect(daysLeft(today, year)).toBe(days)
);
