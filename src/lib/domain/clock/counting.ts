import { dayOfMinute } from './localTime.ts';
import { isKnownSpan, isWorkingDay, openPeriods, type CalendarIndex } from './workingCalendar.ts';

/** From … to, both in days or both in minutes. */
export interface Span {
	from: number;
	to: number;
}

/** Joins spans that overlap or touch, in order: time waited twice at once counts once. */
export function mergeSpans(spans: Span[]): Span[] {
	const merged: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		const last = merged[merged.length - 1];
		if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
		else merged.push({ ...span });
	}
	return merged;
}

/** Working days in (from, to] of merged day spans; undefined when a year has no calendar. */
export function countWorkingDays(spans: Span[], calendar: CalendarIndex): number | undefined {
	let count = 0;
	for (const { from, to } of spans) {
		if (from < to && !isKnownSpan(from + 1, to, calendar)) return undefined;
		for (let day = from + 1; day <= to; day += 1) {
			if (isWorkingDay(day, calendar)) count += 1;
		}
	}
	return count;
}

/** Minutes of office hours in merged minute spans; undefined when a year has no calendar. */
export function countMinutes(spans: Span[], calendar: CalendarIndex): number | undefined {
	let count = 0;
	for (const { from, to } of spans) {
		if (!isKnownSpan(dayOfMinute(from), dayOfMinute(to), calendar)) return undefined;
		for (let day = dayOfMinute(from); day <= dayOfMinute(to); day += 1) {
			for (const { opens, closes } of openPeriods(day, calendar)) {
				count += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
			}
		}
	}
	return count;
}

/**
 * The minute at which `minutes` (≥ 1) of office hours have passed since `start`; an end that falls on
 * closing time stays there. Undefined when it lies past a year without calendar.
 */
export function findMinuteAfter(
	start: number,
	minutes: number,
	calendar: CalendarIndex
): number | undefined {
	let remaining = minutes;
	for (let day = dayOfMinute(start); isKnownSpan(day, day, calendar); day += 1) {
		for (const { opens, closes } of openPeriods(day, calendar)) {
			const begin = Math.max(opens, start);
			if (begin >= closes) continue;
			if (remaining <= closes - begin) return begin + remaining;
			remaining -= closes - begin;
		}
	}
	return undefined;
}
