import { TITLE, type SearchIndex } from './searchIndex';
import type { Asked } from './searchQuery';
import { SAME_WORD, type Alike, type Weighed } from './searchScore';

/** Only so many of the best are compared with each other. */
const COMPARED = 12;
/** The plain procedure must be about as good. */
const NEARLY = 0.7;
/** So much more alike is no reason: a mark may have been left out. */
const SLACK = 0.05;

/**
 * Puts a plain procedure before its special cases (with a foreigner, at the border, at home, anew) unless the query
 * names what is special. A special case is known by its official title: that of the plain one, and more.
 */
export function putPlainFirst(
	index: SearchIndex,
	asked: readonly Asked[],
	alike: readonly Alike[],
	weighed: readonly Weighed[]
): Weighed[] {
	const best = weighed.slice(0, COMPARED).map((hit) => ({ ...hit }));
	const titles = best.map(({ procedure }) => titleOf(index, procedure));
	best.forEach((plain, of) => {
		best.forEach((special, at) => {
			if (special.score < plain.score || plain.score < special.score * NEARLY) return;
			if (special.isQuery && !plain.isQuery) return;
			const more = findMore(titles[at], titles[of]);
			if (!more || isNamed(more, alike) || holdsMore(special, plain, asked)) return;
			plain.score = special.score + 0.001;
		});
	});
	return [...best.sort((a, b) => b.score - a.score), ...weighed.slice(COMPARED)];
}

/** The words of the official title that say something. */
function titleOf(index: SearchIndex, procedure: number): Set<number> {
	const row = (index.firstRows[procedure] ?? 0) + TITLE;
	const words = index.rows.subarray(index.rowStarts[row], index.rowStarts[row + 1]);
	return new Set(words.filter((word) => index.isCarrier[word] === 0));
}

/** What a title says beyond another; undefined when it does not say all of that one. */
function findMore(special = new Set<number>(), plain = new Set<number>()): number[] | undefined {
	if (special.size <= plain.size || [...plain].some((word) => !special.has(word))) return undefined;
	return [...special].filter((word) => !plain.has(word));
}

function isNamed(words: readonly number[], alike: readonly Alike[]): boolean {
	return words.some((word) => alike.some(({ likeness }) => (likeness[word] ?? 0) >= SAME_WORD));
}

/** Whether a typed word stands only in the special case (in a synonym, as "Hàn Quốc"). */
function holdsMore(special: Weighed, plain: Weighed, asked: readonly Asked[]): boolean {
	return asked.some(
		({ isCarrier }, which) =>
			!isCarrier && (special.anywhere[which] ?? 0) > (plain.anywhere[which] ?? 0) + SLACK
	);
}
