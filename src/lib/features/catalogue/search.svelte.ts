import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { SearchClient } from './searchClient';
import SearchWorker from './searchWorker?worker';

/** What was found for which query. */
type Found = { query: string; entries: IndexEntry[] };

/** Search as one types: the engine is fetched at the first letter, results follow every keystroke. */
export class SearchState {
	/** What is asked for now. */
	query = $state('');
	/** The latest answer; undefined while nothing is asked for or the engine is still coming. */
	found = $state.raw<Found>();
	#entries: () => readonly IndexEntry[];
	#isFed = false;
	#client = new SearchClient({
		startWorker: () => new SearchWorker(),
		loadLocal: async () => (await import('./procedureSearch')).createProcedureSearch,
		onanswer: (query, codes) => {
			const byCode = new Map(this.#entries().map((entry) => [entry.code, entry]));
			this.found = { query, entries: codes.flatMap((code) => byCode.get(code) ?? []) };
		}
	});

	constructor(entries: () => readonly IndexEntry[]) {
		this.#entries = entries;
	}

	ask(query: string): void {
		this.query = query;
		const text = query.trim();
		if (!text) this.found = undefined;
		else if (!this.#isFed) {
			this.#isFed = true;
			this.#client.setEntries(this.#entries());
		}
		this.#client.ask(text);
	}

	/** The catalogue changed: the query that stands is asked anew. */
	refresh(): void {
		if (this.#isFed) this.#client.setEntries(this.#entries());
	}

	/** The page is left. */
	close(): void {
		this.#client.close();
	}
}
