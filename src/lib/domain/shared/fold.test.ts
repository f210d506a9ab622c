import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
	it.each([
		['Giấy khai sinh', 'giay khai sinh'],
		['GIẤY  KHAI\tSINH', 'giay khai sinh'],
		['Giấy khai sinh'.normalize('NFD'), 'giay khai sinh'],
		['Đăng ký đất đai', 'dang ky dat dai'],
		['ưỡng ượng ỡ ỗ ậ ẵ ỵ', 'uong uong o o a a y'],
		['hộ-tịch/khai tử', 'ho tich khai tu'],
		['mã 1.001193', 'ma 1.001193'],
		['  “sổ đỏ”? ', 'so do'],
		['', ''],
		['!!!', '']
	])('%j → %j', (text, folded) => expect(fold(text)).toBe(folded));

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ seed: 20261123 }
		);
	});
});
