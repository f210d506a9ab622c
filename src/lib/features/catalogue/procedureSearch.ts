import MiniSearch from 'minisearch';
import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { fold } from '$lib/domain/shared/fold';

export type ProcedureSearch = (query: string) => IndexEntry[];

/**
 * Search over title, people's words and code: with or without marks, beginnings of words, small slips.
 * Exact words with their marks come first.
 */
export function createProcedureSearch(entries: readonly IndexEntry[]): ProcedureSearch {
	const search = new MiniSearch<IndexEntry>({
		idField: 'code',
		fields: ['title', 'shortTitle', 'words', 'result', 'code'],
		extractField: (entry, field) =>
			field === 'words' ? entry.synonyms.join(' ') : String(entry[field as keyof IndexEntry] ?? ''),
		tokenize: (text) => fold(text).split(' '),
		processTerm: (term) => term || null
	});
	search.addAll(entries);
	const byCode = new Map(entries.map((entry) => [entry.code, entry]));
	return (query) => {
		const all = search.search(query, { ...options, combineWith: 'AND' });
		// One word too many ("khai sinh cho bé mất bao lâu") must not hide what the other words find.
		const hits =
			all.length > 0
				? all
				: mostWords(search.search(query, { boost: options.boost, combineWith: 'OR' }), query);
		const exact = query.trim().toLowerCase();
		return hits
			.flatMap((hit) => byCode.get(String(hit.id)) ?? [])
			.sort((a, b) => Number(saysExactly(b, exact)) - Number(saysExactly(a, exact)));
	};
}

const options = {
	prefix: true,
	// Vietnamese syllables are short: one slip in three letters must still find.
	fuzzy: (term: string) => (term.length < 3 ? false : term.length < 6 ? 1 : 2),
	boost: { shortTitle: 3, words: 2, title: 2 }
};

/** Of hits for some of the words only those that hold at least half of them, and two. */
function mostWords<T extends { queryTerms: string[] }>(hits: T[], query: string): T[] {
	const needed = Math.max(2, Math.ceil(fold(query).split(' ').length / 2));
	return hits.filter((hit) => new Set(hit.queryTerms).size >= needed);
}

function saysExactly(entry: IndexEntry, text: string): boolean {
	return [entry.title, entry.shortTitle, ...entry.synonyms].some((words) =>
		words.toLowerCase().includes(text)
	);
}
