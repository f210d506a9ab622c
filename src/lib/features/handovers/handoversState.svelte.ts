import type { Services } from '$lib/app/context';
import type { HandoverDesk } from '$lib/data/ports/HandoverDesk';
import type { Handable, Handover } from '$lib/domain/dossier/Handover';
import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** Whether a bordereau waits for this person to take it over. */
export function isForMe(
	handover: Pick<Handover, 'direction' | 'departmentId' | 'takenAt'>,
	me: Pick<StaffMember, 'roles' | 'departmentId'> | null
): boolean {
	if (handover.takenAt || !me) return false;
	return handover.direction === 'to-desk'
		? me.roles.includes('receiver')
		: me.roles.includes('officer') && me.departmentId === handover.departmentId;
}

/** The bordereaux on screen, what can go on a new one, and what was done last. */
export class HandoversState {
	list = $state.raw<Handover[]>();
	handable = $state.raw<Handable>({ direction: null, rows: [] });
	failure = $state.raw<AppError>();
	busy = $state<string>();
	readonly #session: AnswerWatch;
	readonly #services: Pick<Services, 'loadHandoverDesk' | 'newId'>;
	readonly #actionIds: ActionIds;

	constructor(session: AnswerWatch, services: Pick<Services, 'loadHandoverDesk' | 'newId'>) {
		this.#session = session;
		this.#services = services;
		this.#actionIds = new ActionIds(services.newId);
	}

	async load(): Promise<void> {
		const [found, handable] = await Promise.all([
			this.#ask((desk) => desk.open()),
			this.#ask((desk) => desk.handable())
		]);
		const failed = [found, handable].find((answer) => !answer.ok);
		this.failure = failed && !failed.ok ? failed.error : undefined;
		if (!found.ok || !handable.ok) return;
		this.handable = handable.value;
		this.list = found.value;
	}

	/** Makes a bordereau and reads everything anew; the error when it was not made. */
	async make(request: Omit<Parameters<HandoverDesk['make']>[0], 'actionId'>) {
		return this.#do(JSON.stringify(request), (desk, actionId) =>
			desk.make({ ...request, actionId })
		);
	}

	/** Takes one over and reads everything anew; the error when it was not taken. */
	async take(handoverId: string, missing: string[]) {
		return this.#do(handoverId, (desk, actionId) => desk.take({ actionId, handoverId, missing }));
	}

	async #do(
		key: string,
		work: (desk: HandoverDesk, actionId: string) => Promise<Result<Handover>>
	): Promise<Result<Handover>> {
		this.busy = key;
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((desk) => work(desk, actionId));
		if (answer.ok) {
			this.#actionIds.settle(key);
			await this.load();
		}
		this.busy = undefined;
		return answer;
	}

	async #ask<T>(work: (desk: HandoverDesk) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#services.loadHandoverDesk, work));
	}
}
