import { canonicalJson } from '#domain/catalogue/contentHash.ts';
import type { Field } from '#domain/catalogue/Field.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { readCsv } from '#domain/importer/csv.ts';
import type { ImportContext, ImportedRecord } from '#domain/importer/Imported.ts';
import { inForceOf } from '#domain/importer/inForce.ts';
import {
	codesInForce,
	openSheets,
	readJsonText,
	readSheets
} from '#domain/importer/readRecords.ts';
import { formOf, MOST_BYTES, textOf } from './fileForm.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** A file to import: its name, what is in it, and the date it was last changed (YYYY-MM-DD), where that is known. */
export type ImportFile = { name: string; bytes: Uint8Array; modified?: string };

/** What is in force, as an import asks for it: the titles of all by code, and the contents of those a list is about. */
export type InForceSource = {
	titles: ReadonlyMap<string, string>;
	/** Fetches contents; what could not be fetched is left out. */
	fetch(codes: readonly string[]): Promise<ReadonlyMap<string, Procedure>>;
};

/** What an import must know: our fields, what is in force, and today. */
export type ImportSetting = {
	fields: readonly Field[];
	inForce?: InForceSource;
	today: string;
};

/** What is in force when all of it is at hand. */
export function inForceAtHand(published: ReadonlyMap<string, Procedure>): InForceSource {
	return {
		titles: new Map([...published].map(([code, { title }]) => [code, title])),
		fetch: async () => published
	};
}

/**
 * Reads files of any of the three forms (crawl or API JSON and our own export; XLSX; CSV) into drafts, in the order given.
 * Runs in the browser and in Node. Never throws and never stops at a bad record: each ends as draft, skipped or failed,
 * with the reason. A code that came before is skipped.
 */
export async function importFiles(
	files: readonly ImportFile[],
	setting: ImportSetting
): Promise<ImportedRecord[]> {
	const records: ImportedRecord[] = [];
	for (const file of files) records.push(...(await readFile(file, setting)));
	return withoutRepeats(records);
}

async function readFile(file: ImportFile, setting: ImportSetting): Promise<ImportedRecord[]> {
	const { name, bytes, modified } = file;
	const context: ImportContext = {
		file: name,
		asOf: modified ?? setting.today,
		fields: setting.fields
	};
	const ended = (kind: 'skipped' | 'failed', reason: string): ImportedRecord[] => [
		{ file: name, result: { kind, reason } }
	];
	if (bytes.length > MOST_BYTES) return ended('failed', 'Tệp lớn hơn 40 MB.');
	if (bytes.length === 0) return ended('failed', 'Tệp rỗng.');
	try {
		switch (formOf(name, bytes)) {
			case 'json':
				return readJsonText(textOf(bytes), context);
			case 'csv':
				return await readLists([{ name, rows: readCsv(textOf(bytes)) }], context, setting);
			case 'xlsx':
				return await readLists(await readWorkbook(bytes), context, setting);
			case 'xls':
				return ended('failed', 'Tệp Excel đời cũ (.xls). Hãy lưu lại dạng .xlsx.');
			default:
				return ended('skipped', 'Không phải tệp JSON, XLSX hay CSV.');
		}
	} catch {
		return ended('failed', 'Không mở được tệp này; có thể tệp đã hỏng hoặc có mật khẩu.');
	}
}

/** Reads the rows of a list, after what is in force of their procedures was fetched. */
async function readLists(
	sheets: readonly Sheet[],
	context: ImportContext,
	{ inForce }: ImportSetting
): Promise<ImportedRecord[]> {
	const opened = openSheets(sheets);
	if (!inForce) return readSheets(opened, context);
	const named = inForceOf(inForce.titles, new Map());
	const codes = codesInForce(opened, named);
	const contents = codes.length === 0 ? new Map() : await inForce.fetch(codes);
	return readSheets(opened, { ...context, inForce: { ...named, contents } });
}

/** The second record of a code would take the place of the first without a word: it is skipped, with a word. */
function withoutRepeats(records: readonly ImportedRecord[]): ImportedRecord[] {
	const seen = new Map<string, { file: string; content: string }>();
	return records.map((record) => {
		const { result } = record;
		if (result.kind !== 'draft') return record;
		const { code } = result.procedure;
		const content = canonicalJson({ ...result.procedure, provenance: null });
		const before = seen.get(code);
		if (!before) {
			seen.set(code, { file: record.file, content });
			return record;
		}
		const same =
			before.content === content
				? 'với cùng nội dung'
				: 'với nội dung khác; hãy nhập riêng từng tệp';
		return {
			...record,
			result: {
				kind: 'skipped',
				reason: `Mã ${code} đã có ở ${before.file} trong lần nhập này, ${same}.`
			}
		};
	});
}
