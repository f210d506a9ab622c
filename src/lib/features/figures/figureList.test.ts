import { describe, expect, test } from 'vitest';
import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { FigureList } from './figureList.svelte';
import { OverviewState } from './overviewState.svelte';
import { Asked } from './asked.svelte';
import { marchReport, rowOf } from './testReport';

const march = { from: '2024-03-01', to: '2024-03-31', column: 'late' as const };
const notAsked = () => Promise.reject(new Error('not asked for'));

function toolsWith(figures: Partial<StaffFigures>) {
	const port: StaffFigures = {
		dashboard: notAsked,
		report: notAsked,
		dossiers: notAsked,
		exportDossiers: notAsked,
		index: notAsked,
		saveWeight: notAsked,
		lateReasons: notAsked,
		...figures
	};
	let ids = 0;
	return {
		load: () => Promise.resolve(port),
		watch: <T>(answer: Result<T>) => answer,
		newId: () => `id-${++ids}`
	};
}

describe('the list behind a figure', () => {
	test('comes page after page, each after the last row', async () => {
		const asked: unknown[] = [];
		const list = new FigureList(
			toolsWith({
				dossiers: (request) => {
					asked.push(request.after);
					const row = rowOf({ id: request.after ? 'd2' : 'd1' });
					return Promise.resolve(ok({ count: 2, more: !request.after, rows: [row] }));
				}
			})
		);
		await list.open(march);
		await list.next();
		await list.next();
		expect(asked).toEqual([undefined, { receivedAt: '2024-03-04T09:00', id: 'd1' }]);
		expect(list.rows.map(({ id }) => id)).toEqual(['d1', 'd2']);
		expect([list.count, list.more]).toEqual([2, false]);
	});

	test('taken along it is one entry in the log, however often the answer is lost', async () => {
		const ids: string[] = [];
		let isDown = true;
		const list = new FigureList(
			toolsWith({
				dossiers: () => Promise.resolve(ok({ count: 1, more: false, rows: [rowOf()] })),
				exportDossiers: ({ actionId }) => {
					ids.push(actionId);
					return Promise.resolve(isDown ? fail({ kind: 'offline' as const }) : ok([rowOf()]));
				}
			})
		);
		await list.open(march);
		expect(await list.takeAll()).toBeUndefined();
		expect(list.fileError?.kind).toBe('offline');
		isDown = false;
		expect(await list.takeAll()).toHaveLength(1);
		expect(list.fileError).toBeUndefined();
		await list.takeAll();
		expect(ids).toEqual(['id-1', 'id-1', 'id-2']);
	});
});

test('a report that was asked for later is the one on screen', async () => {
	const waiting: ((answer: Result<typeof marchReport>) => void)[] = [];
	const state = new Asked(
		toolsWith({ report: () => new Promise((resolve) => waiting.push(resolve)) }),
		(figures, request: Parameters<StaffFigures['report']>[0]) => figures.report(request)
	);
	const address = { ...march, by: 'field' as const };
	const first = state.open(address);
	const second = state.open({ ...address, from: '2024-02-01' });
	await Promise.resolve();
	waiting[1]?.(ok({ ...marchReport, from: '2024-02-01' }));
	await second;
	waiting[0]?.(ok(marchReport));
	await first;
	expect(state.value?.from).toBe('2024-02-01');
	expect(state.busy).toBe(false);
});

test('a failure takes the figures of another day off the screen', async () => {
	const state = new OverviewState(
		toolsWith({ dashboard: () => Promise.resolve(fail({ kind: 'forbidden' as const })) })
	);
	await state.open('2024-03-31');
	expect(state.failure?.kind).toBe('forbidden');
	expect(state.shown).toBeUndefined();
});
