/** What stands in the three boxes of a date, exactly as typed. */
export type DateParts = { day: string; month: string; year: string };

/**
 * Reads a date value into its three boxes: '2026-11-05' or the partial '2026--5' (no month yet).
 * Anything else gives three empty boxes.
 */
export function splitDate(value: string): DateParts {
	const [year = '', month = '', day = ''] = value.split('-');
	return { day, month, year };
}

/**
 * Joins three boxes into one value: 'YYYY-MM-DD' once all are whole numbers of a plausible length,
 * '' when all are empty, otherwise 'year-month-day' as typed, so that a half-written date is kept.
 */
export function joinDate(parts: DateParts): string {
	const clean = (text: string) => text.replace(/[-\s]/g, '');
	const [day, month, year] = [clean(parts.day), clean(parts.month), clean(parts.year)];
	if (!day && !month && !year) return '';
	const whole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year);
	return whole
		? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
		: `${year}-${month}-${day}`;
}
