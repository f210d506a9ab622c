import * as z from 'zod/mini';
import { dayOf, isLocalDate, startOfDay, weekdayOf, yearOfDay } from './localTime.ts';

const LocalDate = z.string().check(z.refine(isLocalDate));
const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A window in which the days off are not decided yet (e.g. Tết of next year). */
export const CalendarGap = z.object({ from: LocalDate, to: LocalDate, note: z.string() });
export type CalendarGap = z.infer<typeof CalendarGap>;

/**
 * The working calendar: Monday to Friday work unless in `off`, any date in `makeUp` works (làm bù);
 * `hours` = office hours in order, `[opens, closes]`. Only `years` are known: dates of other years
 * can't be computed.
 */
export const WorkingCalendar = z.object({
	off: z.array(LocalDate),
	makeUp: z.array(LocalDate),
	hours: z.array(z.tuple([TimeOfDay, TimeOfDay])),
	years: z.array(z.int()),
	gaps: z.optional(z.array(CalendarGap))
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** A calendar prepared for counting: day numbers, minutes of the day. */
export interface CalendarIndex {
	off: Set<number>;
	makeUp: Set<number>;
	hours: { opens: number; closes: number }[];
	years: Set<number>;
}

/** Prepares a calendar for counting. */
export function indexCalendar(calendar: WorkingCalendar): CalendarIndex {
	return {
		off: new Set(calendar.off.map(dayOf)),
		makeUp: new Set(calendar.makeUp.map(dayOf)),
		hours: calendar.hours.map(([opens, closes]) => ({
			opens: minuteOfDay(opens),
			closes: minuteOfDay(closes)
		})),
		years: new Set(calendar.years)
	};
}

/** True when the calendar knows every year from one day to the other (days in order). */
export function isKnownSpan(first: number, last: number, calendar: CalendarIndex): boolean {
	for (let year = yearOfDay(first); year <= yearOfDay(last); year += 1) {
		if (!calendar.years.has(year)) return false;
	}
	return true;
}

/** True when the office works on this day of a known year. */
export function isWorkingDay(day: number, calendar: CalendarIndex): boolean {
	if (calendar.makeUp.has(day)) return true;
	const weekday = weekdayOf(day);
	return weekday !== 0 && weekday !== 6 && !calendar.off.has(day);
}

/** The nth (≥ 1) working day after a day; undefined when it lies past a year without calendar. */
export function findWorkingDayAfter(
	day: number,
	nth: number,
	calendar: CalendarIndex
): number | undefined {
	let remaining = nth;
	for (let candidate = day + 1; isKnownSpan(candidate, candidate, calendar); candidate += 1) {
		if (isWorkingDay(candidate, calendar)) remaining -= 1;
		if (remaining === 0) return candidate;
	}
	return undefined;
}

/** The office hours of a working day as minute numbers; none on other days. */
export function openPeriods(
	day: number,
	calendar: CalendarIndex
): { opens: number; closes: number }[] {
	if (!isWorkingDay(day, calendar)) return [];
	const midnight = startOfDay(day);
	return calendar.hours.map(({ opens, closes }) => ({
		opens: midnight + opens,
		closes: midnight + closes
	}));
}

/**
 * The first window of undecided days off that the dates from … to (`YYYY-MM-DD`, both included) touch:
 * a due date counted across it may still move. Undefined when there is none.
 */
export function findCalendarGap(
	calendar: WorkingCalendar,
	from: string,
	to: string
): CalendarGap | undefined {
	return calendar.gaps?.find((gap) => gap.from <= to && gap.to >= from);
}

function minuteOfDay(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
