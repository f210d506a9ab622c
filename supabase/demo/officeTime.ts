import { dateOfDay, dayOf, startOfDay } from '#domain/clock/localTime.ts';
import {
	indexCalendar,
	isWorkingDay,
	type WorkingCalendar
} from '#domain/clock/workingCalendar.ts';

/** The working days of a period, and minutes that exist only while the office is open. */
export interface OfficeTime {
	calendar: WorkingCalendar;
	/** Day numbers, in order. */
	days: readonly number[];
	/** How many minutes the office is open on a day. */
	length: number;
	/** The position of a day (or of the last one before it) in `days`; −1 before the first. */
	indexOf(day: number): number;
	/** The local minute number of the nth office minute of a day; past the end it is the last one. */
	at(day: number, officeMinute: number): number;
	/** Day and office minute of a local minute number inside the office hours. */
	split(minute: number): { day: number; officeMinute: number };
}

/** Prepares the working days from one date to another, both included. */
export function openOfficeTime(calendar: WorkingCalendar, from: string, to: string): OfficeTime {
	const index = indexCalendar(calendar);
	const days: number[] = [];
	for (let day = dayOf(from); day <= dayOf(to); day += 1)
		if (isWorkingDay(day, index)) days.push(day);
	const length = index.hours.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
	return {
		calendar,
		days,
		length,
		indexOf: (day) => days.findLastIndex((one) => one <= day),
		at(day, officeMinute) {
			let left = Math.max(0, Math.min(officeMinute, length - 1));
			for (const { opens, closes } of index.hours) {
				if (left < closes - opens) return startOfDay(day) + opens + left;
				left -= closes - opens;
			}
			throw new RangeError(`no office hours on ${dateOfDay(day)}`);
		},
		split(minute) {
			const day = Math.floor(minute / 1440);
			let officeMinute = 0;
			for (const { opens, closes } of index.hours) {
				const into = minute - startOfDay(day) - opens;
				if (into >= 0) officeMinute += Math.min(into, closes - opens);
			}
			return { day, officeMinute };
		}
	};
}
