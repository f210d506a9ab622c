import { TRANSITIONS, type Action, type Role } from '../dossier/transitions.ts';

/** The staff member who looks, as far as buttons depend on it. */
export type Viewer = { roles: readonly Role[]; departmentId: string | null };

/**
 * The actions to offer on a dossier: its status allows them, a role of mine carries them, and an officer or approver
 * works in the department it was routed to. Only hides buttons: SQL refuses the rest.
 */
export function availableActions(
	dossier: { status: number; departmentId: string | null },
	me: Viewer
): Action[] {
	return TRANSITIONS.filter(
		(transition) =>
			transition.from === dossier.status &&
			me.roles.includes(transition.role) &&
			(transition.role === 'receiver' ||
				(me.departmentId !== null && dossier.departmentId === me.departmentId))
	).map((transition) => transition.action);
}

/** The role that takes the next step in this status, or undefined when nothing is left to do. */
export function findNextRole(status: number): Role | undefined {
	return TRANSITIONS.find((transition) => transition.from === status)?.role;
}
