import { describe, expect, test } from 'vitest';
import { FORM_COLUMNS, formColumns, isBalanced, Report } from './Report.ts';
import { isPeriod, periodOf } from './period.ts';
import { shareOf, stillNeeded } from './share.ts';
import { cellsOf } from './testCells.ts';

const none = cellsOf();
const march = cellsOf({
	receivedOnline: 2,
	receivedOther: 19,
	carried: 1,
	early: 4,
	onTime: 3,
	late: 6,
	openInTime: 7,
	openLate: 2,
	withdrawn: 1
});

test('the eleven columns of the form, and 3 = 7 + 11', () => {
	expect(formColumns(march)).toEqual([22, 2, 19, 1, 13, 4, 3, 6, 9, 7, 2]);
	expect(FORM_COLUMNS.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
	expect(isBalanced(march)).toBe(true);
	expect(isBalanced({ ...march, late: 5 })).toBe(false);
});

describe('a report is taken in only when', () => {
	const report = {
		from: '2024-03-01',
		to: '2024-03-31',
		judgedAt: '2024-04-01T00:00',
		by: 'field',
		agency: { id: 'a', name: 'Một cửa' },
		agencies: 1,
		department: null,
		lines: [{ key: 'ho-tich', label: 'Hộ tịch', cells: march }],
		total: march,
		openBefore: 1
	};
	test.each([
		['its lines add up', report, true],
		[
			'each line is balanced',
			{ ...report, lines: [{ ...report.lines[0], cells: { ...march, late: 5 } }] },
			false
		],
		['its total is the sum', { ...report, total: { ...march, early: 5, late: 5 } }, false],
		['it is empty', { ...report, lines: [], total: none }, true]
	])('%s', (_name, value, isTaken) => {
		expect(Report.safeParse(value).success).toBe(isTaken);
	});
});

describe('a share', () => {
	test.each([
		[1130, 2150, '52,6'],
		[22, 2150, '1,0'],
		[0, 10, '0,0'],
		[10, 10, '100,0'],
		[1999, 2000, '99,9'],
		[19_999, 20_000, '99,9'],
		[1, 20_000, '0,1'],
		[15, 10, '150,0']
	])('%i of %i is %s', (part, n, percent) => {
		expect(shareOf(part, n)).toEqual({ part, n, percent });
	});
	test('of nothing is none', () => expect(shareOf(0, 0)).toBeUndefined());
	test.each([
		[22, 2150, 5, 86],
		[108, 2150, 5, 0],
		[0, 0, 5, 0],
		[5, 100, 5, 0],
		[4, 100, 5, 1]
	])('%i of %i with a target of %i %% needs %i more', (part, n, percent, more) => {
		expect(stillNeeded(part, n, percent)).toBe(more);
	});
});

describe('periods', () => {
	test.each([
		['this-month', '2026-11-26', '2026-11-01', '2026-11-30'],
		['last-month', '2026-01-03', '2025-12-01', '2025-12-31'],
		['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
		['this-quarter', '2026-11-26', '2026-10-01', '2026-12-31'],
		['last-quarter', '2026-02-01', '2025-10-01', '2025-12-31'],
		['this-year', '2026-11-26', '2026-01-01', '2026-12-31'],
		['last-year', '2026-11-26', '2025-01-01', '2025-12-31']
	] as const)('%s on %s', (choice, today, from, to) => {
		expect(periodOf(choice, today)).toEqual({ from, to });
	});
	test.each([
		['2026-01-01', '2026-01-01', true],
		['2026-01-02', '2026-01-01', false],
		['2026-02-30', '2026-03-01', false],
		['2026-1-1', '2026-03-01', false],
		['', '', false],
		['2020-01-01', '2025-12-31', true],
		['2020-01-01', '2026-12-31', false]
	])('%s to %s: %s', (from, to, isOne) => expect(isPeriod({ from, to })).toBe(isOne));
});
