import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { Procedure } from '../catalogue/Procedure.ts';
import { inForceOf } from './inForce.ts';
import type { Draft, FieldNote } from './Imported.ts';
import { LIST_COLUMNS, type ColumnKey } from './listColumns.ts';
import { listCells } from './listTexts.ts';
import { openSheets, readSheets } from './readRecords.ts';
import { getDraft, testContext, testFields } from './testRecords.ts';

/** Reads a row with these cells over what is in force. */
function readOver(base: Procedure, cells: Partial<Record<ColumnKey, string>>): Draft {
	const columns = LIST_COLUMNS.filter(({ key }) => cells[key] !== undefined);
	const rows = [columns.map(({ title }) => title), columns.map(({ key }) => cells[key])];
	const inForce = inForceOf(new Map([[base.code, base.title]]), new Map([[base.code, base]]));
	const sheets = openSheets([{ name: 'Danh mục', rows }]);
	return getDraft(readSheets(sheets, testContext({ file: 'ds.xlsx', inForce }))[0]?.result);
}

/** The row an export writes, with one cell written over. */
function edited(key: ColumnKey, change: (cell: string) => string, base = birth): Draft {
	const cells = listCells(base, testFields);
	return readOver(base, { ...cells, [key]: change(cells[key]) });
}

const named = { code: birth.code, title: birth.title };
const dropped = (draft: Draft) =>
	draft.notes.filter(({ confidence }) => confidence === 'dropped').map(({ source }) => source);
const without = (line: string) => (cell: string) =>
	cell
		.split('\n')
		.filter((one) => !one.startsWith(line))
		.join('\n');

describe('one line of a list that changed', () => {
	it('of the papers: that paper keeps its reasons, all others stay, and so do questions and remarks', () => {
		const { procedure } = edited('papers', (cell) =>
			cell.replace(
				'Giấy cam đoan về việc sinh [nộp bản chính, 1 bản chính',
				'Giấy cam đoan về việc sinh [nộp bản chính, 2 bản chính'
			)
		);
		expect(procedure.requirements).toEqual(
			birth.requirements.map((one) => (one.id === 'birth-pledge' ? { ...one, originals: 2 } : one))
		);
		expect(procedure.questions).toEqual(birth.questions);
		expect(procedure.notes).toEqual(birth.notes);
	});
	it('of the papers, in its name: the rest of that paper is kept, in doubt', () => {
		const { procedure, notes } = edited('papers', (cell) =>
			cell.replace('Giấy chứng sinh [', 'Giấy chứng sinh do cơ sở y tế cấp [')
		);
		expect(procedure.requirements).toEqual(
			birth.requirements.map((one) =>
				one.id === 'birth-certificate-paper'
					? { ...one, officialName: 'Giấy chứng sinh do cơ sở y tế cấp' }
					: one
			)
		);
		expect(notes).toContainEqual(
			expect.objectContaining({ field: 'requirements.name', confidence: 'guessed' })
		);
	});
	it('of the papers, added: the others stay, and its id is its own', () => {
		const { procedure } = edited(
			'papers',
			(cell) => `${cell}\nHợp đồng [bản sao, 0 bản chính, 1 bản sao]`
		);
		expect(procedure.requirements.slice(0, -1)).toEqual(birth.requirements);
		expect(procedure.requirements.at(-1)).toMatchObject({ id: 'hop-dong', kind: 'photocopy' });
	});
	it('of the papers, left out: that paper goes, and it is told', () => {
		const draft = edited('papers', without('Giấy cam đoan'));
		expect(draft.procedure.requirements).toEqual(
			birth.requirements.filter(({ id }) => id !== 'birth-pledge')
		);
		expect(dropped(draft)).toContain('Giấy cam đoan về việc sinh');
	});
	it('of the fees: conditions, notes and what the others say stay', () => {
		const { procedure } = edited('fee', (cell) => cell.replace('8.000 đồng', '10.000 đồng'));
		const [first, second, third] = birth.fees;
		expect(procedure.fees).toEqual([
			first,
			second,
			{ ...third, amount: 10_000, source: expect.any(String) }
		]);
	});
	it('of the papers, one put in the place of quite another: both are told, nothing is taken over', () => {
		const draft = edited('papers', (cell) =>
			cell.replace('Giấy cam đoan về việc sinh [', 'Hộ chiếu của mẹ [')
		);
		expect(dropped(draft)).toContain('Giấy cam đoan về việc sinh');
		expect(draft.procedure.requirements.slice(0, -1)).toEqual(
			birth.requirements.filter(({ id }) => id !== 'birth-pledge')
		);
		expect(draft.procedure.requirements.at(-1)).toMatchObject({
			id: 'ho-chieu-cua-me',
			officialName: 'Hộ chiếu của mẹ',
			why: ''
		});
	});
	it('of the fees, in another order and with a new one: ours stand as before, the new one behind', () => {
		const { procedure } = edited('fee', (cell) =>
			['Phí giao tận nhà: 30.000 đồng', ...cell.split('\n').reverse()].join('\n')
		);
		expect(procedure.fees.slice(0, -1)).toEqual(birth.fees);
		expect(procedure.fees.at(-1)).toMatchObject({ label: 'Phí giao tận nhà', amount: 30_000 });
	});
	it('of the legal basis: each line is a document, nothing was cut', () => {
		const { notes } = edited('legalBasis', (cell) => `${cell}\nNghị định số 1/2026/NĐ-CP`);
		expect(notes.filter(({ field }) => field === 'legalBasis')).toEqual([
			expect.objectContaining({ confidence: 'read', why: '' })
		]);
	});
	it('of the fees, in words nobody can read: the fee stays, the words are told', () => {
		const draft = edited('fee', (cell) => cell.replace('8.000 đồng/bản', 'theo thông tư'));
		expect(draft.procedure.fees).toEqual(birth.fees);
		expect(dropped(draft)).toContain('Bản sao Giấy khai sinh (nếu xin thêm): theo thông tư');
	});
	it('of the limits: the other ways to file, the remark and the steps stay', () => {
		const { procedure } = readOver(birth, { ...named, limit: 'Trực tiếp: 3 ngày làm việc' });
		expect(procedure.channels).toEqual(
			birth.channels.map((channel) =>
				channel.kind === 'in-person'
					? { ...channel, limit: { unit: 'working-day', value: 3 } }
					: channel
			)
		);
	});
	it('of the limits, in words nobody can read: the limit stays, the words are told', () => {
		const draft = readOver(birth, { ...named, limit: 'Trong ngày làm việc tiếp theo' });
		expect(draft.procedure).toEqual(birth);
		expect(dropped(draft)).toContain('Trong ngày làm việc tiếp theo');
	});
	it('of the places: one place is where people walk to, not the website', () => {
		const { procedure } = readOver(birth, { ...named, where: 'Nhà văn hóa thôn Một' });
		expect(procedure.channels.map(({ where }) => where)).toEqual([
			birth.channels[0]?.where,
			'Nhà văn hóa thôn Một',
			birth.channels[2]?.where
		]);
	});
	it('of the result: its code stays, in doubt', () => {
		const { procedure } = readOver(birth, { ...named, result: 'Giấy khai sinh bản giấy' });
		expect(procedure.result).toEqual({ ...birth.result, name: 'Giấy khai sinh bản giấy' });
	});
	it('of the field, one we do not have: ours stays and the other is proposed', () => {
		const draft = readOver(birth, { ...named, field: 'Thú y' });
		expect(draft.procedure.field).toBe(birth.field);
		expect(draft.newField?.name).toBe('Thú y');
	});
	it('of the level, one that is no more: ours stays', () => {
		const draft = readOver({ ...birth, level: 'province' }, { ...named, level: 'Cấp huyện' });
		expect(draft.procedure.level).toBe('province');
		expect(dropped(draft)).toContain('Cấp huyện');
	});
});

describe('a list that is none of ours', () => {
	it('of papers called otherwise: ours stay, theirs are told', () => {
		const draft = readOver(birth, { ...named, papers: 'Tờ khai; CCCD\nẢnh 3x4: 02 bản chính' });
		expect(draft.procedure.requirements).toEqual(birth.requirements);
		expect(dropped(draft)).toEqual(['Tờ khai; CCCD', 'Ảnh 3x4']);
	});
	it('of papers without counts: those of our names are ours', () => {
		const draft = readOver(birth, {
			...named,
			papers: 'Giấy chứng sinh\nGiấy cam đoan về việc sinh'
		});
		expect(draft.procedure.requirements.map(({ id }) => id)).toEqual([
			'birth-certificate-paper',
			'birth-pledge'
		]);
		expect(draft.procedure.requirements[0]).toEqual(birth.requirements[1]);
	});
	it('of one fee where ours are several: ours stay, theirs is told', () => {
		const draft = readOver(birth, { ...named, fee: '5.000 đồng' });
		expect(draft.procedure.fees).toEqual(birth.fees);
		expect(dropped(draft)).toEqual(['5.000 đồng']);
	});
	it('of “không”: ours stays, and it is told', () => {
		const draft = readOver(birth, { ...named, fee: 'Không' });
		expect(draft.procedure).toEqual(birth);
		expect(dropped(draft)).toEqual(['Không']);
	});
	it('of ways to file we do not know, and of lines for ways it does not have: told', () => {
		const draft = readOver(birth, {
			...named,
			channels: 'Trực tiếp; qua Zalo',
			limit: 'Trực tiếp: 3 ngày\nTrực tuyến: 2 ngày'
		});
		expect(draft.procedure.channels.map(({ kind }) => kind)).toEqual(['in-person']);
		expect(draft.procedure.channels[0]?.steps).toEqual(birth.channels[1]?.steps);
		expect(dropped(draft)).toEqual(expect.arrayContaining(['qua Zalo', '2 ngày']));
	});
});

describe('the report of a row over what is in force', () => {
	const fieldsOf = (notes: readonly FieldNote[]) => [...new Set(notes.map(({ field }) => field))];

	it('speaks only of what the row says: what stays authored is neither missing nor guessed', () => {
		const { notes } = readOver(birth, { ...named, summary: 'Ghi việc sinh.' });
		expect(notes.map(({ field, confidence }) => `${field} ${confidence}`).sort()).toEqual([
			'code read',
			'summary read',
			'title read'
		]);
	});
	it('of an export that comes back has nothing in doubt', () => {
		const { notes } = edited('title', (cell) => cell);
		expect(notes.filter(({ confidence }) => confidence !== 'read')).toEqual([]);
		expect(fieldsOf(notes)).toContain('requirements.name');
	});
});
