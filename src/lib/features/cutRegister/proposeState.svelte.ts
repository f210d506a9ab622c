import type { DeskStore } from '$lib/data/ports/DeskStore';
import { tidyText } from '$lib/domain/shared/tidyText';
import { ActionIds, askPort } from '$lib/domain/shared/askPort';
import type { AppError } from '$lib/domain/shared/Result';
import type { CutChoices, Savings } from '$lib/domain/simplification/CutProposal';
import type { CutAddress } from './cutAddress';
import type { CutTools } from './cutsState.svelte';
import { cutsOf, draftFaults, emptyDraft, readDraft, type ProposeDraft } from './proposeDraft';

/** One form a procedure is kept: who begins another loses nothing of the first. */
const PREFIX = 'cuts:new:';
const keyOf = (code: string) => PREFIX + code;
/** So long after the last change what it saves is counted. */
const PAUSE_MS = 300;

type NewAddress = Extract<CutAddress, { page: 'new' }>;

/** The form for a new proposal: what is ticked and typed, kept on this PC until it is recorded, and what it would save. */
export class ProposeState {
	draft = $state<ProposeDraft>(emptyDraft(''));
	choices = $state.raw<CutChoices | undefined>();
	/** What the ticked cuts save; undefined while it is counted. */
	savings = $state.raw<Savings | undefined>();
	counting = $state(false);
	busy = $state(false);
	/** Why there is nothing to choose from, or nothing was counted. */
	failure = $state.raw<AppError | undefined>();
	refusal = $state.raw<AppError | undefined>();
	readonly #tools: CutTools;
	readonly #store: DeskStore;
	readonly #actionIds: ActionIds;
	#ticket = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(tools: CutTools, store: DeskStore) {
		this.#tools = tools;
		this.#store = store;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** Takes up what was begun about the procedure of the address, or about any where it names none. */
	async begin({ code, papers, steps }: NewAddress): Promise<void> {
		const draft = (await this.#kept(code)) ?? emptyDraft(code);
		for (const id of papers) draft.papers[id] ??= 'paper';
		for (const name of steps) draft.steps[name] ??= true;
		this.draft = draft;
		if (draft.code) await this.#count();
	}

	/** Another procedure: what was begun about it, else an empty form with the reason; what was ticked for the last one is kept. */
	async pick(code: string): Promise<void> {
		const { reason } = this.draft;
		const kept = code ? await this.#kept(code) : undefined;
		this.draft = kept ?? { ...emptyDraft(code), reason };
		this.choices = undefined;
		this.savings = undefined;
		this.failure = undefined;
		this.keep();
		if (code) await this.#count();
	}

	/** Something was ticked or typed: kept at once, counted when the hand rests. */
	keep(): void {
		if (this.draft.code) this.#store.save(keyOf(this.draft.code), $state.snapshot(this.draft));
	}

	/** As `keep`, and what it saves is counted anew. */
	changed(): void {
		this.keep();
		clearTimeout(this.#timer);
		this.counting = true;
		this.#timer = setTimeout(() => void this.#count(), PAUSE_MS);
	}

	/** Counts again after a failure. */
	recount(): Promise<void> {
		return this.#count();
	}

	/** Records it; gives the id of the proposal, undefined when it was refused or something is missing. */
	async submit(): Promise<string | undefined> {
		const { choices, draft } = this;
		if (this.busy || !choices || draftFaults(draft, choices).length > 0) return undefined;
		this.busy = true;
		this.refusal = undefined;
		const request = {
			procedureCode: choices.procedureCode,
			versionId: choices.versionId,
			cuts: cutsOf(draft, choices),
			reason: tidyText(draft.reason)
		};
		const key = JSON.stringify(request);
		const actionId = this.#actionIds.get(key);
		const answer = this.#tools.watch(
			await askPort(this.#tools.loadCuts, (cuts) => cuts.propose({ ...request, actionId }))
		);
		this.busy = false;
		if (answer.ok) {
			this.#actionIds.settle(key);
			this.#store.forget(keyOf(choices.procedureCode));
			return answer.value;
		}
		this.refusal = answer.error;
		// The procedure has another version now: what it offers is shown, what was typed stays.
		if (answer.error.kind === 'conflict' || answer.error.kind === 'invalid') await this.#count();
		return undefined;
	}

	/** Stops counting. */
	close(): void {
		clearTimeout(this.#timer);
		this.#ticket += 1;
	}

	async #kept(code: string): Promise<ProposeDraft | undefined> {
		const all = code
			? [await this.#store.load(keyOf(code))]
			: (await this.#store.loadAll(PREFIX)).map(([, value]) => value);
		return all.map(readDraft).find((draft) => draft && (!code || draft.code === code));
	}

	async #count(): Promise<void> {
		const ticket = ++this.#ticket;
		this.counting = true;
		const { code } = this.draft;
		const cuts = this.choices ? cutsOf(this.draft, this.choices) : [];
		const answer = this.#tools.watch(
			await askPort(this.#tools.loadCuts, (port) => port.preview({ procedureCode: code, cuts }))
		);
		if (ticket !== this.#ticket) return;
		const isFirst = !this.choices;
		if (!answer.ok && answer.error.kind === 'invalid' && !isFirst) {
			// What was ticked is gone from the version in force: read what it offers now.
			this.choices = undefined;
			return this.#count();
		}
		this.failure = answer.ok ? undefined : answer.error;
		if (answer.ok) {
			this.choices = answer.value;
			this.savings = answer.value.savings;
			if (isFirst && cutsOf(this.draft, answer.value).length > 0) return this.#count();
		}
		this.counting = false;
	}
}
