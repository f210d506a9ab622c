import type {
	CutAgrees,
	CutChoices,
	CutDecided,
	CutRegister,
	CutState,
	WantedCut
} from '$lib/domain/simplification/CutProposal';
import type { Result } from '$lib/domain/shared/Result';

/** What a change of a proposal says of itself: the same `actionId` happens once; `expectedVersion` is the one on screen. */
type CutChange = { actionId: string; proposalId: string; expectedVersion: number };

/**
 * The register of proposals to cut. Refusals carry the keys of supabase/migrations/20261130004720: `forbidden`
 * role-missing, cut-foreign; `conflict` version-stale, cut-state; `not-found` procedure-unknown, cut-proposal-unknown;
 * `invalid` cut-list, cut-limit, cut-day, cut-text and so on. Dates are local, YYYY-MM-DD.
 */
export interface StaffCuts {
	/** The newest first, or the one that is asked for; of the own agency, for leaders also of those below. */
	register(request: {
		state?: CutState;
		procedureCode?: string;
		proposalId?: string;
	}): Promise<Result<CutRegister>>;
	/** What may be cut and what it would save; nothing is written. */
	preview(request: {
		procedureCode: string;
		cuts: readonly WantedCut[];
	}): Promise<Result<CutChoices>>;
	/** `versionId` = the version on screen; gives the id of the new proposal. */
	propose(request: {
		actionId: string;
		procedureCode: string;
		versionId: string;
		cuts: readonly WantedCut[];
		reason: string;
	}): Promise<Result<string>>;
	send(
		request: CutChange & { body: string; number: string; on: string }
	): Promise<Result<CutDecided>>;
	noteReply(
		request: CutChange & { number: string; on: string; agrees: CutAgrees; summary?: string }
	): Promise<Result<CutDecided>>;
	/** `accepted` = places of cuts from 0; an accepted proposal becomes a draft of the next version at once. */
	decide(
		request: CutChange & {
			decision: 'accept' | 'reject';
			number: string;
			on: string;
			accepted?: readonly number[];
		}
	): Promise<Result<CutDecided>>;
	withdraw(request: CutChange & { reason: string }): Promise<Result<CutDecided>>;
}
