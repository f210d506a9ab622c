/** Days of a report: local dates YYYY-MM-DD, both included. */
export type Period = { from: string; to: string };

/** The periods a report is usually asked for. */
export const PERIOD_CHOICES = [
	'this-month',
	'last-month',
	'this-quarter',
	'last-quarter',
	'this-year',
	'last-year'
] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

/** The days of a choice as of `today` (a local date). A period that is not over yet ends with its last day all the same. */
export function periodOf(choice: PeriodChoice, today: string): Period {
	const year = Number(today.slice(0, 4));
	const month = Number(today.slice(5, 7));
	const [kind, back] = [choice.split('-')[1], choice.startsWith('last') ? 1 : 0];
	if (kind === 'month') return monthsFrom(year, month - back, 1);
	if (kind === 'quarter')
		return monthsFrom(year, Math.floor((month - 1) / 3) * 3 + 1 - 3 * back, 3);
	return monthsFrom(year - back, 1, 12);
}

/** Whole months: `month` may lie outside 1–12 and then means the year before or after. */
function monthsFrom(year: number, month: number, count: number): Period {
	const day = (monthIndex: number, dayOfMonth: number) =>
		new Date(Date.UTC(year, monthIndex, dayOfMonth)).toISOString().slice(0, 10);
	return { from: day(month - 1, 1), to: day(month - 1 + count, 0) };
}

/** True when both are days of the calendar, in order, and at most six years apart: what the server accepts. */
export function isPeriod({ from, to }: Period): boolean {
	const days = [from, to].map((day) => {
		const time = /^20\d{2}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
		return new Date(time).getTime() && new Date(time).toISOString().slice(0, 10) === day
			? time
			: NaN;
	});
	const [start = NaN, end = NaN] = days;
	return end >= start && (end - start) / 86_400_000 <= 366 * 6;
}
