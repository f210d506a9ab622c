import { fold } from '../shared/fold.ts';
import { cleanText } from './cleanText.ts';
import { rearm } from './csv.ts';
import { EXAMPLE_MARK, matchHeads, type ColumnKey } from './listColumns.ts';

/** A cell of a sheet as its reader gives it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** A row of a list: its number in the sheet, its cells by column, and the cells nobody knows, by their head. */
export type ListRow = {
	number: number;
	cells: Partial<Record<ColumnKey, string>>;
	/** The code as the sheet holds it: a number has lost its zeros. */
	code: string | number;
	unknown: { head: string; text: string }[];
};

/** A sheet as a list: its rows, or the rows that are none of ours with the reason. */
export type ListTable = { rows: ListRow[]; skipped: { number: number; reason: string }[] };

/** Heads are looked for in so many rows: offices put titles and decisions above. */
const HEAD_ROWS = 40;
/** A list must have one of these and at least two columns of ours. */
const NEEDED: readonly ColumnKey[] = ['code', 'title'];

/** Finds the heads of a sheet and cuts it into rows; undefined when no row looks like heads. */
export function readListTable(sheet: readonly (readonly Cell[])[]): ListTable | undefined {
	const texts = sheet.map((row) => row.map(textOf));
	const heads = texts.slice(0, HEAD_ROWS).map(matchHeads);
	const counts = heads.map((row) =>
		row.some(({ key }) => key && NEEDED.includes(key)) ? row.filter(({ key }) => key).length : 0
	);
	const most = Math.max(0, ...counts);
	if (most < 2) return undefined;
	const headAt = counts.indexOf(most);
	const columns = heads[headAt] ?? [];
	const names = texts[headAt] ?? [];
	const table: ListTable = { rows: [], skipped: [] };
	let group = '';
	for (let at = headAt + 1; at < texts.length; at += 1) {
		const row = texts[at] ?? [];
		const filled = row.filter((text) => text !== '');
		if (filled.length === 0 || isNumbering(filled) || isHead(row, names)) continue;
		const field = findGroup(filled);
		if (field !== undefined) {
			group = field;
			continue;
		}
		if (isExample(row, columns)) {
			table.skipped.push({ number: at + 1, reason: 'Dòng ví dụ của mẫu.' });
			continue;
		}
		table.rows.push(rowOf(at + 1, row, sheet[at] ?? [], columns, names, group));
	}
	return table;
}

/** The example of the template: its mark stands where a code stands. */
function isExample(row: readonly string[], columns: ReturnType<typeof matchHeads>): boolean {
	return row.some(
		(text, index) => columns[index]?.key === 'code' && fold(text) === fold(EXAMPLE_MARK)
	);
}

function rowOf(
	number: number,
	row: readonly string[],
	raw: readonly Cell[],
	columns: ReturnType<typeof matchHeads>,
	names: readonly string[],
	group: string
): ListRow {
	const cells: ListRow['cells'] = {};
	const unknown: ListRow['unknown'] = [];
	let code: string | number = '';
	row.forEach((text, index) => {
		const { key, ignored } = columns[index] ?? {};
		if (key === 'code') {
			const own = raw[index];
			code = typeof own === 'number' ? own : text;
		}
		if (key) cells[key] = text;
		else if (!ignored && text !== '') unknown.push({ head: names[index] ?? '', text });
	});
	if (!cells.field && group !== '') cells.field = group;
	return { number, cells, code, unknown };
}

function textOf(cell: Cell): string {
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime())
			? ''
			: cell.toISOString().slice(0, 10).split('-').reverse().join('/');
	if (typeof cell === 'boolean') return cell ? 'có' : 'không';
	return rearm(cleanText(cell));
}

/** "(1) (2) (3)" under the heads. */
function isNumbering(filled: readonly string[]): boolean {
	return filled.length > 1 && filled.every((text) => /^\(?\d{1,2}\)?$/.test(text));
}

/** The heads once more, on the next printed page. */
function isHead(row: readonly string[], names: readonly string[]): boolean {
	return row.some(Boolean) && row.every((text, index) => fold(text) === fold(names[index] ?? ''));
}

/** "II. LĨNH VỰC HỘ TỊCH (37 TTHC)": a row that only names the field of the rows below. */
function findGroup(filled: readonly string[]): string | undefined {
	if (filled.length > 3) return undefined;
	const text = filled.join(' ').replace(/\s+/g, ' ');
	const [, name] =
		/^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})?[.)\-\s]*lĩnh vực\s*:?\s*([^:]{2,80}?)\s*(?:\([^)]*\))?\s*:?$/iu.exec(
			text
		) ?? [];
	if (name === undefined) return undefined;
	return name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}
