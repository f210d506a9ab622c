import { expect, it } from 'vitest';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';
import { createPlanDesk } from './planDesk';

/** A desk over a server that answers as told; what is asked is written down. */
function theDesk(answer: unknown) {
	const asked: unknown[] = [];
	const call: Call = async (name, request, schema) => {
		asked.push([name, request]);
		return ok(schema.parse(answer));
	};
	return { desk: createPlanDesk(call), asked };
}

it('asks one function each, and gives nothing back but that it happened', async () => {
	const { desk, asked } = theDesk({ taskId: 't', version: 2 });
	const head = { actionId: 'a', taskId: 't', expectedVersion: 1 };
	const text = {
		heading: 'Nhóm',
		title: 'Việc',
		lead: 'UBND xã',
		leadDepartmentId: null,
		coordinators: [],
		from: '2026-01-01',
		to: '2026-03-31',
		timeWords: '',
		deliverable: ''
	};
	const requests = {
		save_plan_task: { ...head, ...text, year: 2026 },
		report_plan_task: { ...head, status: 'running' as const, evidence: '' },
		remove_plan_task: { ...head, reason: 'nhầm' },
		import_plan_tasks: { actionId: 'a', year: 2026, tasks: [{ ...text, taskId: 't' }] },
		save_plan_year: {
			actionId: 'a',
			year: 2026,
			expectedVersion: 0,
			documentNumber: '15/KH',
			approved: false
		}
	};
	expect(await desk.saveTask(requests.save_plan_task)).toEqual(ok(null));
	await desk.reportTask(requests.report_plan_task);
	await desk.removeTask(requests.remove_plan_task);
	await desk.importTasks(requests.import_plan_tasks);
	await desk.saveYear(requests.save_plan_year);
	const removal = { actionId: 'a', entryId: 'e', expectedVersion: 1, reason: 'nhầm' };
	const outreach = {
		...{ actionId: 'a', entryId: 'e', expectedVersion: 0, heldOn: '2026-03-02' },
		...{ place: 'Thôn', form: 'zalo' as const, topic: 'Nộp', owner: 'Tổ số', note: '' }
	};
	const training = {
		...{
			actionId: 'a',
			entryId: 'e',
			expectedVersion: 0,
			heldOn: '2026-03-02',
			kind: 'law' as const
		},
		...{ topic: 'Luật', teacher: 'Tỉnh', hours: 2, participants: [], guests: 1, material: '' }
	};
	await desk.saveOutreach(outreach);
	await desk.removeOutreach(removal);
	await desk.saveTraining(training);
	await desk.removeTraining(removal);
	expect(asked).toEqual([
		...Object.entries(requests),
		['save_outreach', outreach],
		['remove_outreach', removal],
		['save_training', training],
		['remove_training', removal]
	]);
});

it('reads who changed what', async () => {
	const event = {
		id: 1,
		action: 'save-task',
		by: 'Lan',
		at: '2026-05-03T08:00',
		reason: null,
		title: 'Việc',
		tasks: null,
		changes: [{ name: 'title', before: null, after: 'Việc' }]
	};
	const { desk, asked } = theDesk({ events: [event] });
	expect(await desk.history({ year: 2026, taskId: 't' })).toEqual(ok([event]));
	expect(asked).toEqual([['plan_history', { year: 2026, taskId: 't' }]]);
});
