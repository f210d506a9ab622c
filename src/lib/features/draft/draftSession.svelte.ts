import { loadProcedure } from '$lib/app/loadProcedure';
import type { Services } from '$lib/app/context';
import type { LocalStores } from '$lib/app/citizenServices';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { newDraft, type ApplicantInput, type Draft } from '$lib/domain/dossier/Draft';
import type { PaperState } from '$lib/domain/dossier/Payload';
import type { Office } from '$lib/domain/dossier/Receipt';

/** Typed text waits this long for the next letter before it is written. */
const SAVE_AFTER_MS = 300;

/** `filed` = the dossier was submitted meanwhile, in another tab; this copy can no longer be changed. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'filed';

/**
 * One preparation being worked on: what is typed is on this phone within a second, and at once when the page is left
 * or hidden. A failed save keeps everything in memory, says so, and is tried again at the next change.
 */
export class DraftSession {
	readonly procedure: Procedure;
	readonly contentHash: string;
	readonly offices: Office[];
	draft: Draft;
	saveState = $state<SaveState>('saved');
	#stores: LocalStores;
	#services: Services;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isClosed = false;

	constructor(
		parts: { procedure: Procedure; contentHash: string; offices: Office[]; draft: Draft },
		stores: LocalStores,
		services: Services
	) {
		this.procedure = parts.procedure;
		this.contentHash = parts.contentHash;
		this.offices = parts.offices;
		this.draft = $state(parts.draft);
		this.#stores = stores;
		this.#services = services;
	}

	setAnswer(question: string, value: string): void {
		this.draft.answers[question] = value;
		this.#changed();
	}

	setPaper(requirementId: string, state: PaperState): void {
		this.draft.papers[requirementId] = state;
		this.#changed();
	}

	setField(fieldId: string, value: string): void {
		this.draft.form[fieldId] = value;
		this.#changed();
	}

	setApplicant(part: keyof ApplicantInput, value: string): void {
		this.draft.applicant[part] = value;
		this.#changed();
	}

	setOffice(agencyCode: string): void {
		this.draft.agencyCode = agencyCode;
		this.#changed();
	}

	/** Writes now; gives whether everything is on the phone. */
	async save(): Promise<boolean> {
		clearTimeout(this.#timer);
		if (this.#isClosed) return true;
		const snapshot = $state.snapshot(this.draft) as Draft;
		const saved = await this.#stores.drafts.save(snapshot);
		this.saveState = saved.ok ? 'saved' : saved.error.kind === 'conflict' ? 'filed' : 'failed';
		return saved.ok;
	}

	/** Begins anew: the old preparation is removed only when its successor is on the phone. */
	async startOver(): Promise<void> {
		const old = this.draft.id;
		this.draft = freshDraft(this.procedure.code, this.contentHash, this.#services);
		if (await this.save()) await this.#stores.drafts.remove(old);
	}

	/** After the draft went into the outbox nothing may write it again. */
	close(): void {
		clearTimeout(this.#timer);
		this.#isClosed = true;
	}

	#changed(): void {
		this.draft.updatedAt = this.#services.now().toISOString();
		this.saveState = 'saving';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
	}
}

/** How opening a preparation ended. */
export type OpenedDraft =
	| { state: 'open'; session: DraftSession }
	| { state: 'unknown-procedure' }
	| { state: 'no-storage' };

/** Opens the preparation of a procedure on this phone, or begins one. */
export async function openDraft(code: string, services: Services): Promise<OpenedDraft> {
	const entry = await loadProcedure(code, (...args) => fetch(...args));
	if (!entry) return { state: 'unknown-procedure' };
	const stores = await services.loadStores().catch(() => undefined);
	if (!stores) return { state: 'no-storage' };
	const draft =
		(await stores.drafts.findFor(code)) ?? freshDraft(code, entry.contentHash, services);
	const offices = await stores.catalogue.offices();
	return {
		state: 'open',
		session: new DraftSession({ ...entry, offices, draft }, stores, services)
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
