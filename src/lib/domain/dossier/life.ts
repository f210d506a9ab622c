import * as z from 'zod/mini';

/**
 * Whether the date was kept (domain §2.7). `running` and `waiting` are open; `late` may be open or ended; `withdrawn` =
 * ended by the citizen, never counted as on time.
 */
export const Timeliness = z.enum(['early', 'on-time', 'late', 'running', 'waiting', 'withdrawn']);
export type Timeliness = z.infer<typeof Timeliness>;

/** How something was paid. */
export const PaymentMethod = z.enum(['cash', 'transfer', 'post', 'online']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/**
 * A time a received dossier waited for money or another agency: why, which document, from, to, who. `pauses`: the clock
 * stood still; `about` says what is to be paid, in đồng, and how; `to` null = still waiting; instants are ISO with zone,
 * `until` a local date.
 */
export const Wait = z.object({
	id: z.string(),
	kind: z.enum(['money', 'agency']),
	pauses: z.boolean(),
	reason: z.string(),
	documentNumber: z.nullable(z.string()),
	about: z.object({
		amount: z.optional(z.int()),
		payTo: z.optional(z.string()),
		transferText: z.optional(z.string()),
		/** Whom a consultation asked, by which law silence is consent, and what came back. */
		agency: z.optional(z.string()),
		silence: z.optional(z.string()),
		answer: z.optional(z.string()),
		answerNumber: z.optional(z.string())
	}),
	until: z.nullable(z.string()),
	from: z.string(),
	fromBy: z.string(),
	to: z.nullable(z.string()),
	toBy: z.nullable(z.string()),
	outcome: z.nullable(z.enum(['paid', 'withdrawn', 'answered', 'silent']))
});
export type Wait = z.infer<typeof Wait>;

/** A fee the office took, or let off with proof; sums in đồng, receipt series and number as typed in. */
export const Payment = z.object({
	id: z.string(),
	at: z.string(),
	by: z.string(),
	lines: z.array(z.object({ label: z.string(), units: z.int(), times: z.int(), amount: z.int() })),
	total: z.int(),
	method: z.nullable(PaymentMethod),
	receiptSeries: z.nullable(z.string()),
	receiptNumber: z.nullable(z.string()),
	transferReference: z.nullable(z.string()),
	exemption: z.nullable(z.string()),
	exemptionProof: z.nullable(z.string())
});
export type Payment = z.infer<typeof Payment>;
