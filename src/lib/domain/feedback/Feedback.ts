import * as z from 'zod/mini';

/** Bounds of what one may write, in characters. */
const LEAST_CONTENT = 10;
export const MOST_CONTENT = 4000;

const FeedbackKind = z.enum(['complaint', 'suggestion']);

const FeedbackTopic = z.enum(['procedure', 'attitude', 'leader', 'other']);

/** Where a complaint or suggestion stands: new → asked or accepted or rejected; accepted → resolved → published or kept. */
export const FeedbackState = z.enum([
	'new',
	'asked',
	'accepted',
	'rejected',
	'resolved',
	'published',
	'kept'
]);
export type FeedbackState = z.infer<typeof FeedbackState>;

/**
 * A complaint or suggestion being written, or given and waiting for the network. `id` and `secret` (64 hex digits) are
 * drawn once: sent twice it is one, and answers the same receipt.
 */
export const FeedbackDraft = z.object({
	id: z.string(),
	secret: z.string(),
	kind: z.string(),
	topic: z.string(),
	content: z.string(),
	agencyCode: z.string(),
	matter: z.string(),
	dossierCode: z.string(),
	aboutName: z.string(),
	name: z.string(),
	phone: z.string(),
	email: z.string(),
	waiting: z.boolean()
});
export type FeedbackDraft = z.infer<typeof FeedbackDraft>;

/** What the sender gets. `sentAt` is a local time, `lastDay` the local date of the answer, null past the known calendar. */
export const FeedbackReceipt = z.object({
	id: z.string(),
	code: z.string(),
	lookupCode: z.string(),
	sentAt: z.string(),
	office: z.string(),
	lastDay: z.nullable(z.string())
});
export type FeedbackReceipt = z.infer<typeof FeedbackReceipt>;

/** What the two codes show. */
export const FeedbackShown = z.object({
	kind: FeedbackKind,
	state: FeedbackState,
	sentAt: z.string(),
	office: z.string(),
	lastDay: z.nullable(z.string()),
	question: z.nullable(z.string()),
	answer: z.nullable(z.string()),
	decidedAt: z.nullable(z.string())
});
export type FeedbackShown = z.infer<typeof FeedbackShown>;

/** Whom one may write about, and the working days of each step. */
export const FeedbackSetup = z.object({
	offices: z.array(z.object({ code: z.string(), name: z.string() })),
	days: z.object({ reject: z.int(), ask: z.int(), resolve: z.int(), publish: z.int() })
});
export type FeedbackSetup = z.infer<typeof FeedbackSetup>;

/** What was answered in public. */
export const PublishedFeedback = z.object({
	kind: FeedbackKind,
	question: z.string(),
	answer: z.string(),
	office: z.string(),
	day: z.string()
});
export type PublishedFeedback = z.infer<typeof PublishedFeedback>;

export const FeedbackAction = z.enum([
	'accept',
	'ask',
	'reject',
	'resolve',
	'publish',
	'keep',
	'pass-up'
]);
export type FeedbackAction = z.infer<typeof FeedbackAction>;

/** One complaint or suggestion as leaders see it. `due` = the last day for the next step; times are local. */
export const StaffFeedback = z.object({
	id: z.string(),
	code: z.string(),
	version: z.int(),
	kind: FeedbackKind,
	topic: FeedbackTopic,
	content: z.string(),
	about: z.string(),
	matter: z.nullable(z.string()),
	dossierCode: z.nullable(z.string()),
	aboutName: z.nullable(z.string()),
	contact: z.object({
		name: z.optional(z.string()),
		phone: z.optional(z.string()),
		email: z.optional(z.string())
	}),
	state: FeedbackState,
	sentAt: z.string(),
	answer: z.nullable(z.string()),
	decidedAt: z.nullable(z.string()),
	due: z.nullable(z.string()),
	overdue: z.boolean(),
	late: z.boolean(),
	publicQuestion: z.nullable(z.string()),
	publicAnswer: z.nullable(z.string()),
	actions: z.array(FeedbackAction),
	events: z.array(
		z.object({
			action: z.string(),
			by: z.nullable(z.string()),
			at: z.string(),
			text: z.nullable(z.string())
		})
	)
});
export type StaffFeedback = z.infer<typeof StaffFeedback>;

/** What is wrong with a draft, by field; {} = it can be sent. */
export function feedbackFaults(
	draft: FeedbackDraft,
	offices: number
): Partial<Record<'kind' | 'topic' | 'content' | 'office' | 'email', true>> {
	const length = [...draft.content.trim()].length;
	const email = draft.email.trim();
	return {
		...(FeedbackKind.safeParse(draft.kind).success ? {} : { kind: true }),
		...(FeedbackTopic.safeParse(draft.topic).success ? {} : { topic: true }),
		...(length >= LEAST_CONTENT && length <= MOST_CONTENT ? {} : { content: true }),
		...(offices > 1 && draft.agencyCode === '' ? { office: true } : {}),
		...(email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: true })
	};
}
