import * as z from 'zod/mini';
import { IdentityCheck, IntakeSource } from '../intake/Intake.ts';
import { PaymentMethod, Timeliness } from './life.ts';
import { PaperVerdict } from './Supplement.ts';

/** A field of another form than expected is left out: the history of a dossier never breaks a page. */
const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);
const flag = z.catch(z.optional(z.boolean()), undefined);

/** Everything the events of a dossier may say of themselves; which fields an event has depends on its action. */
const EventData = z.object({
	until: text,
	lines: z.catch(z.optional(z.array(z.object({ name: z.string() }))), undefined),
	checks: z.catch(
		z.optional(z.array(z.object({ requirementId: z.string(), verdict: PaperVerdict }))),
		undefined
	),
	countsLate: flag,
	reason: text,
	rightPlace: text,
	text,
	papers: z.catch(
		z.optional(z.array(z.object({ name: z.string(), originals: z.int() }))),
		undefined
	),
	completedAt: text,
	dueDate: text,
	/** The date before it was moved. */
	fromDate: text,
	resultNumber: text,
	signedBy: text,
	recipientName: text,
	proxy: flag,
	proxyPaper: text,
	originals: z.catch(z.optional(z.array(z.string())), undefined),
	/** The parcel a result went in. */
	post: z.catch(
		z.optional(z.object({ number: z.string(), carrier: z.string(), address: z.string() })),
		undefined
	),
	total: z.catch(z.optional(z.int()), undefined),
	identityCheck: z.catch(z.optional(IdentityCheck), undefined),
	source: z.catch(z.optional(IntakeSource), undefined),
	amount: z.catch(z.optional(z.int()), undefined),
	payTo: text,
	documentNumber: text,
	method: z.catch(z.optional(PaymentMethod), undefined),
	receiptSeries: text,
	receiptNumber: text,
	transferReference: text,
	exemption: text,
	exemptionProof: text,
	oldDate: text,
	newDate: text,
	kind: z.catch(z.optional(z.enum(['stop', 'refuse'])), undefined),
	basis: text,
	officeFault: flag,
	/** Where it lies: whose work it became, which department, who was asked, which part took which step. */
	assignedTo: text,
	department: text,
	fromDepartment: text,
	stage: text,
	nextStage: text,
	nextDate: text,
	timeliness: z.catch(z.optional(Timeliness), undefined),
	agency: text,
	question: text,
	reply: text,
	outcome: text,
	part: text,
	parts: z.catch(
		z.optional(z.array(z.object({ title: z.string(), agency: z.string() }))),
		undefined
	),
	step: z.catch(z.optional(z.enum(['done', 'failed', 'copy', 'collect'])), undefined),
	external: z.catch(
		z.optional(
			z.object({
				code: z.string(),
				status: z.optional(z.string()),
				system: z.optional(z.string())
			})
		),
		undefined
	),
	/** The reference of the filing that took this one's place. */
	replacedBy: text
});
export type EventData = z.infer<typeof EventData>;

/** The fields of an event that have the form they should have. */
export function readEventData(data: Record<string, unknown>): EventData {
	return EventData.parse(data);
}
