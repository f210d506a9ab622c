import type { Action } from '$lib/domain/dossier/transitions';
import { isAsked, type PaperLine } from './paperLine';

/**
 * What the papers call for: `receive` them, ask for what must be mended the first time (`supplement`) or again, or
 * `ask-leader` = papers must be mended a second time and only the leader may ask; `nothing` = nothing to do with them.
 */
export type Fit = 'receive' | 'supplement' | 'supplement-again' | 'ask-leader' | 'nothing';

/**
 * The one action that fits what was found. `extras`: lines that are no papers. A single thing to mend is enough to
 * stop the receipt: who receives an incomplete dossier starts a clock that the office will lose.
 */
export function fittingAction(
	papers: readonly Pick<PaperLine, 'verdict'>[],
	extras: number,
	actions: readonly Action[]
): Fit {
	if (extras === 0 && !papers.some(isAsked))
		return actions.includes('receive') ? 'receive' : 'nothing';
	if (actions.includes('supplement')) return 'supplement';
	return actions.includes('supplement-again') ? 'supplement-again' : 'ask-leader';
}
