import { describe, expect, it } from 'vitest';
import { STATUS } from '../dossier/Status.ts';
import type { Role } from '../dossier/transitions.ts';
import { availableActions, findNextRole } from './availableActions.ts';

const ROLES: Role[] = ['receiver', 'officer', 'approver', 'leader', 'editor', 'admin'];

/** Everything anybody may do; "own" = only in the department the dossier was routed to. */
const ALLOWED = [
	{ status: STATUS.submitted, role: 'receiver', own: false, action: 'receive' },
	{ status: STATUS.received, role: 'officer', own: true, action: 'start' },
	{ status: STATUS.processing, role: 'approver', own: true, action: 'finish' },
	{ status: STATUS.finished, role: 'receiver', own: false, action: 'return' }
] as const;

const cases = Object.values(STATUS).flatMap((status) =>
	ROLES.flatMap((role) =>
		['d1', 'd2', null].map((departmentId) => {
			const rule = ALLOWED.find((one) => one.status === status && one.role === role);
			const may = rule && (!rule.own || departmentId === 'd1');
			return { status, role, departmentId, actions: may ? [rule.action] : [] };
		})
	)
);

describe('the buttons on a dossier routed to department d1', () => {
	it.each(cases)('status $status, $role of $departmentId: $actions', (one) => {
		expect(
			availableActions(
				{ status: one.status, departmentId: 'd1' },
				{ roles: [one.role], departmentId: one.departmentId }
			)
		).toEqual(one.actions);
	});
	it('of somebody with several roles are those of each', () => {
		const everything = { roles: ROLES, departmentId: 'd1' };
		expect(availableActions({ status: STATUS.processing, departmentId: 'd1' }, everything)).toEqual(
			['finish']
		);
	});
	it('of somebody without a role are none', () => {
		for (const status of Object.values(STATUS))
			expect(
				availableActions({ status, departmentId: null }, { roles: [], departmentId: null })
			).toEqual([]);
	});
});

describe('who acts next', () => {
	it.each(Object.values(STATUS))('in status %i', (status) => {
		expect(findNextRole(status)).toBe(ALLOWED.find((one) => one.status === status)?.role);
	});
});
