import { dateOfDay, dayOf } from './localTime.ts';
import { lunarNewYear } from './lunar.ts';

/** What the authorities decide late in a year (1976–2099): the days of Tết and the day beside 2/9. */
export type LateDecision = { what: 'tet' | 'national-day'; from: string; to: string };

/** The windows in which a year's days off are decided by a notice of that year: BLLĐ 2019 Đ112.3. */
export function lateDecisions(year: number): LateDecision[] {
	const first = dayOf(lunarNewYear(year));
	return [
		{ what: 'tet', from: dateOfDay(first - 2), to: dateOfDay(first + 8) },
		{ what: 'national-day', from: `${year}-09-01`, to: `${year}-09-03` }
	];
}
