import { describe, expect, test } from 'vitest';
import { besideForm, daysLate, inOrder, lineName, listSheet, reportSheet } from './reportWords';
import { cellsOf } from '$lib/domain/report/testCells';
import { marchReport, rowOf } from './testReport';

test('lines have the names people know, the nameless one says so and stands last', () => {
	expect(lineName('channel', { key: '2', label: null })).toBe('Trực tuyến');
	expect(lineName('department', { key: null, label: null })).toBe('Chưa chuyển phòng nào');
	const lines = [
		{ key: null, label: null, cells: cellsOf() },
		{ key: 'b', label: 'Đất đai', cells: cellsOf() },
		{ key: 'a', label: 'Chứng thực', cells: cellsOf() }
	];
	expect(inOrder('field', lines).map(({ key }) => key)).toEqual(['a', 'b', null]);
});

describe('beside the form', () => {
	test('every share has its numbers, and what the form leaves out is told', () => {
		expect(besideForm(marchReport)).toEqual([
			'Giải quyết trước hạn và đúng hạn: 100,0 % (3/3).',
			'Nộp trực tuyến: 33,3 % (1/3) hồ sơ nhận trong kỳ.',
			'Phải bổ sung giấy tờ: 0,0 % (0/3) hồ sơ đã giải quyết.',
			'Giấy tờ có bản điện tử: 0,0 % (0/3) hồ sơ nhận trong kỳ; kết quả có bản điện tử: 0,0 % (0/3) hồ sơ đã giải quyết.',
			'Kỳ trước còn 2 hồ sơ: 1 ở cột 6, 1 ngoài biểu như trên.',
			'Người dân xin rút: 2, trong đó 1 từ kỳ trước. Không tính vào cột nào của biểu.',
			'Đang chờ giấy tờ hoặc chờ nộp tiền: 1 trong cột 11.'
		]);
	});
	test('of nothing there is no share', () => {
		expect(besideForm({ total: cellsOf(), openBefore: null })[0]).toBe(
			'Giải quyết trước hạn và đúng hạn: chưa có hồ sơ nào.'
		);
	});
});

test('the sheet has every column of the form, numbers as numbers, the total below', () => {
	const { heads, rows, widths } = reportSheet(marchReport);
	expect(heads).toHaveLength(13);
	expect(widths).toHaveLength(13);
	expect(heads.slice(2, 4)).toEqual([
		'Số hồ sơ nhận giải quyết: Tổng số (3)',
		'Số hồ sơ nhận giải quyết: Trực tuyến (4)'
	]);
	expect(rows.slice(0, 3)).toEqual([
		[1, 'Hộ tịch', 2, 1, 0, 1, 2, 2, 0, 0, 0, 0, 0],
		[2, 'Đất đai', 2, 0, 2, 0, 1, 0, 1, 0, 1, 0, 1],
		[null, 'Tổng số', 4, 1, 2, 1, 3, 2, 1, 0, 1, 0, 1]
	]);
});

describe('days late', () => {
	test.each([
		['ended a day after', rowOf(), 1],
		['still open', rowOf({ endedAt: null, fate: 'open-late' }), 20],
		[
			'late by its rounds only',
			rowOf({ endedAt: '2024-03-10T08:00', lateBecause: 'second-request' }),
			null
		],
		['in time', rowOf({ fate: 'early', lateBecause: null }), null],
		['without a date', rowOf({ dueDate: null }), null]
	])('%s', (_name, row, days) => expect(daysLate(row, '2024-03-31')).toBe(days));
});

test('a list has dates as dates, and nothing of the reader’s own dossier that tells whose it is', () => {
	const own = { ...rowOf(), own: true as const };
	const { heads, rows } = listSheet([rowOf(), own], 'Danh sách', 'Tháng 3', '2024-03-31');
	expect(heads).toHaveLength(13);
	expect(rows[0]).toEqual([
		1,
		'H99.01-240304-0001',
		'Khai sinh',
		'=Nguyễn An',
		'Trực tiếp',
		{ date: '2024-03-04T09:00' },
		{ date: '2024-03-11' },
		{ date: '2024-03-12T07:00' },
		'Quá hạn',
		1,
		'Chưa ghi lý do',
		'Tư pháp',
		'Trần Bình'
	]);
	expect(JSON.stringify(rows[1])).not.toMatch(/Nguyễn An|Trần Bình|2024-03-11/);
});
