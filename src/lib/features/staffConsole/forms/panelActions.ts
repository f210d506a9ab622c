import type { Action } from '$lib/domain/dossier/transitions';

const main: readonly Action[] = ['receive', 'start', 'resume', 'paid', 'finish', 'stop', 'return'];
const onPapers: readonly Action[] = ['receive', 'supplement', 'supplement-again'];

/** True for the step that moves a dossier on: its form stands open, the others behind a line. */
export function isMain(action: Action): boolean {
	return main.includes(action);
}

/** True when the action begins with judging the papers. */
export function usesPapers(action: Action): boolean {
	return onPapers.includes(action);
}
