import * as z from 'zod/mini';
import { Condition } from './Condition.ts';

/** A plain question that decides the case; asked only while `when` can still be true. */
export const Question = z.strictObject({
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
	text: z.string().check(z.minLength(5)),
	help: z.optional(z.string()),
	options: z
		.array(z.strictObject({ value: z.string(), label: z.string(), help: z.optional(z.string()) }))
		.check(z.minLength(2)),
	/** Offer "Tôi không rõ" as a last option. */
	maybeUnsure: z.optional(z.boolean()),
	when: z.optional(Condition)
});
export type Question = z.infer<typeof Question>;
