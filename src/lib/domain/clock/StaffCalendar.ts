import * as z from 'zod/mini';
import { CalendarGap } from './workingCalendar.ts';

/** What a day of the calendar is: nghỉ lễ, nghỉ bù, nghỉ hoán đổi, làm bù, đóng cửa (power cut, incident). */
export const DAY_KINDS = ['holiday', 'substitute', 'swap-off', 'make-up', 'closure'] as const;
/** A kind of day; only `make-up` makes a Saturday or Sunday work, the others close a Monday–Friday. */
export const DayKind = z.enum(DAY_KINDS);
export type DayKind = z.infer<typeof DayKind>;

/** A day that differs from Monday–Friday. `enteredBy` null: it came with the installation. */
export const CalendarDay = z.object({
	day: z.string(),
	kind: DayKind,
	name: z.string(),
	source: z.string(),
	verification: z.enum(['verified', 'from-memory', 'computed']),
	enteredBy: z.nullable(z.string()),
	enteredAt: z.nullable(z.string())
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A year somebody confirmed; `provisional`: something in it is not decided yet. */
export const CalendarYear = z.object({
	year: z.int(),
	status: z.enum(['complete', 'provisional']),
	source: z.string(),
	note: z.string()
});
export type CalendarYear = z.infer<typeof CalendarYear>;

const Hours = z.array(z.tuple([z.string(), z.string()]));
/** A day, a year or hours as the record keeps them; which fields there are depends on the action. */
const Snapshot = z.object({
	kind: z.optional(DayKind),
	name: z.optional(z.string()),
	source: z.optional(z.string()),
	status: z.optional(z.enum(['complete', 'provisional'])),
	hours: z.optional(Hours)
});

/** One line of the record of changes. `subject` is the day, the year or "office-hours". */
export const CalendarChange = z.object({
	id: z.int(),
	action: z.enum(['save-day', 'remove-day', 'open-year', 'office-hours']),
	subject: z.string(),
	before: z.nullable(Snapshot),
	after: z.nullable(Snapshot),
	reason: z.nullable(z.string()),
	actor: z.string(),
	at: z.string()
});
export type CalendarChange = z.infer<typeof CalendarChange>;

/** The calendar of one year as staff see it; `revision` grows with every change of the whole calendar. */
export const StaffCalendar = z.object({
	revision: z.int(),
	years: z.array(CalendarYear),
	days: z.array(CalendarDay),
	gaps: z.array(CalendarGap),
	hours: Hours,
	changes: z.array(CalendarChange)
});
export type StaffCalendar = z.infer<typeof StaffCalendar>;

/** A change to try out: a day of this kind (null = taken out), or other office hours. */
export type TriedChange = { day: string; kind: DayKind | null } | { hours: [string, string][] };

/**
 * An open dossier whose date is another one on the calendar. `due` and `newDue` are local times of hour limits.
 * `byHand`: somebody set that date and the office is closed on it; nothing moves it, somebody must look.
 */
export const MovedDate = z.object({
	id: z.string(),
	code: z.nullable(z.string()),
	version: z.int(),
	byHand: z.boolean(),
	dueDate: z.string(),
	due: z.nullable(z.string()),
	newDueDate: z.nullable(z.string()),
	newDue: z.nullable(z.string())
});
export type MovedDate = z.infer<typeof MovedDate>;

/** A page of what a change would move; `total` can be moved, `byHand` only be looked at. */
export const MovedDates = z.object({
	total: z.int(),
	byHand: z.int(),
	rows: z.array(MovedDate),
	more: z.boolean()
});
export type MovedDates = z.infer<typeof MovedDates>;

/** What became of each dossier the leader wanted to move. */
export const MoveAnswer = z.object({
	moved: z.array(
		z.object({
			id: z.string(),
			code: z.string(),
			dueDate: z.string(),
			slipId: z.nullable(z.string()),
			number: z.nullable(z.string())
		})
	),
	skipped: z.array(z.object({ id: z.string(), why: z.string() }))
});
export type MoveAnswer = z.infer<typeof MoveAnswer>;

/**
 * The year nobody has confirmed although dates will soon be counted in it: this year, or from 1 November on the next
 * one (`today` = local date). Undefined when all is well.
 */
export function findMissingYear(
	years: readonly Pick<CalendarYear, 'year'>[],
	today: string
): number | undefined {
	const year = Number(today.slice(0, 4));
	const wanted = today.slice(5) >= '11-01' ? [year, year + 1] : [year];
	return wanted.find((one) => !years.some((known) => known.year === one));
}
