import type { ProcedureSearch, SearchEntry } from './procedureSearch';

/** To the worker: what to search (before all else, and whenever it changed), then queries. */
export type SearchRequest = { entries: SearchEntry[] } | { id: number; query: string };

/** From the worker: the codes found, best first. */
export type SearchAnswer = { id: number; codes: string[] };

/** The part of a Worker that search uses. */
export type SearchPort = Pick<Worker, 'postMessage' | 'terminate'> & {
	onmessage: ((event: MessageEvent<SearchAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
};

type Parts = {
	startWorker(): SearchPort;
	/** The same rules for a browser without such workers, or when the worker's file does not come. */
	loadLocal(): Promise<(entries: readonly SearchEntry[]) => ProcedureSearch>;
	onanswer(query: string, codes: string[]): void;
};

/**
 * Asks a worker, or the same rules on the page when no worker can run. One query is under way at a time and only the
 * latest waits, so fast typing never piles up; an answer to an older query is dropped.
 */
export class SearchClient {
	#parts: Parts;
	#entries: SearchEntry[] = [];
	#worker: SearchPort | undefined;
	#local: ProcedureSearch | undefined;
	#hasNoWorker = false;
	#isLoading = false;
	/** The number of the query last asked, and of the one the worker is busy with. */
	#latest = 0;
	#busy = 0;
	#query = '';

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** What to search from now on; the query that stands is asked anew. */
	setEntries(entries: readonly SearchEntry[]): void {
		// Plain copies: what the page holds may be wrapped by its framework, which cannot be posted.
		this.#entries = entries.map(({ code, title, shortTitle, synonyms, result }) => ({
			code,
			title,
			shortTitle,
			synonyms: [...synonyms],
			result
		}));
		this.#local = undefined;
		this.#worker?.postMessage({ entries: this.#entries } satisfies SearchRequest);
		if (this.#query) this.ask(this.#query);
	}

	/** Asks; the answer comes through `onanswer` unless another query is asked first. Empty: nothing more is told. */
	ask(query: string): void {
		this.#query = query;
		this.#latest += 1;
		if (!query) return;
		if (this.#hasNoWorker) void this.#askLocal();
		else this.#askWorker();
	}

	/** Ends the worker; asking again starts another. */
	close(): void {
		this.#latest += 1;
		this.#query = '';
		this.#stopWorker();
	}

	#askWorker(): void {
		try {
			this.#worker ??= this.#start();
		} catch {
			this.#giveUpWorker();
			return;
		}
		if (this.#busy) return;
		this.#busy = this.#latest;
		this.#worker.postMessage({ id: this.#latest, query: this.#query } satisfies SearchRequest);
	}

	#start(): SearchPort {
		const worker = this.#parts.startWorker();
		worker.onmessage = ({ data }) => {
			this.#busy = 0;
			if (data.id === this.#latest) this.#parts.onanswer(this.#query, data.codes);
			else if (this.#query) this.#askWorker();
		};
		worker.onerror = (event) => {
			event.preventDefault();
			if (worker === this.#worker) this.#giveUpWorker();
		};
		worker.postMessage({ entries: this.#entries } satisfies SearchRequest);
		return worker;
	}

	#giveUpWorker(): void {
		this.#stopWorker();
		this.#hasNoWorker = true;
		if (this.#query) void this.#askLocal();
	}

	#stopWorker(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#busy = 0;
	}

	async #askLocal(): Promise<void> {
		if (!this.#local) {
			if (this.#isLoading) return;
			this.#isLoading = true;
			try {
				const create = await this.#parts.loadLocal();
				this.#local = create(this.#entries);
			} catch {
				// No line, and nothing kept on this phone yet: the next letter tries the worker's file again.
				this.#hasNoWorker = false;
				return;
			} finally {
				this.#isLoading = false;
			}
		}
		if (this.#query) this.#parts.onanswer(this.#query, this.#local(this.#query));
	}
}
