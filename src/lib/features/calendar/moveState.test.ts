import { describe, expect, it } from 'vitest';
import type { CalendarDesk } from '$lib/data/ports/CalendarDesk';
import type { MovedDate } from '$lib/domain/clock/StaffCalendar';
import { ok, type Result } from '$lib/domain/shared/Result';
import { MOST_AT_ONCE, MoveState } from './moveState.svelte';

const row = (number: number, more: Partial<MovedDate> = {}): MovedDate => ({
	id: `d${number}`,
	code: `H99-${number}`,
	version: 3,
	byHand: false,
	dueDate: '2026-11-30',
	due: null,
	newDueDate: '2026-12-01',
	newDue: null,
	...more
});

/** A server that has these rows, answers moves as told and keeps what it was asked. */
function make(rows: MovedDate[], answers: Result<{ moved: []; skipped: [] }>[] = []) {
	const asked: { actionId: string; dossiers: unknown[] }[] = [];
	const desk = {
		preview: async () => ok({ total: rows.length, byHand: 0, rows, more: false }),
		moveDates: async (request: { actionId: string; dossiers: unknown[] }) => {
			asked.push(request);
			return answers.shift() ?? ok({ moved: [], skipped: [] });
		}
	} as unknown as CalendarDesk;
	let ids = 0;
	const state = new MoveState(
		'2026-11-26',
		(work) => work(desk),
		() => `action-${(ids += 1)}`
	);
	return { state, asked };
}

describe('moving dates', () => {
	it('sends what is picked, with the version and the date that were seen', async () => {
		const { state, asked } = make([row(1), row(2), row(3, { byHand: true, newDueDate: null })]);
		await state.load();
		expect(state.movable.map(({ id }) => id)).toEqual(['d1', 'd2']);
		state.picked.d1 = true;
		expect(await state.move('Mất điện')).toBeUndefined();
		expect(asked[0]?.dossiers).toEqual([{ id: 'd1', expectedVersion: 3, dueDate: '2026-12-01' }]);
		expect(state.chosen).toEqual([]);
		expect(state.answer).toEqual({ moved: [], skipped: [] });
	});

	it('sends the same action again after a dead line, and a new one for another list', async () => {
		const offline: Result<never> = { ok: false, error: { kind: 'offline' } };
		const { state, asked } = make([row(1), row(2)], [offline, offline]);
		await state.load();
		state.picked.d1 = true;
		expect(await state.move('Mất điện')).toEqual({ kind: 'offline' });
		expect(state.chosen).toHaveLength(1);
		await state.move('Mất điện');
		state.picked.d2 = true;
		await state.move('Mất điện');
		expect(asked.map(({ actionId }) => actionId)).toEqual(['action-1', 'action-1', 'action-2']);
	});

	it('picks as many as go at once, or none', async () => {
		const { state } = make(Array.from({ length: 60 }, (_, index) => row(index)));
		await state.load();
		state.pickAll(true);
		expect(state.chosen).toHaveLength(MOST_AT_ONCE);
		state.pickAll(false);
		expect(state.chosen).toEqual([]);
	});

	it('keeps the pages read so far', async () => {
		const { state } = make([row(1)]);
		await state.load();
		await state.load(row(1));
		expect(state.dates?.rows).toHaveLength(2);
	});
});
