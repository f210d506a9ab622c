import * as z from 'zod/mini';
import { isLocalDate, isLocalTime } from './localTime.ts';

const LocalTime = z.string().check(z.refine(isLocalTime));
const LocalDate = z.string().check(z.refine(isLocalDate));

/** A legal time limit; the unit is always stored, never guessed (domain §2.5). */
export const TimeLimit = z.discriminatedUnion('unit', [
	z.object({
		unit: z.enum(['working-day', 'calendar-day', 'working-hour']),
		value: z.int().check(z.positive(), z.maximum(1000))
	}),
	z.object({ unit: z.literal('same-day') })
]);
export type TimeLimit = z.infer<typeof TimeLimit>;

/** From … to as local times; `null` = still open. */
const Interval = z
	.tuple([LocalTime, z.nullable(LocalTime)])
	.check(z.refine(([from, to]) => to === null || from <= to));
const Intervals = z.optional(z.nullable(z.array(Interval)));

/**
 * What the clock needs to know of a dossier. `received` = when the full, valid dossier was received;
 * `policy` = what a supplement does to the limit (default restart, NĐ 61/2018 Đ19.4); `supplements`
 * and `payments` = times of waiting for the citizen; `reappointedTo` = the date of a legal
 * re-appointment; `finished` = when the office had finished.
 */
export const ClockInput = z.object({
	received: LocalTime,
	limit: TimeLimit,
	policy: z.optional(z.nullable(z.enum(['restart', 'pause']))),
	supplements: Intervals,
	payments: Intervals,
	reappointedTo: z.optional(z.nullable(LocalDate)),
	finished: z.optional(z.nullable(LocalTime))
});
export type ClockInput = z.infer<typeof ClockInput>;

/**
 * calendar-missing: a year between receipt and result has no calendar. limit-invalid: the limit or
 * policy is none of ours (value 1–1000). time-invalid: not a real date or time. interval-invalid: an
 * interval is no pair or ends before it begins.
 */
export type ClockError = 'calendar-missing' | 'limit-invalid' | 'time-invalid' | 'interval-invalid';

/**
 * Reads any value as a ClockInput. With several faults the error is the first of limit-invalid,
 * time-invalid, interval-invalid, as in SQL.
 */
export function parseClockInput(
	value: unknown
): { ok: true; input: ClockInput } | { ok: false; error: ClockError } {
	const parsed = ClockInput.safeParse(value);
	if (parsed.success) return { ok: true, input: parsed.data };
	const errors = new Set(parsed.error.issues.map((issue) => errorAt(issue.path)));
	const order = ['limit-invalid', 'time-invalid'] as const;
	return { ok: false, error: order.find((error) => errors.has(error)) ?? 'interval-invalid' };
}

function errorAt(path: PropertyKey[]): ClockError {
	switch (path[0]) {
		case 'received':
		case 'finished':
		case 'reappointedTo':
			return 'time-invalid';
		case 'supplements':
		case 'payments':
			// [list, which one, from or to]: shorter paths are about the list or the pair itself.
			return path.length === 3 ? 'time-invalid' : 'interval-invalid';
		default:
			return 'limit-invalid';
	}
}
