import type { Asked } from './searchVocabulary';
import { isCarrier, likenessOfMarks, likenessOfSlip, wordsOf, type Word } from './searchWords';

/** One saying of a procedure (its title, a synonym), and how much it is worth against its others. */
export type Phrase = { words: Word[]; worth: number; needed: number[] };

/** A phrase, and which of its words must be typed for it to count as said whole: all but what carries a sentence. */
export function createPhrase(text: string, worth: number): Phrase {
	const words = wordsOf(text).map(onlyOnce);
	const places = words.map((_, at) => at);
	const content = places.filter((at) => !isCarrier(words[at] ?? NOTHING, true));
	return { words, worth, needed: content.length > 1 ? content : places };
}

/** Equal words are one object, so that what was found for one is found again at once. */
const written = new Map<string, Word>();
function onlyOnce(word: Word): Word {
	const key = word.plain + word.marks;
	const known = written.get(key);
	if (!known) written.set(key, word);
	return known ?? word;
}

const NOTHING: Word = { plain: '', marks: '' };

/** What words of one phrase following each other as typed add, and what a phrase adds that was typed whole. */
const IN_ORDER = 0.35;
const WHOLE = 0.3;
/** What words found in other phrases of the same procedure add. */
const EVERYWHERE = 0.3;
/** What it adds that one of its phrases stands in the query at all. */
const A_PHRASE = 0.08;
/** Below this a word stands there only by its letters: marks tell it is another word. */
const SAME_WORD = 0.5;

/**
 * Gives the function that weighs one procedure against a query: `share` is how much of the query it holds at all
 * (0–1), `saysWhole` whether one of its phrases stands in the query, `score` adds how well its best phrase says it.
 * `isLoose`: known words may be slips of others, too.
 */
export function createScore(asked: readonly Asked[], isLoose: boolean) {
	const total = asked.reduce((sum, word) => sum + word.weight, 0);
	// The same words stand in many phrases: each is compared once.
	const compared = asked.map(() => new Map<Word, number>());

	function likeness(which: number, written: Word): number {
		const cache = compared[which];
		let found = cache?.get(written);
		if (found === undefined) {
			found = likenessOf(asked[which], written, isLoose);
			cache?.set(written, found);
		}
		return found;
	}

	return (phrases: readonly Phrase[]) => {
		const anywhere = asked.map(() => 0);
		let best = 0;
		let saysWhole = false;
		for (const { words, worth, needed } of phrases) {
			const used = new Set<number>();
			let said = 0;
			let inOrder = 0;
			let before = -2;
			asked.forEach(({ weight }, which) => {
				const { at, alike } = bestPlace(words, before + 1, (word) => likeness(which, word));
				said += weight * alike;
				if (alike > (anywhere[which] ?? 0)) anywhere[which] = alike;
				if (before >= 0 && at > before) inOrder += (weight * alike) / (at - before);
				if (alike >= SAME_WORD) used.add(at);
				before = at >= 0 ? at : -2;
			});
			const isWhole = needed.length > 1 && needed.every((at) => used.has(at));
			const whole =
				(needed.filter((at) => used.has(at)).length / needed.length + used.size / words.length) / 2;
			saysWhole ||= isWhole;
			best = Math.max(best, worth * (said * (1 + WHOLE * whole) + IN_ORDER * inOrder));
		}
		const share = asked.reduce((sum, { weight }, at) => sum + weight * (anywhere[at] ?? 0), 0);
		const score = (best + EVERYWHERE * share) / total + (saysWhole ? A_PHRASE : 0);
		return { share: share / total, saysWhole, score };
	};
}

/** Where a word stands best in a phrase; of equal places the one that follows the word before. */
function bestPlace(words: readonly Word[], next: number, likeness: (word: Word) => number) {
	let alike = 0;
	let at = -1;
	words.forEach((word, place) => {
		const here = likeness(word);
		if (here > alike || (here > 0 && here === alike && place === next)) [alike, at] = [here, place];
	});
	return { at, alike };
}

/** How alike a typed word and a written one are, 0–1. */
function likenessOf(word: Asked | undefined, written: Word, isLoose: boolean): number {
	if (!word) return 0;
	const marks = likenessOfMarks(word.marks, written.marks, word.hasMarks);
	if (written.plain === word.plain) return word.trust * marks;
	if (word.isOpen && written.plain.startsWith(word.plain))
		return word.trust * marks * (0.75 + (0.2 * word.plain.length) / written.plain.length);
	const mayBeSlip = (isLoose ? !word.isSure : !word.isKnown) && word.plain.length >= 3;
	return mayBeSlip && written.plain.length >= 2
		? word.trust * marks * likenessOfSlip(word.plain, written.plain)
		: 0;
}
