import type { PlanState, PlanTask } from './Plan.ts';

/**
 * How the tasks under a heading stand. `tasks` counts those that are not dropped; done (in time), doneLate, overdue and
 * upcoming (planned or running, the last day not over) are disjoint and make up all of them.
 */
export type PlanFigures = {
	tasks: number;
	done: number;
	doneLate: number;
	overdue: number;
	upcoming: number;
	dropped: number;
};

/** A heading with its tasks, in the order in which the plan names them. */
export type PlanGroup<T> = { heading: string; tasks: T[]; figures: PlanFigures };

/** Counts tasks by how far they are. */
export function figuresOf(tasks: readonly Pick<PlanTask, 'state'>[]): PlanFigures {
	const count = (...states: PlanState[]) =>
		tasks.filter(({ state }) => states.includes(state)).length;
	const dropped = count('dropped');
	return {
		tasks: tasks.length - dropped,
		done: count('done'),
		doneLate: count('done-late'),
		overdue: count('overdue'),
		upcoming: count('planned', 'running'),
		dropped
	};
}

/** The tasks under their headings; a heading stands where its first task does. */
export function groupTasks<T extends Pick<PlanTask, 'heading' | 'state'>>(
	tasks: readonly T[]
): PlanGroup<T>[] {
	const byHeading = new Map<string, T[]>();
	for (const task of tasks) {
		const known = byHeading.get(task.heading);
		if (known) known.push(task);
		else byHeading.set(task.heading, [task]);
	}
	return [...byHeading].map(([heading, own]) => ({
		heading,
		tasks: own,
		figures: figuresOf(own)
	}));
}

/** Whole per cent of n, rounded; undefined when there is nothing to take a part of. */
export function percentOf(part: number, n: number): number | undefined {
	return n === 0 ? undefined : Math.round((part / n) * 100);
}
