import { isLocalDate, toLocal } from '$lib/domain/clock/localTime';

/** The year and the day an address names (`?nam=2026&ngay=2026-11-24`); this year when it names none of 2000–2099. */
export function calendarPlace(
	parameters: Pick<URLSearchParams, 'get'>,
	now: Date
): { year: number; day?: string } {
	const named = parameters.get('nam') ?? '';
	const year = /^20\d\d$/.test(named) ? Number(named) : Number(toLocal(now).slice(0, 4));
	const day = parameters.get('ngay') ?? '';
	return isLocalDate(day) && day.startsWith(`${year}-`) ? { year, day } : { year };
}
