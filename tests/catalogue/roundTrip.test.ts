import { describe, expect, it } from 'vitest';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { listCells } from '#domain/importer/listTexts.ts';
import { exportProcedures } from '#importer/exportFiles.ts';
import { importFiles, inForceAtHand, type ImportSetting } from '#importer/importFiles.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { readCatalogue, readFields } from './catalogueFiles.ts';

const fields = readFields();
const catalogue = readCatalogue()
	.flatMap(({ procedure }) => procedure ?? [])
	.sort((a, b) => (a.code < b.code ? -1 : 1));

async function bringBack(
	form: 'json' | 'xlsx' | 'csv',
	more: Partial<ImportSetting> = {}
): Promise<Procedure[]> {
	const bytes = await exportProcedures(form, catalogue, fields);
	const records = await importFiles([{ name: `xuat.${form}`, bytes }], {
		fields,
		today: '2026-11-26',
		...more
	});
	return records.flatMap(({ result }) => (result.kind === 'draft' ? [result.procedure] : []));
}

describe('the whole catalogue, exported and imported', { timeout: 30_000 }, () => {
	it('as JSON has the same hashes', async () => {
		const back = await bringBack('json');
		expect(await Promise.all(back.map(contentHash))).toEqual(
			await Promise.all(catalogue.map(contentHash))
		);
	});
	it.each(['xlsx', 'csv'] as const)('as a list in %s has the same listed fields', async (form) => {
		const back = await bringBack(form);
		expect(back.map((one) => listCells(one, fields))).toEqual(
			catalogue.map((one) => listCells(one, fields))
		);
	});
	it('as a list over what is published changes nothing', async () => {
		const published = new Map(catalogue.map((one) => [one.code, one]));
		expect(await bringBack('xlsx', { inForce: inForceAtHand(published) })).toEqual(catalogue);
	});
});
