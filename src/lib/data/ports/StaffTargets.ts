import type { TargetKind, TargetSheet } from '$lib/domain/report/Target';
import type { Result } from '$lib/domain/shared/Result';

/** What a change of a target says of itself: the same `actionId` happens once; `expectedVersion` is the one on screen. */
type TargetChange = { actionId: string; targetId: string; expectedVersion: number };

/**
 * The targets of the office. Refusals carry the keys of supabase/migrations/20261130004500: `forbidden` role-missing,
 * target-foreign, target-own, agency-foreign; `conflict` version-stale, target-open, target-decided; `invalid`
 * target-percent, target-year, target-reason and so on.
 */
export interface StaffTargets {
	/** The targets of a year with what has been reached; of the own agency, or for leaders of one below. */
	sheet(request: { year: number; agencyId?: string }): Promise<Result<TargetSheet>>;
	/** Puts a target forward; `departmentId` null = the whole agency, `expectedVersion` that of the one in force, 0 = none. */
	propose(request: {
		actionId: string;
		departmentId: string | null;
		year: number;
		kind: TargetKind;
		percent: number;
		note?: string;
		expectedVersion: number;
	}): Promise<Result<null>>;
	/** The leader approves a proposal, or returns it with a reason. */
	decide(
		request: TargetChange & { decision: 'approve' | 'return'; reason?: string }
	): Promise<Result<null>>;
	/** Takes a proposal back; for leaders also what is in force, with a reason. */
	withdraw(request: TargetChange & { reason?: string }): Promise<Result<null>>;
}
