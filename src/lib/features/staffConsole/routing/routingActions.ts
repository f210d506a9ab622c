import type { Action } from '$lib/domain/dossier/transitions';

const ROUTING = [
	'assign',
	'pass',
	'move',
	'stage-done',
	'consult',
	'consult-answer',
	'part-add',
	'part-step',
	'external'
] as const satisfies readonly Action[];

/** What only says where a dossier lies; its own status stays. */
export type RoutingAction = (typeof ROUTING)[number];

/** True for what the panel "where the dossier lies" does. */
export function isRouting(action: Action): action is RoutingAction {
	return (ROUTING as readonly Action[]).includes(action);
}
