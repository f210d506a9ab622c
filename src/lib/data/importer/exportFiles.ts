import type { Field } from '#domain/catalogue/Field.ts';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { writeCsv } from '#domain/importer/csv.ts';
import { exportJson, exportRows, templateRows } from '#domain/importer/exportProcedures.ts';
import { LIST_COLUMNS } from '#domain/importer/listColumns.ts';
import { writeWorkbook } from './workbook.ts';

const WIDTHS = LIST_COLUMNS.map(({ width }) => width);

/** The forms an export can have. JSON holds everything; the lists hold what a row can say. */
export type ExportForm = 'json' | 'xlsx' | 'csv';

/** Procedures as the bytes of a file. What is exported and imported again is the same (JSON: to the letter). */
export async function exportProcedures(
	form: ExportForm,
	procedures: readonly Procedure[],
	fields: readonly Field[]
): Promise<Uint8Array> {
	if (form === 'json') return new TextEncoder().encode(exportJson(procedures, fields));
	const rows = exportRows(procedures, fields);
	return form === 'csv'
		? new TextEncoder().encode(writeCsv(rows))
		: writeWorkbook('Danh mục', rows, WIDTHS);
}

/** The empty list to fill in, made from the same columns an import reads. */
export function listTemplate(): Promise<Uint8Array> {
	return writeWorkbook('Danh mục', templateRows(), WIDTHS);
}
