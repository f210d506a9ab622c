import * as z from 'zod/mini';
import { ResultFile } from './ResultFile.ts';

/**
 * Whether the date was kept (domain §2.7). `running` and `waiting` are open; `late` may be open or ended; `withdrawn` =
 * ended by the citizen, never counted as on time.
 */
export const Timeliness = z.enum(['early', 'on-time', 'late', 'running', 'waiting', 'withdrawn']);
export type Timeliness = z.infer<typeof Timeliness>;

/** What is to be paid, in đồng; `transferText` = what to write on the transfer, `payTo` = where and how. */
const Bill = z.object({
	amount: z.int(),
	payTo: z.optional(z.string()),
	transferText: z.optional(z.string())
});

/** What the phone is told of money it owes: also for what, by which notice, and the last local date. */
export const OwnBill = z.extend(Bill, {
	reason: z.string(),
	documentNumber: z.nullable(z.string()),
	until: z.nullable(z.string())
});
export type OwnBill = z.infer<typeof OwnBill>;

/** What the phone is told of the one re-appointment: both local dates and why. */
export const OwnExtension = z.object({
	oldDate: z.string(),
	newDate: z.string(),
	reason: z.string()
});
export type OwnExtension = z.infer<typeof OwnExtension>;

/** What the phone is told when the office ends a dossier: why, by which law, and the originals to fetch. */
export const OwnHalt = z.object({
	kind: z.enum(['stop', 'refuse']),
	reason: z.string(),
	basis: z.string(),
	originals: z.array(z.string())
});
export type OwnHalt = z.infer<typeof OwnHalt>;

/** How something was paid. */
export const PaymentMethod = z.enum(['cash', 'transfer', 'post', 'online']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/**
 * A time a received dossier waited for money or another agency: why, which document, from, to, who. `pauses`: the clock
 * stood still; `to` null = still waiting; instants are ISO with zone, `until` a local date.
 */
export const Wait = z.object({
	id: z.string(),
	kind: z.enum(['money', 'agency']),
	pauses: z.boolean(),
	reason: z.string(),
	documentNumber: z.nullable(z.string()),
	about: z.partial(Bill),
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

/** A result as it was given out; `correction` = why it replaces the one before, null for the first. */
export const ReleasedResult = z.extend(ResultFile, {
	releasedAt: z.string(),
	correction: z.nullable(z.string())
});
export type ReleasedResult = z.infer<typeof ReleasedResult>;
