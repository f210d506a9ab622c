import { checked } from './checked.ts';
import type { ImportContext, Imported, ImportedRecord } from './Imported.ts';
import { knownCodeOf, type InForce } from './inForce.ts';
import { readListTable, type Cell, type ListTable } from './listTable.ts';
import { makeDraft } from './makeDraft.ts';
import { openNoteBook } from './noteBook.ts';
import { isApiRecord, readApiRecord } from './readApiRecord.ts';
import { isFlatRecord, readFlatRecord } from './readFlatRecord.ts';
import { readListRow } from './readListRow.ts';

/** More records than this in one file are not a catalogue. */
const MOST_RECORDS = 20_000;

/** Every record of a JSON text: a crawl record, an API record, our own export, or an array of them. Never throws. */
export function readJsonText(text: string, context: ImportContext): ImportedRecord[] {
	const { file } = context;
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return [{ file, result: { kind: 'failed', reason: 'Không phải JSON, hoặc tệp bị cắt dở.' } }];
	}
	const records = recordsOf(value);
	if (records.length > MOST_RECORDS)
		return [{ file, result: { kind: 'failed', reason: `Tệp có hơn ${MOST_RECORDS} bản ghi.` } }];
	if (records.length === 0)
		return [{ file, result: { kind: 'skipped', reason: 'Tệp JSON này không chứa thủ tục nào.' } }];
	return records.map((record, index) => ({
		file,
		...(records.length > 1 ? { place: `bản ghi ${index + 1}` } : {}),
		result: safely(() => readRecord(record, context))
	}));
}

/** A sheet of a file, its rows found; no table when it is no list. */
export type OpenSheet = { name: string; table?: ListTable; isEmpty: boolean };

/** Finds the rows of every sheet. */
export function openSheets(
	sheets: readonly { name: string; rows: readonly (readonly Cell[])[] }[]
): OpenSheet[] {
	return sheets.map(({ name, rows }) => ({
		name,
		table: readListTable(rows),
		isEmpty: rows.every((row) =>
			row.every((cell) => cell === null || cell === undefined || cell === '')
		)
	}));
}

/** The codes in force the rows are about, each once: what must be at hand before they are read. */
export function codesInForce(
	sheets: readonly OpenSheet[],
	inForce: Pick<InForce, 'codes' | 'codeOfTitle'>
): string[] {
	const rows = sheets.flatMap(({ table }) => table?.rows ?? []);
	return [...new Set(rows.flatMap((row) => knownCodeOf(row, inForce) ?? []))];
}

/** Every row of the sheets of a list. Never throws. */
export function readSheets(sheets: readonly OpenSheet[], context: ImportContext): ImportedRecord[] {
	const { file } = context;
	const many = sheets.length > 1;
	const read = sheets.flatMap(({ name, table, isEmpty }): ImportedRecord[] => {
		const at = (number: number) => (many ? `trang ${name}, dòng ${number}` : `dòng ${number}`);
		if (!table) {
			const reason = isEmpty
				? 'Trang này không có gì.'
				: 'Không tìm thấy dòng đầu bảng có “Mã thủ tục” và “Tên thủ tục”. Hãy dùng mẫu.';
			const place = many ? { place: `trang ${name}` } : {};
			return many && isEmpty ? [] : [{ file, ...place, result: { kind: 'skipped', reason } }];
		}
		return [
			...table.skipped.map(({ number, reason }): ImportedRecord => ({
				file,
				place: at(number),
				result: { kind: 'skipped', reason }
			})),
			...table.rows.map((row): ImportedRecord => ({
				file,
				place: at(row.number),
				result: safely(() => readListRow(row, context))
			}))
		];
	});
	return read.length > 0
		? read
		: [{ file, result: { kind: 'skipped', reason: 'Danh sách không có dòng nào.' } }];
}

/** One record must never stop the others, whatever is in it. */
function safely(read: () => Imported): Imported {
	try {
		return read();
	} catch {
		return { kind: 'failed', reason: 'Không đọc được bản ghi này; hãy xem lại nó trong tệp.' };
	}
}

/** The records in a JSON value: itself, the elements of an array, or what an answer of a server wraps. */
function recordsOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.some(isRecord) ? value : [];
	if (typeof value !== 'object' || value === null) return [];
	if (isRecord(value)) return [value];
	const inner = ['procedures', 'data', 'result', 'items', 'content'].flatMap((key) => {
		const part: unknown = Reflect.get(value, key);
		return typeof part === 'object' && part !== null ? recordsOf(part) : [];
	});
	return inner;
}

function isRecord(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		(isFlatRecord(value) || isApiRecord(value) || isOwn(value))
	);
}

function isOwn(value: object): boolean {
	return 'schema' in value && 'code' in value && 'provenance' in value;
}

function readRecord(record: unknown, context: ImportContext): Imported {
	if (typeof record !== 'object' || record === null || !isRecord(record))
		return { kind: 'skipped', reason: 'Phần này không phải một thủ tục.' };
	if (isOwn(record)) return readOwn(record);
	const source = isFlatRecord(record) ? readFlatRecord(record) : readApiRecord(record);
	return source.ok ? makeDraft(source.value, context) : { kind: 'failed', reason: source.error };
}

/** A procedure of our own export: taken as it is, to the letter. */
function readOwn(record: object): Imported {
	const book = openNoteBook();
	book.read('other', 'bản xuất của chính phần mềm');
	return checked(record, { kind: 'draft', notes: book.notes });
}
