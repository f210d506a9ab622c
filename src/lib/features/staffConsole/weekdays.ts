import { dateOfDay, dayOf, weekdayOf } from '$lib/domain/clock/localTime';

/** True on Saturdays and Sundays. The PC has no calendar of holidays and make-up days: the server knows those. */
export function isWeekend(date: string): boolean {
	const weekday = weekdayOf(dayOf(date));
	return weekday === 0 || weekday === 6;
}

/** The nth (≥ 1) weekday after a date: a proposal, which the server refuses when it is a holiday. */
export function weekdayAfter(date: string, nth: number): string {
	let day = dayOf(date);
	for (let left = nth; left > 0;) {
		day += 1;
		if (!isWeekend(dateOfDay(day))) left -= 1;
	}
	return dateOfDay(day);
}
