import MiniSearch from 'minisearch';
import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { createPhrase, createScore, type Phrase } from './searchScore';
import { Vocabulary, type Asked } from './searchVocabulary';

/** What search reads of a procedure; plain data, so that it may be posted to a worker. */
export type SearchEntry = Pick<IndexEntry, 'code' | 'title' | 'shortTitle' | 'synonyms' | 'result'>;

/** The codes of the procedures a query finds, best first. */
export type ProcedureSearch = (query: string) => string[];

/** Of what the index finds only so many are weighed word by word. */
const WEIGHED = 40;
/** At least this share of the query's weight must be found in a procedure; less, when a phrase of it stands whole. */
const ENOUGH = { strict: 0.64, loose: 0.75 };
const ENOUGH_WITH_PHRASE = { strict: 0.2, loose: 0.5 };
/** Far worse than the best is not shown. */
const NEAR_BEST = 0.55;

/**
 * Search over title, people's words and code: with or without marks, beginnings of words, small slips, keys of
 * Telex left standing, words run together. The index finds candidates; they are then ordered by the one phrase of
 * theirs that says most of what was typed, exact marks before other marks.
 */
export function createProcedureSearch(entries: readonly SearchEntry[]): ProcedureSearch {
	const phrases = new Map(entries.map((entry) => [entry.code, phrasesOf(entry)]));
	const vocabulary = new Vocabulary(
		[...phrases.values()].map((list) => list.map(({ words }) => words))
	);
	const index = new MiniSearch<{ code: string; words: string }>({
		idField: 'code',
		fields: ['words'],
		tokenize: (text) => text.split(' '),
		processTerm: (term) => term || null
	});
	index.addAll([...phrases].map(([code, list]) => ({ code, words: plainTextOf(list) })));

	function find(asked: readonly Asked[], isLoose: boolean): string[] {
		return index
			.search(asked.map((word) => word.plain).join(' '), {
				combineWith: 'OR',
				prefix: (_, at) => asked[at]?.isOpen ?? false,
				// Vietnamese syllables are short: another syllable is taken for a slip only if nothing else fits.
				fuzzy: (term) => (term.length < 3 || (vocabulary.has(term) && !isLoose) ? false : 1),
				boostTerm: (_, at) => asked[at]?.weight ?? 1
			})
			.slice(0, WEIGHED)
			.map((hit) => String(hit.id));
	}

	function order(asked: readonly Asked[], isLoose: boolean): string[] {
		const score = createScore(asked, isLoose);
		const pass = isLoose ? 'loose' : 'strict';
		const scored = find(asked, isLoose)
			.map((code, at) => ({ code, ...score(phrases.get(code) ?? []), at }))
			.filter((hit) => hit.share >= (hit.saysWhole ? ENOUGH_WITH_PHRASE : ENOUGH)[pass])
			.sort((a, b) => b.score - a.score || a.at - b.at);
		const best = scored[0]?.score ?? 0;
		return scored.filter((hit) => hit.score >= best * NEAR_BEST).map((hit) => hit.code);
	}

	return (query) => {
		const byCode = findByCode(entries, query);
		if (byCode.length > 0) return byCode;
		const asked = vocabulary.read(query);
		if (asked.length === 0) return [];
		const strict = order(asked, false);
		return strict.length > 0 ? strict : order(asked, true);
	};
}

function phrasesOf(entry: SearchEntry): Phrase[] {
	return [
		createPhrase(entry.shortTitle, 1),
		...entry.synonyms.map((text) => createPhrase(text, 1)),
		createPhrase(entry.title, 0.92),
		createPhrase(entry.result, 0.9)
	];
}

function plainTextOf(phrases: readonly Phrase[]): string {
	return phrases.flatMap(({ words }) => words.map((word) => word.plain)).join(' ');
}

/** Procedures whose code holds the digits typed ("1.0011", "001193", "mã 1.001193.000.00.00.H42"). */
function findByCode(entries: readonly SearchEntry[], query: string): string[] {
	const number = /^[\d.]{3,}$/.exec(query.trim())?.[0];
	const typed = (/(?:^|[^\d.])(\d\.\d{6}|\d{6,7})(?!\d)/.exec(query)?.[1] ?? number)?.replace(
		/\./g,
		''
	);
	if (!typed) return [];
	const digits = (entry: SearchEntry) => entry.code.replace('.', '');
	return entries
		.filter((entry) => digits(entry).includes(typed))
		.sort((a, b) => digits(a).indexOf(typed) - digits(b).indexOf(typed))
		.map((entry) => entry.code);
}
