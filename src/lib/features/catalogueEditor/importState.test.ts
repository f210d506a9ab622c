import { describe, expect, it, vi } from 'vitest';
import type { CatalogueImporter } from '$lib/data/ports/CatalogueImporter';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import { importFiles } from '$lib/data/importer/importFiles';
import type { CatalogueLine, CatalogueList } from '$lib/domain/catalogue/Draft';
import { fail, ok } from '$lib/domain/shared/Result';
import { birth } from '$lib/testing/builders';
import { ImportState } from './importState.svelte';
import { aCatalogue } from './testCatalogue';

const fields = [{ code: 'ho-tich', name: 'Hộ tịch', help: '', position: 1 }];
const line: CatalogueLine = {
	code: birth.code,
	title: birth.title,
	shortTitle: birth.shortTitle,
	fieldCode: 'ho-tich',
	verification: 'partial',
	status: 'published',
	versionNumber: 3,
	postedOn: null,
	postedDecision: null,
	decisionNo: null,
	drafts: 0,
	proposals: 0
};

const csv = (...rows: string[]) =>
	new File([['Mã;Tên thủ tục;Lĩnh vực', ...rows].join('\n')], 'bang.csv', {
		lastModified: Date.parse('2026-11-20T01:00:00Z')
	});

const importer = { read: importFiles, template: async () => new Uint8Array() };

async function open(
	calls: Partial<StaffCatalogue> = {},
	loadImporter: () => Promise<CatalogueImporter> = async () => importer
) {
	const list: CatalogueList = { procedures: [line], drafts: [], fields };
	const catalogue = aCatalogue({
		list: async () => ok(list),
		history: async () =>
			ok([
				{
					kind: 'version',
					versionId: 'v3',
					number: 3,
					contentHash: '',
					source: 'editor',
					isCurrent: true,
					status: 'published',
					publishedAt: '',
					effectiveOn: null,
					proposedBy: null,
					publishedBy: null,
					summary: null
				}
			]),
		version: async (versionId) =>
			ok({
				versionId,
				code: birth.code,
				number: 3,
				contentHash: '',
				content: birth,
				publishedAt: '',
				effectiveOn: null
			}),
		...calls
	});
	await catalogue.load();
	let ids = 0;
	const imports = new ImportState(catalogue, {
		loadImporter,
		now: () => new Date('2026-11-26T02:00:00Z'),
		newId: () => `id${(ids += 1)}`
	});
	return { imports };
}

const place = ok({ draftId: '', status: 'open' as const, revision: 1 });

describe('files read on this PC', () => {
	it('show what became of each record', async () => {
		const { imports } = await open();
		await imports.read([
			csv('1.900001;Cấp thẻ;Hộ tịch', '1.900001;Cấp thẻ;Hộ tịch'),
			new File(['%PDF'], 'a.pdf'),
			new File(['{"ma'], 'b.json')
		]);
		expect(imports.phase).toBe('read');
		expect(imports.drafts.map(({ draft, isKnown }) => [draft.procedure.code, isKnown])).toEqual([
			['1.900001', false]
		]);
		expect(imports.others.map(({ file, result }) => `${file} ${result.kind}`)).toEqual([
			'bang.csv skipped',
			'a.pdf skipped',
			'b.json failed'
		]);
		expect(imports.toSave).toHaveLength(1);
	});

	it('a row of a list changes only what it says of a procedure in force', async () => {
		const { imports } = await open();
		await imports.read([csv(`${birth.code};Tên mới của thủ tục;Hộ tịch`)]);
		const [row] = imports.drafts;
		expect(row).toMatchObject({ isKnown: true, isSame: false });
		expect(row?.draft.procedure.title).toBe('Tên mới của thủ tục');
		expect(row?.draft.procedure.requirements).toEqual(birth.requirements);
	});

	it('what is in force cannot be had: its row is no draft, which would empty it; the others go on', async () => {
		const { imports } = await open({ history: async () => fail({ kind: 'offline' }) });
		await imports.read([csv(`${birth.code};Tên mới;Hộ tịch`, '1.900001;Cấp thẻ;Hộ tịch')]);
		expect(imports.drafts.map(({ draft }) => draft.procedure.code)).toEqual(['1.900001']);
		expect(imports.others).toMatchObject([
			{ result: { kind: 'failed', reason: expect.stringContaining('chưa lấy được bản đang dùng') } }
		]);
	});

	it('without the list of what is in force nothing is read', async () => {
		const { imports } = await open({ list: async () => fail({ kind: 'offline' }) });
		await imports.read([csv('1.900001;Cấp thẻ;Hộ tịch')]);
		expect(imports).toMatchObject({ phase: 'failed', drafts: [] });
	});

	it('a row by name alone, and one by code alone, are about what is in force', async () => {
		const { imports } = await open();
		await imports.read([
			csv(`;${birth.title};Thú y`),
			new File([`Mã;Tóm tắt\n${birth.code};Ghi việc sinh.`], 'ma.csv')
		]);
		expect(imports.drafts).toMatchObject([
			{ isKnown: true, draft: { procedure: { requirements: birth.requirements } } }
		]);
		expect(imports.others).toMatchObject([
			{ result: { reason: expect.stringContaining(birth.code) } }
		]);
		await imports.read([new File([`Mã;Tóm tắt\n${birth.code};Ghi việc sinh.`], 'ma.csv')]);
		expect(imports.drafts).toMatchObject([
			{ draft: { procedure: { ...birth, summary: 'Ghi việc sinh.', provenance: {} } } }
		]);
	});

	it('a record of JSON is compared too', async () => {
		const { imports } = await open();
		await imports.read([new File([JSON.stringify(birth)], 'khai-sinh.json')]);
		expect(imports.drafts).toMatchObject([{ isKnown: true, isSame: true }]);
		expect(imports.toSave).toEqual([]);
	});

	it('a record of JSON that could not be compared says so, and waits to be chosen', async () => {
		const { imports } = await open({ version: async () => fail({ kind: 'offline' }) });
		await imports.read([new File([JSON.stringify(birth)], 'khai-sinh.json')]);
		expect(imports.drafts).toMatchObject([{ isKnown: true, isSame: false, isCompared: false }]);
		expect(imports.toSave).toEqual([]);
	});

	it('asks no more once the line is down', async () => {
		const history = vi.fn<StaffCatalogue['history']>(async () => fail({ kind: 'offline' }));
		const { imports } = await open({
			history,
			list: async () =>
				ok({
					procedures: [line, { ...line, code: '1.900001', title: 'Cấp thẻ' }],
					drafts: [],
					fields
				})
		});
		await imports.read([csv(`${birth.code};Tên mới;Hộ tịch`, '1.900001;Tên khác;Hộ tịch')]);
		expect(history).toHaveBeenCalledTimes(1);
		expect(imports.others).toHaveLength(2);
	});

	it('what says nothing new is not chosen', async () => {
		const { imports } = await open();
		await imports.read([csv(`${birth.code};${birth.title};Hộ tịch`)]);
		expect(imports.drafts[0]?.isSame).toBe(true);
		expect(imports.toSave).toEqual([]);
	});
});

describe('saving', () => {
	it('begins one draft each, on top of what is in force, and hands over what was guessed', async () => {
		const begin = vi.fn<StaffCatalogue['begin']>(async () => place);
		const { imports } = await open({ begin });
		await imports.read([csv('1.900001;Cấp thẻ;Hộ tịch', `${birth.code};Tên mới;Hộ tịch`)]);
		await imports.save();
		expect(
			begin.mock.calls.map(([{ procedureCode, baseVersionId }]) => [procedureCode, baseVersionId])
		).toEqual([
			['1.900001', null],
			[birth.code, 'v3']
		]);
		expect(imports.savedCount).toBe(2);
		for (const [{ report }] of begin.mock.calls)
			expect(report).toMatchObject({ file: 'bang.csv', notes: expect.any(Array) });
		await imports.save();
		expect(begin).toHaveBeenCalledTimes(2);
	});

	it('stops where the line does, and goes on with the same drafts', async () => {
		const begin = vi
			.fn<StaffCatalogue['begin']>()
			.mockResolvedValueOnce(place)
			.mockResolvedValueOnce(fail({ kind: 'offline' }))
			.mockResolvedValueOnce(fail({ kind: 'conflict', key: 'draft-exists' }))
			.mockResolvedValue(place);
		const { imports } = await open({ begin });
		await imports.read([
			csv('1.900001;A A A;Hộ tịch', '1.900002;B B B;Hộ tịch', '1.900003;C C C;Hộ tịch')
		]);
		await imports.save();
		expect(imports.savedCount).toBe(1);
		expect(imports.stoppedBy).toEqual({ kind: 'offline' });
		await imports.save();
		expect(imports.savedCount).toBe(3);
		expect(imports.stoppedBy).toBeUndefined();
		const [, second, third] = begin.mock.calls;
		expect(third?.[0].draftId).toBe(second?.[0].draftId);
	});

	it('goes past what the server refuses', async () => {
		const begin = vi
			.fn<StaffCatalogue['begin']>()
			.mockResolvedValueOnce(fail({ kind: 'invalid', key: 'content-invalid' }))
			.mockResolvedValue(place);
		const { imports } = await open({ begin });
		await imports.read([csv('1.900001;A A A;Hộ tịch', '1.900002;B B B;Hộ tịch')]);
		await imports.save();
		expect(imports.savedCount).toBe(1);
		expect(Object.values(imports.problems)).toEqual([{ kind: 'invalid', key: 'content-invalid' }]);
		expect(imports).toMatchObject({ refusedCount: 1, stoppedBy: undefined });
	});

	it('an empty list that cannot be made is told, and may be asked for again', async () => {
		const { imports } = await open();
		const { imports: offline } = await open({}, () => Promise.reject(new Error('offline')));
		expect(await offline.makeTemplate()).toBeUndefined();
		expect(offline).toMatchObject({ isMaking: false, hasNoTemplate: true });
		expect(await imports.makeTemplate()).toEqual(new Uint8Array());
		expect(imports).toMatchObject({ isMaking: false, hasNoTemplate: false });
	});

	it('a new field of work is added once for all records that ask for it', async () => {
		const saveField = vi.fn(async () => ok(null));
		const { imports } = await open({ saveField });
		await imports.read([csv('1.900001;A A A;Thú y', '1.900002;B B B;Thú y')]);
		const field = imports.drafts[0]?.draft.newField;
		expect(field?.name).toBe('Thú y');
		await imports.addField(field?.code ?? '', field?.name ?? '');
		expect(saveField).toHaveBeenCalledWith(expect.objectContaining({ name: 'Thú y', position: 2 }));
		expect(imports.drafts.map(({ draft }) => draft.procedure.field)).toEqual([
			field?.code,
			field?.code
		]);
	});
});
