import type { LocalStores } from '$lib/app/citizenServices';
import type { Services } from '$lib/app/context';
import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import {
	applyAnswerChange,
	freezeAnswer,
	lineOf,
	lineState,
	matchLines,
	mergeAnswerChanges,
	newAnswer,
	type AnswerChange,
	type AnswerDraft,
	type FreshAnswer,
	type LineDraft,
	type LineState
} from '$lib/domain/dossier/Answer';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { freshRow } from '$lib/domain/dossier/OutboxItem';
import { pagesOf, type Page } from '$lib/domain/dossier/Page';
import type { Supplement } from '$lib/domain/dossier/Supplement';
import { fail, type Result } from '$lib/domain/shared/Result';
import { settleShelves, type PageOwner } from '$lib/features/papers';

/**
 * An answer to one slip being written. Every change is written at once, one write after another, and only what was
 * changed; a failed write keeps the change in memory, says so, and is tried again with the next.
 */
export class AnswerSession implements PageOwner {
	draft: AnswerDraft;
	saveState = $state<PageOwner['saveState']>('saved');
	pages = $state.raw<Page[]>([]);
	readonly round: Supplement;
	#answers: AnswerStore;
	#stores: LocalStores;
	#services: Services;
	/** Changed, not yet written; and being written now. */
	#pending: AnswerChange | undefined;
	#inFlight: AnswerChange | undefined;
	#writing: Promise<void> | undefined;
	#isClosed = false;

	constructor(
		parts: { draft: AnswerDraft; round: Supplement },
		answers: AnswerStore,
		stores: LocalStores,
		services: Services
	) {
		this.draft = $state.raw(parts.draft);
		this.round = parts.round;
		this.#answers = answers;
		this.#stores = stores;
		this.#services = services;
	}

	get isKept(): boolean {
		return this.#stores.isKept;
	}

	line(lineId: string): LineDraft {
		return lineOf(this.draft, lineId);
	}

	state(lineId: string): LineState {
		return lineState(this.line(lineId), pagesOf(this.pages, lineId).length);
	}

	setLine(lineId: string, part: Partial<LineDraft>): void {
		this.#change({ [lineId]: part });
	}

	/** Keeps `pages` up to date, whichever tab changes them; gives the function that stops it. */
	watchPages(): () => void {
		return this.#stores.pages.watch(this.draft.id, (pages) => (this.pages = pages));
	}

	keep(): Promise<boolean> {
		this.#change({});
		return this.save();
	}

	async save(): Promise<boolean> {
		if (this.#pending && !this.#writing) this.#writing = this.#write();
		await this.#writing;
		return this.saveState === 'saved';
	}

	/** For a page that is going away: leaves behind what the database has not confirmed. */
	keepUnsaved(): void {
		if (this.#isClosed || !(this.#pending ?? this.#inFlight)) return;
		this.#answers.keepUnsaved(this.draft);
	}

	/**
	 * Freezes what is finished into the outbox. Fails as `invalid`: key `nothing` when no line is finished, `photos` when
	 * photographs were refused while nobody looked; as `storage`, or `offline` on a phone that keeps nothing; the answer
	 * then stays as it was.
	 */
	async send(dossier: MyDossier): Promise<Result<null>> {
		try {
			await this.save();
			if (await settleShelves(this.draft.id)) return fail({ kind: 'invalid', key: 'photos' });
			if (this.saveState === 'failed') return fail({ kind: 'storage' });
			// As they lie on the phone now: another tab may have added one.
			const pages = await this.#stores.pages.listFor(this.draft.id);
			const frozen = freezeAnswer(this.draft, this.round.lines, pages, this.#services.newId);
			if (frozen.lines.length === 0) return fail({ kind: 'invalid', key: 'nothing' });
			const sent = await this.#answers.send({
				kind: 'answer',
				id: this.draft.id,
				secret: dossier.secret,
				dossierId: dossier.id,
				supplementId: this.round.id,
				...frozen,
				draft: this.draft,
				...freshRow(this.#services.now().toISOString())
			});
			if (sent.ok) this.#close();
			return sent;
		} catch (cause) {
			return fail({ kind: 'storage', cause });
		}
	}

	#close(): void {
		this.#isClosed = true;
		this.#pending = undefined;
		this.#answers.forgetUnsaved(this.draft.id);
	}

	#change(change: AnswerChange): void {
		this.draft = applyAnswerChange(this.draft, change, this.#services.now());
		if (this.#isClosed) return;
		this.#pending = mergeAnswerChanges(this.#pending ?? {}, change);
		this.saveState = 'saving';
		void this.save();
	}

	async #write(): Promise<void> {
		while (this.#pending && !this.#isClosed) {
			this.#inFlight = this.#pending;
			this.#pending = undefined;
			const saved = await this.#answers.save(this.draft, this.#inFlight, this.#services.now());
			if (!saved.ok) {
				this.#pending = mergeAnswerChanges(this.#inFlight, this.#pending ?? {});
				this.saveState = saved.error.kind === 'conflict' ? 'filed' : 'failed';
				break;
			}
			void this.#services.keepStorage();
			this.saveState = this.#pending ? 'saving' : 'saved';
			if (!this.#pending) this.#answers.forgetUnsaved(this.draft.id);
		}
		this.#inFlight = undefined;
		this.#writing = undefined;
	}
}

/** The answer to this round on this phone, or a new one; what was begun for an earlier slip moves to this one. */
export async function openAnswer(
	dossier: MyDossier,
	round: Supplement,
	services: Services
): Promise<{ session: AnswerSession; isBegun: boolean }> {
	const stores = await services.loadStores();
	const answers = await stores.loadAnswers();
	let draft = await answers.findFor(dossier.id);
	if (draft && draft.supplementId !== round.id) {
		await answers.move(draft.id, {
			id: draft.id,
			updatedAt: services.now().toISOString(),
			moved: moveTo(dossier, draft.supplementId, round)
		});
		draft = await answers.findFor(dossier.id);
	}
	const fresh = () =>
		newAnswer({
			id: services.newId(),
			dossierId: dossier.id,
			supplementId: round.id,
			now: services.now()
		});
	const parts = { draft: draft ?? fresh(), round };
	return {
		session: new AnswerSession(parts, answers, stores, services),
		isBegun: draft !== undefined
	};
}

/** Where the lines of an answer to an earlier slip go on this one. */
export function moveTo(
	{ progress }: Pick<MyDossier, 'progress'>,
	earlierId: string,
	round: Supplement
): NonNullable<FreshAnswer['moved']> {
	const earlier = progress?.own?.supplements.find(({ id }) => id === earlierId);
	const lineIds = earlier ? matchLines(earlier, round) : {};
	return { from: earlierId, supplementId: round.id, lineIds };
}
