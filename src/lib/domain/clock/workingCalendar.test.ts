import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from './localTime.ts';
import {
	WorkingCalendar,
	findCalendarGap,
	findWorkingDayAfter,
	indexCalendar,
	isWorkingDay
} from './workingCalendar.ts';

const calendar: WorkingCalendar = {
	off: ['2026-11-24'],
	makeUp: ['2026-11-28'],
	hours: [['07:00', '11:30']],
	years: [2026],
	gaps: [{ from: '2027-02-04', to: '2027-02-14', note: 'Tết 2027 chưa có quyết định.' }]
};
const index = indexCalendar(calendar);

test.each([
	['2026-11-23', true, 'a Monday'],
	['2026-11-24', false, 'a day off'],
	['2026-11-28', true, 'a Saturday worked instead'],
	['2026-11-29', false, 'a Sunday']
])('%s works: %j (%s)', (date, works) => {
	expect(isWorkingDay(dayOf(date), index)).toBe(works);
});

test('the nth working day counts make-up days and skips days off', () => {
	const nth = (count: number) => findWorkingDayAfter(dayOf('2026-11-23'), count, index);
	expect([1, 4, 5].map((count) => dateOfDay(nth(count) ?? 0))).toEqual([
		'2026-11-25',
		'2026-11-28',
		'2026-11-30'
	]);
});

test('past the last year there is no working day', () => {
	expect(findWorkingDayAfter(dayOf('2026-12-31'), 1, index)).toBeUndefined();
});

test.each([
	['2027-01-01', '2027-02-03', false],
	['2027-01-01', '2027-02-04', true],
	['2027-02-10', '2027-02-10', true],
	['2027-02-14', '2027-03-01', true],
	['2027-02-15', '2027-03-01', false]
])('%s … %s touches undecided days: %j', (from, to, touches) => {
	expect(findCalendarGap(calendar, from, to) !== undefined).toBe(touches);
});

test('a calendar without gaps has none', () => {
	expect(findCalendarGap({ ...calendar, gaps: undefined }, '2000-01-01', '2099-01-01')).toBe(
		undefined
	);
});

test('a calendar with a date that does not exist is refused', () => {
	expect(WorkingCalendar.safeParse(calendar).success).toBe(true);
	expect(WorkingCalendar.safeParse({ ...calendar, off: ['2026-02-30'] }).success).toBe(false);
	expect(WorkingCalendar.safeParse({ ...calendar, hours: [['7:00', '11:30']] }).success).toBe(
		false
	);
});
