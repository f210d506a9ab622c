import * as z from 'zod/mini';
import { Procedure } from '../catalogue/Procedure.ts';
import { Payment, Timeliness, Wait } from './life.ts';
import { PAGE_TYPES } from './Page.ts';
import { CannotGetReason } from './Payload.ts';
import { ReleasedResult, ResultFile } from './ResultFile.ts';
import { Routing } from './routing.ts';
import { SentNotice } from './SentNotice.ts';
import { Supplement } from './Supplement.ts';

/** The staff member who is signed in. */
export const StaffMember = z.object({
	id: z.string(),
	fullName: z.string(),
	title: z.string(),
	agencyId: z.string(),
	agencyName: z.string(),
	agencyCode: z.string(),
	departmentId: z.nullable(z.string()),
	departmentName: z.nullable(z.string()),
	roles: z.array(z.enum(['receiver', 'officer', 'approver', 'leader', 'editor', 'admin']))
});
export type StaffMember = z.infer<typeof StaffMember>;

/** One line of the queue. Instants are ISO with zone, `dueDate` a local date. */
export const QueueRow = z.object({
	id: z.string(),
	code: z.nullable(z.string()),
	reference: z.string(),
	status: z.int(),
	version: z.int(),
	procedure: z.nullable(z.string()),
	procedureCode: z.string(),
	subject: z.string(),
	applicant: z.nullable(z.string()),
	phone: z.nullable(z.string()),
	channel: z.int(),
	department: z.nullable(z.string()),
	departmentId: z.nullable(z.string()),
	submittedAt: z.string(),
	receivedAt: z.nullable(z.string()),
	dueDate: z.nullable(z.string()),
	dueAt: z.nullable(z.string()),
	finishedAt: z.nullable(z.string()),
	returnedAt: z.nullable(z.string()),
	/** Local time by which an online dossier must be answered (eight working hours); null once it was, or without a calendar. */
	answerBy: z.nullable(z.string()),
	/** When the phone last answered a supplement slip that is still open; null = nothing to look at. */
	answeredAt: z.nullable(z.string()),
	/** The last date of the open supplement round (local date). */
	supplementUntil: z.nullable(z.string()),
	supplementRounds: z.int(),
	/** The name of the officer whose work it is; null = anybody's of the department. */
	assignedTo: z.nullable(z.string()),
	/** Its code in the ministry's system that it really belongs to. */
	externalCode: z.nullable(z.string()),
	/** Re-appointed once already. */
	extended: z.boolean(),
	sortAt: z.string()
});
export type QueueRow = z.infer<typeof QueueRow>;

/**
 * The lists of the desk. `answered` = the citizen has answered a supplement slip or asked to withdraw; `working` holds
 * `today` and `late` as well; `waiting` = for the citizen; `ended` = handed out, refused or stopped, the latest first.
 */
export const QueueGroup = z.enum([
	'new',
	'answered',
	'working',
	'today',
	'late',
	'waiting',
	'ready',
	'ended'
]);
export type QueueGroup = z.infer<typeof QueueGroup>;

/** Whose dossiers a list shows: of all I may see, of my department, or assigned to me. */
export const QueueWhose = z.enum(['all', 'department', 'mine']);
export type QueueWhose = z.infer<typeof QueueWhose>;

/** The way dossiers of a list came (KenhThucHien): 1 at the desk, 2 online, 3 by post. */
export type QueueChannel = 1 | 2 | 3;

/** Which dossiers of a group a list shows; without `channel` however they came. */
export type QueueFilters = { whose: QueueWhose; channel?: QueueChannel };

/** A stretch of one group of the queue, in the order of its dates, with how many wait in every group. */
export const QueuePage = z.object({
	rows: z.array(QueueRow),
	more: z.boolean(),
	counts: z.object({
		new: z.int(),
		answered: z.int(),
		working: z.int(),
		today: z.int(),
		late: z.int(),
		waiting: z.int(),
		ready: z.int()
	}),
	/** With the group `new`: the local time two working hours from now; null without a calendar. */
	soonBy: z.optional(z.nullable(z.string())),
	/** With a search that finds nothing in the group: how many it finds in which others, 100 at most each. */
	elsewhere: z.optional(z.partialRecord(QueueGroup, z.int()))
});
export type QueuePage = z.infer<typeof QueuePage>;

/**
 * A stored page. Its bytes are at `objectName` in the bucket `dossier-files`. `verifiedAt`: the server has found the
 * declared hash; `wanted`: it has found another, and the phone was asked for the page again.
 */
export const StaffFile = z.object({
	fileId: z.string(),
	requirementId: z.string(),
	type: z.enum(PAGE_TYPES),
	size: z.int(),
	sha256: z.string(),
	objectName: z.string(),
	verifiedAt: z.nullable(z.string()),
	wanted: z.boolean()
});
export type StaffFile = z.infer<typeof StaffFile>;

/** A dossier as the desk sees it, with the procedure version it was filed under. */
export const StaffDossier = z.object({
	id: z.string(),
	code: z.nullable(z.string()),
	reference: z.string(),
	status: z.int(),
	version: z.int(),
	channel: z.int(),
	subject: z.string(),
	applicant: z.record(z.string(), z.string()),
	payload: z.object({
		answers: z.record(z.string(), z.string()),
		form: z.record(z.string(), z.string()),
		/** The address the result is posted to; absent = it is fetched. */
		postTo: z.optional(z.string()),
		papers: z.array(
			z.object({
				requirementId: z.string(),
				state: z.string(),
				reason: z.optional(CannotGetReason),
				/** Ids of the files that show this paper, page after page. */
				files: z.optional(z.array(z.string()))
			})
		)
	}),
	procedureCode: z.string(),
	procedure: Procedure,
	departmentId: z.nullable(z.string()),
	departments: z.array(z.object({ id: z.string(), name: z.string(), handles: z.boolean() })),
	submittedAt: z.string(),
	receivedAt: z.nullable(z.string()),
	dueDate: z.nullable(z.string()),
	dueAt: z.nullable(z.string()),
	firstDueDate: z.nullable(z.string()),
	dueBasis: z.nullable(z.string()),
	finishedAt: z.nullable(z.string()),
	returnedAt: z.nullable(z.string()),
	events: z.array(
		z.object({
			action: z.string(),
			fromStatus: z.nullable(z.int()),
			toStatus: z.int(),
			actor: z.string(),
			byStaff: z.boolean(),
			at: z.string(),
			data: z.record(z.string(), z.unknown())
		})
	),
	files: z.array(StaffFile),
	slips: z.array(
		z.object({
			id: z.string(),
			form: z.string(),
			number: z.string(),
			issuedAt: z.string(),
			/** How often it was printed so far. */
			prints: z.int()
		})
	),
	/** Every round of asking for papers, the first first. */
	supplements: z.array(Supplement),
	result: z.nullable(ResultFile),
	/** Every version of the result, the first one first; `result` is the last. */
	results: z.array(ReleasedResult),
	/** When the phone last answered and no desk has looked since. */
	answeredAt: z.nullable(z.string()),
	/** Null before receipt. */
	timeliness: z.nullable(Timeliness),
	/** The date of the one re-appointment (local date), and when it was made. */
	extendedTo: z.nullable(z.string()),
	extendedAt: z.nullable(z.string()),
	waits: z.array(Wait),
	payments: z.array(Payment),
	routing: Routing,
	/** What the citizen was told, the latest first. */
	notices: z.array(SentNotice)
});
export type StaffDossier = z.infer<typeof StaffDossier>;

/** What receiving a dossier now would promise. */
export const ReceiptPreview = z.object({
	limit: z.unknown(),
	dueDate: z.nullable(z.string()),
	due: z.nullable(z.string()),
	error: z.nullable(z.string()),
	undecided: z.array(z.object({ from: z.string(), to: z.string(), note: z.string() }))
});
export type ReceiptPreview = z.infer<typeof ReceiptPreview>;

/** A paper taken at the desk, counted by kind. */
export type ReceivedPaper = { name: string; originals: number; certified: number; copies: number };
