import * as z from 'zod/mini';

/**
 * What the phone is told of money it owes, in đồng: for what, by which notice, where and how (`payTo`), what to write on
 * the transfer, and the last local date.
 */
export const OwnBill = z.object({
	amount: z.int(),
	payTo: z.optional(z.string()),
	transferText: z.optional(z.string()),
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
