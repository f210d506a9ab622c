import { describe, expect, it } from 'vitest';
import type { StaffFeedbackDesk } from '$lib/data/ports/StaffFeedbackDesk';
import type { StaffFeedback } from '$lib/domain/feedback/Feedback';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { FeedbackDesk, stepFaults } from './feedbackDesk.svelte';
import { monthsOf, SatisfactionState } from './satisfactionState.svelte';

const item = { id: 'f1', code: 'PA-1', version: 3, answer: null } as StaffFeedback;
const step = { text: '', publicQuestion: '', publicAnswer: '' };

function aDesk(answers: Result<null>[]) {
	const asked: unknown[] = [];
	let ids = 0;
	let lists = 0;
	const desk = new FeedbackDesk({
		watch: (answer) => answer,
		newId: () => `id-${(ids += 1)}`,
		loadDesk: async () =>
			({
				list: async () => {
					lists += 1;
					return ok([item]);
				},
				answer: async (request: unknown) => {
					asked.push(request);
					return answers.shift() ?? ok(null);
				}
			}) as unknown as StaffFeedbackDesk
	});
	return { desk, asked, lists: () => lists };
}

describe('dealing with a complaint', () => {
	it('sends the words a step needs, and no others', async () => {
		const { desk, asked } = aDesk([]);
		await desk.act(item, { ...step, action: 'accept', text: 'bỏ đi' });
		await desk.act(item, { ...step, action: 'ask', text: ' Ngày nào? ' });
		await desk.act(item, {
			...step,
			action: 'publish',
			publicQuestion: 'Vì sao?',
			publicAnswer: 'Vì thế.'
		});
		const every = { feedbackId: 'f1', expectedVersion: 3 };
		expect(asked).toEqual([
			{ ...every, actionId: 'id-1', action: 'accept' },
			{ ...every, actionId: 'id-2', action: 'ask', text: 'Ngày nào?' },
			{
				...every,
				actionId: 'id-3',
				action: 'publish',
				publicQuestion: 'Vì sao?',
				publicAnswer: 'Vì thế.'
			}
		]);
		expect(desk.doneCode).toBe('PA-1');
	});

	it('pressed again after a lost answer is the same step', async () => {
		const { desk, asked } = aDesk([fail({ kind: 'offline' })]);
		expect(await desk.act(item, { ...step, action: 'accept' })).toBe(false);
		expect(await desk.act(item, { ...step, action: 'accept' })).toBe(true);
		expect(asked).toMatchObject([{ actionId: 'id-1' }, { actionId: 'id-1' }]);
	});

	it('fetches the list anew when somebody was faster', async () => {
		const { desk, lists } = aDesk([fail({ kind: 'conflict', key: 'version-stale' })]);
		await desk.act(item, { ...step, action: 'accept' });
		expect([desk.stepError?.key, lists()]).toEqual(['version-stale', 1]);
	});

	it.each([
		['accept', {}, []],
		['keep', {}, []],
		['reject', { text: 'Sai ' }, ['text']],
		['resolve', { text: 'Đã sửa' }, []],
		['pass-up', {}, ['text']],
		['publish', { publicQuestion: 'Vì sao?' }, ['publicAnswer']]
	] as const)('%s with %j lacks %j', (action, words, faults) => {
		expect(stepFaults({ ...step, ...words, action })).toEqual(faults);
	});
});

describe('figures', () => {
	it.each([
		['', '2026-01', '2026-12'],
		['q1', '2026-01', '2026-03'],
		['q4', '2026-10', '2026-12'],
		['9', '2026-09', '2026-09']
	])('period “%s”: %s to %s', (period, from, to) => {
		expect(monthsOf(2026, period)).toEqual({ from, to });
	});

	it('only the newest question is answered on the screen', async () => {
		const waiting: ((value: unknown) => void)[] = [];
		const state = new SatisfactionState({
			watch: (answer) => answer,
			loadDesk: async () =>
				({
					satisfaction: () => new Promise((settle) => waiting.push(settle))
				}) as unknown as StaffFeedbackDesk
		});
		const ask = (by: 'month' | 'field') => state.load({ year: 2026, period: '', by, agencyId: '' });
		const both = [ask('month'), ask('field')];
		await Promise.resolve();
		await Promise.resolve();
		waiting[1]?.(ok({ least: 5 }));
		waiting[0]?.(ok({ least: 9 }));
		await Promise.all(both);
		expect([state.figures?.least, state.by]).toEqual([5, 'field']);
	});
});
