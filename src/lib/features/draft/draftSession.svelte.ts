import { loadProcedure } from '$lib/app/loadCatalogue';
import type { Services } from '$lib/app/context';
import type { LocalStores } from '$lib/app/citizenServices';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import {
	applyChange,
	mergeChanges,
	newDraft,
	type ApplicantInput,
	type Draft,
	type DraftChange,
	type PaperMark
} from '$lib/domain/dossier/Draft';
import type { Page } from '$lib/domain/dossier/Page';
import type { Office } from '$lib/domain/dossier/Receipt';
import { dropUnknownAnswers } from './dropUnknownAnswers';

/** `filed` = the dossier was submitted meanwhile, in another tab; this copy can no longer be changed. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'filed';

/**
 * One preparation being worked on. Every change is written at once, one write after another, and only what was changed
 * (a second tab may be writing too). A failed write keeps the change in memory, says so, and is tried again with the next.
 */
export class DraftSession {
	readonly procedure: Procedure;
	readonly contentHash: string;
	readonly offices: Office[];
	draft: Draft;
	saveState = $state<SaveState>('saved');
	/** The edition this preparation was begun under, if another has taken its place and the phone still knows it. */
	readonly earlier: Procedure | undefined;
	/** The photographed pages of this preparation, as they lie on the phone. */
	pages = $state.raw<Page[]>([]);
	#stores: LocalStores;
	#services: Services;
	/** Changed, not yet written. */
	#pending: DraftChange | undefined;
	/** Being written now. */
	#inFlight: DraftChange | undefined;
	#writing: Promise<void> | undefined;
	#isClosed = false;

	constructor(
		parts: {
			procedure: Procedure;
			contentHash: string;
			earlier: Procedure | undefined;
			offices: Office[];
			draft: Draft;
		},
		stores: LocalStores,
		services: Services
	) {
		this.procedure = parts.procedure;
		this.contentHash = parts.contentHash;
		this.earlier = parts.earlier;
		this.offices = parts.offices;
		this.draft = $state(parts.draft);
		this.#stores = stores;
		this.#services = services;
	}

	/** True when the procedure was published anew since this preparation was begun. */
	get isOutdated(): boolean {
		return this.draft.contentHash !== this.contentHash;
	}

	/** False when the browser keeps nothing: "saved" then means no longer than this page. */
	get isKept(): boolean {
		return this.#stores.isKept;
	}

	setAnswer(question: string, value: string): void {
		this.#change({ answers: { [question]: value } });
	}

	setPaper(requirementId: string, mark: PaperMark): void {
		this.#change({ papers: { [requirementId]: mark } });
	}

	setField(fieldId: string, value: string): void {
		this.#change({ form: { [fieldId]: value } });
	}

	setApplicant(part: keyof ApplicantInput, value: string): void {
		this.#change({ applicant: { [part]: value } });
	}

	setOffice(agencyCode: string): void {
		this.#change({ agencyCode });
	}

	/** Keeps `pages` up to date, whichever tab changes them; gives the function that stops it. */
	watchPages(draftId: string): () => void {
		return this.#stores.pages.watch(draftId, (pages) => (this.pages = pages));
	}

	/** Puts the preparation on the phone even when nothing was changed; gives whether it is there. */
	keep(): Promise<boolean> {
		this.#change({});
		return this.save();
	}

	/** Waits until everything is on the phone; gives whether it is. */
	async save(): Promise<boolean> {
		if (this.#pending && !this.#writing) this.#writing = this.#write();
		await this.#writing;
		return this.saveState === 'saved';
	}

	/** For a page that is going away: leaves behind what the database has not confirmed. */
	keepUnsaved(): void {
		if (this.#isClosed || !(this.#pending ?? this.#inFlight)) return;
		this.#stores.drafts.keepUnsaved({
			draft: $state.snapshot(this.draft) as Draft,
			change: mergeChanges(this.#inFlight ?? {}, this.#pending ?? {}),
			at: this.#services.now().toISOString()
		});
	}

	/** The page is shown again: takes in what another tab has written meanwhile. */
	async refresh(): Promise<void> {
		if (this.#pending ?? this.#inFlight) return;
		const { id } = this.draft;
		const stored = await this.#stores.drafts.find(id);
		if (!stored && !this.#isClosed && (await this.#isFiled(id))) this.saveState = 'filed';
		if (stored && stored.updatedAt > this.draft.updatedAt && !(this.#pending ?? this.#inFlight))
			this.draft = dropUnknownAnswers(stored, this.procedure);
	}

	/** Begins anew; the old preparation is gone. */
	async startOver(): Promise<void> {
		await this.save();
		const removed = await this.#stores.drafts.remove(this.draft.id);
		if (removed.ok) this.draft = freshDraft(this.procedure.code, this.contentHash, this.#services);
	}

	/** After the draft went into the outbox nothing may write it again. */
	close(): void {
		this.#isClosed = true;
		this.#pending = undefined;
	}

	async #isFiled(id: string): Promise<boolean> {
		const { outbox, dossiers } = this.#stores;
		const isWaiting = (await outbox.list()).some((item) => item.id === id);
		return isWaiting || (await dossiers.find(id)) !== undefined;
	}

	#change(change: DraftChange): void {
		this.draft = applyChange($state.snapshot(this.draft) as Draft, change, this.#services.now());
		if (this.#isClosed) return;
		this.#pending = mergeChanges(this.#pending ?? {}, change);
		this.saveState = 'saving';
		void this.save();
	}

	async #write(): Promise<void> {
		while (this.#pending && !this.#isClosed) {
			this.#inFlight = this.#pending;
			this.#pending = undefined;
			const draft = $state.snapshot(this.draft) as Draft;
			const saved = await this.#stores.drafts.save(draft, this.#inFlight, this.#services.now());
			if (!saved.ok) {
				this.#pending = mergeChanges(this.#inFlight, this.#pending ?? {});
				this.saveState = saved.error.kind === 'conflict' ? 'filed' : 'failed';
				break;
			}
			void this.#services.keepStorage();
			this.saveState = this.#pending ? 'saving' : 'saved';
			if (!this.#pending) this.#stores.drafts.forgetUnsaved(draft.id);
		}
		this.#inFlight = undefined;
		this.#writing = undefined;
	}
}

/** How opening a preparation ended. */
export type OpenedDraft =
	| { state: 'open'; session: DraftSession }
	| { state: 'unknown-procedure' }
	| { state: 'withdrawn'; reason: string; draft: Draft | undefined }
	| { state: 'no-storage' };

/** Opens the preparation of a procedure on this phone, or begins one. */
export async function openDraft(code: string, services: Services): Promise<OpenedDraft> {
	const entry = await loadProcedure(code, (...args) => fetch(...args));
	const stores = await services.loadStores().catch(() => undefined);
	// The build still has a copy of it: to go on there would only lead to a refusal.
	const reason = await stores?.catalogue.findWithdrawal(code);
	if (stores && reason !== undefined)
		return { state: 'withdrawn', reason, draft: await stores.drafts.findFor(code) };
	if (!entry) return { state: 'unknown-procedure' };
	if (!stores) return { state: 'no-storage' };
	const stored = await stores.drafts.findFor(code);
	const draft = stored
		? dropUnknownAnswers(stored, entry.procedure)
		: freshDraft(code, entry.contentHash, services);
	const offices = await stores.catalogue.offices();
	const earlier =
		stored && stored.contentHash !== entry.contentHash
			? await stores.catalogue.findReplaced(stored.contentHash)
			: undefined;
	return {
		state: 'open',
		session: new DraftSession({ ...entry, earlier, offices, draft }, stores, services)
	};
}

function freshDraft(procedureCode: string, contentHash: string, services: Services): Draft {
	return newDraft({
		id: services.newId(),
		secret: services.newSecret(),
		procedureCode,
		contentHash,
		now: services.now()
	});
}
