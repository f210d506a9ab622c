import type { PlanTask } from '$lib/domain/plan/Plan';
import type { AppError } from '$lib/domain/shared/Result';
import { formatShortDate } from '$lib/i18n/format';
import { viPlan } from '$lib/i18n/viPlan';

const words = viPlan;

/** Why a change was not recorded and what to do now. */
export function planRefusal(error: AppError): string {
	const known = error.key === undefined ? undefined : words.refusals[error.key];
	return known ?? (error.kind === 'offline' ? words.offline : words.unknown);
}

/** The time of a task on screen and on paper: as the plan words it ('' when that is only dates), and the days that count. */
export function timeOf(task: Pick<PlanTask, 'timeWords' | 'from' | 'to'>): {
	words: string;
	days: string;
} {
	const days = words.period(formatShortDate(task.from), formatShortDate(task.to));
	return { words: /\p{L}/u.test(task.timeWords) ? task.timeWords : '', days };
}

/** What is told about the end of a task: when it was done, or why it was given up; '' while it runs. */
export function endOf(task: Pick<PlanTask, 'doneOn' | 'droppedReason'>): string {
	if (task.doneOn) return words.doneOn(formatShortDate(task.doneOn));
	return task.droppedReason ? words.droppedFor(task.droppedReason) : '';
}

/** The colour of a state; never the only thing that tells it. */
export function toneOf(state: PlanTask['state']) {
	const tones = {
		planned: 'neutral',
		running: 'info',
		done: 'success',
		'done-late': 'warning',
		overdue: 'danger',
		dropped: 'neutral'
	} as const;
	return tones[state];
}

/** Which tasks a filter of the page keeps. */
export function isShown(task: Pick<PlanTask, 'state' | 'mayReport'>, show: string): boolean {
	const isOpen = ['planned', 'running', 'overdue'].includes(task.state);
	if (show === 'overdue') return task.state === 'overdue';
	if (show === 'open') return isOpen;
	return show === 'mine' ? isOpen && task.mayReport : true;
}
