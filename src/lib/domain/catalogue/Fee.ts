import * as z from 'zod/mini';
import { CHANNEL_KINDS } from './channelKinds.ts';
import { Condition } from './Condition.ts';

/** A fee as the source states it. `province` = decided by the provincial people's council: a value of its own, never 0. */
export const Fee = z.strictObject({
	label: z.string(),
	kind: z.enum(['free', 'amount', 'province', 'unknown']),
	amount: z.optional(z.int().check(z.positive())),
	/** What the amount is for, e.g. "bản", "trang". */
	per: z.optional(z.string()),
	/** A price that changes with the count: from unit number `from` (1-based) each costs `amount`. Ascending. */
	tiers: z.optional(
		z
			.array(
				z.strictObject({ from: z.int().check(z.gte(2)), amount: z.int().check(z.nonnegative()) })
			)
			.check(z.minLength(1))
	),
	/** The most that is asked for one such thing, e.g. 200000 for a "bản". */
	most: z.optional(z.strictObject({ amount: z.int().check(z.positive()), per: z.string() })),
	/** The e-form fields (type number) that say how many units, and how many times over: only then a sum can be shown. */
	count: z.optional(z.strictObject({ units: z.string(), times: z.optional(z.string()) })),
	/** Only for these ways to file; absent = for all. */
	channels: z.optional(z.array(z.enum(CHANNEL_KINDS)).check(z.minLength(1))),
	when: z.optional(Condition),
	exempt: z.optional(z.string()),
	note: z.optional(z.string()),
	source: z.string()
});
export type Fee = z.infer<typeof Fee>;
