/**
 * Local times of the office as text: `YYYY-MM-DDTHH:mm` and `YYYY-MM-DD`, always Asia/Ho_Chi_Minh.
 * Inside the clock they are counted as whole minutes and days since 1970-01-01 local, so the zone of
 * the machine is never asked.
 */

const minutesPerDay = 1440;
const millisecondsPerMinute = 60_000;
/** Vietnam has had one offset and no summer time since 1975. */
const offsetMinutes = 7 * 60;

/** True for a real local time such as `2026-11-23T15:00`; false for `2026-02-30T09:00`, seconds, a zone. */
export function isLocalTime(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) || text.startsWith('0000')) return false;
	const milliseconds = Date.parse(`${text}:00Z`);
	return !Number.isNaN(milliseconds) && timeOfMinute(milliseconds / millisecondsPerMinute) === text;
}

/** True for a real date such as `2026-11-23`. */
export function isLocalDate(text: string): boolean {
	return isLocalTime(`${text}T00:00`);
}

/**
 * The local time of an instant, cut to the minute. A text must carry its offset (`…Z`, `…+00:00`), as
 * the API writes it; without one it would mean another instant on every machine: RangeError.
 */
export function toLocal(instant: Date | string): string {
	if (typeof instant === 'string' && !/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(instant.slice(10))) {
		throw new RangeError('an instant without an offset');
	}
	const minute = Math.floor(new Date(instant).getTime() / millisecondsPerMinute);
	return timeOfMinute(minute + offsetMinutes);
}

/** Minutes since 1970-01-01T00:00 local of a valid local time. */
export function minuteOf(time: string): number {
	return Date.parse(`${time}:00Z`) / millisecondsPerMinute;
}

/** The local time of a minute number. */
export function timeOfMinute(minute: number): string {
	return new Date(minute * millisecondsPerMinute).toISOString().slice(0, 16);
}

/** Days since 1970-01-01 of a valid date, or of the date of a valid local time. */
export function dayOf(dateOrTime: string): number {
	return minuteOf(`${dateOrTime.slice(0, 10)}T00:00`) / minutesPerDay;
}

/** The date of a day number. */
export function dateOfDay(day: number): string {
	return timeOfMinute(day * minutesPerDay).slice(0, 10);
}

/** The day number a minute number falls on. */
export function dayOfMinute(minute: number): number {
	return Math.floor(minute / minutesPerDay);
}

/** The minute number at which a day begins. */
export function startOfDay(day: number): number {
	return day * minutesPerDay;
}

/** The year of a day number. */
export function yearOfDay(day: number): number {
	return new Date(startOfDay(day) * millisecondsPerMinute).getUTCFullYear();
}

/** Day of the week of a day number, Sunday = 0. */
export function weekdayOf(day: number): number {
	// 1970-01-01 was a Thursday; the second % keeps days before it positive.
	return (((day + 4) % 7) + 7) % 7;
}

/** True on Saturdays and Sundays. Holidays and make-up days are the calendar's to say. */
export function isWeekend(date: string): boolean {
	const weekday = weekdayOf(dayOf(date));
	return weekday === 0 || weekday === 6;
}
