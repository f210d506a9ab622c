import type { ActionRequest, ReceiveAnswer, SlipAnswer } from '$lib/data/ports/StaffDesk';
import type { Action } from '$lib/domain/dossier/transitions';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { ActionIds } from '$lib/domain/shared/askPort';
import type { AppError, ErrorKind, Result } from '$lib/domain/shared/Result';
import { DossierDrafts, isAside } from '../forms/dossierDrafts.svelte';
import { isRouting } from '../routing/routingActions';
import type { StaffSession } from '../staffSession.svelte';

type DossierEvent = StaffDossier['events'][number];

/**
 * What came of the last thing done here. `overtaken`: somebody was faster, my action is not recorded;
 * `changed`: the dossier moved while I was looking; `by` is the event that did it.
 */
export type Outcome =
	| {
			kind: 'done';
			action: Action;
			receipt?: ReceiveAnswer;
			promised?: string | null;
			slip?: SlipAnswer;
			resumed?: { dueDate: string; due: string | null };
			/** What is to be said, when it depends on the answer. */
			said?: string;
	  }
	| { kind: 'overtaken'; by: DossierEvent | undefined }
	| { kind: 'changed'; by: DossierEvent | undefined }
	| { kind: 'failed'; error: AppError };

/** No certain answer came: the same action id is sent again, so it can happen at most once. */
const uncertain: ErrorKind[] = ['offline', 'unknown', 'throttled', 'unauthorized'];

/** Conflicts that nobody caused by being faster: what was asked cannot be, however fresh the page. */
const withoutRival = [
	'consultation-early',
	'calendar-missing',
	'limit-unusable',
	'register-closed',
	'supplement-again-needed',
	'result-incomplete',
	'result-differs',
	'receipt-used',
	'extend-once',
	'extend-too-late',
	'halt-too-early'
];

/** One dossier on screen, what is typed for it and the actions taken on it. */
export class DossierState {
	dossier = $state.raw<StaffDossier | undefined>();
	failure = $state.raw<AppError | undefined>();
	busy = $state<Action | undefined>();
	outcome = $state.raw<Outcome | undefined>();
	/** The same of what only says where the dossier lies: its panel shows it, and what is typed elsewhere stays. */
	routed = $state.raw<Outcome | undefined>();
	drafts = $state.raw<DossierDrafts | undefined>();
	readonly #id: string;
	readonly #session: StaffSession;
	readonly #actionIds: ActionIds;

	constructor(id: string, session: StaffSession) {
		this.#id = id;
		this.#session = session;
		this.#actionIds = new ActionIds(session.services.newId);
	}

	/** Where this dossier's drafts are kept on the PC. */
	get draftKey(): string {
		return `dossier-${this.#id}`;
	}

	/** Fetches the dossier; on failure the one on screen stays. Says so when it moved meanwhile. */
	async load(): Promise<void> {
		const before = this.dossier;
		const answer = this.#session.watch(await this.#session.desk.dossier(this.#id));
		this.failure = answer.ok ? undefined : answer.error;
		// Asked before something was done here, answered after it: older than what is on the screen.
		if (!answer.ok || answer.value.version < (this.dossier?.version ?? 0)) return;
		await this.#show(answer.value);
		if (before && before.version !== answer.value.version && !this.busy) {
			this.outcome = { kind: 'changed', by: answer.value.events.at(-1) };
		}
	}

	/**
	 * Does one action: one id for as long as no certain answer came, whatever is pressed how often.
	 * `toDone` turns a good answer into what to show. `about`: which of several parts or questions the action is about.
	 */
	async act<T>(
		action: Action,
		send: (request: ActionRequest) => Promise<Result<T>>,
		toDone: (value: T) => Omit<Extract<Outcome, { kind: 'done' }>, 'kind' | 'action'> = () => ({}),
		about = ''
	): Promise<void> {
		if (this.busy || !this.dossier) return;
		this.busy = action;
		this.outcome = this.routed = undefined;
		const actionId = this.#actionIds.get(action + about);
		const expectedVersion = this.dossier.version;
		const answer = this.#session.watch(
			await send({ actionId, dossierId: this.#id, expectedVersion })
		);
		if (answer.ok || !uncertain.includes(answer.error.kind)) this.#actionIds.settle(action + about);
		if (answer.ok) {
			if (!isRouting(action)) this.#forget(action);
			// So that the way back leads to a list without this step.
			void this.#session.queue.refresh();
		}
		if (answer.ok || answer.error.kind === 'conflict') await this.load();
		const outcome: Outcome = answer.ok
			? { kind: 'done', action, ...toDone(answer.value) }
			: this.#refusal(answer.error, expectedVersion);
		if (isRouting(action)) this.routed = outcome;
		else this.outcome = outcome;
		this.busy = undefined;
	}

	#refusal(error: AppError, expectedVersion: number): Outcome {
		if (error.kind !== 'conflict' || withoutRival.includes(error.key ?? ''))
			return { kind: 'failed', error };
		const moved = this.dossier?.version !== expectedVersion;
		return { kind: 'overtaken', by: moved ? this.dossier?.events.at(-1) : undefined };
	}

	/** What was sent is no draft any more; what leaves the dossier where it stands leaves what else was typed. */
	#forget(action: Action) {
		if (isAside(action)) {
			this.drafts?.clear(action);
			return;
		}
		this.drafts = undefined;
		this.#session.store.forget(this.draftKey);
	}

	async #show(dossier: StaffDossier) {
		if (!this.drafts) {
			const drafts = new DossierDrafts(dossier, this.#session.services.newId);
			// Kept words come before the form is seen, or they would replace what is typed by then.
			const saved = await this.#session.store.load(this.draftKey).catch(() => undefined);
			drafts.restore(saved);
			this.drafts ??= drafts;
		}
		this.drafts.follow(dossier);
		this.dossier = dossier;
	}
}
