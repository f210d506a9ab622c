import { TRANSITIONS, type Action, type Role } from '../dossier/transitions.ts';

/** The staff member who looks, as far as buttons depend on it. */
export type Viewer = { roles: readonly Role[]; departmentId: string | null };

/** A dossier, as far as buttons depend on it. `supplements`: the rounds so far. */
export type ActedOn = {
	status: number;
	departmentId: string | null;
	receivedAt: string | null;
	supplements: readonly unknown[];
	/** When the one re-appointment was made. */
	extendedAt: string | null;
};

type Transition = {
	action: Action;
	from: number;
	to: number;
	role: Role;
	received?: boolean;
};

const rows: readonly Transition[] = TRANSITIONS;

/** Done on many dossiers at once, on pages of their own. */
const ELSEWHERE: readonly Action[] = ['move-due', 'handover', 'taken'];

/**
 * The actions to offer on a dossier, each once: its status allows them, a role of mine carries them, and an officer or
 * approver works in the department it was routed to. The first request for papers is anybody's of these, every later
 * one is the leader's; a new date is given once. Only hides buttons: SQL refuses the rest.
 */
export function availableActions(dossier: ActedOn, me: Viewer): Action[] {
	const asked = dossier.supplements.length > 0;
	const actions = rows
		.filter(
			(row) =>
				row.from === dossier.status &&
				!ELSEWHERE.includes(row.action) &&
				(row.received === undefined || row.received === (dossier.receivedAt !== null)) &&
				(row.action !== 'supplement' || !asked) &&
				(row.action !== 'supplement-again' || asked) &&
				(row.action !== 'extend' || dossier.extendedAt === null) &&
				me.roles.includes(row.role) &&
				(row.role === 'receiver' ||
					row.role === 'leader' ||
					(me.departmentId !== null && dossier.departmentId === me.departmentId))
		)
		.map((row) => row.action);
	return [...new Set(actions)];
}

/** The action that moves a dossier on in each status; whoever waits, waits for the role that carries it. */
const NEXT: Partial<Record<number, Action>> = {
	1: 'receive',
	2: 'start',
	4: 'finish',
	6: 'paid',
	7: 'stop',
	9: 'return'
};

/** The role that takes the next step in this status, or undefined when nothing is left for the desk to do. */
export function findNextRole(status: number): Role | undefined {
	return rows.find((row) => row.from === status && row.action === NEXT[status])?.role;
}
