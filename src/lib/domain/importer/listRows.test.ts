import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '../catalogue/Procedure.ts';
import { exportRows, templateRows } from './exportProcedures.ts';
import type { ImportedRecord } from './Imported.ts';
import { inForceOf } from './inForce.ts';
import { matchHeads } from './listColumns.ts';
import type { Cell } from './listTable.ts';
import { listCells } from './listTexts.ts';
import { openSheets, readSheets } from './readRecords.ts';
import { getDraft, testContext, testFields } from './testRecords.ts';

function read(rows: Cell[][], published: Procedure[] = []): ImportedRecord[] {
	const inForce = inForceOf(
		new Map(published.map(({ code, title }) => [code, title])),
		new Map(published.map((one) => [one.code, one]))
	);
	return readSheets(
		openSheets([{ name: 'Danh mục', rows }]),
		testContext({ file: 'ds.xlsx', inForce })
	);
}

/** The draft of a list of one row. */
function readOne(heads: string[], cells: Cell[], published?: Procedure[]): Procedure {
	return getDraft(read([heads, cells], published)[0]?.result).procedure;
}

describe('heads of a list', () => {
	it.each<[string, string | undefined]>([
		['Mã TTHC', 'code'],
		['MÃ SỐ THỦ TỤC', 'code'],
		['ma thu tuc', 'code'],
		['Tên thủ tục\nhành chính', 'title'],
		['Thời hạn giải quyết (ngày)', 'limit'],
		['Phí, lệ phí (nếu có)', 'fee'],
		['Lệ phí'.normalize('NFD'), 'fee'],
		['Địa điểm thực hiện', 'where'],
		['Mức độ DVC', 'onlineLevel'],
		['Thời gian giải quyết theo quy định', 'limit'],
		['Người lập', undefined]
	])('%j', (head, key) => expect(matchHeads([head])[0]?.key).toBe(key));
	it('numbering is passed over', () => expect(matchHeads(['STT'])).toEqual([{ ignored: true }]));
	it('a column is taken once', () =>
		expect(matchHeads(['Mã', 'Mã TTHC']).map(({ key }) => key)).toEqual(['code', undefined]));
});

describe('a list of an office', () => {
	it('has titles above, groups between, numbers below its heads', () => {
		const records = read([
			['DANH MỤC THỦ TỤC HÀNH CHÍNH', null, null],
			[null, null, null],
			['STT', 'Mã TTHC', 'Tên TTHC'],
			['(1)', '(2)', '(3)'],
			['I', 'LĨNH VỰC HỘ TỊCH (2 TTHC)', null],
			[1, '1.900001', 'Cấp thẻ mượn sách'],
			['STT', 'Mã TTHC', 'Tên TTHC'],
			[2, '1.900002', 'Gia hạn thẻ']
		]);
		expect(records.map(({ place }) => place)).toEqual(['dòng 6', 'dòng 8']);
		expect(records.map(({ result }) => getDraft(result).procedure.field)).toEqual([
			'ho-tich',
			'ho-tich'
		]);
	});
	it('that says no more than names is only listed', () => {
		const procedure = readOne(['Mã', 'Tên thủ tục'], ['1.900001', 'Cấp thẻ']);
		expect(procedure.provenance).toMatchObject({
			verification: 'listed',
			unverified: [
				expect.stringContaining('chưa ai đối chiếu'),
				expect.any(String),
				expect.any(String)
			]
		});
		expect(procedure).toMatchObject({
			channels: [{ kind: 'in-person', limit: null }],
			fees: [],
			requirements: []
		});
	});
	it('gives times, fees and papers', () => {
		const procedure = readOne(
			[
				'Mã',
				'Tên thủ tục',
				'Thời hạn giải quyết',
				'Phí, lệ phí',
				'Cách thức thực hiện',
				'Mức độ',
				'Thành phần hồ sơ'
			],
			[
				'1.900001',
				'Cấp thẻ',
				'Trực tiếp: 5 ngày làm việc; Trực tuyến: 3 ngày',
				'Lệ phí thẻ: 8.000 đồng/thẻ\nHĐND tỉnh quy định',
				'Trực tiếp, trực tuyến',
				'Toàn trình',
				'- Tờ khai: 01 bản chính\n- Căn cước [xuất trình bản chính, 1 bản chính, 0 bản sao]'
			]
		);
		expect(procedure).toMatchObject({
			onlineLevel: 'full',
			channels: [
				{ kind: 'in-person', limit: { unit: 'working-day', value: 5 } },
				{ kind: 'online', limit: { unit: 'calendar-day', value: 3 } }
			],
			fees: [
				{ label: 'Lệ phí thẻ', kind: 'amount', amount: 8000, per: 'thẻ' },
				{ label: 'Phí, lệ phí', kind: 'province' }
			],
			requirements: [
				{ officialName: 'Tờ khai', kind: 'submit-original', originals: 1 },
				{ officialName: 'Căn cước', kind: 'show-original', originals: 1 }
			]
		});
	});
	it('never has a unit it does not name', () =>
		expect(
			readOne(['Mã', 'Tên', 'Thời hạn (ngày)'], ['1.900001', 'Cấp thẻ', 5]).channels[0]?.limit
		).toBeNull());
	it('keeps a code that the sheet took for a number, in doubt', () => {
		const [record] = read([
			['Mã', 'Tên thủ tục'],
			[1.90003, 'Cấp thẻ']
		]);
		const draft = getDraft(record?.result);
		expect(draft.procedure.code).toBe('1.900030');
		expect(draft.notes).toContainEqual(
			expect.objectContaining({ field: 'code', confidence: 'guessed' })
		);
	});
	it.each<[string, Cell[], string]>([
		['no code', [null, 'Cấp thẻ'], 'không có mã'],
		['a truncated code', ['1.9000', 'Cấp thẻ'], 'thiếu số'],
		['a link for a code', ['https://a/?ma=1.900001', 'Cấp thẻ'], 'không phải mã'],
		['no name', ['1.900001', null], 'Không có tên']
	])('a row with %s fails, and the next one goes on', (_, row, reason) => {
		const [first, second] = read([['Mã', 'Tên thủ tục'], row, ['1.900009', 'Khác']]);
		expect(first?.result).toMatchObject({
			kind: 'failed',
			reason: expect.stringContaining(reason)
		});
		expect(second?.result.kind).toBe('draft');
	});
	it('skips only the example row of the template, not a row that gives an example', () => {
		const [example, own] = read([
			['Mã', 'Tên thủ tục', 'Tóm tắt'],
			[' ví dụ ', 'Đăng ký khai tử', null],
			['1.900001', 'Ví dụ điển hình', 'Ví dụ: thẻ thư viện xã']
		]);
		expect(example?.result.kind).toBe('skipped');
		expect(getDraft(own?.result).procedure.summary).toBe('Ví dụ: thẻ thư viện xã');
	});
	it.each<[Cell, Procedure['onlineLevel']]>([
		['không', 'none'],
		[false, 'none'],
		['Chưa cung cấp trực tuyến', 'none'],
		['Mức độ 4', 'full'],
		['DVC một phần', 'partial'],
		['Không toàn trình', 'unknown'],
		['Toàn trình hoặc một phần', 'unknown'],
		['có', 'unknown']
	])('online level %j is %s, and words that say neither are told', (cell, level) => {
		const [record] = read([
			['Mã', 'Tên thủ tục', 'Mức độ'],
			['1.900001', 'Cấp thẻ', cell]
		]);
		const { procedure, notes } = getDraft(record?.result);
		expect(procedure.onlineLevel).toBe(level);
		expect(notes).toContainEqual(
			expect.objectContaining({
				field: 'onlineLevel',
				confidence: level === 'unknown' ? 'dropped' : 'read',
				source: cell === false ? 'không' : cell
			})
		);
	});
	it('a column nobody knows is told', () => {
		const [record] = read([
			['Mã', 'Tên thủ tục', 'Người lập'],
			['1.900001', 'Cấp thẻ', 'An']
		]);
		expect(getDraft(record?.result).notes).toContainEqual(
			expect.objectContaining({ field: 'other', confidence: 'dropped', source: 'Người lập: An' })
		);
	});
	it('without heads is skipped', () =>
		expect(
			read([
				['a', 'b'],
				['c', 'd']
			])[0]?.result
		).toMatchObject({ kind: 'skipped', reason: expect.stringContaining('Mã thủ tục') }));
	it('the template brings nothing but its heads', () =>
		expect(read(templateRows())).toMatchObject([
			{ result: { kind: 'skipped', reason: expect.stringContaining('ví dụ') } }
		]));
});

describe('a list over what is published', () => {
	const heads = ['Mã', 'Tên thủ tục', 'Thời hạn giải quyết'];
	it('changes only what it says otherwise', () => {
		const procedure = readOne(heads, [birth.code, birth.title, '3 ngày làm việc'], [birth]);
		expect(procedure.requirements).toEqual(birth.requirements);
		expect(procedure.questions).toEqual(birth.questions);
		expect(procedure.channels.map(({ limit }) => limit)).toEqual(
			birth.channels.map(() => ({ unit: 'working-day', value: 3 }))
		);
		expect(procedure.channels.map(({ steps }) => steps)).toEqual(
			birth.channels.map(({ steps }) => steps)
		);
		expect(procedure.provenance.unverified).toContain('Nhập từ ds.xlsx, chưa ai đối chiếu');
	});
	it('“không” is an online level of its own, also over a published one', () => {
		const online: Procedure = { ...birth, onlineLevel: 'full' };
		const changed = readOne(
			['Mã', 'Tên thủ tục', 'Mức độ'],
			[birth.code, birth.title, 'Không'],
			[online]
		);
		expect(changed).toMatchObject({ onlineLevel: 'none' });
	});
	it('in the same words changes nothing', () =>
		expect(readOne(['Mã', 'Tên thủ tục'], [birth.code, birth.title], [birth])).toEqual(birth));
	it('finds the code of exactly one name, in doubt', () => {
		const [record] = read(
			[
				['Mã', 'Tên thủ tục'],
				[null, birth.title.toUpperCase()]
			],
			[birth]
		);
		const draft = getDraft(record?.result);
		expect(draft.procedure.code).toBe(birth.code);
		expect(draft.notes.filter(({ field }) => field === 'code')).toMatchObject([
			{ confidence: 'guessed' }
		]);
	});
	it('never takes a name that is only like another', () =>
		expect(
			read(
				[
					['Mã', 'Tên thủ tục'],
					[null, `${birth.title} lại`]
				],
				[birth]
			)[0]?.result.kind
		).toBe('failed'));
});

describe('export and import', () => {
	it('give the same cells', () => {
		const fields = [...testFields];
		const [heads = [], cells = []] = exportRows([birth], fields);
		expect(listCells(readOne(heads, cells), fields)).toEqual(listCells(birth, fields));
	});
	it('over what is published change nothing', () => {
		const [heads = [], cells = []] = exportRows([birth], testFields);
		expect(readOne(heads, cells, [birth])).toEqual(birth);
	});
});
