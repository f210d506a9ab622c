import { describe, expect, it } from 'vitest';
import {
	formatDate,
	formatMoney,
	formatShortDate,
	formatStamp,
	formatTime,
	localOf
} from './format';

describe('a date', () => {
	it.each([
		['2026-11-23', 'Thứ Hai, 23/11/2026'],
		['2026-11-24', 'Thứ Ba, 24/11/2026'],
		['2026-11-25', 'Thứ Tư, 25/11/2026'],
		['2026-11-26', 'Thứ Năm, 26/11/2026'],
		['2026-11-27', 'Thứ Sáu, 27/11/2026'],
		['2026-11-28', 'Thứ Bảy, 28/11/2026'],
		['2026-11-29', 'Chủ Nhật, 29/11/2026'],
		['2024-02-29', 'Thứ Năm, 29/02/2024'],
		['2027-01-01', 'Thứ Sáu, 01/01/2027'],
		['', ''],
		['chưa rõ', 'chưa rõ']
	])('%s is %s', (date, words) => expect(formatDate(date)).toBe(words));
	it('is short in tables', () => expect(formatShortDate('2026-11-03')).toBe('03/11/2026'));
});

describe('a moment is told in Vietnam time', () => {
	it.each([
		['2026-11-23T02:00:00Z', '2026-11-23T09:00'],
		['2026-11-23T16:59:59Z', '2026-11-23T23:59'],
		['2026-11-23T17:00:00Z', '2026-11-24T00:00'],
		['2026-12-31T17:30:00.123Z', '2027-01-01T00:30'],
		['2026-11-23T09:05:00+07:00', '2026-11-23T09:05'],
		['2026-11-23T00:00:00+00:00', '2026-11-23T07:00'],
		['2026-06-30T20:00:00Z', '2026-07-01T03:00'],
		['2026-11-23T16:05', '2026-11-23T16:05'],
		['2026-11-23T16:05:30', '2026-11-23T16:05'],
		['không rõ', 'không rõ']
	])('%s → %s', (instant, local) => expect(localOf(instant)).toBe(local));
	it('also as a Date', () =>
		expect(localOf(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24T00:00'));
	it.each([
		['2026-11-23T09:05:00Z', '16 giờ 05, Thứ Hai, 23/11/2026'],
		['2026-11-23T01:00:00Z', '8 giờ, Thứ Hai, 23/11/2026'],
		['2026-11-23T17:00:00Z', '0 giờ, Thứ Ba, 24/11/2026'],
		['2026-11-23T17:01', '17 giờ 01, Thứ Hai, 23/11/2026']
	])('%s is %s', (instant, words) => expect(formatTime(instant)).toBe(words));
	it('is short in tables', () => expect(formatStamp('2026-11-23T17:05:00Z')).toBe('24/11 00:05'));
});

describe('an amount', () => {
	it.each([
		[0, '0 đồng'],
		[999, '999 đồng'],
		[8_000, '8.000 đồng'],
		[1_234_567, '1.234.567 đồng'],
		[100_000_000, '100.000.000 đồng']
	])('%i is %s', (amount, words) => expect(formatMoney(amount)).toBe(words));
});
