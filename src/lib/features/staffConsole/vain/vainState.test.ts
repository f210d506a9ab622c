import { describe, expect, it } from 'vitest';
import type { StaffTrips } from '$lib/data/ports/StaffTrips';
import { fail, ok } from '$lib/domain/shared/Result';
import { VainState } from './vainState.svelte';

const visit = { visitId: 'v', at: '2026-11-26T09:05' };

/** A tap over trips of which only the given calls exist; what is asked is written down. */
function aTap(calls: Partial<StaffTrips>) {
	const asked: unknown[] = [];
	let ids = 0;
	const timers: { run: () => void; ms: number }[] = [];
	const noted =
		(name: keyof StaffTrips) =>
		async (request: never): Promise<never> => {
			asked.push([name, request]);
			const call = calls[name] as ((request: never) => Promise<never>) | undefined;
			if (!call) throw new Error('this call is not part of the test');
			return call(request);
		};
	const trips: StaffTrips = {
		noteVain: noted('noteVain'),
		explainVain: noted('explainVain'),
		undoVain: noted('undoVain'),
		trips: noted('trips'),
		lacks: noted('lacks'),
		dossiers: noted('dossiers')
	};
	const state = new VainState({
		loadTrips: async () => trips,
		watch: (answer) => answer,
		newId: () => `id-${(ids += 1)}`,
		later(run, ms) {
			const timer = { run, ms };
			timers.push(timer);
			return () => timers.splice(timers.indexOf(timer), 1);
		}
	});
	return { state, asked, timers };
}

describe('somebody came in vain', () => {
	it('is one tap', async () => {
		const { state, asked } = aTap({ noteVain: async () => ok(visit) });
		await state.note({ dossierId: 'd' });
		expect(asked).toEqual([['noteVain', { dossierId: 'd', actionId: 'id-1' }]]);
		expect(state.noted).toEqual(visit);
		await state.note({ dossierId: 'd' });
		expect(asked[1]).toEqual(['noteVain', { dossierId: 'd', actionId: 'id-2' }]);
	});

	it('is asked for once while no answer came', async () => {
		const answers = [fail({ kind: 'offline' as const }), ok(visit)];
		const { state, asked } = aTap({ noteVain: async () => answers.shift() ?? ok(visit) });
		await state.note({ procedureCode: '1.001193' });
		expect(state.noted).toBeUndefined();
		expect(state.problem).toBe('failed');
		await state.note({ procedureCode: '1.001193' });
		expect(asked).toEqual([
			['noteVain', { procedureCode: '1.001193', actionId: 'id-1' }],
			['noteVain', { procedureCode: '1.001193', actionId: 'id-1' }]
		]);
		expect(state.problem).toBeUndefined();
	});

	it('keeps a plain reason at once, and papers when they are ticked', async () => {
		const { state, asked } = aTap({
			noteVain: async () => ok(visit),
			explainVain: async () => ok(null)
		});
		await state.choose('closed');
		expect(asked).toEqual([]);
		await state.note({ dossierId: 'd' });
		await state.choose('officer-away');
		expect(state.saved).toBe('officer-away');
		await state.choose('lacks-paper');
		expect(asked).toHaveLength(2);
		state.papers = ['giay-chung-sinh'];
		await state.save();
		expect(asked.at(-1)).toEqual([
			'explainVain',
			{ visitId: 'v', reason: 'lacks-paper', papers: ['giay-chung-sinh'], actionId: 'id-3' }
		]);
		expect(state.saved).toBe('lacks-paper');
	});

	it('can be taken back for a minute', async () => {
		const { state, timers } = aTap({
			noteVain: async () => ok(visit),
			undoVain: async () => ok(null)
		});
		await state.note({ dossierId: 'd' });
		expect(state.canUndo).toBe(true);
		expect(timers.map(({ ms }) => ms)).toEqual([60_000]);
		await state.undo();
		expect([state.noted, state.undone, state.canUndo, timers.length]).toEqual([
			undefined,
			true,
			false,
			0
		]);
		await state.note({ dossierId: 'd' });
		timers[0]?.run();
		expect([state.undone, state.canUndo]).toEqual([false, false]);
	});

	it('says when it is too late', async () => {
		const { state } = aTap({
			noteVain: async () => ok(visit),
			undoVain: async () => fail({ kind: 'conflict', key: 'visit-settled' })
		});
		await state.note({ dossierId: 'd' });
		await state.undo();
		expect([state.problem, state.canUndo, state.noted]).toEqual(['settled', false, visit]);
	});
});
