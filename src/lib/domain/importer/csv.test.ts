import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disarm, readCsv, rearm, writeCsv } from './csv.ts';

describe('CSV', () => {
	it.each<[string, string[][]]>([
		[
			'a,b\n1,2\n',
			[
				['a', 'b'],
				['1', '2']
			]
		],
		[
			'a;b\r\n1;2',
			[
				['a', 'b'],
				['1', '2']
			]
		],
		['a\tb', [['a', 'b']]],
		[
			'\uFEFFMã,Tên\n"1.001193","Thủ tục ""A"",\nhai dòng"',
			[
				['Mã', 'Tên'],
				['1.001193', 'Thủ tục "A",\nhai dòng']
			]
		],
		['"không đóng, a', [['không đóng, a']]],
		['a,,b', [['a', '', 'b']]],
		['', []]
	])('%j', (text, rows) => expect(readCsv(text)).toEqual(rows));

	it.each<[string, string, string[]]>([
		[
			'commas inside quoted heads',
			'"Mã thủ tục";"Tên thủ tục";"Phí, lệ phí, giá"\n1.900001;Cấp thẻ;0',
			['Mã thủ tục', 'Tên thủ tục', 'Phí, lệ phí, giá']
		],
		[
			'more commas in the cells than separators',
			'Mã thủ tục;Tên thủ tục\n1.900001;Cấp, đổi, sửa, gia hạn, thu hồi thẻ',
			['Mã thủ tục', 'Tên thủ tục']
		],
		[
			'titles full of commas above the heads',
			'DANH MỤC, KÈM THEO QUYẾT ĐỊNH, NGÀY 1, THÁNG 2, NĂM 2026\nMã thủ tục;Tên thủ tục\n1.900001;Cấp thẻ',
			['Mã thủ tục', 'Tên thủ tục']
		],
		[
			'a quoted cell longer than the beginning that is looked at',
			`Mã thủ tục;Tên thủ tục\n1.900001;"${'a, b, c, '.repeat(1000)}"`,
			['Mã thủ tục', 'Tên thủ tục']
		],
		['the separator named in the first line', 'sep=;\nx,y;z', ['x,y', 'z']],
		['no head we know: what the rows agree on', 'x;y, z\n1;2, 3, 4\n5;6', ['x', 'y, z']]
	])('finds the separator: %s', (_, text, heads) => expect(readCsv(text)).toContainEqual(heads));
	it('reads a quoted cell behind a blank', () =>
		expect(readCsv('a, "b, c"\n1, 2')[0]).toEqual(['a', 'b, c']));

	it('comes back as it was written', () => {
		const cell = fc
			.string({ unit: 'grapheme' })
			.filter((text) => !text.includes('\r') && !/^'[=+\-@\t]/.test(text));
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
				const text = writeCsv([['a', 'b'], ...rows]);
				expect(
					readCsv(text)
						.slice(1)
						.map((row) => row.map(rearm))
				).toEqual(rows);
			}),
			{ seed: 20261126 }
		);
	});
	it.each(['=1+1', '+84', '-5', '@a', '\ta'])('%j is no formula', (cell) => {
		expect(disarm(cell)).toBe(`'${cell}`);
		expect(rearm(disarm(cell))).toBe(cell);
	});
});
