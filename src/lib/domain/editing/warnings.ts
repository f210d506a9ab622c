import { findContradictions, type Contradiction } from '../catalogue/contradictions.ts';
import { citizenTexts, wordingFaults } from '../catalogue/plainLanguage.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { unexplainedTerms } from './officialese.ts';
import { pathOfText, type Path } from './Path.ts';

/**
 * Something an editor should look at before proposing, with the place where it is mended. Nothing here forbids: the
 * source may really say so.
 */
export type Warning = { path: Path } & (
	| { kind: 'long'; sentence: string; words: number }
	| { kind: 'small-letter'; sentence: string }
	| { kind: 'term'; term: string; plain: string; texts: number }
	| { kind: 'free-but-council'; name: string }
	| { kind: 'unreachable'; what: 'paper' | 'note' | 'question' | 'fee'; name: string }
	| { kind: 'idle-question'; name: string }
	| { kind: 'no-source'; name: string }
	| { kind: 'blank'; name: string }
);

/** The warnings about wording; the others are about what the entry says. */
export function isWording({ kind }: Warning): boolean {
	return kind === 'long' || kind === 'small-letter' || kind === 'term';
}

/** All warnings about a draft: first what it says, then how it says it. */
export function warningsOf(draft: Procedure): Warning[] {
	const texts = [{ at: 'shortTitle', text: draft.shortTitle }, ...citizenTexts(draft)].filter(
		({ text }) => text.trim() !== ''
	);
	const placed = <T extends { at: string }>(fault: T): (T & { path: Path })[] => {
		const path = pathOfText(draft, fault.at);
		return path ? [{ ...fault, path }] : [];
	};
	return [
		...findContradictions(draft).flatMap((fault) => placeContradiction(draft, fault)),
		...sourceless(draft),
		...blanks(draft),
		...wordingFaults(texts).flatMap(placed),
		...unexplainedTerms(texts)
			.flatMap(placed)
			.map((fault): Warning => ({ kind: 'term', ...fault }))
	];
}

function placeContradiction(draft: Procedure, fault: Contradiction): Warning[] {
	if (fault.kind === 'free-but-council') {
		const index = draft.fees.findIndex(({ label }) => label === fault.fee);
		return [{ kind: fault.kind, path: ['fees', index, 'kind'], name: fault.fee }];
	}
	const what = fault.kind === 'idle-question' ? 'question' : fault.what;
	if (what === 'fee') {
		const index = draft.fees.findIndex(({ label }) => label === fault.id);
		return [{ kind: 'unreachable', what, path: ['fees', index, 'when'], name: fault.id }];
	}
	const list = ({ question: 'questions', paper: 'requirements', note: 'notes' } as const)[what];
	const index = draft[list].findIndex(({ id }) => id === fault.id);
	const item = draft[list][index];
	const name = !item ? fault.id : 'name' in item ? item.name : item.text;
	return fault.kind === 'idle-question'
		? [{ kind: fault.kind, path: [list, index, 'text'], name }]
		: [{ kind: fault.kind, what, path: [list, index, 'when'], name }];
}

/** Where a citizen who opens a paper would find nothing under a heading. */
function blanks(draft: Procedure): Warning[] {
	return draft.requirements.flatMap((paper, index) =>
		(['why', 'ifMissing'] as const).flatMap((key): Warning[] =>
			paper[key].trim()
				? []
				: [{ kind: 'blank', path: ['requirements', index, key], name: paper.name }]
		)
	);
}

/** Papers and fees that name no source: nobody can check them. */
function sourceless(draft: Procedure): Warning[] {
	return [
		...draft.requirements.flatMap(({ source, name }, index): Warning[] =>
			source.trim() ? [] : [{ kind: 'no-source', path: ['requirements', index, 'source'], name }]
		),
		...draft.fees.flatMap(({ source, label }, index): Warning[] =>
			source.trim() ? [] : [{ kind: 'no-source', path: ['fees', index, 'source'], name: label }]
		)
	];
}
