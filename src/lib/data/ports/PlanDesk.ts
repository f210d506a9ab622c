import type { PlanEvent, PlanStatus, PlanTaskText, PlanYear } from '$lib/domain/plan/Plan';
import type { Result } from '$lib/domain/shared/Result';

/** What every change carries: sent twice with the same content it happens once. */
export type PlanAction = { actionId: string };
/** Which plan: the own office's unless `agencyId` names one below. */
export type PlanPlace = { year: number; agencyId?: string };
/** `version` 0 = it is new. `reason` is needed once the plan is issued. */
export type PlanTaskChange = PlanTaskText & {
	year: number;
	taskId: string;
	expectedVersion: number;
	reason?: string;
};
export type PlanReport = {
	taskId: string;
	expectedVersion: number;
	status: PlanStatus;
	evidence: string;
	/** The day it was done, when it is. */
	doneOn?: string;
	reason?: string;
};

/**
 * The year's plan. Refusals: `conflict` version-stale, plan-issued; `forbidden` role-missing; `not-found`
 * plan-task-unknown; `invalid` plan-text, plan-day, plan-period, plan-reason, plan-evidence, plan-done-on, plan-document.
 */
export interface PlanDesk {
	year(place: PlanPlace): Promise<Result<PlanYear>>;
	/** Who changed what, the latest 100, of the plan or of one task. */
	history(place: PlanPlace & { taskId?: string }): Promise<Result<PlanEvent[]>>;
	saveYear(
		request: PlanAction & {
			year: number;
			expectedVersion: number;
			documentNumber: string;
			documentDate?: string;
			approved: boolean;
			reason?: string;
		}
	): Promise<Result<null>>;
	saveTask(request: PlanAction & PlanTaskChange): Promise<Result<null>>;
	removeTask(
		request: PlanAction & { taskId: string; expectedVersion: number; reason: string }
	): Promise<Result<null>>;
	reportTask(request: PlanAction & PlanReport): Promise<Result<null>>;
	/** Adds 1–200 tasks, all or none. */
	importTasks(
		request: PlanAction & {
			year: number;
			tasks: (PlanTaskText & { taskId: string })[];
			reason?: string;
		}
	): Promise<Result<null>>;
}
