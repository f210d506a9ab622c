import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import type { ProcedureSearch } from './procedureSearch';

/** Search as one types: the engine is fetched at the first letter, results follow every keystroke. */
export class SearchState {
	query = $state('');
	#search = $state<ProcedureSearch>();
	#isLoading = false;
	#entries: () => readonly IndexEntry[];

	/** Undefined while nothing is asked for or the engine is still coming. */
	readonly results = $derived.by(() =>
		this.query.trim() && this.#search ? this.#search(this.query) : undefined
	);

	constructor(entries: () => readonly IndexEntry[]) {
		this.#entries = entries;
	}

	async ask(query: string): Promise<void> {
		this.query = query;
		if (this.#search || this.#isLoading || !query.trim()) return;
		this.#isLoading = true;
		try {
			const { createProcedureSearch } = await import('./procedureSearch');
			this.#search = createProcedureSearch(this.#entries());
		} finally {
			this.#isLoading = false;
		}
	}

	/** The catalogue changed: build anew at the next letter. */
	forget(): void {
		this.#search = undefined;
	}
}
