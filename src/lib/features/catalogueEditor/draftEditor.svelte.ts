import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { DraftPlace, ProcedureDraft } from '$lib/domain/catalogue/Draft';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { mergeContents } from '$lib/domain/editing/merge';
import { tidyContent, withoutBlanks } from '$lib/domain/editing/tidyContent';
import { toWorkable } from '$lib/domain/editing/workable';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { forgetKept, keepWork, type KeptWork } from './keptWork';

/** How long the server waits for the next keystroke, at most, and after a failure. */
const PAUSE_MS = 2_500;
const LONGEST_MS = 8_000;
const RETRY_MS = 10_000;
/** Preview, warnings and difference follow the typing at this distance. */
const SETTLE_MS = 250;

type Office = {
	ask<T>(work: (port: StaffCatalogue) => Promise<Result<T>>): Promise<Result<T>>;
	findDraft(draftId: string): Promise<Result<ProcedureDraft>>;
};
type Tools = { store: DeskStore; now(): Date; newId(): string };

/** Somebody else saved this draft, or it was sent off, while there was unsaved work here. */
export type Conflict = { theirs: ProcedureDraft; isClosed: boolean };

/**
 * One draft under somebody's hands. Every change is on this PC within a second and on the server a few seconds later;
 * a save that comes too late changes nothing anywhere and becomes a `conflict` to be settled by the person.
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
	/** What both this PC and the server last agreed on: what a merge starts from. */
	common: Procedure;
	readonly #office: Office;
	readonly #tools: Tools;
	#revision: number;
	#saved: string;
	#latest: Procedure;
	#firstUnsaved = 0;
	#saveTimer: ReturnType<typeof setTimeout> | undefined;
	#settleTimer: ReturnType<typeof setTimeout> | undefined;
	#running: Promise<boolean> | undefined;
	#forkId: string | undefined;
	#isClosed = false;

	constructor(office: Office, tools: Tools, draft: ProcedureDraft, left?: KeptWork) {
		this.#office = office;
		this.#tools = tools;
		this.draft = draft;
		this.#revision = draft.revision;
		const onServer = toWorkable(draft.content ?? {});
		// A page closed right after a save leaves here what the server has already.
		const kept = left && isContained(left, onServer) ? undefined : left;
		if (left && !kept) forgetKept(tools.store, draft.draftId);
		const isStale = kept !== undefined && kept.revision !== draft.revision;
		this.#saved = canonicalJson(tidyContent(onServer));
		this.common = kept && isStale ? kept.common : onServer;
		this.#latest = kept?.content ?? onServer;
		this.content = this.#latest;
		this.settled = this.#latest;
		this.isDirty = this.#differs(this.#latest);
		if (isStale && this.isDirty) this.conflict = { theirs: draft, isClosed: false };
		else if (this.isDirty) this.#saveLater();
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
		clearTimeout(this.#saveTimer);
		this.#saveTimer = undefined;
		this.#running ??= this.#saveAll().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** The page is left: the last words go to the server, and stay on this PC until they are there. */
	async close(): Promise<void> {
		clearTimeout(this.#settleTimer);
		await this.save();
		this.#isClosed = true;
		clearTimeout(this.#saveTimer);
	}

	/** Goes on with what came out of a merge, on top of what the others saved. */
	async settle(theirs: ProcedureDraft, merged: Procedure): Promise<void> {
		this.draft = theirs;
		this.#revision = theirs.revision;
		this.common = toWorkable(theirs.content ?? {});
		this.#saved = canonicalJson(tidyContent(this.common));
		this.conflict = undefined;
		this.#put(merged);
		await this.save();
	}

	/** Begins a draft of one's own with everything that is written here; gives its id. */
	async fork(): Promise<Result<string>> {
		this.#forkId ??= this.#tools.newId();
		const request = {
			actionId: this.#tools.newId(),
			draftId: this.#forkId,
			procedureCode: this.draft.procedureCode,
			baseVersionId: this.draft.baseVersionId,
			content: tidyContent(this.#latest)
		};
		const answer = await this.#office.ask((port) => port.begin(request));
		// It was begun by a press whose answer got lost.
		if (!answer.ok && answer.error.key !== 'draft-exists') return answer;
		forgetKept(this.#tools.store, this.draft.draftId);
		this.#isClosed = true;
		return ok(request.draftId);
	}

	/** Hands the draft over to a second person, without the lines nobody has written. */
	async propose(
		actionId: string,
		summary: string,
		effectiveOn: string | null
	): Promise<Result<DraftPlace>> {
		const clean = withoutBlanks(this.#latest);
		if (canonicalJson(clean) !== canonicalJson(tidyContent(this.#latest))) this.#put(clean);
		if (!(await this.save()))
			return fail(this.failure ?? { kind: 'conflict', key: 'draft-changed' });
		const { draftId } = this.draft;
		const expectedRevision = this.#revision;
		return this.#office.ask((port) =>
			port.propose({ actionId, draftId, expectedRevision, summary, effectiveOn })
		);
	}

	/** Gives the draft up; what was not saved goes with it. */
	async discard(): Promise<Result<DraftPlace>> {
		clearTimeout(this.#saveTimer);
		await this.#running;
		const { draftId } = this.draft;
		const expectedRevision = this.#revision;
		const answer = await this.#office.ask((port) => port.discard({ draftId, expectedRevision }));
		if (answer.ok) {
			this.#isClosed = true;
			forgetKept(this.#tools.store, draftId);
		}
		return answer;
	}

	#put(content: Procedure): void {
		this.content = content;
		this.settled = content;
		this.#latest = content;
		this.#compare();
	}

	#differs(content: Procedure): boolean {
		return canonicalJson(tidyContent(content)) !== this.#saved;
	}

	/** Keeps on this PC what the server does not have, and nothing else. */
	#compare(): void {
		this.isDirty = this.#differs(this.#latest);
		if (this.#isClosed) return;
		const { store } = this.#tools;
		const work = { revision: this.#revision, content: this.#latest, common: this.common };
		if (this.isDirty) keepWork(store, this.draft.draftId, work);
		else forgetKept(store, this.draft.draftId);
	}

	#saveLater(pause = PAUSE_MS): void {
		if (this.conflict || this.#isClosed) return;
		const now = this.#tools.now().getTime();
		this.#firstUnsaved ||= now;
		const longest = Math.max(this.#firstUnsaved + LONGEST_MS - now, 0);
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(
			() => void this.save(),
			pause === PAUSE_MS ? Math.min(pause, longest) : pause
		);
	}

	async #saveAll(): Promise<boolean> {
		while (this.isDirty && !this.conflict && !this.#isClosed) {
			const content = tidyContent(this.#latest);
			this.isSaving = true;
			const known = { draftId: this.draft.draftId, expectedRevision: this.#revision };
			const answer = await this.#office.ask((port) => port.save({ ...known, content }));
			this.isSaving = false;
			this.#firstUnsaved = 0;
			if (!answer.ok) {
				await this.#refused(answer.error);
				return !this.isDirty;
			}
			this.failure = undefined;
			this.savedAt = this.#tools.now();
			this.#agree(answer.value.revision, content);
		}
		return !this.isDirty && !this.conflict;
	}

	#agree(revision: number, content: Procedure): void {
		this.#revision = revision;
		this.#saved = canonicalJson(content);
		this.common = content;
		this.#compare();
	}

	async #refused(error: AppError): Promise<void> {
		if (error.key !== 'draft-changed' && error.key !== 'draft-closed') {
			this.failure = error;
			// Refused content stays refused until something is typed; a line comes back by itself.
			if (error.kind !== 'invalid' && error.kind !== 'forbidden') this.#saveLater(RETRY_MS);
			return;
		}
		const answer = await this.#office.findDraft(this.draft.draftId);
		if (!answer.ok) {
			this.failure = answer.error;
			this.#saveLater(RETRY_MS);
			return;
		}
		const theirs = answer.value;
		const isClosed = theirs.status !== 'open';
		if (!isClosed && !this.#differsFrom(theirs)) {
			this.draft = theirs;
			this.#agree(theirs.revision, tidyContent(this.#latest));
		} else this.conflict = { theirs, isClosed };
	}

	#differsFrom({ content }: ProcedureDraft): boolean {
		const theirs = canonicalJson(tidyContent(toWorkable(content ?? {})));
		return theirs !== canonicalJson(tidyContent(this.#latest));
	}
}

/** True when everything that was changed here stands in what the server has. */
function isContained({ content, common }: KeptWork, onServer: Procedure): boolean {
	const theirs = tidyContent(onServer);
	const { content: merged, clashes } = mergeContents(
		tidyContent(common),
		tidyContent(content),
		theirs
	);
	return clashes.length === 0 && canonicalJson(merged) === canonicalJson(theirs);
}
