import type { StaffTargets } from '$lib/data/ports/StaffTargets';
import type { Target, TargetKind, TargetSheet } from '$lib/domain/report/Target';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { TargetAddress } from './targetAddress';
import { versionInForce } from './targetUnits';

/** What the targets need around them. */
export type TargetTools = AnswerWatch & {
	loadTargets(): Promise<StaffTargets>;
	newId(): string;
};

export type TargetDone = 'proposed' | 'approved' | 'returned' | 'withdrawn';

/** The targets of a year on screen, and what is done about them. */
export class TargetsState {
	sheet = $state.raw<TargetSheet | undefined>();
	busy = $state(false);
	/** Why there is no sheet. */
	failure = $state.raw<AppError | undefined>();
	/** Why the last change was not recorded; or which one was. */
	refusal = $state.raw<AppError | undefined>();
	done = $state<TargetDone | undefined>();
	readonly #tools: TargetTools;
	readonly #actionIds: ActionIds;
	#address: TargetAddress | undefined;
	#ticket = 0;

	constructor(tools: TargetTools) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** Another year, or agency; only the newest question is answered on the screen. */
	async open(address: TargetAddress): Promise<void> {
		this.sheet = undefined;
		this.done = undefined;
		this.refusal = undefined;
		this.#address = address;
		await this.#fetch();
	}

	/** Puts a target forward; true when it was recorded. */
	async propose(wanted: {
		departmentId: string | null;
		kind: TargetKind;
		percent: number;
		note?: string;
	}): Promise<boolean> {
		const { sheet } = this;
		if (!sheet) return false;
		const request = {
			...wanted,
			year: sheet.year,
			expectedVersion: versionInForce(sheet, wanted.departmentId, wanted.kind)
		};
		return this.#change('proposed', request, (targets, actionId) =>
			targets.propose({ ...request, actionId })
		);
	}

	/** Approves a proposal, or returns it with a reason. */
	async decide(target: Target, decision: 'approve' | 'return', reason?: string): Promise<boolean> {
		const request = { ...this.#about(target, reason), decision };
		return this.#change(
			decision === 'approve' ? 'approved' : 'returned',
			request,
			(targets, actionId) => targets.decide({ ...request, actionId })
		);
	}

	/** Takes a proposal back, or ends a target with a reason. */
	async withdraw(target: Target, reason?: string): Promise<boolean> {
		const request = this.#about(target, reason);
		return this.#change('withdrawn', request, (targets, actionId) =>
			targets.withdraw({ ...request, actionId })
		);
	}

	#about({ id, version }: Target, reason?: string) {
		return { targetId: id, expectedVersion: version, ...(reason ? { reason } : {}) };
	}

	async #change(
		what: TargetDone,
		request: object,
		work: (targets: StaffTargets, actionId: string) => Promise<Result<null>>
	): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.done = undefined;
		this.refusal = undefined;
		const key = JSON.stringify([what, request]);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((targets) => work(targets, actionId));
		this.busy = false;
		if (answer.ok || answer.error.kind === 'conflict') {
			this.#actionIds.settle(key);
			await this.#fetch();
		}
		if (answer.ok) this.done = what;
		else this.refusal = answer.error;
		return answer.ok;
	}

	async #fetch(): Promise<void> {
		const address = this.#address;
		if (!address) return;
		this.busy = true;
		const ticket = ++this.#ticket;
		const answer = await this.#ask((targets) => targets.sheet(address));
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (answer.ok) this.sheet = answer.value;
	}

	async #ask<T>(work: (targets: StaffTargets) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadTargets, work));
	}
}
