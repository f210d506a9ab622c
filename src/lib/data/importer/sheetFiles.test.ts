import { expect, test } from 'vitest';
import { writeSheet } from './sheetFiles.ts';
import { readWorkbook } from './workbook.ts';

/** A spreadsheet counts days: minutes come back with a breath of rounding. */
const minuteOf = (date: Date) =>
	new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 16);

const sheet = {
	name: 'Biểu II.06a',
	titles: ['Từ 01/03/2024 đến 31/03/2024'],
	heads: ['Lĩnh vực', 'Tổng số', 'Ngày nhận', 'Lúc'],
	rows: [
		['=HYPERLINK("http://x")', 22, { date: '2024-03-31' }, { date: '2024-03-31T23:59' }],
		['+84 912', 0, null, null]
	],
	widths: [30, 10, 12, 16]
};

test('a workbook keeps numbers and dates, and no text becomes a formula', async () => {
	const blob = await writeSheet('xlsx', sheet);
	const [read] = await readWorkbook(new Uint8Array(await blob.arrayBuffer()));
	expect(read?.name).toBe('Biểu II.06a');
	expect(
		read?.rows.map((row) => row.map((cell) => (cell instanceof Date ? minuteOf(cell) : cell)))
	).toEqual([
		['Từ 01/03/2024 đến 31/03/2024', null, null, null],
		['Lĩnh vực', 'Tổng số', 'Ngày nhận', 'Lúc'],
		['=HYPERLINK("http://x")', 22, '2024-03-31T00:00', '2024-03-31T23:59'],
		['+84 912', 0, null, null]
	]);
});

test('a CSV says dates as people do and disarms formulas', async () => {
	const text = await (await writeSheet('csv', sheet)).text();
	expect(text.split('\r\n').slice(1)).toEqual([
		'Lĩnh vực,Tổng số,Ngày nhận,Lúc',
		`"'=HYPERLINK(""http://x"")",22,31/03/2024,31/03/2024 23:59`,
		"'+84 912,0,,",
		''
	]);
});
