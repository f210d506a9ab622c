import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkReferences } from '#domain/catalogue/checkReferences.ts';
import { Field } from '#domain/catalogue/Field.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import { citizenTexts, sourceFaults, wordingFaults, type SourceRecord } from './catalogueRules.ts';

const ROOT = 'supabase/catalogue';
const SOURCE = '../shared/data/procedures-reference.json';

const fields = z.array(Field).parse(read(join(ROOT, 'fields.json')));
const files = readdirSync(ROOT, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap((folder) =>
		readdirSync(join(ROOT, folder.name)).map((name) => ({ folder: folder.name, name }))
	);

function read(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

describe('the fields of work', () => {
	it('have their own code and place', () => {
		expect(new Set(fields.map((field) => field.code)).size).toBe(fields.length);
		expect(new Set(fields.map((field) => field.position)).size).toBe(fields.length);
	});
	it('hold at least one procedure', () => {
		expect(files.length).toBeGreaterThan(0);
	});
});

describe.each(files)('$folder/$name', ({ folder, name }) => {
	const parsed = Procedure.safeParse(read(join(ROOT, folder, name)));
	const procedure = parsed.success ? parsed.data : undefined;

	it('has the shape of a procedure', () => expect(parsed.error).toBeUndefined());
	it('bears its code as its name and lies in its field', () => {
		expect(name).toBe(`${procedure?.code}.json`);
		expect(folder).toBe(procedure?.field);
		expect(fields.map((field) => field.code)).toContain(folder);
	});
	it('refers only to what exists', () =>
		expect(procedure && checkReferences(procedure)).toEqual([]));
	it('speaks in short sentences', () =>
		expect(procedure && wordingFaults(citizenTexts(procedure))).toEqual([]));
	it('claims no more than is verified', () =>
		expect(procedure?.provenance.verification).not.toBe('full'));
});

describe('the catalogue and its source', () => {
	const isThere = existsSync(SOURCE);
	if (!isThere)
		console.warn(
			`SKIPPED: ${SOURCE} is not here, so the catalogue is not compared with its source`
		);
	it.skipIf(!isThere)('agree on decision, result code and legal basis', () => {
		const records = read(SOURCE) as SourceRecord[];
		const faults = files.flatMap(({ folder, name }) => {
			const procedure = Procedure.parse(read(join(ROOT, folder, name)));
			const record = records.find((one) => one.code === procedure.code);
			// What has no record there must say itself that its code is not confirmed.
			if (record) return sourceFaults(procedure, record);
			return procedure.provenance.unverified.some((line) => line.includes('Mã thủ tục'))
				? []
				: [`${procedure.code} has no source record and does not say so`];
		});
		expect(faults).toEqual([]);
	});
});

describe('the checks of the catalogue see', () => {
	const birth = Procedure.parse(read(join(ROOT, 'ho-tich/1.001193.json')));

	it('a sentence of 21 words, but not of 20', () => {
		const words = (count: number) => `Một ${'chữ '.repeat(count - 1).trim()}.`;
		expect(wordingFaults([{ at: 'a', text: words(20) }])).toEqual([]);
		expect(wordingFaults([{ at: 'a', text: words(21) }])).toHaveLength(1);
		expect(wordingFaults([{ at: 'a', text: `${words(20)} ${words(21)}` }])).toHaveLength(1);
	});
	it('a small letter', () => {
		expect(wordingFaults([{ at: 'a', text: 'Được. không.' }])).toHaveLength(1);
		expect(wordingFaults([{ at: 'a', text: 'Được. “Không” cũng được. 12 số.' }])).toEqual([]);
	});
	it('every text of a paper, a question and a step', () => {
		const places = citizenTexts(birth).map(({ at }) => at);
		expect(places).toContain('paper marriage ifMissing');
		expect(places).toContain('question witness');
		expect(places).toContain('online step 4');
		expect(places).toContain('mistake 4');
	});
	it('another decision, result code or law than the source has', () => {
		const record: SourceRecord = {
			decision_no: '163/QĐ-BTP',
			result_raw: 'Giấy khai sinh [mã KQ.G15.000031];',
			legal_basis: ['60/2014/QH13', '123/2015/NĐ-CP']
		};
		const same = {
			...birth,
			legalBasis: ['Luật Hộ tịch 2014 (60/2014/QH13)', 'Nghị định 123/2015/NĐ-CP']
		};
		expect(sourceFaults(same, record)).toEqual([]);
		expect(sourceFaults({ ...same, decisionNo: '164/QĐ-BTP' }, record)).toHaveLength(1);
		expect(sourceFaults({ ...same, result: { name: 'a', code: 'b' } }, record)).toHaveLength(1);
		expect(sourceFaults({ ...same, legalBasis: ['Nghị định 1/2026/NĐ-CP'] }, record)).toHaveLength(
			1
		);
		expect(sourceFaults({ ...same, legalBasis: ['Một luật'] }, record)).toHaveLength(1);
	});
});
