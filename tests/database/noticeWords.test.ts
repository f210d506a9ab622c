import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import { formatDate, formatMoney, formatTime } from '$lib/i18n/format';

// A notice is worded in SQL, the page around it in TypeScript: both must say a date the same way.
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

test('dates, moments and money are said as on the screen', async () => {
	const { rows } = await database.query<Record<string, string>>(`
		select day::date::text as day, app.say_date(day::date) as date,
			to_char(day at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as moment, app.say_time(day) as time,
			(extract(epoch from day)::bigint / 7)::text as amount, app.say_money(extract(epoch from day)::bigint / 7) as money
		from generate_series(timestamptz '2026-01-01T00:00Z', timestamptz '2028-03-01T00:00Z', interval '17 hours 7 minutes') as day
	`);
	expect(rows.length).toBeGreaterThan(1_000);
	for (const row of rows) {
		expect(row.date).toBe(formatDate(row.day ?? ''));
		expect(row.time).toBe(formatTime(row.moment ?? ''));
		expect(row.money).toBe(formatMoney(Number(row.amount)));
	}
});
