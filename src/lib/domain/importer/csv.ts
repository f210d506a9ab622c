import { matchHeads } from './listColumns.ts';

/** Signs that may stand between cells; Vietnamese spreadsheets write ";". */
const SEPARATORS = [',', ';', '\t'] as const;

type Separator = (typeof SEPARATORS)[number];

/** Lines that decide the separator: titles may stand above the heads. */
const HEAD_ROWS = 40;

/**
 * Reads CSV into rows of cells: quotes with doubled quotes inside, line ends inside quotes, any of the usual separators
 * (see `findSeparator`). A missing last quote ends with the text. `countHeads` says how many heads of the list a row
 * has; without it, of the catalogue.
 */
export function readCsv(text: string, countHeads: CountHeads = countCatalogueHeads): string[][] {
	const plain = text.replace(/^\uFEFF/, '');
	const [line = '', named] = /^sep=([,;\t])(?:\r\n?|\n)/i.exec(plain) ?? [];
	const body = plain.slice(line.length);
	return cut(body, SEPARATORS.find((sign) => sign === named) ?? findSeparator(body, countHeads));
}

type CountHeads = (row: readonly string[]) => number;

const countCatalogueHeads: CountHeads = (row) => matchHeads(row).filter(({ key }) => key).length;

function cut(text: string, separator: Separator, most = Infinity): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < text.length && rows.length < most; at += 1) {
		const sign = text[at] ?? '';
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else isQuoted = false;
		} else if (sign === '"' && cell.trim() === '') {
			cell = '';
			isQuoted = true;
		} else if (sign === separator) {
			row.push(cell);
			cell = '';
		} else if (sign === '\n' || sign === '\r') {
			if (sign === '\r' && text[at + 1] === '\n') at += 1;
			rows.push([...row, cell]);
			row = [];
			cell = '';
		} else cell += sign;
	}
	if (cell !== '' || row.length > 0) rows.push([...row, cell]);
	return rows;
}

/**
 * The separator that cuts the first lines best: the one with which a line names most of our columns; where none names
 * any, the one with which most lines have as many cells as the first. Cells in quotes are cut as they will be read.
 */
function findSeparator(text: string, countHeads: CountHeads): Separator {
	const scored = SEPARATORS.map((sign) => {
		const rows = cut(text, sign, HEAD_ROWS);
		const heads = rows.map(countHeads);
		const width = rows[0]?.length ?? 0;
		const alike = width < 2 ? 0 : rows.filter((row) => row.length === width).length;
		return { sign, heads: Math.max(0, ...heads), alike, width };
	});
	const [best] = scored.sort((a, b) => b.heads - a.heads || b.alike - a.alike || b.width - a.width);
	return best?.sign ?? ',';
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
