import { describe, expect, it } from 'vitest';
import { PLAN_TEMPLATE } from './planColumns';
import { readPlanTable, type PlanSheet } from './readPlanTable';

const HEADS = [
	'STT',
	'Nhiệm vụ',
	'Cơ quan chủ trì',
	'Cơ quan phối hợp',
	'Thời gian thực hiện',
	'Sản phẩm/Kết quả'
];
const departments = [{ id: 'd1', name: 'Tư pháp – Hộ tịch' }];
const setting = { year: 2026, departments, fallback: 'Nhiệm vụ chung' };
const read = (...rows: PlanSheet['rows']) => readPlanTable([{ name: 'KH', rows }], setting);
const TASK = ['1', 'Rà soát thủ tục', 'UBND xã', 'Công an xã', 'Quý I', 'Báo cáo'];

describe('a plan as offices write it', () => {
	it('has titles above, headings between, and every row is accounted for', () => {
		const { rows, unknownColumns, sheetsWithoutHeads } = read(
			['KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026'],
			[],
			[...HEADS, 'Kinh phí'],
			['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
			['I', 'CẢI CÁCH THỂ CHẾ'],
			[
				1,
				'Rà soát văn bản',
				'Phòng Tư pháp - Hộ tịch',
				'Các phòng, ban',
				'Quý II',
				null,
				'5 triệu'
			],
			['II. Cải cách thủ tục'],
			['2', 'Công khai thủ tục', 'UBND xã', 'Công an xã, Đoàn xã (khối thôn, xóm)', 'Trước 30/6'],
			['3', 'Việc thiếu', '', '', 'Khi có hướng dẫn'],
			HEADS,
			['III', 'Đề mục trống'],
			['Nơi nhận:']
		);
		expect(rows.map((row) => [row.line, row.kind, row.kind === 'skipped' ? row.why : ''])).toEqual([
			[1, 'above', ''],
			[4, 'skipped', 'numbering'],
			[6, 'task', ''],
			[8, 'task', ''],
			[9, 'fault', ''],
			[10, 'skipped', 'heads-again'],
			[11, 'skipped', 'heading-without-tasks'],
			[12, 'skipped', 'heading-without-tasks']
		]);
		expect(rows[2]).toMatchObject({
			task: {
				heading: 'Cải cách thể chế',
				lead: 'Phòng Tư pháp - Hộ tịch',
				leadDepartmentId: 'd1',
				coordinators: ['Các phòng, ban'],
				from: '2026-04-01',
				to: '2026-06-30',
				timeWords: 'Quý II'
			}
		});
		expect(rows[3]).toMatchObject({
			task: {
				heading: 'Cải cách thủ tục',
				leadDepartmentId: null,
				coordinators: ['Công an xã', 'Đoàn xã (khối thôn, xóm)']
			},
			notes: ['before']
		});
		expect(rows[4]).toMatchObject({
			said: '3 | Việc thiếu | Khi có hướng dẫn',
			faults: [
				{ about: 'lead', fault: 'missing' },
				{ about: 'period', fault: 'unclear' }
			]
		});
		expect([unknownColumns, sheetsWithoutHeads]).toEqual([['Kinh phí'], []]);
	});

	it.each([
		[['Nội dung', 'Đơn vị chủ trì', 'Thời hạn']],
		[['NỘI DUNG CÔNG VIỆC', 'CHỦ TRÌ', 'TIẾN ĐỘ']],
		[['Nhiệm vụ cụ thể', 'Đơn vị thực hiện', 'Thời gian (dự kiến)']]
	])('with the heads %j', (heads) => {
		expect(read(heads, ['Rà soát', 'UBND xã', 'Quý I']).rows).toMatchObject([
			{ kind: 'task', task: { title: 'Rà soát', lead: 'UBND xã', to: '2026-03-31' } }
		]);
	});

	it('with first and last day apart, also as dates of a spreadsheet', () => {
		const heads = ['Nhiệm vụ', 'Chủ trì', 'Từ ngày', 'Đến ngày'];
		const [first, second] = read(
			heads,
			['Một', 'UBND xã', new Date('2026-03-01T00:00:00Z'), new Date('2026-06-30T00:00:00Z')],
			['Hai', 'UBND xã', '', '15/9']
		).rows;
		expect(first).toMatchObject({ task: { from: '2026-03-01', to: '2026-06-30' } });
		expect(second).toMatchObject({ task: { from: '2026-01-01', to: '2026-09-15' } });
	});

	it('keeps a remark beside what comes out, and takes the heading of its own column first', () => {
		const { rows } = read(
			[...HEADS, 'Ghi chú', 'Nhóm'],
			['I', 'Đề mục'],
			[...TASK, 'Làm cùng tỉnh', 'Nhóm riêng'],
			TASK
		);
		expect(rows).toMatchObject([
			{ task: { heading: 'Nhóm riêng', deliverable: 'Báo cáo\nLàm cùng tỉnh' } },
			{ task: { heading: 'Đề mục' } }
		]);
		expect(read(HEADS, TASK).rows).toMatchObject([{ task: { heading: 'Nhiệm vụ chung' } }]);
	});

	it('names what is too long or too many, and never cuts it', () => {
		const many = Array.from({ length: 21 }, (_, index) => `Đơn vị ${index}`).join(';');
		const [row] = read(HEADS, ['1', 'x'.repeat(501), 'y'.repeat(201), many, 'Quý I', '']).rows;
		expect(row).toMatchObject({
			faults: [
				{ about: 'title', fault: 'too-long' },
				{ about: 'lead', fault: 'too-long' },
				{ about: 'coordinators', fault: 'too-many' }
			]
		});
	});

	it('a sheet without heads is named, an empty one is not', () => {
		const sheets = [
			{ name: 'Khác', rows: [['Danh sách'], ['Ông A', '1980']] },
			{ name: 'Trống', rows: [[null, '']] },
			{ name: 'KH', rows: [HEADS, TASK] }
		];
		const table = readPlanTable(sheets, setting);
		expect(table.sheetsWithoutHeads).toEqual(['Khác']);
		expect(table.rows).toHaveLength(1);
	});

	it('the template is read, and its example left out with a word', () => {
		const { rows, unknownColumns } = read(...PLAN_TEMPLATE);
		expect(rows).toMatchObject([{ kind: 'skipped', why: 'example' }]);
		expect(unknownColumns).toEqual([]);
		const [heads = [], example = []] = PLAN_TEMPLATE;
		expect(read(heads, ['1', ...example.slice(1)]).rows).toMatchObject([{ kind: 'task' }]);
	});
});
