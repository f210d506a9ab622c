import type { SearchIndex } from './searchIndex';
import { isAction, isCarrier, isFamily, repairsOf, wordsOf, type Word } from './searchWords';

/** A word of a query as it is looked up. */
export type Asked = Word & {
	weight: number;
	/** How far its spelling is trusted. */
	trust: number;
	/** Whether other words of the query have marks. */
	hasMarks: boolean;
	/** Whether the catalogue has it; for sure: with these very marks. */
	isKnown: boolean;
	isSure: boolean;
	/** It may still be typed. */
	isOpen: boolean;
	isCarrier: boolean;
	/** It stands for something else that was typed. */
	isRepaired: boolean;
};

/**
 * Words that only carry the sentence, or say for whom, or that the catalogue never uses, decide less; those that say
 * what is to be done, more.
 */
const CARRIER = 0.15;
const FAMILY = 0.5;
const UNKNOWN = 0.7;
const ACTION = 1.15;

/** The words of a query as they can be found: repaired, taken apart, weighed. */
export function readQuery(index: SearchIndex, query: string): Asked[] {
	const words = wordsOf(query);
	const hasMarks = words.some((word) => word.marks);
	return words.flatMap((word, at): Asked[] => {
		const next = words[at + 1];
		const carries = isCarrier(word, hasMarks);
		const asTyped = {
			trust: 1,
			hasMarks,
			isOpen: !next,
			isCarrier: carries,
			isRepaired: false
		};
		if (index.numbersOf.has(word.plain) || (!next && hasStart(index, word.plain)))
			return [{ ...asTyped, ...weigh(index, word, hasMarks, carries) }];
		const apart = takeApart(index, word.plain);
		if (apart)
			return apart.map((plain) => ({
				...asTyped,
				...weigh(index, { text: plain, plain, marks: '' }, false, false),
				trust: 0.95,
				hasMarks: false,
				isOpen: false,
				isCarrier: false,
				isRepaired: true
			}));
		const plain = carries
			? undefined
			: repairsOf(word.plain).find((repaired) => index.numbersOf.has(repaired));
		const meant = plain ? { ...word, plain } : word;
		const isRepaired = plain !== undefined;
		return [{ ...asTyped, ...weigh(index, meant, hasMarks, carries), trust: 0.9, isRepaired }];
	});
}

function hasStart(index: SearchIndex, start: string): boolean {
	return index.words.some(({ plain }) => plain.startsWith(start));
}

/** Two words run together ("khaisinh") that follow each other somewhere. */
function takeApart(index: SearchIndex, plain: string): [string, string] | undefined {
	for (let length = 1; length < plain.length; length += 1) {
		const first = plain.slice(0, length);
		const second = wordsOf(plain.slice(length))[0]?.plain ?? '';
		const [firsts, seconds] = [index.numbersOf.get(first), index.numbersOf.get(second)];
		if (!firsts || !seconds) continue;
		const follow = index.rows.some(
			(word, at) => firsts.includes(word) && seconds.includes(index.rows[at + 1] ?? -1)
		);
		if (follow) return [first, second];
	}
	return undefined;
}

function weigh(index: SearchIndex, word: Word, hasMarks: boolean, carries: boolean) {
	const numbers = index.numbersOf.get(word.plain);
	const rarity = numbers ? (index.rarity[numbers[0] ?? 0] ?? 0) : UNKNOWN;
	const part = carries
		? CARRIER
		: isFamily(word, hasMarks)
			? FAMILY
			: isAction(word, hasMarks)
				? ACTION
				: 1;
	return {
		...word,
		weight: rarity * part,
		isKnown: numbers !== undefined,
		isSure:
			word.marks !== '' &&
			(numbers ?? []).some((number) => index.words[number]?.marks === word.marks)
	};
}
