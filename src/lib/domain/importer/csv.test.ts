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
