import {
	lateTotal,
	reasonsIn,
	type LateLine,
	type LateReasons
} from '$lib/domain/report/LateReasons';
import { doneOf, receivedOf, type Cells, type Report } from '$lib/domain/report/Report';
import { shareOf } from '$lib/domain/report/share';
import type { SheetOf } from '$lib/domain/report/Sheet';
import { formatShare } from '$lib/i18n/numbers';
import { viFigures } from '$lib/i18n/viFigures';
import { viDigital, viReasons } from '$lib/i18n/viReasons';
import { leadsToList, listHref } from './reportAddress';
import { inOrder, lineName, reportTitles } from './reportWords';

/** A figure of a line: a count, or a share in words; `about` says behind a linked one what it leads to. */
type TableCell = { value: number | string; href?: string; about?: string };

/** A line as a table shows it. */
export type TableRow = { key: string; name: string; cells: TableCell[] };

/** A table of figures: the heads (the first names the lines), its lines, and those set apart at the end. */
type FigureTable = { heads: string[]; rows: TableRow[]; totals: TableRow[] };

const NONE = '–';

/** Why late, line by line; with `linked` the late ones of each line lead to their list. */
export function lateTable(report: LateReasons, linked: boolean): FigureTable {
	const reasons = reasonsIn(report.lines);
	const total = lateTotal(report.lines);
	const every = total.late + total.openLate;
	const link = (count: number, line?: { by: LateReasons['by']; key: string }) =>
		linked && count > 0
			? {
					href: listHref(report, 'everyLate', line),
					about: viFigures.lists.everyLate.toLowerCase()
				}
			: {};
	const counts = (line: Pick<LateLine, 'late' | 'openLate' | 'reasons'>) => [
		line.late,
		line.openLate,
		...reasons.map((reason) => line.reasons[reason] ?? 0)
	];
	return {
		heads: [
			viFigures.lines[report.by],
			viReasons.every,
			viReasons.late,
			viReasons.openLate,
			...reasons.map((reason) => viFigures.list.reasons[reason])
		],
		rows: inOrder(report.by, report.lines).map((line) => {
			const count = line.late + line.openLate;
			return {
				key: line.key ?? 'none',
				name: lineName(report.by, line),
				cells: [
					{
						value: count,
						...(leadsToList(report.by, line.key)
							? link(count, { by: report.by, key: line.key })
							: {})
					},
					...counts(line).map((value) => ({ value }))
				]
			};
		}),
		totals: [
			{
				key: 'total',
				name: viFigures.total,
				cells: [{ value: every, ...link(every) }, ...counts(total).map((value) => ({ value }))]
			},
			{
				key: 'share',
				name: viReasons.share,
				cells: [
					{ value: '' },
					...counts(total).map((value) => ({ value: formatShare(shareOf(value, every)) }))
				]
			}
		]
	};
}

/** Why late as a sheet. */
export function lateSheet(report: LateReasons): SheetOf {
	return sheetOf(
		viReasons.title,
		[viReasons.table, ...reportTitles(report), viReasons.note],
		lateTable(report, false)
	);
}

/** What is kept and handed out as files, line by line; with `linked` received and done lead to their lists. */
export function digitalTable(report: Report, linked: boolean): FigureTable {
	const cellsOf = (cells: Cells, line?: { key: string | null }): TableCell[] => {
		const [received, done] = [receivedOf(cells), doneOf(cells)];
		const link = (column: 'received' | 'done', count: number) => {
			if (!linked || count === 0 || (line && !leadsToList(report.by, line.key))) return {};
			const only = line?.key ? { by: report.by, key: line.key } : undefined;
			return {
				href: listHref(report, column, only),
				about: viFigures.lists[column].toLowerCase()
			};
		};
		const share = (part: number, n: number) => (n > 0 ? formatShare(shareOf(part, n)) : NONE);
		return [
			{ value: received, ...link('received', received) },
			{ value: cells.withFiles },
			{ value: share(cells.withFiles, received) },
			{ value: done, ...link('done', done) },
			{ value: cells.withResultFile },
			{ value: share(cells.withResultFile, done) }
		];
	};
	return {
		heads: [
			viFigures.lines[report.by],
			viDigital.received,
			viDigital.withFiles,
			viDigital.filesShare,
			viDigital.done,
			viDigital.withResultFile,
			viDigital.resultShare
		],
		rows: inOrder(report.by, report.lines).map((line) => ({
			key: line.key ?? 'none',
			name: lineName(report.by, line),
			cells: cellsOf(line.cells, line)
		})),
		totals: [{ key: 'total', name: viFigures.total, cells: cellsOf(report.total) }]
	};
}

/** The same as a sheet: counts as numbers, shares with their numbers as text. */
export function digitalSheet(report: Report): SheetOf {
	return sheetOf(
		viDigital.title,
		[viDigital.table, ...reportTitles(report)],
		digitalTable(report, false)
	);
}

function sheetOf(name: string, titles: string[], { heads, rows, totals }: FigureTable): SheetOf {
	return {
		name,
		titles,
		heads,
		rows: [...rows, ...totals].map((row) => [row.name, ...row.cells.map(({ value }) => value)]),
		widths: [40, ...heads.slice(1).map(() => 18)]
	};
}
