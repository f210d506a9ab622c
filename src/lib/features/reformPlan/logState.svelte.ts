import type { LogRemoval, PlanAction, PlanDesk, PlanPlace } from '$lib/data/ports/PlanDesk';
import type { PlanHead } from '$lib/domain/plan/Plan';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { Place } from './planPlace';
import type { PlanTools } from './planState.svelte';

/** Reads and empties one of the two logs. */
export type LogKind<Log> = {
	read(desk: PlanDesk, place: PlanPlace): Promise<Result<Log>>;
	remove(desk: PlanDesk, request: PlanAction & LogRemoval): Promise<Result<null>>;
};

/** A log of one year and one office: read once, and again after every change or refusal. */
export class LogState<Log extends PlanHead & { entries: { id: string; version: number }[] }> {
	log = $state.raw<Log>();
	failure = $state.raw<AppError>();
	notice = $state('');
	/** The line whose form is open. */
	openId = $state<string>();
	/** Grows with every line that was written, so that the next one begins with an empty form. */
	written = $state(0);
	readonly place: PlanPlace;
	readonly #kind: LogKind<Log>;
	readonly #session: AnswerWatch;
	readonly #tools: PlanTools;
	readonly #actionIds: ActionIds;

	constructor(
		{ year, agencyId }: Place,
		kind: LogKind<Log>,
		session: AnswerWatch,
		tools: PlanTools
	) {
		this.place = { year, ...(agencyId && { agencyId }) };
		this.#kind = kind;
		this.#session = session;
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	newEntryId(): string {
		return this.#tools.newId();
	}

	async load(): Promise<void> {
		const answer = await this.#ask((desk) => this.#kind.read(desk, this.place));
		if (answer.ok) this.log = answer.value;
		this.failure = answer.ok ? undefined : answer.error;
	}

	/** Writes a line; `told` is said once it is there. Until it was answered the same request happens once. */
	async change<R extends object>(
		request: R,
		work: (desk: PlanDesk, request: R & PlanAction) => Promise<Result<null>>,
		told: string
	): Promise<Result<null>> {
		const key = JSON.stringify(request);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((desk) => work(desk, { ...request, actionId }));
		if (answer.ok) {
			this.#actionIds.settle(key);
			this.notice = told;
			this.openId = undefined;
			this.written += 1;
		}
		if (answer.ok || answer.error.kind === 'conflict' || answer.error.kind === 'not-found')
			await this.load();
		return answer;
	}

	remove(request: LogRemoval, told: string): Promise<Result<null>> {
		return this.change(request, (desk, whole) => this.#kind.remove(desk, whole), told);
	}

	async #ask<T>(work: (desk: PlanDesk) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#tools.loadPlanDesk, work));
	}
}
