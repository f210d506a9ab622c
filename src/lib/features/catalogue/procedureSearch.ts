import { openIndex, packEntries, type PackedIndex, type SearchEntry } from './searchIndex';
import { findMeant } from './searchMeant';
import { readQuery, type Asked } from './searchQuery';
import { compareWord, createWeighing, shareOf, type Alike } from './searchScore';
import { putPlainFirst } from './searchVariants';

/** What a query finds: the codes of procedures, best first; and what was probably meant, if a word was not known. */
export type Found = { codes: string[]; meant?: string };

/** Searches a catalogue. */
export type ProcedureSearch = (query: string) => Found;

/** Of what the words find only so many are weighed row by row. */
const WEIGHED = 200;
/** So many compared words are remembered. */
const COMPARED_WORDS = 32;
/** Far worse than the best is not shown. */
const NEAR_BEST = 0.55;
/** The last resort shows little. */
const AT_MOST = 3;

/**
 * The ways to look, from strict to lenient; the first that finds anything decides. At least `share` of the query's
 * weight must be found in a procedure, or `withRow` when a row of it stands whole. `isLoose`: known words may be slips
 * of others. The last resort: half of a sentence, if it was said well.
 */
const WAYS = [
	{ isLoose: false, share: 0.64, withRow: 0.2, score: 0 },
	{ isLoose: true, share: 0.75, withRow: 0.5, score: 0 },
	{ isLoose: false, share: 0.4, withRow: 0.4, score: 0.95, most: AT_MOST }
];

/**
 * Search over titles, people's words, results and code: with or without marks, beginnings of words, small slips, keys
 * of Telex left standing, words run together. All words of the catalogue are compared with those typed; procedures
 * that hold enough of them are ordered by the one row of theirs that says most of it, exact marks before other marks.
 */
export function createProcedureSearch(entries: readonly SearchEntry[]): ProcedureSearch {
	return openSearch(packEntries(entries));
}

/** The same from a catalogue that is in numbers already. */
export function openSearch(packed: PackedIndex): ProcedureSearch {
	const index = openIndex(packed);
	const known = new Map<string, Alike>();

	/** All keystrokes of one query but the last ask for the same words again. */
	function compare(word: Asked, isLoose: boolean): Alike {
		const { plain, marks, trust, hasMarks, isOpen, isRepaired } = word;
		const key = [plain, marks, trust, hasMarks, isOpen, isRepaired, isLoose].join();
		const alike = known.get(key) ?? compareWord(index, word, isLoose);
		if (known.size > COMPARED_WORDS) known.clear();
		known.set(key, alike);
		return alike;
	}

	function look(asked: readonly Asked[], way: (typeof WAYS)[number]): Found {
		const alike = asked.map((word) => compare(word, way.isLoose));
		const share = shareOf(index, asked, alike);
		const weigh = createWeighing(index, asked, alike, share);
		const weighed = [...share.keys()]
			.filter((procedure) => (share[procedure] ?? 0) >= way.withRow)
			.sort((a, b) => (share[b] ?? 0) - (share[a] ?? 0))
			.slice(0, WEIGHED)
			.map(weigh)
			.filter((hit) => hit.share >= (hit.covered > 0 ? way.withRow : way.share))
			.filter((hit) => hit.score >= way.score)
			.sort((a, b) => b.score - a.score);
		const [best, ...others] = putPlainFirst(index, asked, alike, weighed);
		if (!best) return { codes: [] };
		const near = others.filter(({ score }) => score >= best.score * NEAR_BEST);
		return {
			codes: [best, ...near].slice(0, way.most).map((hit) => index.codes[hit.procedure] ?? ''),
			meant: way.most ? undefined : findMeant(index, asked, alike, best.row)
		};
	}

	return (query) => {
		const byCode = findByCode(index.codes, query);
		if (byCode.length > 0) return { codes: byCode };
		const asked = readQuery(index, query);
		for (const way of asked.length > 0 ? WAYS : []) {
			const found = look(asked, way);
			if (found.codes.length > 0) return found;
		}
		return { codes: [] };
	};
}

/** Procedures whose code holds the digits typed ("1.0011", "001193", "mã 1.001193.000.00.00.H42"). */
function findByCode(codes: readonly string[], query: string): string[] {
	const number = /^[\d.]{3,}$/.exec(query.trim())?.[0];
	const typed = (/(?:^|[^\d.])(\d\.\d{6}|\d{6,7})(?!\d)/.exec(query)?.[1] ?? number)?.replace(
		/\./g,
		''
	);
	if (!typed) return [];
	return codes
		.map((code) => ({ code, at: code.replace('.', '').indexOf(typed) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.map(({ code }) => code);
}
