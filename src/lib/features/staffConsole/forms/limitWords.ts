import { TimeLimit } from '$lib/domain/clock/clockInput';
import { viStaff } from '$lib/i18n/viStaff';

/** A time limit in words, '' when the procedure states none or the value is no limit. */
export function limitWords(limit: unknown): string {
	const parsed = TimeLimit.safeParse(limit);
	if (!parsed.success) return '';
	return parsed.data.unit === 'same-day'
		? viStaff.limits['same-day']
		: viStaff.limits[parsed.data.unit](parsed.data.value);
}
