/** A cell of a spreadsheet: text, a number, a local date or time (YYYY-MM-DD, YYYY-MM-DDTHH:mm), or nothing. */
export type SheetCell = string | number | { date: string } | null;

/** A sheet as it is written: its name, rows above the table (titles), the row of heads, the rows, widths in letters. */
export type SheetOf = {
	name: string;
	titles: readonly string[];
	heads: readonly string[];
	rows: readonly (readonly SheetCell[])[];
	widths: readonly number[];
};
