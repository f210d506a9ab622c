import { version } from '$app/environment';
import { loadIndex } from '$lib/app/loadCatalogue';
import type { IndexEntry } from '$lib/domain/catalogue/Snapshot';
import { SearchClient, type Listener } from './searchClient';
import { keyOfEntries } from './searchKey';
import SearchWorker from './searchWorker?worker';

/** What was found for which query, and what was probably meant by it. */
type Found = { query: string; entries: IndexEntry[]; meant?: string };

const startClient = () =>
	new SearchClient({
		startWorker: () => new SearchWorker(),
		loadLocal: async () => (await import('./procedureSearch')).createProcedureSearch
	});

/** Pages come and go; the worker with the index of the whole catalogue stays. */
let shared: SearchClient | undefined;

/** Search as one types: engine and lines are fetched at the first letter, results follow every keystroke. */
export class SearchState {
	/** What is asked for now. */
	query = $state('');
	/** The latest answer; undefined while nothing is asked for or the lines are still coming. */
	found = $state.raw<Found>();
	/** Nothing to search in could be had: neither on this phone nor from the line. */
	isOut = $state(false);
	#lines = $state.raw(new Map<string, IndexEntry>());
	#isFeeding = false;
	#load: () => Promise<readonly IndexEntry[] | undefined>;
	#client: SearchClient;
	#hear: Listener = (query, { codes, meant }) => {
		this.found = { query, entries: codes.flatMap((code) => this.#lines.get(code) ?? []), meant };
	};

	/** `load` gives what to search; without it that is the whole catalogue, fetched when the first letter is typed. */
	constructor(load?: () => Promise<readonly IndexEntry[] | undefined>) {
		this.#load = load ?? loadLines;
		this.#client = load ? startClient() : (shared ??= startClient());
	}

	ask(query: string): void {
		this.query = query;
		const text = query.trim();
		if (!text) {
			this.found = undefined;
			this.#client.leave(this.#hear);
		} else if (this.#lines.size > 0) this.#client.ask(text, this.#hear);
		else void this.#feed();
	}

	/** Whether this office posts the procedure. */
	has(code: string): boolean {
		return this.#lines.has(code);
	}

	/** What to search has changed: the query that stands is asked anew. */
	refresh(): void {
		this.#lines = new Map();
		this.ask(this.query);
	}

	/** The page is left. */
	close(): void {
		this.ask('');
		if (this.#client !== shared) this.#client.close();
	}

	async #feed(): Promise<void> {
		if (this.#isFeeding) return;
		this.#isFeeding = true;
		const entries = await this.#load();
		this.#isFeeding = false;
		this.isOut = !entries;
		// Nothing yet: whoever owns the entries says when there are some (refresh).
		if (!entries || entries.length === 0) return;
		this.#lines = new Map(entries.map((entry) => [entry.code, entry]));
		this.#client.setEntries(entries, keyOfEntries(entries, version));
		this.ask(this.query);
	}
}

async function loadLines(): Promise<readonly IndexEntry[] | undefined> {
	return (await loadIndex((...args) => fetch(...args)))?.procedures;
}
