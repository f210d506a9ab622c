/** Signs that may stand between cells; Vietnamese spreadsheets write ";". */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads CSV into rows of cells: quotes with doubled quotes inside, line ends inside quotes, any of the usual separators
 * (the one that stands most often in the first lines outside quotes). A missing last quote ends with the text.
 */
export function readCsv(text: string): string[][] {
	const plain = text.replace(/^\uFEFF/, '');
	const separator = findSeparator(plain);
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < plain.length; at += 1) {
		const sign = plain[at] ?? '';
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (plain[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else isQuoted = false;
		} else if (sign === '"' && cell === '') isQuoted = true;
		else if (sign === separator) {
			row.push(cell);
			cell = '';
		} else if (sign === '\n' || sign === '\r') {
			if (sign === '\r' && plain[at + 1] === '\n') at += 1;
			rows.push([...row, cell]);
			row = [];
			cell = '';
		} else cell += sign;
	}
	if (cell !== '' || row.length > 0) rows.push([...row, cell]);
	return rows;
}

function findSeparator(text: string): string {
	const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
	const counts = SEPARATORS.map((sign) => head.split(sign).length);
	return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Writes rows as CSV for a spreadsheet: with a byte-order mark so that Excel reads Vietnamese, and an apostrophe before
 * cells that it would run as formulas.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	const line = (row: readonly string[]) => row.map((cell) => quote(disarm(cell))).join(',');
	return `\uFEFF${rows.map(line).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet takes as text and never as a formula. */
export function disarm(cell: string): string {
	return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What was written by `disarm`, as it was. */
export function rearm(cell: string): string {
	return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function quote(cell: string): string {
	return /[",;\n\r\t]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
