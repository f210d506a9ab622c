import fc from 'fast-check';
import type { ClockInput } from '#domain/clock/clockInput.ts';
import type { WorkingCalendar } from '#domain/clock/workingCalendar.ts';

const minutesPerDay = 1440;

function days(first: string, last: string): fc.Arbitrary<string> {
	const start = Date.parse(first);
	const count = (Date.parse(last) - start) / 86_400_000;
	return fc
		.integer({ min: 0, max: count })
		.map((day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10));
}

/** Times of the day, often at the edges of office hours and of the 15:00 rule. */
const timesOfDay = fc.oneof(
	fc
		.integer({ min: 0, max: minutesPerDay - 1 })
		.map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16)),
	fc.constantFrom('00:00', '07:00', '11:30', '13:30', '15:00', '15:01', '17:00', '23:59')
);

function times(first: string, last: string): fc.Arbitrary<string> {
	return fc.tuple(days(first, last), timesOfDay).map(([day, time]) => `${day}T${time}`);
}

const hours = fc.constantFrom<[string, string][]>(
	[
		['07:00', '11:30'],
		['13:30', '17:00']
	],
	[['08:00', '16:00']],
	[
		['00:00', '00:01'],
		['23:58', '23:59']
	],
	[]
);

/** Calendars with days off and make-up days anywhere, and sometimes a year missing in the middle. */
export const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
	off: fc.uniqueArray(days('2025-12-01', '2027-12-31'), { maxLength: 60 }),
	makeUp: fc.uniqueArray(days('2025-12-01', '2027-12-31'), { maxLength: 15 }),
	hours,
	years: fc.constantFrom([2025, 2026, 2027], [2026], [2026, 2027], [2025, 2027], [2026, 2028])
});

const limits = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			unit: fc.constantFrom(
				'working-day' as const,
				'calendar-day' as const,
				'working-hour' as const
			),
			value: fc.oneof(
				{ weight: 8, arbitrary: fc.integer({ min: 1, max: 40 }) },
				{ weight: 1, arbitrary: fc.integer({ min: 41, max: 1000 }) }
			)
		})
	},
	{ weight: 1, arbitrary: fc.constant({ unit: 'same-day' as const }) }
);

const nearTimes = times('2026-10-20', '2027-01-10');
const closedIntervals = fc
	.tuple(nearTimes, nearTimes)
	.map(([a, b]): [string, string] => (a <= b ? [a, b] : [b, a]));
const intervals = fc.option(
	fc.array(
		fc.oneof(
			{ weight: 30, arbitrary: closedIntervals },
			{ weight: 1, arbitrary: nearTimes.map((from): [string, null] => [from, null]) }
		),
		{ maxLength: 4 }
	)
);

/** Well-formed inputs around the end of 2026, some beyond what the calendars know. */
export const goodInputs: fc.Arbitrary<ClockInput> = fc.record(
	{
		received: fc.oneof(
			{ weight: 9, arbitrary: times('2026-10-25', '2026-12-31') },
			{ weight: 1, arbitrary: times('2025-11-20', '2028-01-10') }
		),
		limit: limits,
		policy: fc.constantFrom('restart' as const, 'pause' as const, null),
		supplements: intervals,
		payments: intervals,
		reappointedTo: fc.option(days('2026-11-01', '2028-01-10'), { freq: 3 }),
		reappointedAt: fc.option(times('2026-11-01', '2027-12-31'), { freq: 2 }),
		finished: fc.option(times('2026-10-25', '2027-02-28'))
	},
	{ requiredKeys: ['received', 'limit'] }
);

const wrongTimes = fc.constantFrom(
	'2026-02-30T09:00',
	'2026-02-29T09:00',
	'2028-02-29T09:00',
	'2026-04-31T09:00',
	'2026-00-10T09:00',
	'2026-11-00T09:00',
	'0000-01-01T00:00',
	'0001-01-01T00:00',
	'9999-12-31T23:59',
	'2026-11-23T24:00',
	'2026-11-23T9:00',
	'2026-11-23T09:00\n',
	'２０２６-11-23T09:00',
	'2026-11-23',
	'',
	'infinity',
	'now'
);
const wrongNumbers = fc.oneof(
	fc.integer({ min: -5, max: 1005 }),
	fc.constantFrom(0.5, 1.5, 1e9, -0, 1000.25)
);
// PostgreSQL's JSON holds no NUL and no lone surrogate; such a request never reaches the function.
const anything = fc.oneof(
	fc
		.jsonValue({ maxDepth: 2 })
		.filter((value) => !/\\u0000|\\ud[89a-f]/.test(JSON.stringify(value))),
	wrongTimes,
	wrongNumbers
);

/** Inputs of which one or more parts are wrong, or which are nothing of the kind. */
export const hostileInputs: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 1, arbitrary: anything },
	{
		weight: 12,
		arbitrary: fc
			.tuple(
				goodInputs,
				fc.record(
					{
						received: fc.oneof(wrongTimes, anything),
						limit: fc.oneof(
							anything,
							fc.record({
								unit: fc.oneof(
									fc.constantFrom(
										'working-day',
										'calendar-day',
										'working-hour',
										'same-day',
										'month'
									),
									anything
								),
								value: fc.oneof(wrongNumbers, anything)
							})
						),
						policy: fc.oneof(fc.constantFrom('restart', 'stop', ''), anything),
						supplements: wrongIntervals(),
						payments: wrongIntervals(),
						reappointedTo: fc.oneof(wrongTimes, anything),
						reappointedAt: fc.oneof(wrongTimes, anything),
						finished: fc.oneof(wrongTimes, anything)
					},
					{ requiredKeys: [] }
				),
				fc.subarray(['received', 'limit', 'policy', 'supplements', 'payments', 'finished'])
			)
			// Keep most of the good parts: one wrong part must not hide behind another.
			.map(([good, wrong, kept]) => ({
				...good,
				...wrong,
				...Object.fromEntries(Object.entries(good).filter(([key]) => kept.includes(key)))
			}))
	}
);

function wrongIntervals(): fc.Arbitrary<unknown> {
	return fc.oneof(
		anything,
		fc.array(
			fc.oneof(
				closedIntervals,
				closedIntervals.map(([from, to]) => [to, from]),
				fc.tuple(nearTimes, wrongTimes),
				fc.array(fc.oneof(nearTimes, fc.constant(null)), { maxLength: 3 }),
				anything
			),
			{ maxLength: 3 }
		)
	);
}
