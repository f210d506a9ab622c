import type { Services } from '$lib/app/context';
import type { HandoverDesk } from '$lib/data/ports/HandoverDesk';
import type { Handover, HandoverDirection } from '$lib/domain/dossier/Handover';
import type { QueueRow, StaffMember } from '$lib/domain/dossier/StaffDossier';
import { STATUS } from '$lib/domain/dossier/Status';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { getStaffSession } from '$lib/features/staffConsole';

type Session = ReturnType<typeof getStaffSession>;

/** The direction in which this person hands papers over, if in any. */
export function directionOf(me: Pick<StaffMember, 'roles'> | null): HandoverDirection | undefined {
	if (me?.roles.includes('receiver')) return 'to-department';
	return me?.roles.some((role) => role === 'officer' || role === 'approver')
		? 'to-desk'
		: undefined;
}

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

/** Dossiers that can go on a bordereau: results that are ready, or what was received; not what is on one already. */
export function handable(
	rows: readonly QueueRow[],
	handovers: readonly Pick<Handover, 'direction' | 'items'>[],
	direction: HandoverDirection
): QueueRow[] {
	const out = new Set(
		handovers
			.filter((handover) => handover.direction === direction)
			.flatMap(({ items }) => items.filter(({ taken }) => taken !== false))
			.map(({ dossierId }) => dossierId)
	);
	return rows.filter(
		(row) =>
			!out.has(row.id) &&
			(direction === 'to-desk') === (row.status === STATUS.finished) &&
			row.department !== null
	);
}

/** The bordereaux on screen, what can go on a new one, and what was done last. */
export class HandoversState {
	list = $state.raw<Handover[]>();
	rows = $state.raw<QueueRow[]>([]);
	failure = $state.raw<AppError>();
	busy = $state<string>();
	readonly #session: Session;
	readonly #services: Services;
	/** One id for as long as no answer came, so that a second press does nothing twice. */
	readonly #actionIds = new Map<string, string>();

	constructor(session: Session, services: Services) {
		this.#session = session;
		this.#services = services;
	}

	async load(): Promise<void> {
		const direction = directionOf(this.#session.me);
		const found = await this.#ask((desk) => desk.open());
		this.failure = found.ok ? undefined : found.error;
		if (!found.ok) return;
		if (direction) {
			const page = this.#session.watch(
				await this.#session.desk.queue({ group: direction === 'to-desk' ? 'ready' : 'working' })
			);
			this.failure = page.ok ? undefined : page.error;
			if (!page.ok) return;
			this.rows = handable(page.value.rows, found.value, direction);
		}
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
		const actionId = this.#actionIds.get(key) ?? this.#services.newId();
		this.#actionIds.set(key, actionId);
		const answer = await this.#ask((desk) => work(desk, actionId));
		if (answer.ok) {
			this.#actionIds.delete(key);
			await this.load();
		}
		this.busy = undefined;
		return answer;
	}

	async #ask<T>(work: (desk: HandoverDesk) => Promise<Result<T>>): Promise<Result<T>> {
		try {
			return this.#session.watch(await work(await this.#services.loadHandoverDesk()));
		} catch {
			// The program part could not be fetched: the line is down.
			return { ok: false, error: { kind: 'offline' } };
		}
	}
}
