import * as z from 'zod/mini';
import { Field } from './Field.ts';
import { Verification } from './Procedure.ts';

/** What a draft does to its code: other content, or the end of the procedure (bãi bỏ). */
const DraftKind = z.enum(['change', 'withdraw']);

/** Where a draft came from: somebody at the desk, an importer, newer JSON of the repository, or a decision to cut. */
const DraftSource = z.enum(['editor', 'import', 'repository', 'cut']);

const DraftStatus = z.enum(['open', 'proposed', 'published', 'discarded']);

/** A procedure that may be half written: `Procedure.safeParse` says whether it is one. */
export const DraftContent = z.record(z.string(), z.unknown());
export type DraftContent = z.infer<typeof DraftContent>;

/** One code in the editor's list; a `scheduled` one is new and takes effect on a later date. */
export const CatalogueLine = z.object({
	code: z.string(),
	title: z.string(),
	shortTitle: z.string(),
	fieldCode: z.string(),
	/** Null where nothing is known of it, and for what another version of the app would say. */
	verification: z.catch(z.nullable(Verification), null),
	status: z.enum(['published', 'withdrawn', 'scheduled']),
	versionNumber: z.nullable(z.int()),
	/** The date the office posted it (niêm yết), and under which decision. */
	postedOn: z.nullable(z.string()),
	postedDecision: z.nullable(z.string()),
	decisionNo: z.nullable(z.string()),
	/** How many drafts of this code are open, and how many wait for a second person. */
	drafts: z.int(),
	proposals: z.int()
});
export type CatalogueLine = z.infer<typeof CatalogueLine>;

/** An open draft or a proposal in the editor's list. */
export const DraftLine = z.object({
	draftId: z.string(),
	procedureCode: z.string(),
	title: z.string(),
	kind: DraftKind,
	status: z.enum(['open', 'proposed']),
	source: DraftSource,
	authorName: z.nullable(z.string()),
	updatedAt: z.string(),
	/** Begun by whoever asks. */
	mine: z.boolean()
});
export type DraftLine = z.infer<typeof DraftLine>;

/** Everything the editor's first screen shows. */
export const CatalogueList = z.object({
	procedures: z.array(CatalogueLine),
	drafts: z.array(DraftLine),
	fields: z.array(Field)
});
export type CatalogueList = z.infer<typeof CatalogueList>;

/** One line of the record of changes; `actor` null = the machine, `mine`: of whoever asks. */
export const CatalogueEvent = z.object({
	id: z.string(),
	action: z.string(),
	actor: z.nullable(z.string()),
	mine: z.boolean(),
	at: z.string(),
	note: z.nullable(z.string())
});
export type CatalogueEvent = z.infer<typeof CatalogueEvent>;

/** A draft with what it is compared with. */
export const ProcedureDraft = z.object({
	draftId: z.string(),
	procedureCode: z.string(),
	kind: DraftKind,
	/** Null for a withdrawal. */
	content: z.nullable(DraftContent),
	/** Why the procedure ends; null for a change. */
	reason: z.nullable(z.string()),
	/** What the importer guessed and dropped. */
	report: z.unknown(),
	baseVersionId: z.nullable(z.string()),
	/** The version this draft was begun from. */
	base: z.nullable(DraftContent),
	status: DraftStatus,
	revision: z.int(),
	authorName: z.nullable(z.string()),
	mine: z.boolean(),
	/** Whoever asks wrote nothing of it and has the role: may be the second person. */
	mayPublish: z.boolean(),
	summary: z.nullable(z.string()),
	effectiveOn: z.nullable(z.string()),
	proposedName: z.nullable(z.string()),
	proposedAt: z.nullable(z.string()),
	decidedName: z.nullable(z.string()),
	decidedAt: z.nullable(z.string()),
	returnedReason: z.nullable(z.string()),
	updatedAt: z.string(),
	/** What is in force now; null for a new code. Another id than `baseVersionId` = rebase first. */
	current: z.nullable(
		z.object({
			versionId: z.string(),
			number: z.int(),
			status: z.enum(['published', 'withdrawn']),
			content: DraftContent
		})
	),
	/** What was published and waits for its date, the earliest first. */
	scheduled: z.array(
		z.object({
			draftId: z.string(),
			versionId: z.nullable(z.string()),
			effectiveOn: z.string()
		})
	),
	/** The latest first. */
	events: z.array(CatalogueEvent)
});
export type ProcedureDraft = z.infer<typeof ProcedureDraft>;

/** `dropped` = published for a later date and called off before it. */
const Decision = {
	status: z.enum(['published', 'scheduled', 'dropped']),
	publishedAt: z.string(),
	effectiveOn: z.nullable(z.string()),
	proposedBy: z.nullable(z.string()),
	publishedBy: z.nullable(z.string()),
	summary: z.nullable(z.string())
};

/** One version or withdrawal of a code. */
export const HistoryEntry = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('version'),
		versionId: z.string(),
		number: z.int(),
		source: DraftSource,
		isCurrent: z.boolean(),
		...Decision
	}),
	z.object({ kind: z.literal('withdrawal'), draftId: z.string(), reason: z.string(), ...Decision })
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The content of one version, on demand. */
export const VersionContent = z.object({
	versionId: z.string(),
	number: z.int(),
	content: DraftContent,
	publishedAt: z.string(),
	effectiveOn: z.nullable(z.string())
});
export type VersionContent = z.infer<typeof VersionContent>;

/** Where a draft stands after an action on it. */
export const DraftPlace = z.object({
	draftId: z.string(),
	status: DraftStatus,
	revision: z.int()
});
export type DraftPlace = z.infer<typeof DraftPlace>;

/** What publishing made: no version for a withdrawal, no revision yet for a later date. */
export const Publication = z.object({
	code: z.string(),
	versionId: z.nullable(z.string()),
	number: z.nullable(z.int()),
	revision: z.nullable(z.int())
});
export type Publication = z.infer<typeof Publication>;
