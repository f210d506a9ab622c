import { describe, expect, test } from 'vitest';
import type { LateReasons } from '$lib/domain/report/LateReasons';
import { cellsOf } from '$lib/domain/report/testCells';
import { digitalSheet, digitalTable, lateSheet, lateTable } from './lineRows';
import { marchReport } from './testReport';

const late: LateReasons = {
	from: '2024-03-01',
	to: '2024-03-31',
	judgedAt: '2024-04-01T00:00',
	by: 'field',
	agency: { id: 'a', name: 'Một cửa xã Bến Đò' },
	agencies: 1,
	department: null,
	lines: [
		{
			key: 'ho-tich',
			label: 'Hộ tịch',
			late: 5,
			openLate: 2,
			reasons: { overdue: 6, 'asked-late': 1 }
		},
		{ key: null, label: null, late: 1, openLate: 0, reasons: { 'part-late': 1 } }
	]
};

describe('why late', () => {
	test('a column for each reason that occurs, the total and its shares', () => {
		const { heads, rows, totals } = lateTable(late, false);
		expect(heads.slice(4)).toEqual([
			'Hết hạn rồi mới yêu cầu bổ sung hoặc nộp tiền',
			'Phần việc của cơ quan khác bị chậm',
			'Chưa ghi lý do'
		]);
		expect(
			[...rows, ...totals].map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])
		).toEqual([
			['Hộ tịch', 7, 5, 2, 1, 0, 6],
			['Không rõ lĩnh vực', 1, 1, 0, 0, 1, 0],
			['Tổng số', 8, 6, 2, 1, 1, 6],
			['Tỷ lệ', '', '75,0 % (6/8)', '25,0 % (2/8)', '12,5 % (1/8)', '12,5 % (1/8)', '75,0 % (6/8)']
		]);
	});

	test('only lines that can be told apart lead to their list, and only when asked', () => {
		const hrefs = (linked: boolean) =>
			lateTable(late, linked).rows.map(({ cells }) => cells[0]?.href);
		expect(hrefs(true)).toEqual([
			'/can-bo/bao-cao/ho-so?tu=2024-03-01&den=2024-03-31&cot=everyLate&linh-vuc=ho-tich',
			undefined
		]);
		expect(hrefs(false)).toEqual([undefined, undefined]);
	});

	test('the sheet has numbers as numbers', () => {
		const { heads, rows, widths } = lateSheet(late);
		expect(widths).toHaveLength(heads.length);
		expect(rows[0]).toEqual(['Hộ tịch', 7, 5, 2, 1, 0, 6]);
	});
});

describe('files', () => {
	const report = {
		...marchReport,
		lines: [
			{ key: 'dat-dai', label: 'Đất đai', cells: cellsOf({ receivedOther: 4, withFiles: 3 }) }
		],
		total: cellsOf({ receivedOther: 4, withFiles: 3 })
	};

	test('each share with its numbers; of nothing there is none', () => {
		expect(digitalTable(report, false).rows[0]?.cells.map(({ value }) => value)).toEqual([
			4,
			3,
			'75,0 % (3/4)',
			0,
			0,
			'–'
		]);
		expect(digitalSheet(report).rows).toHaveLength(2);
	});

	test('what was received leads to its list', () => {
		const { rows, totals } = digitalTable(report, true);
		expect(rows[0]?.cells.map(({ href }) => !!href)).toEqual([
			true,
			false,
			false,
			false,
			false,
			false
		]);
		expect(totals[0]?.cells[0]?.href).toBe(
			'/can-bo/bao-cao/ho-so?tu=2024-03-01&den=2024-03-31&cot=received'
		);
	});
});
