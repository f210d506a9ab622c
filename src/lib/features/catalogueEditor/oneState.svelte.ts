import type {
	CatalogueLine,
	DraftLine,
	HistoryEntry,
	VersionContent
} from '$lib/domain/catalogue/Draft';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { fail, ok } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';

/** One code: how it stands, its versions, and what is being done about it. */
export class OneState {
	entries = $state.raw<HistoryEntry[]>();
	current = $state.raw<VersionContent>();
	failure = $state.raw<AppError>();
	readonly code: string;
	readonly line: CatalogueLine | undefined = $derived.by(() =>
		this.#catalogue.list?.procedures.find(({ code }) => code === this.code)
	);
	readonly drafts: DraftLine[] = $derived.by(() =>
		(this.#catalogue.list?.drafts ?? []).filter(({ procedureCode }) => procedureCode === this.code)
	);
	readonly #catalogue: CatalogueState;
	readonly #newId: () => string;
	readonly #contents = new Map<string, VersionContent>();
	#loading: Promise<void> | undefined;
	#draftIds = new Map<string, string>();

	constructor(catalogue: CatalogueState, code: string, newId: () => string) {
		this.#catalogue = catalogue;
		this.code = code;
		this.#newId = newId;
	}

	load(): Promise<void> {
		this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
		return this.#loading;
	}

	/** Somebody in a hurry presses before the page has it all. */
	async #getCurrent(): Promise<VersionContent | undefined> {
		if (!this.current) await this.load();
		return this.current;
	}

	async #load(): Promise<void> {
		const answer = await this.#catalogue.ask((port) => port.history(this.code));
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.entries = answer.value;
		const current = answer.value.find((entry) => entry.kind === 'version' && entry.isCurrent);
		if (current?.kind !== 'version') return;
		const content = await this.version(current.versionId);
		if (content.ok) this.current = content.value;
		else this.failure = content.error;
	}

	/** The content of a version; versions never change, so each is asked for once. */
	async version(versionId: string): Promise<Result<VersionContent>> {
		const known = this.#contents.get(versionId);
		if (known) return ok(known);
		const answer = await this.#catalogue.ask((port) => port.version(versionId));
		if (answer.ok) this.#contents.set(versionId, answer.value);
		return answer;
	}

	/** Begins a draft from what is in force; gives its id. */
	async edit(): Promise<Result<string>> {
		const current = await this.#getCurrent();
		if (!current) return fail(this.failure ?? { kind: 'not-found', key: 'procedure-unknown' });
		return this.#begin('edit', (ids) =>
			this.#catalogue.change((port) =>
				port.begin({ ...ids, baseVersionId: current.versionId, content: current.content })
			)
		);
	}

	/** Begins a withdrawal; gives the id of its draft. */
	async withdraw(reason: string): Promise<Result<string>> {
		const baseVersionId = (await this.#getCurrent())?.versionId ?? null;
		return this.#begin(`withdraw ${reason}`, (ids) =>
			this.#catalogue.change((port) => port.beginWithdrawal({ ...ids, baseVersionId, reason }))
		);
	}

	async #begin(
		what: string,
		send: (ids: {
			actionId: string;
			draftId: string;
			procedureCode: string;
		}) => Promise<Result<unknown>>
	): Promise<Result<string>> {
		// Pressed again after an answer that got lost, it is the same draft.
		const draftId = this.#draftIds.get(what) ?? this.#newId();
		this.#draftIds.set(what, draftId);
		const answer = await send({ actionId: this.#newId(), draftId, procedureCode: this.code });
		if (!answer.ok && answer.error.key !== 'draft-exists') return answer;
		this.#draftIds.delete(what);
		return ok(draftId);
	}
}
