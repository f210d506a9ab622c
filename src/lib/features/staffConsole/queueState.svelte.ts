import type { QueueGroup, QueuePage, QueueRow } from '$lib/domain/dossier/StaffDossier';
import type { AppError } from '$lib/domain/shared/Result';
import type { StaffSession } from './staffSession.svelte';

/** The server's page size; as many pages as are on screen are fetched again on every refresh. */
const pageSize = 50;

/** The queue on screen: one group, one search, the rows in due order, and how fresh they are. */
export class QueueState {
	group = $state<QueueGroup>('new');
	search = $state('');
	/** The search as typed; it becomes `search` after a short pause. */
	typed = $state('');
	rows = $state.raw<QueueRow[]>([]);
	counts = $state.raw<QueuePage['counts'] | undefined>();
	more = $state(false);
	/** True from a change of group or search until its first answer. */
	loading = $state(true);
	loadingMore = $state(false);
	failure = $state.raw<AppError | undefined>();
	refreshedAt = $state.raw<Date | undefined>();
	/** The row the keyboard stands on; kept while the dossier is open, so that Back returns to it. */
	selectedId: string | undefined;
	readonly #session: StaffSession;
	// Only the newest request may write; slower earlier answers are dropped.
	#ticket = 0;

	constructor(session: StaffSession) {
		this.#session = session;
	}

	/** Shows another group or search; the old rows leave at once, they answer another question. */
	async show(group: QueueGroup, search: string): Promise<void> {
		const isShown = group === this.group && search === this.search;
		if (isShown && this.refreshedAt) return this.refresh();
		this.group = group;
		this.search = search;
		this.rows = [];
		this.more = false;
		this.loading = true;
		return this.#fetchShown();
	}

	/**
	 * Fetches what is on screen again and swaps it in at once; on failure the old rows stay. Not while the next page is
	 * on its way: the timer would throw away what was asked for by hand, and it comes again soon.
	 */
	async refresh(): Promise<void> {
		if (!this.loadingMore) await this.#fetchShown();
	}

	async #fetchShown(): Promise<void> {
		const ticket = ++this.#ticket;
		const pages = Math.max(1, Math.ceil(this.rows.length / pageSize));
		let rows: QueueRow[] = [];
		for (let page = 0; page < pages; page += 1) {
			const answer = await this.#fetch(rows.at(-1));
			if (ticket !== this.#ticket) return;
			this.loading = false;
			this.failure = answer.ok ? undefined : answer.error;
			if (!answer.ok) return;
			rows = merge(rows, answer.value.rows);
			this.counts = answer.value.counts;
			this.more = answer.value.more;
			if (!answer.value.more) break;
		}
		this.rows = rows;
		this.refreshedAt = this.#session.services.now();
	}

	/** Adds the next page. */
	async loadMore(): Promise<void> {
		if (this.loadingMore) return;
		const ticket = ++this.#ticket;
		this.loadingMore = true;
		const answer = await this.#fetch(this.rows.at(-1));
		this.loadingMore = false;
		if (ticket !== this.#ticket) return;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.rows = merge(this.rows, answer.value.rows);
		this.more = answer.value.more;
	}

	async #fetch(last: QueueRow | undefined) {
		const request = {
			group: this.group,
			...(this.search ? { search: this.search } : {}),
			...(last ? { after: { sortAt: last.sortAt, id: last.id } } : {})
		};
		return this.#session.watch(await this.#session.desk.queue(request));
	}
}

/** A dossier that moved between two pages while they were read is shown once. */
function merge(rows: QueueRow[], next: QueueRow[]): QueueRow[] {
	const known = new Set(rows.map((row) => row.id));
	return [...rows, ...next.filter((row) => !known.has(row.id))];
}
