import * as z from 'zod/mini';

/** What a source can print about an office: posted (procedures, fields), solved, of these early, on time, late; filed online. */
const QuotedKind = z.enum(['procedures', 'fields', 'solved', 'early', 'onTime', 'late', 'online']);

/**
 * Figures that a source prints about an office and these days (local dates, both included): shown beside what is counted,
 * never mixed with it. `moreThan` = printed with "trên"; `sourceSeen` = somebody of us has read the source itself.
 */
export const Quote = z.object({
	from: z.string(),
	to: z.string(),
	source: z.string(),
	sourceSeen: z.boolean(),
	figures: z.array(z.object({ figure: QuotedKind, value: z.int(), moreThan: z.boolean() }))
});
export type Quote = z.infer<typeof Quote>;
