import { describe, expect, test } from 'vitest';
import {
	dateOfDay,
	dayOf,
	isLocalDate,
	isLocalTime,
	minuteOf,
	timeOfMinute,
	toLocal,
	weekdayOf
} from './localTime.ts';

test.each([
	['2026-11-23T15:00', true],
	['2028-02-29T00:00', true],
	['2026-02-29T00:00', false],
	['2026-02-30T09:00', false],
	['2026-11-23T24:00', false],
	['2026-11-23T09:60', false],
	['2026-11-23T09:00:00', false],
	['2026-11-23T09:00Z', false],
	['2026-11-23 09:00', false],
	['26-11-23T09:00', false],
	['0000-11-23T09:00', false],
	['', false]
])('isLocalTime(%j) is %j', (text, real) => {
	expect(isLocalTime(text)).toBe(real);
});

test('isLocalDate takes dates only', () => {
	expect(isLocalDate('2026-11-23')).toBe(true);
	expect(isLocalDate('2026-11-31')).toBe(false);
	expect(isLocalDate('2026-11-23T09:00')).toBe(false);
});

describe('toLocal', () => {
	test.each([
		['2026-11-23T02:00:00Z', '2026-11-23T09:00'],
		['2026-11-22T17:00:59.999+00:00', '2026-11-23T00:00'],
		['2026-11-23T09:00:00+07:00', '2026-11-23T09:00'],
		['2025-12-31 17:30:00+00', '2026-01-01T00:30']
	])('%s → %s', (instant, local) => {
		expect(toLocal(instant)).toBe(local);
	});

	test('takes a Date', () => {
		expect(toLocal(new Date(Date.UTC(2026, 10, 23, 8, 1)))).toBe('2026-11-23T15:01');
	});

	test('refuses a text that would mean another instant on every machine', () => {
		expect(() => toLocal('2026-11-23T09:00')).toThrow(RangeError);
		expect(() => toLocal('2026-11-23')).toThrow(RangeError);
	});
});

test('days and minutes are numbers and come back as text', () => {
	expect(dayOf('1970-01-02')).toBe(1);
	expect(dayOf('2026-11-23T23:59')).toBe(dayOf('2026-11-23'));
	expect(dateOfDay(dayOf('0099-12-31') + 1)).toBe('0100-01-01');
	expect(timeOfMinute(minuteOf('2026-02-28T23:59') + 1)).toBe('2026-03-01T00:00');
	expect(weekdayOf(dayOf('2026-11-23'))).toBe(1);
	expect(weekdayOf(dayOf('1969-12-28'))).toBe(0);
});
