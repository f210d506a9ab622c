import * as z from 'zod/mini';

/** What somebody reports of a task; dropped = given up, by the head, with a reason. */
export const PlanStatus = z.enum(['planned', 'running', 'done', 'dropped']);
export type PlanStatus = z.infer<typeof PlanStatus>;

/**
 * How far a task is today, computed by the database (app.plan_task_state): done = on or before its last day, done-late =
 * after it, overdue = the last day is over and it is not done.
 */
export const PlanState = z.enum(['planned', 'running', 'done', 'done-late', 'overdue', 'dropped']);
export type PlanState = z.infer<typeof PlanState>;

/** What a plan says of a task. Days are local dates YYYY-MM-DD; `timeWords` is the time as the plan words it. */
export const PlanTaskText = z.object({
	heading: z.string(),
	title: z.string(),
	/** The agency or department that leads (cơ quan chủ trì). */
	lead: z.string(),
	/** The own department that `lead` names; its officers report. */
	leadDepartmentId: z.nullable(z.string()),
	coordinators: z.array(z.string()),
	from: z.string(),
	to: z.string(),
	timeWords: z.string(),
	deliverable: z.string()
});
export type PlanTaskText = z.infer<typeof PlanTaskText>;

/** A task of a year's plan as it stands today. */
export const PlanTask = z.extend(PlanTaskText, {
	id: z.string(),
	version: z.int(),
	status: PlanStatus,
	/** The document, link or text that shows what was done; '' = none yet. */
	evidence: z.string(),
	doneOn: z.nullable(z.string()),
	droppedReason: z.nullable(z.string()),
	state: PlanState,
	mayReport: z.boolean()
});
export type PlanTask = z.infer<typeof PlanTask>;

/** An agency or a department by name. */
export const Named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** What stands above a plan and above the logs; `offices` are those the reader may look at, the own one first. */
export const PlanHead = z.object({
	agency: z.object({
		id: z.string(),
		name: z.string(),
		parentName: z.string(),
		place: z.string()
	}),
	today: z.string(),
	mayWrite: z.boolean(),
	offices: z.array(Named)
});
export type PlanHead = z.infer<typeof PlanHead>;

/** The plan of a year; `plan` null = nobody has begun one. `approvedAt` is a local time. */
export const PlanYear = z.extend(PlanHead, {
	year: z.int(),
	isLeader: z.boolean(),
	plan: z.nullable(
		z.object({
			documentNumber: z.string(),
			documentDate: z.nullable(z.string()),
			version: z.int(),
			approvedBy: z.nullable(z.string()),
			approvedAt: z.nullable(z.string())
		})
	),
	tasks: z.array(PlanTask),
	departments: z.array(Named)
});
export type PlanYear = z.infer<typeof PlanYear>;

/** What somebody changed in a plan; `name` of a change is the column, before and after as the record keeps them. */
export const PlanEvent = z.object({
	id: z.int(),
	action: z.string(),
	by: z.string(),
	at: z.string(),
	reason: z.nullable(z.string()),
	title: z.string(),
	tasks: z.nullable(z.int()),
	changes: z.array(
		z.object({ name: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) })
	)
});
export type PlanEvent = z.infer<typeof PlanEvent>;
