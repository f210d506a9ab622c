import type { Found, ProcedureSearch } from './procedureSearch';
import type { SearchEntry } from './searchIndex';

/**
 * To the worker: what to search (before all else, and whenever it changed) and the key by which its index may be kept,
 * empty = not; then queries.
 */
export type SearchRequest = { entries: SearchEntry[]; key: string } | { id: number; query: string };

/** From the worker: what a query found. */
export type SearchAnswer = { id: number } & Found;

/** The part of a Worker that search uses. */
export type SearchPort = Pick<Worker, 'postMessage' | 'terminate'> & {
	onmessage: ((event: MessageEvent<SearchAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
};

type Parts = {
	startWorker(): SearchPort;
	/** The same rules for a browser without such workers, or when the worker's file does not come. */
	loadLocal(): Promise<(entries: readonly SearchEntry[]) => ProcedureSearch>;
};

/** Hears what a query found. */
export type Listener = (query: string, found: Found) => void;

/**
 * Asks a worker, or the same rules on the page when no worker can run. One query is under way at a time and only the
 * latest waits, so fast typing never piles up; an answer to an older query is dropped.
 */
export class SearchClient {
	#parts: Parts;
	#entries: SearchEntry[] = [];
	#key = '';
	#worker: SearchPort | undefined;
	#local: ProcedureSearch | undefined;
	#hasNoWorker = false;
	#isLoading = false;
	/** The number of the query last asked, and of the one the worker is busy with. */
	#latest = 0;
	#busy = 0;
	#query = '';
	#onanswer: Listener = () => undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/**
	 * What to search from now on; the query that stands is asked anew. `key` names these very entries: with the key they
	 * had before nothing is built again.
	 */
	setEntries(entries: readonly SearchEntry[], key = ''): void {
		if (key && key === this.#key) return;
		this.#key = key;
		// Plain copies: what the page holds may be wrapped by its framework, which cannot be posted.
		this.#entries = entries.map(({ code, title, shortTitle, synonyms, result, verification }) => ({
			code,
			title,
			shortTitle,
			synonyms: [...synonyms],
			result,
			verification
		}));
		this.#local = undefined;
		this.#worker?.postMessage(this.#feed);
		if (this.#query) this.ask(this.#query, this.#onanswer);
	}

	/** Asks; the answer is told unless another query is asked first. */
	ask(query: string, onanswer: Listener): void {
		this.#query = query;
		this.#onanswer = onanswer;
		this.#latest += 1;
		if (this.#hasNoWorker) void this.#askLocal();
		else this.#askWorker();
	}

	/** Tells nothing more, unless someone else has asked in the meantime. */
	leave(onanswer: Listener): void {
		if (onanswer !== this.#onanswer) return;
		this.#latest += 1;
		this.#query = '';
	}

	/** Ends the worker; asking again starts another. */
	close(): void {
		this.leave(this.#onanswer);
		this.#stopWorker();
	}

	get #feed(): SearchRequest {
		return { entries: this.#entries, key: this.#key };
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
		worker.onmessage = ({ data: { id, ...found } }) => {
			this.#busy = 0;
			if (id === this.#latest) this.#onanswer(this.#query, found);
			else if (this.#query) this.#askWorker();
		};
		worker.onerror = (event) => {
			event.preventDefault();
			if (worker === this.#worker) this.#giveUpWorker();
		};
		worker.postMessage(this.#feed);
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
		if (this.#query) this.#onanswer(this.#query, this.#local(this.#query));
	}
}
