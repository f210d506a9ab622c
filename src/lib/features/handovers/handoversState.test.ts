import { describe, expect, it } from 'vitest';
import type { HandoverDesk } from '$lib/data/ports/HandoverDesk';
import type { Handover } from '$lib/domain/dossier/Handover';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { HandoversState } from './handoversState.svelte';

const made: Handover = {
	id: 'h1',
	number: '00001/2026',
	direction: 'to-department',
	agency: 'Trung tâm',
	department: 'Tư pháp – Hộ tịch',
	departmentId: 'd1',
	madeBy: 'Lê Văn Tiếp',
	madeAt: '2026-11-26T02:00:00Z',
	note: null,
	takenBy: null,
	takenAt: null,
	items: []
};
const request = { direction: 'to-department' as const, departmentId: 'd1', dossierIds: ['a'] };
const offline: Result<never> = fail<AppError>({ kind: 'offline' });

/** A desk over a server on which these bordereaux lie; ids are id-1, id-2, … */
function aDesk(changes: Partial<HandoverDesk> = {}) {
	const asked: { name: string; actionId?: string; missing?: string[] }[] = [];
	let ids = 0;
	const port: HandoverDesk = {
		open: async () => {
			asked.push({ name: 'open' });
			return ok([made]);
		},
		handable: async () => ok({ direction: 'to-department', rows: [] }),
		find: async () => ok(made),
		make: async ({ actionId }) => {
			asked.push({ name: 'make', actionId });
			return ok(made);
		},
		take: async ({ actionId, missing }) => {
			asked.push({ name: 'take', actionId, missing });
			return ok({ ...made, takenAt: '2026-11-26T03:00:00Z' });
		},
		...changes
	};
	const state = new HandoversState(
		{ watch: (answer) => answer },
		{ loadHandoverDesk: async () => port, newId: () => `id-${(ids += 1)}` }
	);
	return { state, asked, port };
}

describe('the bordereaux of a desk', () => {
	it('reads what is open and what can be handed over', async () => {
		const { state } = aDesk();
		await state.load();
		expect(state.list).toEqual([made]);
		expect(state.handable.direction).toBe('to-department');
		expect(state.failure).toBeUndefined();
	});

	it('keeps what is on the screen while one of the two cannot be read, and says so', async () => {
		const { state, port } = aDesk();
		await state.load();
		port.handable = async () => offline;
		await state.load();
		expect(state.failure?.kind).toBe('offline');
		expect(state.list).toEqual([made]);
		port.handable = async () => ok({ direction: null, rows: [] });
		await state.load();
		expect(state.failure).toBeUndefined();
		expect(state.handable.direction).toBeNull();
	});

	it('makes one and reads everything anew', async () => {
		const { state, asked } = aDesk();
		const answer = await state.make(request);
		expect(answer).toEqual(ok(made));
		expect(asked).toEqual([{ name: 'make', actionId: 'id-1' }, { name: 'open' }]);
		expect(state.busy).toBeUndefined();
		await state.make(request);
		expect(asked.at(-2)).toEqual({ name: 'make', actionId: 'id-2' });
	});

	it('sends the same again under the same id until it was answered, and another one under its own', async () => {
		const sent: string[] = [];
		const { state, asked } = aDesk({
			make: async ({ actionId }) => {
				sent.push(actionId);
				return offline;
			}
		});
		expect(await state.make(request)).toEqual(offline);
		await state.make(request);
		await state.make({ ...request, note: 'gấp' });
		expect(sent).toEqual(['id-1', 'id-1', 'id-2']);
		expect(asked).toEqual([]);
	});

	it('takes one over, without what was missing', async () => {
		const { state, asked } = aDesk();
		const taking = state.take('h1', ['a']);
		expect(state.busy).toBe('h1');
		expect(await taking).toMatchObject({ ok: true });
		expect(asked[0]).toEqual({ name: 'take', actionId: 'id-1', missing: ['a'] });
		expect(state.busy).toBeUndefined();
	});
});
