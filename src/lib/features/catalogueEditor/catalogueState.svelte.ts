import { createContext } from 'svelte';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import { CatalogueList, ProcedureDraft } from '$lib/domain/catalogue/Draft';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What the catalogue's screens need of whoever is signed in. */
export interface CatalogueSession extends AnswerWatch {
	readonly store: DeskStore;
}

const LIST = 'cache:catalogue';
const draftKey = (draftId: string) => `cache:draft:${draftId}`;

/** The catalogue as editors see it: loaded once, read again after every change, kept on this PC for when the line is down. */
export class CatalogueState {
	list = $state.raw<CatalogueList>();
	failure = $state.raw<AppError>();
	/** What was done last, to be said on the page one comes back to. */
	done = $state('');
	/** Why nothing was done, where the page is read again because of it. */
	refused = $state('');
	readonly #session: CatalogueSession;
	readonly #loadPort: () => Promise<StaffCatalogue>;

	constructor(session: CatalogueSession, loadPort: () => Promise<StaffCatalogue>) {
		this.#session = session;
		this.#loadPort = loadPort;
	}

	async load(): Promise<void> {
		const answer = await this.ask((port) => port.list());
		this.failure = answer.ok ? undefined : answer.error;
		if (answer.ok) {
			this.list = answer.value;
			this.#session.store.save(LIST, answer.value);
		} else if (answer.error.kind === 'offline') {
			this.list ??= CatalogueList.safeParse(await this.#session.store.load(LIST)).data;
		}
	}

	/** Asks the server once; a session that is over is noticed on the way. */
	async ask<T>(work: (port: StaffCatalogue) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#loadPort, work));
	}

	/** Changes something and reads the list again, also after a refusal: somebody else may have been faster. */
	async change<T>(work: (port: StaffCatalogue) => Promise<Result<T>>): Promise<Result<T>> {
		const answer = await this.ask(work);
		if (answer.ok || answer.error.kind === 'conflict' || answer.error.kind === 'not-found')
			await this.load();
		return answer;
	}

	/** One draft; without a line the copy on this PC serves, if there is one. */
	async findDraft(draftId: string): Promise<Result<ProcedureDraft> & { isCopy?: boolean }> {
		const { store } = this.#session;
		const answer = await this.ask((port) => port.draft(draftId));
		if (answer.ok) {
			store.save(draftKey(draftId), answer.value);
			return answer;
		}
		if (answer.error.kind !== 'offline') return answer;
		const copy = ProcedureDraft.safeParse(await store.load(draftKey(draftId)));
		return copy.success ? { ok: true, value: copy.data, isCopy: true } : answer;
	}

	/** The copy of a draft that is settled is of no more use. */
	forgetDraft(draftId: string): void {
		this.#session.store.forget(draftKey(draftId));
	}

	fieldName(code: string): string {
		return this.list?.fields.find((field) => field.code === code)?.name ?? code;
	}
}

export const [getCatalogue, setCatalogue] = createContext<CatalogueState>();
