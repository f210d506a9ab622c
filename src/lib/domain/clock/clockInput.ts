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
const Interval = z.tuple([LocalTime, z.nullable(LocalTime)]);
const Intervals = z.optional(z.nullable(z.array(Interval)));

/**
 * What the clock needs to know of a dossier. `received` = when the full, valid dossier was received;
 * `policy` = what a supplement does to the limit (default restart, NĐ 61/2018 Đ19.4); `supplements`
 * and `payments` = times of waiting for the citizen; `reappointedTo` = the date of a legal
 * re-appointment and `reappointedAt` = when it was made; `finished` = when the office had finished. `parseClockInput` also checks that no
 * interval ends before it begins.
 */
export const ClockInput = z.object({
	received: LocalTime,
	limit: TimeLimit,
	policy: z.optional(z.nullable(z.enum(['restart', 'pause']))),
	supplements: Intervals,
	payments: Intervals,
	reappointedTo: z.optional(z.nullable(LocalDate)),
	reappointedAt: z.optional(z.nullable(LocalTime)),
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
	if (parsed.success) {
		const intervals = [...(parsed.data.supplements ?? []), ...(parsed.data.payments ?? [])];
		const backwards = intervals.some(([from, to]) => to !== null && to < from);
		return backwards ? { ok: false, error: 'interval-invalid' } : { ok: true, input: parsed.data };
	}
	const paths = parsed.error.issues.map((issue) => issue.path);
	// Of a list of three that should be a pair, zod also reports the elements; SQL doesn't look at them.
	const noPairs = new Set(paths.filter((path) => path.length === 2).map((path) => path.join()));
	const errors = new Set(
		paths.filter((path) => path.length < 3 || !noPairs.has(path.slice(0, 2).join())).map(errorAt)
	);
	const order = ['limit-invalid', 'time-invalid'] as const;
	return { ok: false, error: order.find((error) => errors.has(error)) ?? 'interval-invalid' };
}

function errorAt(path: PropertyKey[]): ClockError {
	switch (path[0]) {
		case 'received':
		case 'finished':
		case 'reappointedTo':
		case 'reappointedAt':
			return 'time-invalid';
		case 'supplements':
		case 'payments':
			// [list, which one, from or to]: shorter paths are about the list or the pair itself.
			return path.length === 3 ? 'time-invalid' : 'interval-invalid';
		default:
			return 'limit-invalid';
	}
}
