import { readCsv } from '#domain/importer/csv.ts';
import { countPlanHeads, PLAN_TEMPLATE } from '#domain/plan/planColumns.ts';
import { fail, ok, type Result } from '#domain/shared/Result.ts';
import { formOf, MOST_BYTES, textOf } from './fileForm.ts';
import { readWorkbook, writeWorkbook, type Sheet } from './workbook.ts';

/** Why a file gave no rows; the port (PlanFiles) says it in words. */
type TableFault = 'other-form' | 'old-excel' | 'too-large' | 'empty' | 'unreadable';

/** The rows of a plan's file (XLSX, or CSV by its separators), read on this PC. Never throws. */
export async function readTable(
	name: string,
	bytes: Uint8Array
): Promise<Result<Sheet[], TableFault>> {
	if (bytes.length > MOST_BYTES) return fail('too-large');
	if (bytes.length === 0) return fail('empty');
	try {
		switch (formOf(name, bytes)) {
			case 'xlsx':
				return ok(await readWorkbook(bytes));
			case 'csv':
				return ok([{ name, rows: readCsv(textOf(bytes), countPlanHeads) }]);
			case 'xls':
				return fail('old-excel');
			default:
				return fail('other-form');
		}
	} catch {
		return fail('unreadable');
	}
}

/** The empty table of a plan to fill in, as an XLSX file. */
export function planTemplate(): Promise<Uint8Array> {
	return writeWorkbook('Kế hoạch', PLAN_TEMPLATE, [6, 28, 50, 28, 28, 24, 30]);
}
