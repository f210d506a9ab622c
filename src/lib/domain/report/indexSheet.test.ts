import { describe, expect, test } from 'vitest';
import { parsePoints, weighedOf, type IndexGroup, type IndexLine } from './IndexSheet.ts';
import { lateTotal, LateReasons, reasonsIn } from './LateReasons.ts';
import { percentOf, shareOf } from './share.ts';

test.each([
	['7', 7],
	[' 7,5 ', 7.5],
	['7.25', 7.25],
	['100', 100],
	['', null],
	['  ', null],
	['0', undefined],
	['101', undefined],
	['7,125', undefined],
	['-3', undefined],
	['bảy', undefined]
])('points typed as "%s": %s', (text, points) => {
	expect(parsePoints(text)).toBe(points);
});

test.each([
	[1, '100,0'],
	[0.9999, '99,9'],
	[0.338_46, '33,8'],
	[0.0001, '0,1'],
	[0, '0,0'],
	[1.298, '129,8']
])('a ratio of %d is %s per cent', (ratio, text) => {
	expect(percentOf(ratio)).toBe(text);
});

test('of nothing there is no share, and a share is its ratio', () => {
	expect(shareOf(0, 0)).toBeUndefined();
	expect(shareOf(7, 13)?.percent).toBe(percentOf(7 / 13));
});

test('groups and lines in the order of the index', () => {
	const line = { code: '2.1' } as IndexLine;
	const group = { code: '2', lines: [line] } as IndexGroup;
	expect(weighedOf({ groups: [group] }).map(({ kind, of }) => `${kind} ${of.code}`)).toEqual([
		'group 2',
		'line 2.1'
	]);
});

describe('why dossiers were late', () => {
	const line = {
		key: 'ho-tich',
		label: 'Hộ tịch',
		late: 5,
		openLate: 2,
		reasons: { overdue: 5, 'asked-late': 1, 'second-request': 1 }
	};
	const report = {
		from: '2024-03-01',
		to: '2024-03-31',
		judgedAt: '2024-04-01T00:00',
		by: 'field',
		agency: { id: 'a', name: 'Một cửa' },
		agencies: 1,
		department: null,
		lines: [line]
	};

	test.each([
		['it adds up', report, true],
		['a reason is missing', { ...report, lines: [{ ...line, late: 6 }] }, false],
		['a reason nobody knows', { ...report, lines: [{ ...line, reasons: { x: 7 } }] }, false],
		['a line nobody asked for', { ...report, by: 'officer' }, false]
	])('%s', (_, answer, isGood) => {
		expect(LateReasons.safeParse(answer).success).toBe(isGood);
	});

	test('lines add up, reasons stand in one order', () => {
		const other = { ...line, late: 1, openLate: 0, reasons: { 'part-late': 1 } };
		expect(lateTotal([line, other])).toEqual({
			late: 6,
			openLate: 2,
			reasons: { 'second-request': 1, 'asked-late': 1, 'part-late': 1, overdue: 5 }
		});
		expect(reasonsIn([line, other])).toEqual([
			'second-request',
			'asked-late',
			'part-late',
			'overdue'
		]);
		expect(lateTotal([])).toEqual({ late: 0, openLate: 0, reasons: {} });
	});
});
