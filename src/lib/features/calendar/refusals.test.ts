import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { viCalendar } from '$lib/i18n/viCalendar';

const folder = 'supabase/migrations';
const sql = readdirSync(folder)
	.filter((file) => file.startsWith('202611280013'))
	.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
	.join('');
/** Said as the session's end, or only when the console itself is at fault. */
const saidElsewhere = ['not-staff', 'request-malformed', 'calendar-change'];

it('has words for every refusal of the calendar and of a moved date', () => {
	const keys = [...sql.matchAll(/app\.fail\('PT4\d\d', '([a-z-]+)'\)/g)]
		.map(([, key = '']) => key)
		.filter((key) => !saidElsewhere.includes(key));
	expect(keys).toContain('calendar-year-empty');
	const known = {
		...viCalendar.refusals,
		...viCalendar.move.refusals,
		...viCalendar.move.why
	};
	expect(keys.filter((key) => !(key in known))).toEqual([]);
});
