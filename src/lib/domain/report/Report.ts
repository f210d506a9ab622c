import * as z from 'zod/mini';

const count = z.int();

/**
 * The counts of one line of Biểu II.06a (domain §5.1) and what stands beside it; the sums of the form are worked out by
 * `formColumns`. `withdrawn` and `noDue` (ended, or running, without a date) are in none of its columns.
 */
export const Cells = z.object({
	receivedOnline: count,
	receivedOther: count,
	carried: count,
	early: count,
	onTime: count,
	late: count,
	openInTime: count,
	openLate: count,
	withdrawn: count,
	withdrawnCarried: count,
	noDue: count,
	noDueCarried: count,
	/** Of the open: waits for papers or money. */
	waiting: count,
	/** Of the done: had a second date; `keptFirst` met even the first. */
	reappointed: count,
	keptFirst: count,
	/** Of the received (columns 4 + 5): papers are kept as files. */
	withFiles: count,
	/** Of the done: papers were asked for; a result was handed out as a file. */
	supplemented: count,
	withResultFile: count
});
export type Cells = z.infer<typeof Cells>;

/** What the lines of a report can be. */
export const REPORT_LINES = [
	'field',
	'procedure',
	'department',
	'agency',
	'officer',
	'channel'
] as const;
export type ReportLines = (typeof REPORT_LINES)[number];

/** One line: `key` is an id or code, `label` its name; both null where a dossier has none. */
export const ReportLine = z.object({
	key: z.nullable(z.string()),
	label: z.nullable(z.string()),
	cells: Cells
});
export type ReportLine = z.infer<typeof ReportLine>;

/** A report of the days `from`–`to` (local dates, both included). */
export const Report = z
	.object({
		from: z.string(),
		to: z.string(),
		/** The local moment at which what is open was judged: the end of the period, or now. */
		judgedAt: z.string(),
		by: z.enum(REPORT_LINES),
		agency: z.object({ id: z.string(), name: z.string() }),
		/** How many agencies are counted together. */
		agencies: count,
		/** Set when the reader sees one department only. */
		department: z.nullable(z.string()),
		lines: z.array(ReportLine),
		total: Cells,
		/** Open when the period began; null under a filter. */
		openBefore: z.nullable(count)
	})
	.check(
		z.refine(
			({ lines, total }) =>
				[...lines.map(({ cells }) => cells), total].every(isBalanced) &&
				FORM_COLUMNS.every(
					({ of }) => lines.reduce((sum, { cells }) => sum + of(cells), 0) === of(total)
				),
			'figures-inconsistent'
		)
	);
export type Report = z.infer<typeof Report>;

/** What is left out of a report: only this department, officer, field, procedure or channel (national code). */
export type ReportFilter = {
	departmentId?: string;
	officerId?: string;
	field?: string;
	procedure?: string;
	channel?: '1' | '2' | '3';
};

/** Columns 3–13 of Biểu II.06a in their order, each with what it counts and the list of dossiers behind it. */
export const FORM_COLUMNS = [
	{
		number: 3,
		key: 'counted',
		of: (cells: Cells) => cells.receivedOnline + cells.receivedOther + cells.carried
	},
	{ number: 4, key: 'receivedOnline', of: (cells: Cells) => cells.receivedOnline },
	{ number: 5, key: 'receivedOther', of: (cells: Cells) => cells.receivedOther },
	{ number: 6, key: 'carried', of: (cells: Cells) => cells.carried },
	{ number: 7, key: 'done', of: (cells: Cells) => cells.early + cells.onTime + cells.late },
	{ number: 8, key: 'early', of: (cells: Cells) => cells.early },
	{ number: 9, key: 'onTime', of: (cells: Cells) => cells.onTime },
	{ number: 10, key: 'late', of: (cells: Cells) => cells.late },
	{ number: 11, key: 'open', of: (cells: Cells) => cells.openInTime + cells.openLate },
	{ number: 12, key: 'openInTime', of: (cells: Cells) => cells.openInTime },
	{ number: 13, key: 'openLate', of: (cells: Cells) => cells.openLate }
] as const;

/** Every list of dossiers a report leads to, as SQL names them (app.is_in_column). */
export const REPORT_COLUMNS = [
	...FORM_COLUMNS.map(({ key }) => key),
	'received',
	'everyReceived',
	'everyLate',
	'withdrawn',
	'noDue',
	'waiting',
	'reappointed',
	'supplemented'
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** Columns 3–13 of a line: eleven numbers. */
export function formColumns(cells: Cells): number[] {
	return FORM_COLUMNS.map(({ of }) => of(cells));
}

/** Received within the period, of the form (columns 4 + 5). */
export function receivedOf(cells: Cells): number {
	return cells.receivedOnline + cells.receivedOther;
}

/** Done within the period (column 7). */
export function doneOf(cells: Cells): number {
	return cells.early + cells.onTime + cells.late;
}

/** True when column 3 = 7 + 11 (domain §5.1): everything that came in has either ended or is open. */
export function isBalanced(cells: Cells): boolean {
	const open = cells.openInTime + cells.openLate;
	return receivedOf(cells) + cells.carried === doneOf(cells) + open;
}

/** Why a dossier is late, as far as anything is recorded (biểu 07a, a number from memory: nobody of us has seen the form). */
export const LATE_REASONS = [
	'second-request',
	'asked-late',
	'part-late',
	'consulted-late',
	'reappointed-late',
	'overdue'
] as const;
export const LateReason = z.enum(LATE_REASONS);
export type LateReason = z.infer<typeof LateReason>;

const everyRow = {
	id: z.string(),
	code: z.string(),
	procedure: z.string(),
	channel: z.int(),
	/** Local times YYYY-MM-DDTHH:mm. */
	receivedAt: z.string(),
	endedAt: z.nullable(z.string()),
	fate: z.enum(['early', 'on-time', 'late', 'withdrawn', 'no-due', 'open', 'open-late']),
	waiting: z.boolean(),
	lateBecause: z.nullable(LateReason)
};

/** A dossier behind a figure; of the reader's own only what does not tell whose it is. */
export const FigureRow = z.discriminatedUnion('own', [
	z.object({ ...everyRow, own: z.literal(true) }),
	z.object({
		...everyRow,
		own: z.literal(false),
		applicant: z.string(),
		dueDate: z.nullable(z.string()),
		firstDueDate: z.nullable(z.string()),
		department: z.nullable(z.string()),
		officer: z.nullable(z.string())
	})
]);
export type FigureRow = z.infer<typeof FigureRow>;

/** A page of the dossiers behind a figure; `count` is the figure itself. */
export const FigurePage = z.object({
	count,
	more: z.boolean(),
	rows: z.array(FigureRow)
});
export type FigurePage = z.infer<typeof FigurePage>;
