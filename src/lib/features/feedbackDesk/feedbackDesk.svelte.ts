import type { StaffFeedbackDesk } from '$lib/data/ports/StaffFeedbackDesk';
import type { FeedbackAction, StaffFeedback } from '$lib/domain/feedback/Feedback';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { tidyText } from '$lib/domain/shared/tidyText';

export type FeedbackDeskTools = AnswerWatch & {
	loadDesk(): Promise<StaffFeedbackDesk>;
	newId(): string;
};

/** One step as the leader writes it. */
export type FeedbackStep = {
	action: FeedbackAction;
	text: string;
	publicQuestion: string;
	publicAnswer: string;
};

/** The steps that need words. */
export function needsText(action: FeedbackAction): boolean {
	return ['ask', 'reject', 'resolve', 'pass-up'].includes(action);
}

/** What of a step is still too short to be sent; the server asks the same. */
export function stepFaults(step: FeedbackStep): ('text' | 'publicQuestion' | 'publicAnswer')[] {
	const isShort = (text: string) => text.trim().length < 5;
	if (step.action === 'publish')
		return (['publicQuestion', 'publicAnswer'] as const).filter((field) => isShort(step[field]));
	return needsText(step.action) && isShort(step.text) ? ['text'] : [];
}

/** Complaints and suggestions on the leader's screen. */
export class FeedbackDesk {
	group = $state<'open' | 'done'>('open');
	items = $state.raw<readonly StaffFeedback[] | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	stepError = $state.raw<AppError | undefined>();
	/** The code of what was dealt with last. */
	doneCode = $state<string | undefined>();
	readonly #tools: FeedbackDeskTools;
	readonly #actionIds: ActionIds;
	#ticket = 0;

	constructor(tools: FeedbackDeskTools) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	async open(group: 'open' | 'done'): Promise<void> {
		if (group !== this.group) this.items = undefined;
		this.group = group;
		const ticket = ++this.#ticket;
		const answer = await this.#ask((desk) => desk.list(group));
		// Only the newest question is answered on the screen.
		if (ticket !== this.#ticket) return;
		this.failure = answer.ok ? undefined : answer.error;
		if (answer.ok) this.items = answer.value;
	}

	/** Does one step; true when it is done. Pressed again after a lost answer, it happens once. */
	async act(item: StaffFeedback, step: FeedbackStep): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.stepError = undefined;
		this.doneCode = undefined;
		const request = {
			feedbackId: item.id,
			expectedVersion: item.version,
			action: step.action,
			...(needsText(step.action) ? { text: tidyText(step.text) } : {}),
			...(step.action === 'publish'
				? {
						publicQuestion: tidyText(step.publicQuestion),
						publicAnswer: tidyText(step.publicAnswer)
					}
				: {})
		};
		const key = JSON.stringify(request);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((desk) => desk.answer({ ...request, actionId }));
		if (answer.ok || answer.error.kind === 'conflict') this.#actionIds.settle(key);
		if (answer.ok) this.doneCode = item.code;
		else this.stepError = answer.error;
		if (answer.ok || answer.error.kind === 'conflict') await this.open(this.group);
		this.busy = false;
		return answer.ok;
	}

	async #ask<T>(work: (desk: StaffFeedbackDesk) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadDesk, work));
	}
}
