import { describe, expect, it } from 'vitest';
import { STATUS } from '../dossier/Status.ts';
import type { Action, Role } from '../dossier/transitions.ts';
import { availableActions, findNextRole, type ActedOn } from './availableActions.ts';

const ROLES: Role[] = ['receiver', 'officer', 'approver', 'leader', 'editor', 'admin'];

/** Where a dossier may stand, told apart as far as the buttons depend on it. */
type Place = {
	status: number;
	/** Re-appointed once already. */
	extended: boolean;
	/** Received before; for the statuses before receipt both are tried. */
	received: boolean;
	asked: boolean;
};

/** Everything anybody may do; `own` = only in the department the dossier was routed to. */
const ALLOWED: { role: Role; own: boolean; action: Action; when: (place: Place) => boolean }[] = [
	at('receiver', 'receive', ({ status, received }) => status === 1 || (status === 5 && !received)),
	at('receiver', 'refuse', ({ status, received }) => status === 1 || (status === 5 && !received)),
	at('receiver', 'supplement', ({ status, asked }) => (status === 1 || status === 4) && !asked),
	at('receiver', 'reply', ({ status }) => status === 5),
	at('receiver', 'resume', ({ status, received }) => status === 5 && received),
	at('receiver', 'withdraw', ({ status }) => [1, 2, 4, 5, 6].includes(status)),
	at('receiver', 'fee', ({ status }) => [1, 2, 4, 9].includes(status)),
	at('receiver', 'paid', ({ status, received }) => status === 6 && received),
	at('receiver', 'settle', ({ status }) => status === 2),
	at('receiver', 'stop', ({ status }) => status === 7),
	at('receiver', 'return', ({ status }) => status === 9),
	at('officer', 'start', ({ status }) => status === 2),
	at('officer', 'supplement', ({ status, asked }) => status === 4 && !asked),
	at('officer', 'reply', ({ status }) => status === 5),
	at('officer', 'resume', ({ status, received }) => status === 5 && received),
	at('officer', 'bill', ({ status, received }) => status === 4 && received),
	at('officer', 'paid', ({ status, received }) => status === 6 && received),
	at('approver', 'finish', ({ status }) => status === 4),
	at('approver', 'extend', mayExtend),
	at('approver', 'halt', mayHalt),
	at('approver', 'correct', ({ status }) => status === 9 || status === 10),
	at('leader', 'assign', inWork),
	at('leader', 'move', inWork),
	at('officer', 'pass', inWork),
	at('officer', 'consult', ({ status, received }) => status === 4 && received),
	at('officer', 'consult-answer', ({ status, received }) => [4, 5, 6].includes(status) && received),
	...(['officer', 'leader'] as const).map((role) =>
		at(role, 'stage-done', ({ status, received }) => status === 4 && received)
	),
	...(['officer', 'receiver'] as const).flatMap((role) => [
		at(role, 'part-add', inWork),
		at(role, 'part-step', inWorkOrAfter),
		at(role, 'external', inWorkOrAfter)
	]),
	at('leader', 'extend', mayExtend),
	at('leader', 'halt', mayHalt),
	at('leader', 'supplement-again', ({ status, asked }) => [1, 4, 5].includes(status) && asked)
];

function at(role: Role, action: Action, when: (place: Place) => boolean) {
	return { role, action, when, own: role === 'officer' || role === 'approver' };
}

function mayExtend({ status, received, extended }: Place) {
	return status === 4 && received && !extended;
}

function inWork({ status, received }: Place) {
	return [2, 4, 5, 6].includes(status) && received;
}

function inWorkOrAfter({ status, received }: Place) {
	return [2, 4, 5, 6, 9, 10].includes(status) && received;
}

function mayHalt({ status, received }: Place) {
	return (status === 4 || status === 5) && received;
}

const either = [true, false];
const places: Place[] = Object.values(STATUS).flatMap((status) =>
	either.flatMap((received) =>
		either.flatMap((asked) => either.map((extended) => ({ status, received, asked, extended })))
	)
);

const cases = places.flatMap((place) =>
	ROLES.flatMap((role) =>
		['d1', 'd2', null].map((departmentId) => ({
			...place,
			role,
			departmentId,
			actions: ALLOWED.filter(
				(rule) => rule.role === role && rule.when(place) && (!rule.own || departmentId === 'd1')
			)
				.map(({ action }) => action)
				.sort()
		}))
	)
);

function dossierAt({ status, received, asked, extended }: Place): ActedOn {
	return {
		status,
		departmentId: 'd1',
		receivedAt: received ? '2026-11-23T02:00:00Z' : null,
		supplements: asked ? [{}] : [],
		extendedAt: extended ? '2026-11-24T02:00:00Z' : null
	};
}

describe('the buttons on a dossier routed to department d1', () => {
	it.each(cases)(
		'status $status (received: $received, asked: $asked, extended: $extended), $role of $departmentId: $actions',
		({ role, departmentId, actions, ...place }) => {
			const shown = availableActions(dossierAt(place), { roles: [role], departmentId });
			expect(shown.sort()).toEqual(actions);
		}
	);
	it('of somebody with several roles are those of each, every one once', () => {
		const shown = availableActions(
			dossierAt({ status: 4, received: true, asked: false, extended: false }),
			{ roles: ROLES, departmentId: 'd1' }
		);
		expect(shown.sort().join(' ')).toBe(
			'assign bill consult consult-answer extend external fee finish halt move part-add part-step pass stage-done supplement withdraw'
		);
	});
	it('of somebody without a role are none', () => {
		for (const place of places)
			expect(availableActions(dossierAt(place), { roles: [], departmentId: null })).toEqual([]);
	});
});

describe('who acts next', () => {
	const next = new Map<number, Role>([
		[STATUS.submitted, 'receiver'],
		[STATUS.received, 'officer'],
		[STATUS.processing, 'approver'],
		[STATUS.payment, 'officer'],
		[STATUS.withdrawing, 'receiver'],
		[STATUS.finished, 'receiver']
	]);
	it.each(Object.values(STATUS))('in status %i', (status) => {
		expect(findNextRole(status)).toBe(next.get(status));
	});
});
