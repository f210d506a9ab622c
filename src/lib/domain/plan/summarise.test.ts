import { describe, expect, it } from 'vitest';
import type { PlanState } from './Plan';
import { figuresOf, groupTasks, percentOf } from './summarise';

const task = (state: PlanState, heading = 'Thủ tục') => ({ state, heading });

describe('how a plan stands', () => {
	it('counts every task once, and dropped ones apart', () => {
		const states: PlanState[] = [
			'planned',
			'running',
			'done',
			'done',
			'done-late',
			'overdue',
			'dropped'
		];
		const figures = figuresOf(states.map((state) => task(state)));
		expect(figures).toEqual({
			tasks: 6,
			done: 2,
			doneLate: 1,
			overdue: 1,
			upcoming: 2,
			dropped: 1
		});
		const { tasks, done, doneLate, overdue, upcoming } = figures;
		expect(done + doneLate + overdue + upcoming).toBe(tasks);
	});

	it('is told under its headings, in the order of the plan', () => {
		const tasks = [task('done', 'B'), task('overdue', 'A'), task('planned', 'B')];
		expect(groupTasks(tasks).map(({ heading, tasks: own }) => [heading, own.length])).toEqual([
			['B', 2],
			['A', 1]
		]);
		expect(groupTasks(tasks)[0]?.figures).toMatchObject({ tasks: 2, done: 1, upcoming: 1 });
		expect(groupTasks([])).toEqual([]);
	});

	it.each([
		[1, 3, 33],
		[2, 3, 67],
		[0, 4, 0],
		[0, 0, undefined]
	])('%d of %d is %s per cent', (part, n, percent) => expect(percentOf(part, n)).toBe(percent));
});
