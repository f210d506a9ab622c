import type {
	CatalogueList,
	DraftContent,
	DraftPlace,
	HistoryEntry,
	ProcedureDraft,
	Publication,
	VersionContent
} from '$lib/domain/catalogue/Draft';
import type { Field } from '$lib/domain/catalogue/Field';
import type { LackingPapers } from '$lib/domain/trips/LackingPapers';
import type { Result } from '$lib/domain/shared/Result';

/** A draft as the screen knows it: any other revision is a `conflict` draft-changed, and nothing is saved. */
export type KnownDraft = { draftId: string; expectedRevision: number };

/** What a new draft starts with; both ids are made before the first try, so that a repeat begins nothing twice. */
export type NewDraft = {
	actionId: string;
	draftId: string;
	procedureCode: string;
	/** The published version it begins from; null for a new code. */
	baseVersionId: string | null;
};

/**
 * The catalogue's editors: drafts, proposals, publishing. Refusals carry the keys of supabase/migrations/202611260008…:
 * `conflict` draft-changed, draft-closed, base-changed, nothing-changed, others-based-on-it; `forbidden` role-missing,
 * second-person-needed; `invalid` content-invalid and so on.
 */
export interface StaffCatalogue {
	/** For editors and leaders, like every read here. */
	list(): Promise<Result<CatalogueList>>;
	draft(draftId: string): Promise<Result<ProcedureDraft>>;
	/** With a `report`: read out of a list; what was guessed and dropped stays with the draft. */
	begin(
		request: NewDraft & { content: DraftContent; report?: object }
	): Promise<Result<DraftPlace>>;
	/** A draft that ends the procedure (bãi bỏ). */
	beginWithdrawal(request: NewDraft & { reason: string }): Promise<Result<DraftPlace>>;
	/** Gives the next revision. */
	save(request: KnownDraft & { content: DraftContent }): Promise<Result<DraftPlace>>;
	saveWithdrawal(request: KnownDraft & { reason: string }): Promise<Result<DraftPlace>>;
	/** After `base-changed`: the same draft on top of what is in force now. */
	rebase(
		request: KnownDraft & { baseVersionId: string; content: DraftContent | null }
	): Promise<Result<DraftPlace>>;
	discard(request: KnownDraft): Promise<Result<DraftPlace>>;
	/** `effectiveOn` YYYY-MM-DD; null = as soon as it is published. */
	propose(
		request: KnownDraft & { actionId: string; summary: string; effectiveOn: string | null }
	): Promise<Result<DraftPlace>>;
	/** Back to the editors, with the reason; gives the next revision. */
	returnProposal(
		request: KnownDraft & { actionId: string; reason: string }
	): Promise<Result<DraftPlace>>;
	publish(request: KnownDraft & { actionId: string }): Promise<Result<Publication>>;
	/** Calls off what was published for a date that has not come; `conflict` others-based-on-it while a later one builds on it. */
	cancelScheduled(request: {
		actionId: string;
		draftId: string;
		reason: string;
	}): Promise<Result<DraftPlace>>;
	/** Versions and withdrawals, the newest first. */
	history(code: string): Promise<Result<HistoryEntry[]>>;
	version(versionId: string): Promise<Result<VersionContent>>;
	/** Papers that people keep lacking: of one procedure all of them, without a code those to be written anew. */
	lackingPapers(code?: string): Promise<Result<LackingPapers>>;
	/** Adds a field of work, or changes the one of this code. */
	saveField(field: Field): Promise<Result<null>>;
	/** The date and the decision under which the office posted a procedure (niêm yết). */
	savePosting(request: {
		code: string;
		postedOn: string;
		postedDecision: string | null;
	}): Promise<Result<null>>;
}
