import type { PlanStatus, PlanTask, PlanTaskText } from '$lib/domain/plan/Plan';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viPlan } from '$lib/i18n/viPlan';

/** A field and what is wrong with it. */
export type FieldError = { id: string; message: string };

/** A task as it stands in the boxes of the form. */
export type TaskDraft = Record<
	'heading' | 'title' | 'lead' | 'department' | 'coordinators' | 'from' | 'to' | 'timeWords',
	string
> & { deliverable: string; reason: string };

const words = viPlan.wrong;

/** The boxes for a task, or empty ones; `heading` is proposed for a new one. */
export function draftOf(task: PlanTask | undefined, heading: string): TaskDraft {
	return {
		heading: task?.heading ?? heading,
		title: task?.title ?? '',
		lead: task?.lead ?? '',
		department: task?.leadDepartmentId ?? '',
		coordinators: task?.coordinators.join('\n') ?? '',
		from: task?.from ?? '',
		to: task?.to ?? '',
		timeWords: task?.timeWords ?? '',
		deliverable: task?.deliverable ?? '',
		reason: ''
	};
}

/** The task that the boxes say, tidied. */
export function textOfDraft(draft: TaskDraft): PlanTaskText {
	return {
		heading: tidyLine(draft.heading),
		title: tidyLine(draft.title),
		lead: tidyLine(draft.lead),
		leadDepartmentId: draft.department || null,
		coordinators: draft.coordinators.split('\n').map(tidyLine).filter(Boolean),
		from: draft.from,
		to: draft.to,
		timeWords: tidyLine(draft.timeWords),
		deliverable: tidyText(draft.deliverable)
	};
}

/** What is wrong with the boxes of a task; ids are those of its form. */
export function taskErrors(draft: TaskDraft, needsReason: boolean): FieldError[] {
	const text = textOfDraft(draft);
	const faults: [boolean, string, string][] = [
		[text.heading.length < 2, 'task-heading', words.heading],
		[text.title.length < 2, 'task-title', words.title],
		[text.lead.length < 2, 'task-lead', words.lead],
		[!text.from, 'task-from', words.from],
		[!text.to || text.to < text.from, 'task-to', words.to],
		[needsReason && tidyLine(draft.reason).length < 3, 'task-reason', words.reason]
	];
	return faults.filter(([isWrong]) => isWrong).map(([, id, message]) => ({ id, message }));
}

/** The boxes of a report. */
export type ReportDraft = { status: PlanStatus; evidence: string; doneOn: string; reason: string };

/** True when the report says something about a task that needs a reason. */
export function reportNeedsReason(
	draft: Pick<ReportDraft, 'status' | 'doneOn'>,
	task: Pick<PlanTask, 'status' | 'doneOn'>
): boolean {
	if (draft.status === 'dropped') return true;
	if (task.status !== 'done' && task.status !== 'dropped') return false;
	return draft.status !== task.status || draft.doneOn !== (task.doneOn ?? '');
}

/** What is wrong with a report; `today` is a local date. */
export function reportErrors(
	draft: ReportDraft,
	task: Pick<PlanTask, 'status' | 'doneOn'>,
	today: string
): FieldError[] {
	const isDone = draft.status === 'done';
	const faults: [boolean, string, string][] = [
		[isDone && (!draft.doneOn || draft.doneOn > today), 'report-done-on', words.doneOn],
		[isDone && tidyText(draft.evidence).length < 3, 'report-evidence', words.evidence],
		[
			reportNeedsReason(draft, task) && tidyLine(draft.reason).length < 3,
			'report-reason',
			words.reason
		]
	];
	return faults.filter(([isWrong]) => isWrong).map(([, id, message]) => ({ id, message }));
}
