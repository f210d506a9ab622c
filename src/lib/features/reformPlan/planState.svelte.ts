import type { Services } from '$lib/app/context';
import type { PlanAction, PlanDesk } from '$lib/data/ports/PlanDesk';
import type { PlanEvent, PlanTask, PlanYear } from '$lib/domain/plan/Plan';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { Place } from './planPlace';

export type PlanTools = { loadPlanDesk(): Promise<PlanDesk>; newId(): string };

/** The tools among all that screens may use. */
export function planTools(services: Pick<Services, 'loadSeldomPorts' | 'newId'>): PlanTools {
	return {
		loadPlanDesk: async () => (await services.loadSeldomPorts()).plan,
		newId: services.newId
	};
}

/** The plan of one year and one office: read once, and again after every change or refusal. */
export class PlanState {
	plan = $state.raw<PlanYear>();
	failure = $state.raw<AppError>();
	/** What was done last, said at the top of the page. */
	notice = $state('');
	readonly place: Place;
	readonly #session: AnswerWatch;
	readonly #tools: PlanTools;
	readonly #actionIds: ActionIds;

	constructor({ year, agencyId }: Place, session: AnswerWatch, tools: PlanTools) {
		this.place = { year, ...(agencyId && { agencyId }) };
		this.#session = session;
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** Issued: what is changed from now on needs a reason. */
	get isIssued(): boolean {
		return Boolean(this.plan?.plan?.approvedAt);
	}

	async load(): Promise<void> {
		const answer = await this.#ask((desk) => desk.year(this.place));
		if (answer.ok) this.plan = answer.value;
		this.failure = answer.ok ? undefined : answer.error;
	}

	find(taskId: string): PlanTask | undefined {
		return this.plan?.tasks.find(({ id }) => id === taskId);
	}

	newTaskId(): string {
		return this.#tools.newId();
	}

	history(taskId?: string): Promise<Result<PlanEvent[]>> {
		return this.#ask((desk) => desk.history({ ...this.place, ...(taskId && { taskId }) }));
	}

	/**
	 * Changes something and reads the plan again, also after a refusal: somebody else may have been faster. Until it was
	 * answered the same request happens once.
	 */
	async change<R extends object>(
		request: R,
		work: (desk: PlanDesk, request: R & PlanAction) => Promise<Result<null>>
	): Promise<Result<null>> {
		const key = JSON.stringify(request);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((desk) => work(desk, { ...request, actionId }));
		if (answer.ok) this.#actionIds.settle(key);
		if (answer.ok || answer.error.kind === 'conflict' || answer.error.kind === 'not-found')
			await this.load();
		return answer;
	}

	async #ask<T>(work: (desk: PlanDesk) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#tools.loadPlanDesk, work));
	}
}
