import { PaperVerdict } from '$lib/domain/dossier/Supplement';
import type { PaperLine } from './paperLine';

/** What a key does in the list of papers: go to a paper, with `verdict` after judging it. */
export type KeyStep = { paper: PaperLine } | { paper: PaperLine; verdict: PaperVerdict };

const down = ['ArrowDown', 'j', 'J'];
const up = ['ArrowUp', 'k', 'K'];

/** The step of a key pressed at the paper `id`; undefined when the key means nothing there. */
export function keyStep(
	key: string,
	papers: readonly PaperLine[],
	id: string | undefined | null
): KeyStep | undefined {
	const at = papers.findIndex((paper) => paper.id === id);
	const paper = papers[at];
	if (!paper) return undefined;
	const verdict = /^[1-4]$/.test(key) ? PaperVerdict.options[Number(key) - 1] : undefined;
	if (verdict) return { paper, verdict };
	// At either end the key stays ours, or the arrow would change the choice of the radios.
	if (down.includes(key)) return { paper: papers[at + 1] ?? paper };
	return up.includes(key) ? { paper: papers[at - 1] ?? paper } : undefined;
}
