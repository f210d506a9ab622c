import type { Services } from '$lib/app/context';
import {
	movePage,
	MOST_PAGES,
	nextPosition,
	pagesOf,
	useAt,
	type Page
} from '$lib/domain/dossier/Page';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { vi } from '$lib/i18n/vi';
import type { PreparedPage } from '$lib/data/ports/PagePreparer';
import { findShelf, holdShelf } from './shelves';

/** Why some files did not become pages, in words: each reason once, with the files it was said of. */
export type Refused = { message: string; names: string[]; count: number };

/** What pages belong to and are frozen with: a preparation, or an answer to a supplement slip. */
export type PageOwner = {
	readonly draft: { readonly id: string };
	/** As they lie on the phone. */
	readonly pages: Page[];
	/** `filed` = sent meanwhile, in another tab. */
	saveState: 'saved' | 'saving' | 'failed' | 'filed';
	/** Waits until everything typed is on the phone; gives whether it is. */
	save(): Promise<boolean>;
	/** Puts the owner itself on the phone, even when nothing was changed. */
	keep(): Promise<boolean>;
};

const text = vi.papers;

/**
 * The pages of one paper: adds, replaces, turns, orders and removes them. Each page is written on its own, one after
 * another, so that a full phone or a broken file costs that page and nothing else.
 */
export class PaperPages {
	/** How far a batch of files has come; undefined while nothing is worked on. */
	working = $state<{ done: number; total: number }>();
	refused = $state<Refused[]>([]);
	/** Read out to screen readers after each change. */
	news = $state('');
	readonly paper: string;
	#session = $state.raw() as PageOwner;
	#services: Services;

	constructor(session: PageOwner, services: Services, paper: string) {
		this.#session = session;
		this.#services = services;
		this.paper = paper;
	}

	get draftId(): string {
		return this.#session.draft.id;
	}

	/** In their order. No $derived: this object may outlive the page that made it. */
	get pages(): Page[] {
		return pagesOf(this.#session.pages, this.paper);
	}

	/** A later view of the same preparation, while the work of an earlier one still goes on. */
	attach(session: PageOwner): void {
		this.#session = session;
	}

	/** Every file as a new last page, in the order given. */
	async add(files: readonly File[]): Promise<void> {
		const kept = await this.#work(files, async (prepared) => {
			const stores = await this.#services.loadStores();
			// Read anew for each: another tab may have added one meanwhile.
			const all = await stores.pages.listFor(this.#session.draft.id);
			if (all.length >= MOST_PAGES)
				return { ok: false, error: { kind: 'invalid', key: 'too-many' } };
			const position = nextPosition(all, this.paper);
			const page = await this.#toPage(prepared, {
				id: this.#services.newId(),
				uses: [{ paper: this.paper, position }]
			});
			return stores.pages.add(page, prepared.bytes);
		});
		if (kept > 0) this.news = text.added(await this.#count());
	}

	/** Another photo in the place of this one; its other papers show the new one too. */
	async retake(page: Page, file: File): Promise<void> {
		await this.#work([file], async (prepared) => this.#replace(page, prepared));
	}

	/** A quarter turn to the right. */
	async turn(page: Page): Promise<void> {
		if (this.working) return;
		this.working = { done: 0, total: 1 };
		try {
			const stores = await this.#services.loadStores();
			const bytes = await stores.pages.findBytes(page.id);
			if (!bytes) return;
			const preparer = await this.#services.loadPreparer();
			const turned = await preparer.turn({ bytes, type: page.type });
			this.#settle('', turned.ok ? await this.#replace(page, turned.value) : turned);
		} catch (cause) {
			this.#settle('', { ok: false, error: { kind: 'unknown', cause } });
		} finally {
			this.working = undefined;
		}
	}

	async move(page: Page, by: -1 | 1): Promise<void> {
		const stores = await this.#services.loadStores();
		const changes = movePage(this.#session.pages, this.paper, page.id, by);
		this.#settle('', await stores.pages.setUses(changes));
	}

	/** Takes the page out of this paper; its bytes go when no other paper shows it. */
	async remove(page: Page): Promise<void> {
		const stores = await this.#services.loadStores();
		const others = page.uses.filter((use) => use.paper !== this.paper);
		const removed =
			others.length > 0
				? await stores.pages.setUses([{ id: page.id, uses: others }])
				: await stores.pages.remove(page.id);
		this.#settle('', removed);
		if (removed.ok) this.news = text.removed(await this.#count());
	}

	/** Shows the pages of another paper here too, behind what is there. */
	async reuse(other: string): Promise<void> {
		const stores = await this.#services.loadStores();
		const first = nextPosition(this.#session.pages, this.paper);
		const changes = pagesOf(this.#session.pages, other)
			.filter((page) => !this.pages.some((own) => own.id === page.id))
			.map((page, index) => ({ id: page.id, uses: useAt(page, this.paper, first + index) }));
		this.#settle('', await stores.pages.setUses(changes));
	}

	async #count(): Promise<number> {
		const stores = await this.#services.loadStores();
		return pagesOf(await stores.pages.listFor(this.#session.draft.id), this.paper).length;
	}

	/** Gives how many of the files became pages. */
	#work(
		files: readonly File[],
		keep: (prepared: PreparedPage) => Promise<Result<null>>
	): Promise<number> {
		const work = async () => {
			this.refused = [];
			this.working = { done: 0, total: files.length };
			let kept = 0;
			try {
				// Photographs need a preparation to belong to, even where another tab has just thrown it away.
				await this.#session.keep();
				for (const file of files) {
					const outcome = await this.#keepOne(file, keep);
					this.#settle(file.name, outcome);
					if (outcome.ok) kept += 1;
					this.working = { done: this.working.done + 1, total: files.length };
				}
			} finally {
				this.working = undefined;
			}
			return kept;
		};
		return holdShelf(this, () => this.#services.trackWork(work()));
	}

	async #keepOne(
		file: File,
		keep: (prepared: PreparedPage) => Promise<Result<null>>
	): Promise<Result<null>> {
		try {
			const preparer = await this.#services.loadPreparer();
			const prepared = await preparer.prepare(file);
			return prepared.ok ? await keep(prepared.value) : prepared;
		} catch (cause) {
			return { ok: false, error: { kind: 'unknown', cause } };
		}
	}

	async #replace(page: Page, prepared: PreparedPage): Promise<Result<null>> {
		const stores = await this.#services.loadStores();
		return stores.pages.replace(await this.#toPage(prepared, page), prepared.bytes);
	}

	async #toPage(prepared: PreparedPage, place: Pick<Page, 'id' | 'uses'>): Promise<Page> {
		const { bytes, type, width, height, name } = prepared;
		return {
			id: place.id,
			draftId: this.#session.draft.id,
			uses: place.uses,
			type,
			size: bytes.byteLength,
			sha256: await this.#services.hashBytes(bytes),
			width,
			height,
			name,
			addedAt: this.#services.now().toISOString()
		};
	}

	#settle(name: string, outcome: Result<unknown>): void {
		if (outcome.ok) return;
		// Filed in another tab: said by the page itself, with the way there.
		if (outcome.error.kind === 'conflict') {
			this.#session.saveState = 'filed';
			return;
		}
		const message = refusalText(outcome.error);
		let refused = this.refused.find((one) => one.message === message);
		if (!refused) {
			this.refused.push({ message, names: [], count: 0 });
			refused = this.refused.at(-1);
		}
		if (!refused) return;
		refused.count += 1;
		// Cameras give every photo the same name.
		if (name && !refused.names.includes(name)) refused.names.push(name);
	}
}

/** The shelf of a paper; one that is still at work behind a page that was left, or has refusals to show, comes back. */
export function openShelf(session: PageOwner, services: Services, paper: string): PaperPages {
	const left = findShelf(session.draft.id, paper);
	if (!(left instanceof PaperPages)) return new PaperPages(session, services, paper);
	left.attach(session);
	return left;
}

/** What happened to a file and what to do now. */
export function refusalText(error: AppError): string {
	if (error.kind === 'storage') return error.key === 'full' ? text.full : text.notKept;
	if (error.key === 'too-many') return text.tooMany(MOST_PAGES);
	return text.refused[error.key ?? ''] ?? text.refusedUnknown;
}
