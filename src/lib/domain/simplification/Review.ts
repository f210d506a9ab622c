import * as z from 'zod/mini';
import { RequirementKind } from '../catalogue/Requirement.ts';

/**
 * Why a paper might go, as SQL `app.paper_flags` says it: `in-database` the law lets a database replace it, or it is only
 * looked up; `never-lacked` of at least 20 cases nobody lacked it; `unread` of at least 20 sent as photos nobody opened one;
 * `duplicate` another procedure asks for it too.
 */
const PaperFlag = z.enum(['in-database', 'never-lacked', 'unread', 'duplicate']);
export type PaperFlag = z.infer<typeof PaperFlag>;

/**
 * A paper of the version in force. Of `cases` that had it in their list `lacking` came without it or with a wrong one; in
 * `sent` dossiers filed online it came as a photo, in `opened` of them somebody of the staff looked at it; `alsoAskedBy`
 * other procedures in force ask for it too, `examples` names at most three of them.
 */
export const PaperReview = z.object({
	requirementId: z.string(),
	name: z.string(),
	kind: RequirementKind,
	cases: z.int(),
	lacking: z.int(),
	sent: z.int(),
	opened: z.int(),
	replacedBy: z.nullable(z.object({ database: z.string(), law: z.string() })),
	alsoAskedBy: z.int(),
	examples: z.array(z.string()),
	flags: z.array(PaperFlag)
});
export type PaperReview = z.infer<typeof PaperReview>;

/**
 * A step that `dossiers` have left: the sum of the working days they lay there, and of those on which nobody of the office did
 * anything. `stage` = a stage the procedure names, else a stretch between two statuses.
 */
export const StepReview = z.object({
	kind: z.enum(['stage', 'taking-up', 'working', 'to-counter']),
	name: z.nullable(z.string()),
	dossiers: z.int(),
	days: z.int(),
	idleDays: z.int()
});
export type StepReview = z.infer<typeof StepReview>;

/** The answer of `procedure_review`; `from` and `to` are local dates, both included; `version` is the number in force. */
export const ProcedureReview = z.object({
	procedureCode: z.string(),
	title: z.string(),
	shortTitle: z.string(),
	field: z.nullable(z.string()),
	version: z.int(),
	from: z.string(),
	to: z.string(),
	agency: z.object({ id: z.string(), name: z.string() }),
	agencies: z.int(),
	dossiers: z.int(),
	papers: z.array(PaperReview),
	steps: z.array(StepReview)
});
export type ProcedureReview = z.infer<typeof ProcedureReview>;
