import { fold } from '../shared/fold.ts';
import { tidyLine, tidyText } from '../shared/tidyText.ts';
import type { Named, PlanTaskText } from './Plan.ts';
import { countPlanHeads, EXAMPLE_NUMBER, planColumns, type PlanColumn } from './planColumns.ts';
import { readPeriod, type PeriodFault, type PeriodNote } from './readPeriod.ts';

/** A cell of a sheet as its reader gives it. */
type Cell = string | number | boolean | Date | null | undefined;
export type PlanSheet = { name: string; rows: readonly (readonly Cell[])[] };

/** Why a row is no task: a cell that is empty, too long, or a time that cannot be read. */
export type RowFault =
	| { about: 'title' | 'lead'; fault: 'missing' | 'too-long' }
	| { about: 'coordinators'; fault: 'too-many' | 'too-long' }
	| { about: 'heading' | 'deliverable' | 'period'; fault: 'too-long' }
	| { about: 'period'; fault: PeriodFault };

/** Where a row stands in the file, `line` from 1, and what its cells say. */
type Place = { sheet: string; line: number; said: string };

/** What became of each row that is not empty, in the order of the file; nothing is left out. */
export type PlanRow = Place &
	(
		| { kind: 'task'; task: PlanTaskText; notes: PeriodNote[] }
		| { kind: 'fault'; faults: RowFault[] }
		| { kind: 'skipped'; why: 'heads-again' | 'numbering' | 'example' | 'heading-without-tasks' }
		| { kind: 'above' }
	);

/** What was read of a file: its rows, sheets without heads, and columns nobody knows. */
export type PlanTable = {
	rows: PlanRow[];
	sheetsWithoutHeads: string[];
	unknownColumns: string[];
};

/** Heads are looked for in so many rows: offices put titles above. */
const HEAD_ROWS = 40;
const LONGEST = { heading: 200, title: 500, lead: 200, deliverable: 500, period: 120 };
const MOST_COORDINATORS = 20;

/**
 * Reads the tasks of a plan out of sheets, as people write them: any of the usual heads, headings between the rows, times
 * in words. `departments` are the own ones: a leading agency that is one of them by name is tied to it. A task without a
 * heading goes under `fallback`.
 */
export function readPlanTable(
	sheets: readonly PlanSheet[],
	setting: { year: number; departments: readonly Named[]; fallback: string }
): PlanTable {
	const table: PlanTable = { rows: [], sheetsWithoutHeads: [], unknownColumns: [] };
	for (const sheet of sheets) readSheet(sheet, setting, table);
	return table;
}

type Setting = Parameters<typeof readPlanTable>[1];

function readSheet(sheet: PlanSheet, setting: Setting, table: PlanTable): void {
	const texts = sheet.rows.map((row) => row.map(textOf));
	if (texts.every((row) => row.every((text) => text === ''))) return;
	const counts = texts.slice(0, HEAD_ROWS).map(countPlanHeads);
	const most = Math.max(0, ...counts);
	if (most === 0) {
		table.sheetsWithoutHeads.push(sheet.name);
		return;
	}
	const headAt = counts.indexOf(most);
	const heads = texts[headAt] ?? [];
	const columns = planColumns(heads);
	heads.forEach((head, index) => {
		const isUsed = texts.slice(headAt + 1).some((row) => (row[index] ?? '') !== '');
		if (!columns[index] && isUsed) table.unknownColumns.push(head);
	});
	let heading: { text: string; row: PlanRow | undefined } = { text: '', row: undefined };
	texts.forEach((row, index) => {
		const filled = row.filter((text) => text !== '');
		if (filled.length === 0 || index === headAt) return;
		const place = { sheet: sheet.name, line: index + 1, said: filled.join(' | ') };
		if (index < headAt) {
			table.rows.push({ ...place, kind: 'above' });
			return;
		}
		const cells = cellsOf(row, columns);
		const why = skippedFor(row, filled, heads, cells);
		if (why) {
			table.rows.push({ ...place, kind: 'skipped', why });
			return;
		}
		const named = findHeading(row, cells);
		if (named !== undefined) {
			// Counted as left out until a task comes under it.
			const left: PlanRow = { ...place, kind: 'skipped', why: 'heading-without-tasks' };
			table.rows.push(left);
			heading = { text: named, row: left };
			return;
		}
		table.rows.push(readRow(place, cells, heading.text, setting));
		table.rows = table.rows.filter((one) => one !== heading.row);
	});
}

type Cells = Partial<Record<PlanColumn, string>>;

function cellsOf(row: readonly string[], columns: readonly (PlanColumn | undefined)[]): Cells {
	const cells: Cells = {};
	row.forEach((text, index) => {
		const key = columns[index];
		if (key && text !== '') cells[key] = text;
	});
	return cells;
}

function skippedFor(
	row: readonly string[],
	filled: readonly string[],
	heads: readonly string[],
	cells: Cells
): 'heads-again' | 'numbering' | 'example' | undefined {
	if (row.every((text, index) => fold(text) === fold(heads[index] ?? ''))) return 'heads-again';
	if (filled.length > 1 && filled.every((text) => /^\(?\d{1,2}\)?$/.test(text))) return 'numbering';
	return fold(cells.number ?? '') === EXAMPLE_NUMBER ? 'example' : undefined;
}

/** "I. CẢI CÁCH THỂ CHẾ" across the row, or with its number apart: a heading. "3" with words beside it is a task. */
function findHeading(row: readonly string[], cells: Cells): string | undefined {
	const filled = row.filter((text) => text !== '');
	const { number = '' } = cells;
	const words = filled.filter((text) => text !== number || filled.length === 1);
	if (words.length !== 1 || (words[0] !== cells.title && words[0] !== number)) return undefined;
	if (filled.length === 2 && !/^([IVXLC]+|[A-ZĐ])[.)]?$/.test(number)) return undefined;
	const [, text = ''] =
		/^(?:(?:[IVXLC]+|[A-ZĐ]|\d{1,2})[.)\-:]\s*)?(.+)$/su.exec(words[0] ?? '') ?? [];
	const line = tidyLine(text);
	return line === line.toLocaleUpperCase('vi')
		? line.charAt(0) + line.slice(1).toLocaleLowerCase('vi')
		: line;
}

function readRow(place: Place, cells: Cells, heading: string, setting: Setting): PlanRow {
	const said = timeWords(cells);
	const answer = readPeriod(said, setting.year);
	const lead = tidyLine(cells.lead ?? '');
	const task: PlanTaskText = {
		heading: tidyLine(cells.heading ?? '') || heading || setting.fallback,
		title: tidyText(cells.title ?? ''),
		lead,
		leadDepartmentId: departmentOf(lead, setting.departments),
		coordinators: splitNames(cells.coordinators ?? ''),
		from: answer.ok ? answer.period.from : '',
		to: answer.ok ? answer.period.to : '',
		timeWords: said,
		deliverable: [tidyText(cells.deliverable ?? ''), tidyText(cells.note ?? '')]
			.filter(Boolean)
			.join('\n')
	};
	const faults = faultsOf(task, answer.ok ? undefined : answer.fault);
	if (faults.length > 0) return { ...place, kind: 'fault', faults };
	const note = answer.ok ? answer.period.note : undefined;
	return { ...place, kind: 'task', task, notes: note ? [note] : [] };
}

/** The time in one cell, or its first and last day in two. */
function timeWords({ period = '', from = '', to = '' }: Cells): string {
	if (period) return tidyLine(period);
	if (from && to) return `${tidyLine(from)} - ${tidyLine(to)}`;
	return to ? `đến ${tidyLine(to)}` : tidyLine(from);
}

function faultsOf(task: PlanTaskText, period: PeriodFault | undefined): RowFault[] {
	const faults: RowFault[] = [];
	for (const about of ['title', 'lead'] as const) {
		if (task[about].length < 2) faults.push({ about, fault: 'missing' });
		else if (task[about].length > LONGEST[about]) faults.push({ about, fault: 'too-long' });
	}
	if (period) faults.push({ about: 'period', fault: period });
	if (task.timeWords.length > LONGEST.period) faults.push({ about: 'period', fault: 'too-long' });
	for (const about of ['heading', 'deliverable'] as const)
		if (task[about].length > LONGEST[about]) faults.push({ about, fault: 'too-long' });
	if (task.coordinators.length > MOST_COORDINATORS)
		faults.push({ about: 'coordinators', fault: 'too-many' });
	if (task.coordinators.some((name) => name.length > LONGEST.lead))
		faults.push({ about: 'coordinators', fault: 'too-long' });
	return faults;
}

/** The own department of this name, with or without "phòng" before it. */
function departmentOf(lead: string, departments: readonly Named[]): string | null {
	const key = (name: string) =>
		fold(name)
			.replace(/[.]/g, ' ')
			.replace(/^phong /, '');
	return departments.find(({ name }) => key(name) === key(lead))?.id ?? null;
}

/** Names one under the other, between semicolons, or commas; "các phòng, ban" and what stands in brackets stay together. */
function splitNames(text: string): string[] {
	const pieces = text.split(/[;\n]/).length > 1 ? text.split(/[;\n]/) : splitAtCommas(text);
	return pieces
		.map((piece) => tidyLine(piece.replace(/^\s*[-+•]\s*/, '')))
		.filter((one) => one.length > 1);
}

function splitAtCommas(text: string): string[] {
	return /^\s*các\s/iu.test(text) ? [text] : text.split(/,(?![^(]*\))/);
}

function textOf(cell: Cell): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime())
			? ''
			: cell.toISOString().slice(0, 10).split('-').reverse().join('/');
	return tidyText(String(cell));
}
