import type { DeskStore } from '$lib/data/ports/DeskStore';
import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { DraftPlace, ProcedureDraft } from '$lib/domain/catalogue/Draft';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { patch } from '$lib/domain/editing/patch';
import { tidyContent, withoutBlanks } from '$lib/domain/editing/tidyContent';
import { toWorkable } from '$lib/domain/editing/workable';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';
import { Agreed } from './agreed';
import { forkDraft } from './forkDraft';
import { gather, keptKey, onTopOf, type KeptWork, type Left } from './keptWork';
import { SaveTimer } from './saveTimer';

/** Preview, warnings and difference follow the typing at this distance. */
const SETTLE_MS = 250;

type Office = Pick<CatalogueState, 'ask' | 'findDraft'>;
type Tools = { store: DeskStore; now(): Date; newId(): string };

/** Somebody else changed the same places, or the draft was sent off, while there was unsaved work here. */
export type Conflict = { theirs: ProcedureDraft; isClosed: boolean };

/**
 * One draft under somebody's hands. Every change is on this PC within a second and on the server a few seconds later.
 * What others saved meanwhile in other places is taken in; where both changed one thing nothing is changed anywhere, and
 * the `conflict` is settled by the person.
 */
export class DraftEditor {
	/** What the form writes into. `note` has to hear of every change. */
	content = $state<Procedure>() as Procedure;
	/** The content a moment after the last keystroke, for everything that is costly to work out. */
	settled = $state.raw<Procedure>() as Procedure;
	/** As the server last told it; `content` of it is not looked at. */
	draft = $state.raw<ProcedureDraft>() as ProcedureDraft;
	isDirty = $state(false);
	isSaving = $state(false);
	savedAt = $state.raw<Date>();
	failure = $state.raw<AppError>();
	conflict = $state.raw<Conflict>();
	/** What somebody else saved and was last taken in here, until it has been read. */
	joined = $state.raw<ProcedureDraft>();
	readonly #office: Office;
	readonly #tools: Tools;
	readonly #agreed: Agreed;
	#latest: Procedure;
	readonly #timer: SaveTimer;
	#settleTimer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<boolean> | undefined;
	#forkId: string | undefined;
	#isClosed = false;
	readonly #key: string;

	constructor(office: Office, tools: Tools, draft: ProcedureDraft, left: readonly Left[] = []) {
		this.#office = office;
		this.#tools = tools;
		this.#key = keptKey(draft.draftId, tools.newId());
		this.#timer = new SaveTimer(() => void this.save(), tools.now);
		this.draft = draft;
		this.#agreed = new Agreed(draft);
		this.#latest = this.#gather(left);
		this.content = this.#latest;
		this.settled = this.#latest;
		this.#compare();
		if (this.isDirty) this.#saveLater();
	}

	/** What both this PC and the server last agreed on: what a merge starts from. */
	get common(): Procedure {
		return this.#agreed.common;
	}

	/** Hears of the content as it is now, after every change. */
	note(snapshot: Procedure): void {
		this.#latest = snapshot;
		clearTimeout(this.#settleTimer);
		this.#settleTimer = setTimeout(() => (this.settled = snapshot), SETTLE_MS);
		this.#compare();
		if (this.isDirty) this.#saveLater();
	}

	/** Brings everything to the server that is not there yet; true when nothing is left. */
	save(): Promise<boolean> {
		this.#timer.stop();
		this.#running ??= this.#saveAll().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** The page is left: the last words go to the server, and stay on this PC until they are there. */
	async close(): Promise<void> {
		clearTimeout(this.#settleTimer);
		await this.save();
		this.#isClosed = true;
		this.#timer.stop();
	}

	/** Goes on with what came out of a merge, on top of what the others saved. */
	async settle(theirs: ProcedureDraft, merged: Procedure): Promise<void> {
		this.#standOn(theirs);
		this.conflict = undefined;
		this.#put(merged);
		await this.save();
	}

	/** Begins a draft of one's own with everything that is written here; gives its id. */
	async fork(): Promise<Result<string>> {
		this.#forkId ??= this.#tools.newId();
		const ids = { actionId: this.#tools.newId(), draftId: this.#forkId };
		const answer = await forkDraft(this.#office, ids, this.draft, this.#latest);
		if (!answer.ok) return answer;
		this.#tools.store.forget(this.#key);
		this.#isClosed = true;
		return ok(ids.draftId);
	}

	/** Hands the draft over to a second person, without the lines nobody has written. */
	async propose(
		actionId: string,
		summary: string,
		effectiveOn: string | null
	): Promise<Result<DraftPlace>> {
		const clean = withoutBlanks(this.#latest);
		if (canonicalJson(clean) !== canonicalJson(tidyContent(this.#latest))) this.#put(clean);
		const { joined } = this;
		if (!(await this.save()))
			return fail(this.failure ?? { kind: 'conflict', key: 'draft-changed' });
		const proposal = { ...this.#known, actionId, summary, effectiveOn };
		// Nobody proposes what they have not seen.
		if (this.joined !== joined) return fail({ kind: 'conflict', key: 'draft-joined' });
		const answer = await this.#office.ask((port) => port.propose(proposal));
		if (answer.ok || answer.error.key !== 'draft-changed') return answer;
		return (await this.#refused(answer.error))
			? fail({ kind: 'conflict', key: 'draft-joined' })
			: answer;
	}

	/** Gives the draft up; what was not saved goes with it. */
	async discard(): Promise<Result<DraftPlace>> {
		this.#timer.stop();
		await this.#running;
		const answer = await this.#office.ask((port) => port.discard(this.#known));
		if (answer.ok) {
			this.#isClosed = true;
			this.#tools.store.forget(this.#key);
		} else if (this.isDirty) this.#saveLater();
		return answer;
	}

	get #known() {
		return { draftId: this.draft.draftId, expectedRevision: this.#agreed.revision };
	}

	#put(content: Procedure): void {
		this.content = content;
		this.settled = content;
		this.#latest = content;
		this.#compare();
	}

	/** Takes up what is left here of earlier visits; what does not fit in waits for the next one, or is the conflict. */
	#gather(left: readonly Left[]): Procedure {
		const { content, taken, apart } = gather(this.common, left);
		const isConflict = apart !== undefined && !this.#agreed.differs(content);
		for (const { key } of isConflict ? [...taken, apart] : taken) this.#tools.store.forget(key);
		if (!isConflict) return content;
		this.conflict = { theirs: this.draft, isClosed: false };
		this.#agreed.common = apart.common;
		return apart.content;
	}

	/** Keeps on this PC what the server does not have, and nothing else. */
	#compare(): void {
		this.isDirty = this.#agreed.differs(this.#latest);
		if (this.#isClosed) return;
		const { store } = this.#tools;
		if (this.isDirty) store.save(this.#key, this.#work());
		else store.forget(this.#key);
	}

	#work(): KeptWork {
		return { content: this.#latest, common: this.common, sent: [...this.#agreed.sent] };
	}

	#saveLater(): void {
		if (!this.conflict && !this.#isClosed) this.#timer.typed();
	}

	#tryLater(error: AppError): void {
		this.failure = error;
		if (!this.#isClosed) this.#timer.failed();
	}

	async #saveAll(): Promise<boolean> {
		while (this.isDirty && !this.conflict && !this.#isClosed) {
			const content = tidyContent(this.#latest);
			this.isSaving = true;
			this.#agreed.sending(content);
			this.#compare();
			const answer = await this.#office.ask((port) => port.save({ ...this.#known, content }));
			this.isSaving = false;
			this.#timer.sent();
			if (!answer.ok) {
				if (await this.#refused(answer.error)) continue;
				return !this.isDirty;
			}
			this.failure = undefined;
			this.savedAt = this.#tools.now();
			this.#agreed.saved(answer.value.revision, content);
			this.#compare();
		}
		return !this.isDirty && !this.conflict;
	}

	/** What a refusal means; true when the work here stands on the newer draft now and can be saved. */
	async #refused(error: AppError): Promise<boolean> {
		if (error.key !== 'draft-changed' && error.key !== 'draft-closed') {
			// Refused content stays refused until something is typed; a line comes back by itself.
			if (error.kind === 'invalid' || error.kind === 'forbidden') this.failure = error;
			else this.#tryLater(error);
			return false;
		}
		const answer = await this.#office.findDraft(this.draft.draftId);
		const isOpen = answer.ok && answer.value.status === 'open';
		if (!answer.ok) this.#tryLater(answer.error);
		else if (answer.isCopy || (isOpen && answer.value.revision === this.#agreed.revision))
			this.#tryLater({ kind: 'offline' });
		else if (isOpen && this.#join(answer.value)) return true;
		else this.conflict = { theirs: answer.value, isClosed: !isOpen };
		return false;
	}

	/** Takes in what the server has, unless both changed one thing. */
	#join(theirs: ProcedureDraft): boolean {
		const workable = toWorkable(theirs.content ?? {});
		const step = onTopOf(workable, this.#work());
		if (!step) return false;
		const isNews = canonicalJson(step.from) !== canonicalJson(step.to);
		this.#standOn(theirs);
		if (isNews) {
			patch(this.content, step.from, step.to);
			this.#latest = $state.snapshot(this.content) as Procedure;
			this.settled = this.#latest;
			this.joined = theirs;
		}
		this.failure = undefined;
		this.savedAt = this.#tools.now();
		this.#compare();
		return true;
	}

	#standOn(theirs: ProcedureDraft): void {
		this.draft = theirs;
		this.#agreed.standOn(theirs);
	}
}
