import type { StaffSimplification } from '$lib/data/ports/StaffSimplification';
import { CostReport } from '$lib/domain/simplification/Costs';
import { ProcedureReview } from '$lib/domain/simplification/Review';
import type { Call } from './deskCalls';

/** What procedures cost people: one call of one SQL function each. */
export function createStaffSimplification(call: Call): StaffSimplification {
	return {
		costs: (request) => call('procedure_costs', request, CostReport),
		review: (request) => call('procedure_review', request, ProcedureReview)
	};
}
