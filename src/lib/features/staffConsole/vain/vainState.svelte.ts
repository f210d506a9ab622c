import type { StaffTrips, VainAbout } from '$lib/data/ports/StaffTrips';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { Result } from '$lib/domain/shared/Result';
import type { VainReason, VainVisit } from '$lib/domain/trips/Trips';

/** What the tap needs around it. `later` runs something after so many milliseconds and gives what calls it off. */
export type VainTools = AnswerWatch & {
	loadTrips(): Promise<StaffTrips>;
	newId(): string;
	later(run: () => void, ms: number): () => void;
};

/** The way back is offered for a minute. */
const UNDO_MS = 60_000;

/** Somebody came in vain: the tap, what is said of it right after, and the way back. */
export class VainState {
	noted = $state.raw<VainVisit | undefined>();
	reason = $state<VainReason | undefined>();
	saved = $state<VainReason | undefined>();
	papers = $state<string[]>([]);
	canUndo = $state(false);
	undone = $state(false);
	busy = $state(false);
	problem = $state<'failed' | 'settled' | undefined>();
	readonly #tools: VainTools;
	readonly #ids: ActionIds;
	#stop = () => {};

	constructor(tools: VainTools) {
		this.#tools = tools;
		this.#ids = new ActionIds(tools.newId);
	}

	/** One visit in vain, about a dossier or about a procedure. */
	async note(about: VainAbout): Promise<void> {
		if (this.busy) return;
		const key = JSON.stringify(about);
		const request = { ...about, actionId: this.#ids.get(key) };
		const answer = await this.#ask((trips) => trips.noteVain(request));
		if (!answer?.ok) return;
		this.#ids.settle(key);
		this.reason = this.saved = undefined;
		this.papers = [];
		this.undone = false;
		this.noted = answer.value;
		this.canUndo = true;
		this.#stop();
		this.#stop = this.#tools.later(() => (this.canUndo = false), UNDO_MS);
	}

	/** A reason that needs no more words is kept at once; missing papers are ticked first. */
	async choose(reason: VainReason): Promise<void> {
		this.reason = reason;
		if (reason !== 'lacks-paper') {
			this.papers = [];
			await this.save();
		}
	}

	/** Keeps the reason, with the papers that were ticked. */
	async save(): Promise<void> {
		const { noted, reason } = this;
		if (!noted || !reason || this.busy) return;
		const why = { visitId: noted.visitId, reason, papers: [...this.papers] };
		const key = JSON.stringify(why);
		const request = { ...why, actionId: this.#ids.get(key) };
		const answer = await this.#ask((trips) => trips.explainVain(request));
		if (!answer?.ok) return;
		this.#ids.settle(key);
		this.saved = reason;
	}

	/** Takes the tap back. */
	async undo(): Promise<void> {
		const { noted } = this;
		if (!noted || this.busy) return;
		const key = `undo ${noted.visitId}`;
		const request = { visitId: noted.visitId, actionId: this.#ids.get(key) };
		const answer = await this.#ask((trips) => trips.undoVain(request));
		if (!answer?.ok) return;
		this.#ids.settle(key);
		this.close();
		this.undone = true;
	}

	/** The next person: nothing of the last one stays on screen. */
	close(): void {
		this.#stop();
		this.noted = this.reason = this.saved = this.problem = undefined;
		this.papers = [];
		this.canUndo = this.undone = false;
	}

	async #ask<T>(work: (trips: StaffTrips) => Promise<Result<T>>): Promise<Result<T> | undefined> {
		this.busy = true;
		this.problem = undefined;
		const answer = this.#tools.watch(await askPort(this.#tools.loadTrips, work));
		this.busy = false;
		if (!answer.ok) {
			this.problem = answer.error.key === 'visit-settled' ? 'settled' : 'failed';
			if (this.problem === 'settled') this.canUndo = false;
		}
		return answer;
	}
}
