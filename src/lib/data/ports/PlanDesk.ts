import type { OutreachForm, OutreachLog, TrainingKind, TrainingLog } from '$lib/domain/plan/Logs';
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

/** A line of a log as it is written; `expectedVersion` 0 = it is new. */
export type LogEntry = { entryId: string; expectedVersion: number; heldOn: string };
export type OutreachChange = LogEntry & {
	place: string;
	form: OutreachForm;
	topic: string;
	fieldCode?: string;
	procedureCode?: string;
	/** People; absent = unknown. */
	reach?: number;
	owner: string;
	note: string;
};
export type TrainingChange = LogEntry & {
	kind: TrainingKind;
	topic: string;
	teacher: string;
	/** For each person, in halves. */
	hours: number;
	participants: string[];
	guests: number;
	material: string;
};
export type LogRemoval = { entryId: string; expectedVersion: number; reason: string };

/**
 * The year's plan, the outreach log and the training log. Refusals: `conflict` version-stale, plan-issued; `forbidden` role-missing; `not-found`
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
	outreach(place: PlanPlace): Promise<Result<OutreachLog>>;
	saveOutreach(request: PlanAction & OutreachChange): Promise<Result<null>>;
	removeOutreach(request: PlanAction & LogRemoval): Promise<Result<null>>;
	training(place: PlanPlace): Promise<Result<TrainingLog>>;
	saveTraining(request: PlanAction & TrainingChange): Promise<Result<null>>;
	removeTraining(request: PlanAction & LogRemoval): Promise<Result<null>>;
}
