import { RESULT, SHORT_TITLE, TITLE, type SearchIndex } from './searchIndex';
import type { Asked } from './searchQuery';
import { likenessOfMarks, likenessOfSlip, type Word } from './searchWords';

/*
 * The weights below were found on the table of phrasings (tests/phrasings): each was moved as long as more of them came
 * first, and what moved nothing was left out.
 */

/** What words of one row following each other as typed add, and what a row adds that was typed whole. */
const IN_ORDER = 0.6;
const WHOLE = 0.375;
/** What words found in other rows of the same procedure add. */
const EVERYWHERE = 0.5;
/** What it adds that one of its rows stands in the query at all, and the more of the query that row is. */
const A_ROW = 0.1;
const COVERED = 0.3;
/** What it adds that all words of its title were asked for: what the title says beyond the query costs a little. */
const TOLD = 0.3;
/** In a title, words that carry the sentence count so much. */
const CARRIER_IN_TITLE = 0.5;
/** Official wording is worth a little less than people's own. */
const WORTH: Record<number, number> = { [TITLE]: 0.92, [RESULT]: 0.9 };
/** Of two that fit equally, the one whose papers are known comes first. */
const WORKED_OUT = 0.005;
/** So much of a query's weight is all of it: marks may have been left out. */
const ALL_BUT_MARKS = 0.95;
/** Below this a word stands there only by its letters: marks tell it is another word. */
export const SAME_WORD = 0.5;

/** How alike the written words are to one typed word, by their numbers; and which of them are at all. */
export type Alike = { likeness: Float32Array; numbers: number[] };

/** Compares a typed word with all written ones. `isLoose`: known words may be slips of others, too. */
export function compareWord(index: SearchIndex, asked: Asked, isLoose: boolean): Alike {
	const likeness = new Float32Array(index.words.length);
	const numbers: number[] = [];
	index.words.forEach((written, number) => {
		const alike = likenessOf(asked, written, isLoose);
		if (alike > 0) {
			likeness[number] = alike;
			numbers.push(number);
		}
	});
	return { likeness, numbers };
}

/** How alike a typed word and a written one are, 0–1. */
function likenessOf(word: Asked, written: Word, isLoose: boolean): number {
	const letters = likenessOfLetters(word, written.plain, isLoose);
	return (
		letters && word.trust * letters * likenessOfMarks(word.marks, written.marks, word.hasMarks)
	);
}

function likenessOfLetters(word: Asked, written: string, isLoose: boolean): number {
	if (written === word.plain) return 1;
	if (word.isOpen && written.startsWith(word.plain))
		return 0.75 + (0.2 * word.plain.length) / written.length;
	const mayBeSlip = (isLoose ? !word.isSure : !word.isKnown) && word.plain.length >= 3;
	return mayBeSlip && written.length >= 2 ? likenessOfSlip(word.plain, written) : 0;
}

/** What part of the query each procedure holds, 0–1; words that only carry the sentence are not missed. */
export function shareOf(
	index: SearchIndex,
	asked: readonly Asked[],
	alike: readonly Alike[]
): Float32Array {
	const share = new Float32Array(index.codes.length);
	const best = new Float32Array(index.codes.length);
	const isBare = asked.every((word) => word.isCarrier);
	const counted = alike.map((found, which) => {
		const { weight = 0, isCarrier = true } = asked[which] ?? {};
		return { ...found, weight: isBare || !isCarrier ? weight : 0 };
	});
	const total = counted.reduce((sum, { weight }) => sum + weight, 0);
	for (const { likeness, numbers, weight } of counted) {
		if (weight === 0) continue;
		best.fill(0);
		for (const number of numbers) {
			const here = likeness[number] ?? 0;
			const end = index.holderStarts[number + 1] ?? 0;
			for (let at = index.holderStarts[number] ?? 0; at < end; at += 1) {
				const procedure = index.holders[at] ?? 0;
				if ((best[procedure] ?? 0) < here) best[procedure] = here;
			}
		}
		for (let procedure = 0; procedure < share.length; procedure += 1)
			share[procedure] = (share[procedure] ?? 0) + ((best[procedure] ?? 0) * weight) / total;
	}
	return share;
}

/** A procedure weighed against a query. */
export type Weighed = {
	procedure: number;
	share: number;
	score: number;
	/** What part of the query a row is that stands in it to the last word; 0: none does. */
	covered: number;
	/** One of its rows is the query, word for word. */
	isQuery: boolean;
	/** The row that says the query best. */
	row: number;
	/** How alike each typed word is to the procedure's likest word. */
	anywhere: number[];
};

/** Gives the function that weighs one procedure by the one row of it that says most of what was typed. */
export function createWeighing(
	index: SearchIndex,
	asked: readonly Asked[],
	alike: readonly Alike[],
	share: Float32Array
): (procedure: number) => Weighed {
	const weights = asked.map((word) => word.weight);
	const likenesses = alike.map((found) => found.likeness);
	const isAlike = new Uint8Array(index.words.length);
	for (const { numbers } of alike) for (const number of numbers) isAlike[number] = 1;
	const total = weights.reduce((sum, weight) => sum + weight, 0);

	return (procedure) => {
		const first = index.firstRows[procedure] ?? 0;
		const last = index.firstRows[procedure + 1] ?? 0;
		const anywhere = asked.map(() => 0);
		let best = 0;
		let bestRow = first;
		let covered = 0;
		let told = 0;
		let isQuery = false;
		for (let row = first; row < last; row += 1) {
			const said = weighRow(index, row, weights, { likenesses, isAlike }, anywhere);
			if (!said) continue;
			const kind = row - first;
			const score =
				(WORTH[kind] ?? 1) * (said.weight * (1 + WHOLE * said.whole) + IN_ORDER * said.inOrder);
			if (score > best) [best, bestRow] = [score, row];
			isQuery ||= said.isAll && said.weight > total * ALL_BUT_MARKS;
			if (said.isWhole) covered = Math.max(covered, said.weight / total);
			if (kind === SHORT_TITLE || kind === TITLE) told = Math.max(told, said.told);
		}
		const held = share[procedure] ?? 0;
		const score =
			best / total +
			EVERYWHERE * held +
			(covered > 0 ? A_ROW + COVERED * covered : 0) +
			TOLD * told +
			WORKED_OUT * (index.isWorkedOut[procedure] ?? 0);
		return { procedure, share: held, score, covered, isQuery, row: bestRow, anywhere };
	};
}

/** The places of a row that hold a word alike to a typed one, and whether they were asked for. */
const hits: number[] = [];
const used = new Set<number>();

function weighRow(
	index: SearchIndex,
	row: number,
	weights: readonly number[],
	{ likenesses, isAlike }: Typed,
	anywhere: number[]
) {
	const start = index.rowStarts[row] ?? 0;
	const end = index.rowStarts[row + 1] ?? 0;
	hits.length = 0;
	for (let place = start; place < end; place += 1)
		if (isAlike[index.rows[place] ?? 0] === 1) hits.push(place);
	if (hits.length === 0) return undefined;
	used.clear();
	let weight = 0;
	let inOrder = 0;
	let before = -2;
	for (let which = 0; which < weights.length; which += 1) {
		const likeness = likenesses[which];
		let alike = 0;
		let at = -1;
		for (const place of hits) {
			const here = likeness?.[index.rows[place] ?? 0] ?? 0;
			// Of equal places the one that follows the word before.
			if (here > alike || (here > 0 && here === alike && place === before + 1))
				[alike, at] = [here, place];
		}
		const worth = (weights[which] ?? 0) * alike;
		weight += worth;
		if (before >= 0 && at > before) inOrder += worth / (at - before);
		if (alike >= SAME_WORD) used.add(at);
		if (alike > (anywhere[which] ?? 0)) anywhere[which] = alike;
		before = at >= 0 ? at : -2;
	}
	return { weight, inOrder, ...countUsed(index, start, end) };
}

/** How alike words are to each typed one, and whether they are to any. */
type Typed = { likenesses: Float32Array[]; isAlike: Uint8Array };

/** How much of a row was asked for: `whole` by words, `told` by how much they say; all but what carries the sentence? */
function countUsed(index: SearchIndex, start: number, end: number) {
	const length = end - start;
	let [met, needed, metAll, metRare, rare] = [0, 0, 0, 0, 0];
	for (let place = start; place < end; place += 1) {
		const word = index.rows[place] ?? 0;
		const isUsed = used.has(place) ? 1 : 0;
		const isCarrier = index.isCarrier[word] === 1;
		const rarity = (index.rarity[word] ?? 0) * (isCarrier ? CARRIER_IN_TITLE : 1);
		metAll += isUsed;
		rare += rarity;
		metRare += isUsed * rarity;
		if (isCarrier) continue;
		needed += 1;
		met += isUsed;
	}
	// A row of one word that matters, or none, must be said to the last word.
	if (needed <= 1) [met, needed] = [metAll, length];
	return {
		isAll: metAll === length,
		isWhole: needed > 1 && met === needed,
		whole: (met / needed + metAll / length) / 2,
		told: rare && metRare / rare
	};
}
