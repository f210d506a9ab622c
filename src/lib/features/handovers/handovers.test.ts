import { describe, expect, it } from 'vitest';
import type { Handover } from '$lib/domain/dossier/Handover';
import type { QueueRow } from '$lib/domain/dossier/StaffDossier';
import { directionOf, handable, isForMe } from './handoversState.svelte';

const row = (id: string, status: number, department: string | null = 'Kinh tế') =>
	({ id, status, department }) as QueueRow;
const handover = (direction: Handover['direction'], taken: Record<string, boolean | null>) => ({
	direction,
	items: Object.entries(taken).map(([dossierId, was]) => ({
		dossierId,
		code: null,
		subject: 'x',
		procedure: null,
		dueDate: null,
		taken: was
	}))
});

describe('papers that change hands', () => {
	it.each([
		[['receiver'], 'to-department'],
		[['receiver', 'officer'], 'to-department'],
		[['officer'], 'to-desk'],
		[['approver'], 'to-desk'],
		[['leader'], undefined]
	] as const)('%j hand over %s', (roles, direction) => {
		expect(directionOf({ roles: [...roles] })).toBe(direction);
	});

	it.each([
		['to-department', ['officer'], 'd1', null, true],
		['to-department', ['officer'], 'd2', null, false],
		['to-department', ['receiver'], 'd1', null, false],
		['to-desk', ['receiver'], null, null, true],
		['to-desk', ['officer'], 'd1', null, false],
		['to-desk', ['receiver'], null, '2026-11-26T02:00:00Z', false]
	] as const)(
		'%s waits for %j of %s (taken %s): %s',
		(direction, roles, departmentId, takenAt, mine) => {
			const me = { roles: [...roles], departmentId };
			expect(isForMe({ direction, departmentId: 'd1', takenAt }, me)).toBe(mine);
		}
	);

	it('offers what is ready to its desk, and what was received to its department', () => {
		const rows = [row('a', 2), row('b', 4), row('c', 9), row('d', 2, null)];
		expect(handable(rows, [], 'to-department').map(({ id }) => id)).toEqual(['a', 'b']);
		expect(handable(rows, [], 'to-desk').map(({ id }) => id)).toEqual(['c']);
	});

	it('leaves out what is on a bordereau already, but not what was missing from one', () => {
		const rows = [row('a', 2), row('b', 2), row('c', 2), row('d', 2)];
		const out = [
			handover('to-department', { a: null, b: true, c: false }),
			handover('to-desk', { d: null })
		];
		expect(handable(rows, out, 'to-department').map(({ id }) => id)).toEqual(['c', 'd']);
	});
});
