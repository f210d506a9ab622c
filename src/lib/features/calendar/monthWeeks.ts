import { dateOfDay, dayOf, weekdayOf } from '$lib/domain/clock/localTime';

/** The weeks of a month, Monday first: seven dates each, undefined where another month's would stand. */
export function monthWeeks(year: number, month: number): (string | undefined)[][] {
	const first = dayOf(`${year}-${String(month).padStart(2, '0')}-01`);
	const next =
		month === 12
			? dayOf(`${year + 1}-01-01`)
			: dayOf(`${year}-${String(month + 1).padStart(2, '0')}-01`);
	const lead = (weekdayOf(first) + 6) % 7;
	const cells = Array.from({ length: Math.ceil((lead + next - first) / 7) * 7 }, (_, index) => {
		const day = first + index - lead;
		return day >= first && day < next ? dateOfDay(day) : undefined;
	});
	return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The date an arrow key leads to within its year, or undefined when the key is none of ours or leaves the year. */
export function stepDay(day: string, key: string): string | undefined {
	const steps: Record<string, number> = {
		ArrowLeft: -1,
		ArrowRight: 1,
		ArrowUp: -7,
		ArrowDown: 7
	};
	const step = steps[key];
	if (step === undefined) return undefined;
	const next = dateOfDay(dayOf(day) + step);
	return next.slice(0, 4) === day.slice(0, 4) ? next : undefined;
}
