import type { SheetCell, SheetOf } from '#domain/report/Sheet.ts';
import { writeCsv } from '#domain/importer/csv.ts';

/**
 * Writes one sheet. XLSX: titles, heads in bold and kept in sight, numbers and dates as such, text as text. CSV: UTF-8 with
 * a mark for spreadsheets, dates as "31/03/2026", text that begins like a formula disarmed.
 */
export async function writeSheet(form: 'xlsx' | 'csv', sheet: SheetOf): Promise<Blob> {
	return form === 'csv' ? csvOf(sheet) : workbookOf(sheet);
}

function csvOf({ titles, heads, rows }: SheetOf): Blob {
	const lines = [...titles.map((title) => [title]), heads, ...rows.map((row) => row.map(textOf))];
	return new Blob([writeCsv(lines)], { type: 'text/csv;charset=utf-8' });
}

async function workbookOf({ name, titles, heads, rows, widths }: SheetOf): Promise<Blob> {
	const { default: writeFile } = await import('write-excel-file/universal');
	const bold = { fontWeight: 'bold' as const, wrap: true, alignVertical: 'top' as const };
	const cells = [
		...titles.map((value) => [{ value, type: String, fontWeight: 'bold' as const }]),
		heads.map((value) => ({ value, type: String, ...bold })),
		...rows.map((row) => row.map(cellOf))
	];
	const file = writeFile(cells, {
		sheet: name,
		columns: widths.map((width) => ({ width })),
		stickyRowsCount: titles.length + 1
	});
	return file.toBlob();
}

function cellOf(cell: SheetCell) {
	if (cell === null || cell === '') return null;
	if (typeof cell === 'number') return { value: cell, type: Number };
	if (typeof cell === 'string')
		return { value: cell, type: String, format: '@', wrap: true, alignVertical: 'top' as const };
	const hasTime = cell.date.includes('T');
	return {
		// A spreadsheet has no zones: the local day and hour, as they are.
		value: new Date(hasTime ? `${cell.date}:00Z` : `${cell.date}T00:00:00Z`),
		type: Date,
		format: hasTime ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy'
	};
}

function textOf(cell: SheetCell): string {
	if (cell === null) return '';
	if (typeof cell !== 'object') return String(cell);
	const [day = '', time] = cell.date.split('T');
	return [day.split('-').reverse().join('/'), time].filter(Boolean).join(' ');
}
