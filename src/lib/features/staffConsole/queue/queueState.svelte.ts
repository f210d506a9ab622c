import type {
	QueueFilters,
	QueueGroup,
	QueuePage,
	QueueRow
} from '$lib/domain/dossier/StaffDossier';
import type { AppError } from '$lib/domain/shared/Result';
import { placePage } from './queueRows';
import type { StaffSession } from '../staffSession.svelte';

/** The server's page size. */
const pageSize = 100;

/** The queue on screen: one group, one search, the rows in due order, and how fresh they are. */
export class QueueState {
	group = $state<QueueGroup>('new');
	filters = $state.raw<QueueFilters>({ whose: 'all' });
	search = $state('');
	/** The search as typed; it becomes `search` after a short pause. */
	typed = $state('');
	rows = $state.raw<QueueRow[]>([]);
	counts = $state.raw<QueuePage['counts'] | undefined>();
	/** Two working hours from now, for the group `new`. */
	soonBy = $state<string | null>(null);
	/** When the search finds nothing here: the groups in which it finds something. */
	elsewhere = $state.raw<QueuePage['elsewhere']>();
	more = $state(false);
	/** True from a change of group or search until its first answer. */
	loading = $state(true);
	loadingMore = $state(false);
	failure = $state.raw<AppError | undefined>();
	refreshedAt = $state.raw<Date | undefined>();
	/** The row the keyboard stands on; kept while the dossier is open, so that Back returns to it. */
	selectedId: string | undefined;
	/** Set by the list on screen: the first and last row in sight. Only their pages are refreshed. */
	inSight: (() => { first: number; last: number } | undefined) | undefined;
	readonly #session: StaffSession;
	// Only the newest request may write; slower earlier answers are dropped.
	#ticket = 0;

	constructor(session: StaffSession) {
		this.#session = session;
	}

	/** Shows another group, search or choice of dossiers; the old rows leave at once, they answer another question. */
	async show(group: QueueGroup, search: string, filters = this.filters): Promise<void> {
		const isShown = group === this.group && search === this.search && isSame(filters, this.filters);
		if (isShown && this.refreshedAt) return this.refresh();
		this.group = group;
		this.filters = filters;
		this.search = search;
		this.rows = [];
		this.elsewhere = undefined;
		this.more = false;
		this.loading = true;
		return this.#fetchShown();
	}

	/**
	 * Fetches the pages in sight again and swaps them in at once; on failure the old rows stay. Not while the next page
	 * is on its way: the timer would throw away what was asked for by hand, and it comes again soon.
	 */
	async refresh(): Promise<void> {
		if (!this.loadingMore) await this.#fetchShown();
	}

	async #fetchShown(): Promise<void> {
		const ticket = ++this.#ticket;
		const sight = this.#rowsInSight();
		let rows = this.rows;
		let more = this.more;
		let at = Math.floor(sight.first / pageSize) * pageSize;
		do {
			const answer = await this.#fetch(rows[at - 1]);
			if (ticket !== this.#ticket) return;
			this.loading = false;
			this.failure = answer.ok ? undefined : answer.error;
			if (!answer.ok) return;
			rows = placePage(rows, at, answer.value, this.group === 'ended');
			const last = answer.value.rows.at(-1)?.id;
			at = rows.findIndex((row) => row.id === last) + 1;
			more = answer.value.more && (more || at >= rows.length);
			this.#note(answer.value);
			if (!answer.value.more || at === 0) break;
		} while (at <= sight.last);
		this.rows = rows;
		this.more = more;
		this.refreshedAt = this.#session.services.now();
	}

	/** Adds the next page. */
	async loadMore(): Promise<void> {
		if (this.loadingMore || !this.more) return;
		const ticket = ++this.#ticket;
		this.loadingMore = true;
		const answer = await this.#fetch(this.rows.at(-1));
		this.loadingMore = false;
		if (ticket !== this.#ticket) return;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.rows = placePage(this.rows, this.rows.length, answer.value, this.group === 'ended');
		this.more = answer.value.more;
		this.#note(answer.value);
	}

	#rowsInSight(): { first: number; last: number } {
		const selected = this.rows.findIndex((row) => row.id === this.selectedId);
		const { first, last } = this.inSight?.() ?? { first: selected, last: selected };
		const end = Math.max(0, this.rows.length - 1);
		return { first: Math.min(Math.max(first, 0), end), last: Math.min(Math.max(last, 0), end) };
	}

	#note(page: QueuePage) {
		this.counts = page.counts;
		this.soonBy = page.soonBy ?? null;
		this.elsewhere = page.elsewhere;
	}

	async #fetch(last: QueueRow | undefined) {
		const { whose, channel } = this.filters;
		const request = {
			group: this.group,
			...(whose === 'all' ? {} : { whose }),
			...(channel ? { channel } : {}),
			...(this.search ? { search: this.search } : {}),
			...(last ? { after: { sortAt: last.sortAt, id: last.id } } : {})
		};
		return this.#session.watch(await this.#session.desk.queue(request));
	}
}

function isSame(one: QueueFilters, other: QueueFilters): boolean {
	return one.whose === other.whose && one.channel === other.channel;
}
