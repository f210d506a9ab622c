import * as z from 'zod/mini';
import { Condition } from './Condition.ts';

/** A fee as the source states it. `province` = decided by the provincial people's council: a value of its own, never 0. */
export const Fee = z.strictObject({
	label: z.string(),
	kind: z.enum(['free', 'amount', 'province', 'unknown']),
	amount: z.optional(z.int().check(z.positive())),
	/** What the amount is for, e.g. "bản", "trang". */
	per: z.optional(z.string()),
	when: z.optional(Condition),
	exempt: z.optional(z.string()),
	note: z.optional(z.string()),
	source: z.string()
});
export type Fee = z.infer<typeof Fee>;
