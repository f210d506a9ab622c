import { parseClockInput, type ClockError, type ClockInput } from './clockInput.ts';
import { countMinutes, countWorkingDays, findMinuteAfter, mergeSpans } from './counting.ts';
import type { Span } from './counting.ts';
import { dateOfDay, dayOf, dayOfMinute, minuteOf, startOfDay, timeOfMinute } from './localTime.ts';
import {
	findWorkingDayAfter,
	indexCalendar,
	isKnownSpan,
	isWorkingDay,
	type CalendarIndex,
	type WorkingCalendar
} from './workingCalendar.ts';

export type ClockResult =
	| {
			ok: true;
			/** waiting = an interval is open: no due date exists, whatever else is known. */
			state: 'running' | 'waiting' | 'finished';
			/** The date to give (`YYYY-MM-DD`). */
			dueDate?: string;
			/** For an hour limit that was not re-appointed: the minute (`YYYY-MM-DDTHH:mm`). */
			due?: string;
			/** After a re-appointment: the date before it. */
			firstDueDate?: string;
			/** Only when finished. */
			timeliness?: 'early' | 'on-time' | 'late';
	  }
	| { ok: false; error: ClockError };

/** Same-day procedures: what comes later in the day may be done on the next working date. */
const sameDayUntilMinute = 15 * 60;

/**
 * Computes the due date and whether it was kept. All times are local (Asia/Ho_Chi_Minh); the result
 * depends on nothing but its arguments. Errors are values, see ClockError.
 * What a dossier waits for after a re-appointment moves that date too, and a restart may end later than it.
 * Rules: BLDS 2015 Đ147 (the day of receipt does not count), NĐ 61/2018 Đ19.4 and Đ19.9 (supplement,
 * re-appointment), Luật Hộ tịch Đ5.3 and NĐ 23/2015 Đ7 (same day, 15:00).
 */
export function computeClock(rawInput: ClockInput, calendar: WorkingCalendar): ClockResult {
	const parsed = parseClockInput(rawInput);
	if (!parsed.ok) return parsed;
	const { input } = parsed;
	const index = indexCalendar(calendar);
	const received = dayOf(input.received);
	if (!isKnownSpan(received, received, index)) return { ok: false, error: 'calendar-missing' };
	const intervals = [...(input.supplements ?? []), ...(input.payments ?? [])];
	if (intervals.some(([, to]) => to === null)) return { ok: true, state: 'waiting' };

	const start = startMinute(input);
	const waits = intervals
		.map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to ?? from) }))
		.map(({ from, to }) => ({ from: Math.max(from, start), to }))
		.filter(({ from, to }) => from < to);
	const due = findDue(input, start, waits, index);
	const dueDay = due && (input.reappointedTo ? findReappointed(input, due.day, index) : due.day);
	const dueDate = dueDay === undefined ? undefined : dateOfDay(dueDay);
	if (!due || !dueDate || !isKnownSpan(received, Math.max(due.day, dayOf(dueDate)), index)) {
		return { ok: false, error: 'calendar-missing' };
	}
	const instant =
		due.minute === undefined || input.reappointedTo ? undefined : timeOfMinute(due.minute);
	return {
		ok: true,
		state: input.finished ? 'finished' : 'running',
		dueDate,
		...(instant ? { due: instant } : {}),
		...(input.reappointedTo ? { firstDueDate: dateOfDay(due.day) } : {}),
		...(input.finished ? { timeliness: judge(input.finished, dueDate, instant) } : {})
	};
}

/** Receipt, or under `restart` the end of the last completed supplement when that is later. */
function startMinute(input: ClockInput): number {
	const received = minuteOf(input.received);
	if (input.policy === 'pause') return received;
	const ends = (input.supplements ?? []).map(([from, to]) => minuteOf(to ?? from));
	return Math.max(received, ...ends);
}

/** The due day (and minute for hour limits); undefined when a year on the way has no calendar. */
function findDue(
	input: ClockInput,
	start: number,
	waits: Span[],
	calendar: CalendarIndex
): { day: number; minute?: number } | undefined {
	const { limit } = input;
	if (limit.unit === 'working-hour') {
		const waited = countMinutes(mergeSpans(waits), calendar);
		if (waited === undefined) return undefined;
		const minute = findMinuteAfter(start, limit.value * 60 + waited, calendar);
		return minute === undefined ? undefined : { day: dayOfMinute(minute), minute };
	}
	const base = findBaseDay(limit, start, calendar);
	const days = waits.map(({ from, to }) => ({ from: dayOfMinute(from), to: dayOfMinute(to) }));
	const waited = countWorkingDays(mergeSpans(days), calendar);
	if (base === undefined || waited === undefined) return undefined;
	const day = waited === 0 ? base : findWorkingDayAfter(base, waited, calendar);
	return day === undefined ? undefined : { day };
}

/** The day of the re-appointment and what was waited since; undefined when a year on the way has no calendar. */
function findReappointed(
	input: ClockInput,
	computed: number,
	calendar: CalendarIndex
): number | undefined {
	const { reappointedTo, reappointedAt } = input;
	const day = dayOf(reappointedTo ?? '');
	if (!reappointedAt) return day;
	const since = minuteOf(reappointedAt);
	const pausing = [
		...(input.payments ?? []),
		...(input.policy === 'pause' ? (input.supplements ?? []) : [])
	].map(([from, to]) => ({ from: Math.max(minuteOf(from), since), to: minuteOf(to ?? from) }));
	const days = pausing
		.filter(({ from, to }) => from < to)
		.map(({ from, to }) => ({ from: dayOfMinute(from), to: dayOfMinute(to) }));
	const waited = countWorkingDays(mergeSpans(days), calendar);
	if (waited === undefined) return undefined;
	const moved = waited === 0 ? day : findWorkingDayAfter(day, waited, calendar);
	if (moved === undefined) return undefined;
	return startMinute(input) > since ? Math.max(moved, computed) : moved;
}

/** The due day without waiting. */
function findBaseDay(
	limit: Exclude<ClockInput['limit'], { unit: 'working-hour' }>,
	start: number,
	calendar: CalendarIndex
): number | undefined {
	const day = dayOfMinute(start);
	switch (limit.unit) {
		case 'working-day':
			return findWorkingDayAfter(day, limit.value, calendar);
		case 'calendar-day':
			return findWorkingDayAfter(day + limit.value - 1, 1, calendar);
		case 'same-day': {
			const inTime = start - startOfDay(day) <= sameDayUntilMinute;
			const today = isKnownSpan(day, day, calendar) && isWorkingDay(day, calendar) && inTime;
			return today ? day : findWorkingDayAfter(day, 1, calendar);
		}
	}
}

/** Dates decide; an hour limit is also late within its due date. Closing time plays no part. */
function judge(
	finished: string,
	dueDate: string,
	due: string | undefined
): 'early' | 'on-time' | 'late' {
	const date = finished.slice(0, 10);
	if (due === undefined ? date > dueDate : finished > due) return 'late';
	return date < dueDate ? 'early' : 'on-time';
}
