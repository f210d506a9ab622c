import { describe, expect, it } from 'vitest';
import {
	cleanLine,
	cleanText,
	damageOf,
	isMissing,
	shorten,
	withoutBullet,
	withoutResidue
} from './cleanText.ts';

describe('text of a source', () => {
	it.each<[unknown, string]>([
		['Hộ tịch'.normalize('NFD'), 'Hộ tịch'],
		['a\u00A0b', 'a b'],
		['\uFEFFa\u200Bb', 'ab'],
		['a \t b\r\n c', 'a b\nc'],
		[12, '12'],
		[null, ''],
		[{}, '']
	])('%j is clean: %j', (value, text) => expect(cleanText(value)).toBe(text));
	it('is one line when a line is wanted', () => expect(cleanLine(' a\n\n b  c ')).toBe('a b c'));

	it.each(['', 'Không có thông tin', 'Không', 'KHÔNG QUY ĐỊNH', '--', '-', ' – '])(
		'%j says nothing',
		(text) => expect(isMissing(text)).toBe(true)
	);
	it.each(['Không thu', '0', 'Có'])('%j says something', (text) =>
		expect(isMissing(text)).toBe(false)
	);

	it.each([
		[
			'Giấy AMã: KQ.A1.000001Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnNộp hồ sơ',
			'Giấy AMã: KQ.A1.000001'
		],
		['Giấy ATừ khóagiấy, aMô tảMột đoạn dàiChọn cơ quan thực hiện…', 'Giấy A'],
		['Giấy A', 'Giấy A']
	])('%j loses the buttons of the page', (text, clean) => expect(withoutResidue(text)).toBe(clean));

	it.each([
		['- Đơn;', 'Đơn'],
		['++ Bản sao', 'Bản sao'],
		['a) Đơn', 'Đơn'],
		['(ii) Đơn.', 'Đơn'],
		['2)  Đơn', 'Đơn'],
		['1. Đơn', 'Đơn'],
		['a.1) Đơn', 'Đơn'],
		['đ) Ảnh 3x4', 'Ảnh 3x4'],
		['02 ảnh', '02 ảnh'],
		['Đơn', 'Đơn']
	])('%j without numbering is %j', (text, bare) => expect(withoutBullet(text)).toBe(bare));

	it.each([
		['iấy đề nghị', 'bắt đầu'],
		['); Nộp hồ sơ', 'bắt đầu'],
		['Theo mục 4 (', 'dừng'],
		['Nộp tại Trung\nnộp hồ sơ.', 'lẫn'],
		['Giấy � tờ', 'hỏng']
	])('%j looks damaged', (text, why) => expect(damageOf(text)).toContain(why));
	it.each(['Đơn đề nghị', 'a) Đơn đề nghị', 'Bước 1.\nBước 2.', 'Nộp hồ sơ:\n- một', '02 ảnh'])(
		'%j is whole',
		(text) => expect(damageOf(text)).toBeUndefined()
	);
	it('is shortened at a word', () => expect(shorten('một hai ba bốn', 9)).toBe('một hai…'));
});
