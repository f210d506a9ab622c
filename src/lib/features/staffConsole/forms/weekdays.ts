import { dateOfDay, dayOf, isWeekend } from '$lib/domain/clock/localTime';

/** The nth (≥ 1) weekday after a date: a proposal, which the server refuses when it is a holiday. */
export function weekdayAfter(date: string, nth: number): string {
	let day = dayOf(date);
	for (let left = nth; left > 0;) {
		day += 1;
		if (!isWeekend(dateOfDay(day))) left -= 1;
	}
	return dateOfDay(day);
}
