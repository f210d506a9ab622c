import { describe, expect, it } from 'vitest';
import { durationOf, readDuration, withNote } from './readDuration.ts';

describe('a time limit', () => {
	it.each<[string, string]>([
		['5 ngày làm việc', '5 working-day'],
		['05 ngày làm việc', '5 working-day'],
		['Không quá 15 ngày', '15 calendar-day'],
		['30 (ba mươi) ngày', '30 calendar-day'],
		['Trong ngày', 'same-day'],
		['Ngay trong ngày làm việc', 'same-day']
	])('%j is %s, surely', (text, expected) => {
		const { limit, doubt } = readDuration(text);
		expect(limit && ('value' in limit ? `${limit.value} ${limit.unit}` : limit.unit)).toBe(
			expected
		);
		expect(doubt).toBeUndefined();
	});
	it.each([
		['8 giờ', 'giờ'],
		['15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ', 'câu dài'],
		['5 ngày làm việc; hồ sơ nhận sau 15 giờ tính từ hôm sau', 'câu dài'],
		['Trong ngày tiếp nhận hồ sơ', 'điều kiện'],
		['Trong ngày; sau 15 giờ thì ngày tiếp theo', 'giờ']
	])('%j is in doubt', (text, why) =>
		expect(readDuration(text).doubt ?? readDuration(text).lost).toContain(why)
	);
	it.each([
		'3',
		'1,5 ngày',
		'6 tháng',
		'1 năm',
		'0 ngày',
		'5000 ngày',
		'20 ngày; nộp qua mạng 15 ngày',
		'theo quy định'
	])('%j is no limit: the source must say one whole number with its unit', (text) =>
		expect(readDuration(text)).toMatchObject({ limit: null, lost: expect.any(String) })
	);
	it.each([
		'Trong ngày làm việc tiếp theo',
		'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo',
		'Trong ngày, hồ sơ nhận sau 15h00 thì hôm sau',
		'Trong ngày làm việc hoặc ngày làm việc kế tiếp',
		'sau 15 giờ',
		'Trước 15 giờ 30 phút'
	])(
		'%j names another day or a time of day: left to a person, with the words and the reason',
		(text) =>
			expect(readDuration(text)).toEqual({
				limit: null,
				text,
				lost: expect.stringMatching(/ngày khác|giờ trong ngày/)
			})
	);
	it('that is not stated is no loss', () =>
		expect(readDuration('')).toEqual({ limit: null, text: '' }));
	it('never has a unit the source does not name', () =>
		expect(durationOf(3, undefined, '3').limit).toBeNull());
});

describe('the note beside a time', () => {
	const five = durationOf(5, 'working-day', '5 Ngày làm việc');
	it.each([
		['05 ngày, kể từ ngày nhận hồ sơ', 'đơn vị khác'],
		['01 ngày đối với đám tang', 'thời hạn khác'],
		['05 ngày làm việc; cấp lại 02 ngày làm việc', 'thời hạn khác']
	])('%j puts it in doubt', (note, why) => expect(withNote(five, note).doubt).toContain(why));
	it.each(['05 ngày làm việc, kể từ ngày nhận', 'Nghị định ngày 02 tháng 4 năm 2026', ''])(
		'%j does not',
		(note) => expect(withNote(five, note).doubt).toBeUndefined()
	);
});
