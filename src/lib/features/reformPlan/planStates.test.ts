import { describe, expect, it } from 'vitest';
import type { PlanDesk } from '$lib/data/ports/PlanDesk';
import type { PlanFiles } from '$lib/data/ports/PlanFiles';
import type { PlanYear } from '$lib/domain/plan/Plan';
import { fail, ok } from '$lib/domain/shared/Result';
import { PlanImport } from './importState.svelte';
import { PlanState } from './planState.svelte';

const plan: PlanYear = {
	agency: { id: 'a', name: 'Trung tâm', parentName: '', place: '' },
	today: '2026-05-03',
	mayWrite: true,
	offices: [],
	year: 2026,
	isLeader: true,
	plan: null,
	tasks: [],
	departments: []
};

/** A plan over a desk of which only the given calls exist. */
function aPlan(calls: Partial<PlanDesk>) {
	let ids = 0;
	const refuse = () => {
		throw new Error('this call is not part of the test');
	};
	const desk: PlanDesk = {
		year: async () => ok(plan),
		history: refuse,
		saveYear: refuse,
		saveTask: refuse,
		removeTask: refuse,
		reportTask: refuse,
		importTasks: refuse,
		outreach: refuse,
		saveOutreach: refuse,
		removeOutreach: refuse,
		training: refuse,
		saveTraining: refuse,
		removeTraining: refuse,
		...calls
	};
	const newId = () => `id-${(ids += 1)}`;
	return new PlanState(
		{ year: 2026 },
		{ watch: (answer) => answer },
		{ loadPlanDesk: async () => desk, newId }
	);
}

describe('a plan on screen', () => {
	it('asks the same thing with one id until it is answered, and reads the plan again', async () => {
		const ids: string[] = [];
		const answers = [fail({ kind: 'offline' as const }), ok(null), ok(null)];
		let read = 0;
		const state = aPlan({
			year: async () => {
				read += 1;
				return ok(plan);
			},
			removeTask: async ({ actionId }) => {
				ids.push(actionId);
				return answers.shift() ?? ok(null);
			}
		});
		const remove = () =>
			state.change({ taskId: 't', expectedVersion: 1, reason: 'nhầm' }, (desk, request) =>
				desk.removeTask(request)
			);
		expect(await remove()).toEqual(fail({ kind: 'offline' }));
		expect(read).toBe(0);
		await remove();
		await remove();
		expect([ids, read]).toEqual([['id-1', 'id-1', 'id-2'], 2]);
	});

	it('shows what somebody else wrote when they were faster', async () => {
		const state = aPlan({ saveYear: async () => fail({ kind: 'conflict', key: 'version-stale' }) });
		await state.change(
			{ year: 2026, expectedVersion: 0, documentNumber: '', approved: false },
			(desk, request) => desk.saveYear(request)
		);
		expect(state.plan).toEqual(plan);
	});

	it('says why it is not there', async () => {
		const state = aPlan({ year: async () => fail({ kind: 'forbidden' }) });
		await state.load();
		expect([state.plan, state.failure]).toEqual([undefined, { kind: 'forbidden' }]);
	});
});

describe('a file on its way into the plan', () => {
	const rows = [
		['Nhiệm vụ', 'Chủ trì', 'Thời gian'],
		['Rà soát thủ tục', 'UBND xã', 'Quý I'],
		['Họp dân', 'UBND xã', 'Quý II'],
		['Việc thiếu', '', 'Quý I']
	];
	const task = { title: 'RÀ SOÁT thủ tục' } as PlanYear['tasks'][number];

	function anImport(calls: Partial<PlanDesk>, files: Partial<PlanFiles> = {}) {
		const desk = aPlan({ year: async () => ok({ ...plan, tasks: [task] }), ...calls });
		let ids = 0;
		const plan_: PlanFiles = {
			read: async () => ok([{ name: 'KH', rows }]),
			template: async () => new Uint8Array(1),
			...files
		};
		const imports = new PlanImport(desk, {
			loadImporter: async () => ({ plan: plan_ }),
			newId: () => `task-${(ids += 1)}`
		});
		return { desk, imports };
	}
	const noBytes = async () => new Uint8Array();

	it('proposes what the plan does not have, and keeps what could not be read in sight', async () => {
		const { desk, imports } = anImport({});
		await desk.load();
		await imports.read('kh.xlsx', noBytes);
		expect(imports.tasks.map(({ isKnown }) => isKnown)).toEqual([true, false]);
		expect(imports.toSave.map((row) => row.task.title)).toEqual(['Họp dân']);
		expect(imports.faults.map(({ line }) => line)).toEqual([4]);
	});

	it('is added once, whatever becomes of the answer', async () => {
		const sent: unknown[] = [];
		const answers = [fail({ kind: 'offline' as const }), ok(null)];
		const { desk, imports } = anImport({
			importTasks: async (request) => {
				sent.push([request.actionId, request.tasks.map(({ taskId }) => taskId)]);
				return answers.shift() ?? ok(null);
			}
		});
		await desk.load();
		await imports.read('kh.xlsx', noBytes);
		await imports.save('');
		expect([imports.phase, imports.error?.kind]).toEqual(['read', 'offline']);
		await imports.save('');
		expect([imports.phase, imports.savedCount]).toEqual(['saved', 1]);
		expect(sent).toEqual([
			['id-1', ['task-2']],
			['id-1', ['task-2']]
		]);
	});

	it('says why nothing was read', async () => {
		const locked = anImport({}, { read: async () => fail('unreadable') }).imports;
		await locked.read('kh.xlsx', noBytes);
		expect([locked.phase, locked.fault]).toEqual(['failed', 'unreadable']);
		const cut = anImport({}, { template: () => Promise.reject(new TypeError('cut')) }).imports;
		expect(await cut.template()).toBeUndefined();
	});
});
