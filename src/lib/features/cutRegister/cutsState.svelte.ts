import type { StaffCuts } from '$lib/data/ports/StaffCuts';
import type {
	CutAction,
	CutDecided,
	CutProposal,
	CutRegister
} from '$lib/domain/simplification/CutProposal';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What the register needs around it. */
export type CutTools = AnswerWatch & { loadCuts(): Promise<StaffCuts>; newId(): string };

/** What was just recorded, and what a decision made. */
export type CutDone = { action: CutAction; answer: CutDecided };

/** Which proposals; without anything, all. */
export type CutFilter = Parameters<StaffCuts['register']>[0];

/** What a change of a proposal says of itself. */
export type About = { actionId: string; proposalId: string; expectedVersion: number };

/** The register on screen, and what is done about a proposal of it. */
export class CutsState {
	register = $state.raw<CutRegister | undefined>();
	busy = $state(false);
	/** Why there is no register. */
	failure = $state.raw<AppError | undefined>();
	/** Why the last change was not recorded; or which one was. */
	refusal = $state.raw<AppError | undefined>();
	done = $state.raw<CutDone | undefined>();
	readonly #tools: CutTools;
	readonly #actionIds: ActionIds;
	#filter: CutFilter = {};
	#ticket = 0;

	constructor(tools: CutTools) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** Reads the register: all of it, what stands in one state or is of one procedure, or one proposal; only the newest question is answered on the screen. */
	async open(filter: CutFilter): Promise<void> {
		this.register = undefined;
		this.done = undefined;
		this.refusal = undefined;
		this.#filter = filter;
		await this.#fetch();
	}

	/** Records a step; true when it was. Until it was answered the same step happens once. */
	async change(
		action: CutAction,
		{ id, version }: Pick<CutProposal, 'id' | 'version'>,
		said: object,
		work: (cuts: StaffCuts, about: About) => Promise<Result<CutDecided>>
	): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.done = undefined;
		this.refusal = undefined;
		const key = JSON.stringify([action, id, version, said]);
		const about = { actionId: this.#actionIds.get(key), proposalId: id, expectedVersion: version };
		const answer = await this.#ask((cuts) => work(cuts, about));
		this.busy = false;
		if (answer.ok || answer.error.kind === 'conflict') {
			this.#actionIds.settle(key);
			await this.#fetch();
		}
		if (answer.ok) this.done = { action, answer: answer.value };
		else this.refusal = answer.error;
		return answer.ok;
	}

	async #fetch(): Promise<void> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const answer = await this.#ask((cuts) => cuts.register(this.#filter));
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (answer.ok) this.register = answer.value;
	}

	async #ask<T>(work: (cuts: StaffCuts) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadCuts, work));
	}
}
