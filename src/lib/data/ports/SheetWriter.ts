import type { SheetOf } from '$lib/domain/report/Sheet';

/** Makes files for a spreadsheet. Numbers and dates stay numbers and dates; no text is ever taken for a formula. */
export interface SheetWriter {
	write(form: 'xlsx' | 'csv', sheet: SheetOf): Promise<Blob>;
}
