import type { Period } from '$lib/domain/report/period';
import type { CostReport } from '$lib/domain/simplification/Costs';
import type { ProcedureReview } from '$lib/domain/simplification/Review';
import type { Result } from '$lib/domain/shared/Result';

/** What procedures cost people, and what of them might go; of the caller's agency, for leaders also one below it. */
export interface StaffSimplification {
	/** Every procedure of which dossiers were received on these days, the dearest first. */
	costs(request: Period & { agencyId?: string }): Promise<Result<CostReport>>;
	/** The papers and steps of one procedure; `not-found` procedure-unknown. */
	review(
		request: Period & { procedureCode: string; agencyId?: string }
	): Promise<Result<ProcedureReview>>;
}
