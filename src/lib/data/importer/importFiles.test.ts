import { describe, expect, it } from 'vitest';
import { contentHash } from '$lib/domain/catalogue/contentHash';
import { flatRecord, getDraft, testFields } from '$lib/domain/importer/testRecords';
import { birth } from '$lib/testing/builders';
import { exportProcedures, listTemplate } from './exportFiles';
import { importFiles, inForceAtHand, type ImportFile } from './importFiles';
import { readWorkbook, writeWorkbook } from './workbook';

const setting = { fields: testFields, today: '2026-11-26' };

function file(name: string, content: string | Uint8Array): ImportFile {
	return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

describe('files of every form', () => {
	it('end each as draft, skipped or failed, in the order given', async () => {
		const list = await writeWorkbook(
			'A',
			[
				['Mã', 'Tên thủ tục'],
				['1.900005', 'Cấp thẻ']
			],
			[10, 10]
		);
		const records = await importFiles(
			[
				file('a.json', JSON.stringify(flatRecord())),
				file('b.xlsx', list),
				file('c.csv', 'Mã;Tên thủ tục\n1.900006;Gia hạn thẻ'),
				file(
					'd.csv',
					new Uint8Array([
						0xff,
						0xfe,
						...new Uint8Array(
							new Uint16Array(
								[...'Mã\tTên thủ tục\n1.900007\tTrả thẻ'].map((sign) => sign.charCodeAt(0))
							).buffer
						)
					])
				),
				file('e.pdf', '%PDF'),
				file('f.json', '{"ma_thu_tuc"'),
				file('g.xlsx', 'PK\u0003\u0004 not a workbook'),
				file('h.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])),
				file('i.json', '')
			],
			setting
		);
		expect(records.map(({ file: name, result }) => `${name} ${result.kind}`)).toEqual([
			'a.json draft',
			'b.xlsx draft',
			'c.csv draft',
			'd.csv draft',
			'e.pdf skipped',
			'f.json failed',
			'g.xlsx failed',
			'h.xls failed',
			'i.json failed'
		]);
	});
	it('of one code: the second is skipped, and says whether it is the same', async () => {
		const [, same, other] = await importFiles(
			[
				file('a.json', JSON.stringify(flatRecord())),
				file('b.json', JSON.stringify(flatRecord())),
				file('c.json', JSON.stringify(flatRecord({ linh_vuc: 'Xây dựng' })))
			],
			setting
		);
		expect(same?.result).toMatchObject({
			kind: 'skipped',
			reason: expect.stringMatching(/a\.json.*cùng nội dung/)
		});
		expect(other?.result).toMatchObject({
			kind: 'skipped',
			reason: expect.stringContaining('nội dung khác')
		});
	});
	it('say of what day their figures are', async () => {
		const [record] = await importFiles(
			[{ ...file('a.json', JSON.stringify(flatRecord())), modified: '2026-05-01' }],
			setting
		);
		expect(getDraft(record?.result).procedure.provenance.asOf).toBe('2026-05-01');
	});
});

describe('export and import', () => {
	it('JSON: the same content, to the hash', async () => {
		const bytes = await exportProcedures('json', [birth], testFields);
		const [record] = await importFiles([file('xuat.json', bytes)], setting);
		const { procedure } = getDraft(record?.result);
		expect(await contentHash(procedure)).toBe(await contentHash(birth));
	});
	it.each(['xlsx', 'csv'] as const)('%s over what is published: the same content', async (form) => {
		const bytes = await exportProcedures(form, [birth], testFields);
		const published = new Map([[birth.code, birth]]);
		const [record] = await importFiles([file(`xuat.${form}`, bytes)], {
			...setting,
			inForce: inForceAtHand(published)
		});
		expect(getDraft(record?.result).procedure).toEqual(birth);
	});
	it('the template is a workbook with one example that is left out', async () => {
		const records = await importFiles([file('mau.xlsx', await listTemplate())], setting);
		expect(records).toMatchObject([{ place: 'dòng 2', result: { kind: 'skipped' } }]);
	});
});

describe('a workbook', () => {
	it('keeps text as text: codes, line ends, what looks like a formula', async () => {
		const rows = [['1.001030', 'hai\ndòng', '=1+1', '-5', 'Hộ tịch']];
		const [sheet] = await readWorkbook(await writeWorkbook('Danh mục', rows, [10]));
		expect(sheet).toEqual({ name: 'Danh mục', rows });
	});
});
