import {
	doneOf,
	FORM_COLUMNS,
	receivedOf,
	type Cells,
	type FigureRow,
	type Report,
	type ReportLine,
	type ReportLines
} from '$lib/domain/report/Report';
import { shareOf } from '$lib/domain/report/share';
import type { SheetCell, SheetOf } from '$lib/domain/report/Sheet';
import { formatShortDate, formatTime } from '$lib/i18n/format';
import { formatShare } from '$lib/i18n/numbers';
import { viFigures } from '$lib/i18n/viFigures';

const words = viFigures;

/** What a line is called; a dossier that has no department, officer … stands in a line that says so. */
export function lineName(
	by: ReportLines,
	{ key, label }: Pick<ReportLine, 'key' | 'label'>
): string {
	if (key === null) return words.nobody[by];
	return by === 'channel' ? (words.channels[key] ?? key) : (label ?? key);
}

/** The lines by name, as a person looks for them; those without a name last. */
export function inOrder(by: ReportLines, lines: readonly ReportLine[]): ReportLine[] {
	const collator = new Intl.Collator('vi', { numeric: true });
	return [...lines].sort(
		(a, b) =>
			Number(a.key === null) - Number(b.key === null) ||
			collator.compare(lineName(by, a), lineName(by, b))
	);
}

/** What stands beside the form: what it does not count, and the shares, each with its numbers. */
export function besideForm({ total, openBefore }: Pick<Report, 'total' | 'openBefore'>): string[] {
	const { beside } = words;
	const done = doneOf(total);
	const left = total.withdrawnCarried + total.noDueCarried;
	return [
		beside.onTime(formatShare(shareOf(total.early + total.onTime, done))),
		beside.online(formatShare(shareOf(total.receivedOnline, receivedOf(total)))),
		beside.supplemented(formatShare(shareOf(total.supplemented, done))),
		beside.files(
			formatShare(shareOf(total.withFiles, done)),
			formatShare(shareOf(total.withResultFile, done))
		),
		...(openBefore === null ? [] : [beside.openBefore(openBefore, total.carried, left)]),
		...(total.withdrawn > 0 ? [beside.withdrawn(total.withdrawn, total.withdrawnCarried)] : []),
		...(total.noDue > 0 ? [beside.noDue(total.noDue, total.noDueCarried)] : []),
		...(total.waiting > 0 ? [beside.waiting(total.waiting)] : []),
		...(total.reappointed > 0 ? [beside.reappointed(total.reappointed, total.keptFirst)] : [])
	];
}

/** What stands above the table: whose, which days, when the open ones were judged. */
export function reportTitles(report: Report): string[] {
	return [
		report.agency.name,
		[
			words.days(formatShortDate(report.from), formatShortDate(report.to)),
			...(report.agencies > 1 ? [words.ofAgencies(report.agencies)] : []),
			...(report.department ? [words.ofDepartment(report.department)] : [])
		].join('. '),
		report.judgedAt.slice(0, 10) > report.to
			? words.judgedAtEnd
			: words.judged(formatTime(report.judgedAt))
	];
}

/** The report as a sheet: Vietnamese heads, numbers as numbers, the total last, then what stands beside it. */
export function reportSheet(report: Report): SheetOf {
	const { groups, columns } = words;
	const group = (number: number) =>
		number <= 6 ? groups.received : number <= 10 ? groups.done : groups.open;
	const row = (order: SheetCell, name: string, cells: Cells): SheetCell[] => [
		order,
		name,
		...FORM_COLUMNS.map(({ of }) => of(cells))
	];
	return {
		name: 'II.06a',
		titles: [words.title, words.form, ...reportTitles(report), words.formNote],
		heads: [
			`${words.order} (1)`,
			`${words.lines[report.by]} (2)`,
			...FORM_COLUMNS.map(({ key, number }) => `${group(number)}: ${columns[key]} (${number})`)
		],
		rows: [
			...report.lines.map((line, index) => row(index + 1, lineName(report.by, line), line.cells)),
			row(null, words.total, report.total),
			...besideForm(report).map((line) => [null, line])
		],
		widths: [5, 40, ...FORM_COLUMNS.map(() => 13)]
	};
}

/** Whole days between the date a dossier was due and the day it ended, or `today`; null when it is not late by days. */
export function daysLate(row: FigureRow, today: string): number | null {
	if (row.own || !row.lateBecause || !row.dueDate) return null;
	const end = row.endedAt?.slice(0, 10) ?? today;
	const days = Math.round((Date.parse(end) - Date.parse(row.dueDate)) / 86_400_000);
	return days > 0 ? days : null;
}

/** The list behind a figure as a sheet; of the reader's own dossier only what does not tell whose it is. */
export function listSheet(
	rows: readonly FigureRow[],
	title: string,
	days: string,
	today: string
): SheetOf {
	const { heads, fates, reasons, own } = words.list;
	const date = (value: string | null): SheetCell => (value ? { date: value } : null);
	return {
		name: title.slice(0, 31),
		titles: [title, days],
		heads: Object.values(heads),
		rows: rows.map((row, index) => [
			index + 1,
			row.code,
			row.procedure,
			row.own ? own : row.applicant,
			words.channels[row.channel] ?? null,
			date(row.receivedAt),
			row.own ? null : date(row.dueDate),
			date(row.endedAt),
			fates[row.fate],
			daysLate(row, today),
			row.lateBecause && reasons[row.lateBecause],
			row.own ? null : row.department,
			row.own ? null : row.officer
		]),
		widths: [5, 22, 40, 24, 12, 17, 12, 17, 22, 10, 32, 22, 22]
	};
}
