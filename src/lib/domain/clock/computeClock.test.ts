import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClockInput } from './clockInput.ts';
import { computeClock } from './computeClock.ts';
import { dateOfDay, dayOf } from './localTime.ts';
import { indexCalendar, isWorkingDay, type WorkingCalendar } from './workingCalendar.ts';

// The rules case by case are in tests/vectors; here is what must hold for every case.
const seed = 20_261_123;
const calendar: WorkingCalendar = {
	off: ['2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02'],
	makeUp: ['2026-08-22'],
	hours: [
		['07:00', '11:30'],
		['13:30', '17:00']
	],
	years: [2026, 2027]
};
const index = indexCalendar(calendar);

const dates = fc
	.integer({ min: dayOf('2026-01-05'), max: dayOf('2026-12-20') })
	.map((day) => dateOfDay(day));
const times = fc
	.tuple(dates, fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '59'))
	.map(([date, hour, minute]) => `${date}T${String(hour).padStart(2, '0')}:${minute}`);
const amounts = fc.integer({ min: 1, max: 60 });

function dueDateOf(input: ClockInput): string {
	const result = computeClock(input, calendar);
	if (!result.ok || !result.dueDate) throw new Error(JSON.stringify(result));
	return result.dueDate;
}

function hold<T extends unknown[]>(values: fc.IPropertyWithHooks<T>): void {
	fc.assert(values, { seed, numRuns: 500 });
}

describe('a limit in working days', () => {
	test('ends on a working day after the day of receipt, with exactly that many counted', () => {
		hold(
			fc.property(times, amounts, (received, value) => {
				const due = dayOf(dueDateOf({ received, limit: { unit: 'working-day', value } }));
				let counted = 0;
				for (let day = dayOf(received) + 1; day <= due; day += 1) {
					if (isWorkingDay(day, index)) counted += 1;
				}
				expect(counted).toBe(value);
				expect(isWorkingDay(due, index)).toBe(true);
			})
		);
	});

	test('does not depend on the hour of receipt', () => {
		hold(
			fc.property(dates, amounts, (date, value) => {
				const limit = { unit: 'working-day' as const, value };
				expect(dueDateOf({ received: `${date}T00:00`, limit })).toBe(
					dueDateOf({ received: `${date}T23:59`, limit })
				);
			})
		);
	});

	test('pauses by exactly the working days waited', () => {
		hold(
			fc.property(times, amounts, times, times, (received, value, one, other) => {
				const [from, to] = one <= other ? [one, other] : [other, one];
				const start = from > received ? from : received;
				let waited = 0;
				for (let day = dayOf(start) + 1; day <= dayOf(to); day += 1) {
					if (isWorkingDay(day, index)) waited += 1;
				}
				const paused: ClockInput = {
					received,
					limit: { unit: 'working-day', value },
					policy: 'pause',
					supplements: [[from, to]]
				};
				expect(dueDateOf(paused)).toBe(
					dueDateOf({ received, limit: { unit: 'working-day', value: value + waited } })
				);
			})
		);
	});
});

describe('every limit', () => {
	const limits = fc.constantFrom(
		'working-day' as const,
		'calendar-day' as const,
		'working-hour' as const
	);

	test('ends no earlier when it is longer, and on a working day', () => {
		hold(
			fc.property(times, amounts, limits, (received, value, unit) => {
				const due = dueDateOf({ received, limit: { unit, value } });
				expect(isWorkingDay(dayOf(due), index)).toBe(true);
				expect(dueDateOf({ received, limit: { unit, value: value + 1 } }) >= due).toBe(true);
			})
		);
	});

	test('counts the same wait once, in whatever order and pieces it is told', () => {
		hold(
			fc.property(
				times,
				amounts,
				limits,
				fc.array(times, { minLength: 3, maxLength: 3 }),
				(received, value, unit, moments) => {
					const [a = '', b = '', c = ''] = moments.sort();
					const input: ClockInput = { received, limit: { unit, value }, policy: 'pause' };
					const whole = dueDateOf({ ...input, supplements: [[a, c]] });
					const pieces: [string, string][] = [
						[b, c],
						[a, b]
					];
					expect(dueDateOf({ ...input, supplements: pieces })).toBe(whole);
					expect(dueDateOf({ ...input, supplements: [[a, c]], payments: pieces })).toBe(whole);
				}
			)
		);
	});

	test('restarts as if received when the last supplement was completed', () => {
		hold(
			fc.property(
				times,
				amounts,
				limits,
				fc.array(times, { minLength: 2, maxLength: 2 }),
				(received, value, unit, moments) => {
					const [from = '', to = ''] = moments.sort();
					const limit = { unit, value };
					expect(dueDateOf({ received, limit, policy: 'restart', supplements: [[from, to]] })).toBe(
						dueDateOf({ received: to > received ? to : received, limit })
					);
				}
			)
		);
	});
});

describe('the answer', () => {
	const input: ClockInput = {
		received: '2026-11-02T09:00',
		limit: { unit: 'working-day', value: 5 }
	};

	test('running: the due date and nothing else', () => {
		expect(computeClock(input, calendar)).toEqual({
			ok: true,
			state: 'running',
			dueDate: '2026-11-09'
		});
	});

	test('waiting: no date at all, whatever else is known', () => {
		const waiting: ClockInput = {
			...input,
			payments: [['2026-11-03T09:00', null]],
			reappointedTo: '2026-11-20',
			finished: '2026-11-04T09:00'
		};
		expect(computeClock(waiting, calendar)).toEqual({ ok: true, state: 'waiting' });
	});

	test('re-appointed: both dates, judged by the new one', () => {
		const again: ClockInput = {
			...input,
			reappointedTo: '2026-11-12',
			finished: '2026-11-12T18:00'
		};
		expect(computeClock(again, calendar)).toEqual({
			ok: true,
			state: 'finished',
			dueDate: '2026-11-12',
			firstDueDate: '2026-11-09',
			timeliness: 'on-time'
		});
	});

	test('hours: the minute and its date', () => {
		const hours: ClockInput = { ...input, limit: { unit: 'working-hour', value: 9 } };
		expect(computeClock(hours, calendar)).toEqual({
			ok: true,
			state: 'running',
			dueDate: '2026-11-03',
			due: '2026-11-03T10:00'
		});
	});

	test('a year without calendar is an error, never a date', () => {
		expect(computeClock({ ...input, received: '2028-01-03T09:00' }, calendar)).toEqual({
			ok: false,
			error: 'calendar-missing'
		});
	});
});
