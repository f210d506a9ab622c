import type { SearchIndex } from './searchIndex';
import type { Asked } from './searchQuery';
import { SAME_WORD, type Alike } from './searchScore';

/**
 * The query as it was probably meant, with marks ("dang ky ket hoon" → "đăng ký kết hôn"): typed words give way to
 * those of the row that was found. Undefined when nothing had to be repaired.
 */
export function findMeant(
	index: SearchIndex,
	asked: readonly Asked[],
	alike: readonly Alike[],
	row: number
): string | undefined {
	const written = [...index.rows.subarray(index.rowStarts[row], index.rowStarts[row + 1])];
	const places = alike.map(({ likeness }) => likestPlace(written, likeness));
	let isRepaired = false;
	const words = asked.map((word, which) => {
		const place = places[which] ?? -1;
		const found = index.words[written[place] ?? -1];
		if (!found) return word.hasMarks ? word.text : commonest(index, word);
		const isAsTyped = found.plain === word.plain;
		if (isAsTyped && !word.isRepaired) return word.marks ? word.text : found.text;
		// A beginning is no slip. And a word nobody wrote ("Xinh") may be near one of the row ("sinh") without being
		// meant: its neighbours must stand beside it there, too.
		const isBeginning = word.isOpen && found.plain.startsWith(word.plain);
		const isBeside =
			asked.length === 1 || places[which - 1] === place - 1 || places[which + 1] === place + 1;
		if (!isAsTyped && (isBeginning || !isBeside)) return word.text;
		isRepaired = true;
		return found.text;
	});
	return isRepaired ? words.join(' ') : undefined;
}

/** Where a row has the word that is likest to a typed one; -1: nowhere. */
function likestPlace(written: readonly number[], likeness: Float32Array): number {
	let [likest, found] = [SAME_WORD, -1];
	written.forEach((number, place) => {
		const here = likeness[number] ?? 0;
		if (here > likest) [likest, found] = [here, place];
	});
	return found;
}

/** Beside words with marks one without would be another word: it gets those it has most often. */
function commonest(index: SearchIndex, { text, plain }: Asked): string {
	const holdersOf = (number: number) =>
		(index.holderStarts[number + 1] ?? 0) - (index.holderStarts[number] ?? 0);
	const [most] = [...(index.numbersOf.get(plain) ?? [])].sort(
		(a, b) => holdersOf(b) - holdersOf(a)
	);
	return most === undefined ? text : (index.texts[most] ?? text);
}
