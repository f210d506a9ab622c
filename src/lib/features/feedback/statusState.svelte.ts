import type { FeedbackServices } from '$lib/app/feedbackServices';
import type { FeedbackShown } from '$lib/domain/feedback/Feedback';
import { ActionIds } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { tidyText } from '$lib/domain/shared/tidyText';

export type StatusTools = {
	services(): Pick<FeedbackServices, 'gateway' | 'store'>;
	newId(): string;
};

/** Where a complaint or suggestion stands, by its two codes, and the sender's reply to a question. */
export class StatusState {
	code = $state('');
	lookupCode = $state('');
	isBusy = $state(false);
	/** Null = nothing fits both codes. */
	found = $state.raw<FeedbackShown | null | undefined>();
	error = $state.raw<AppError | undefined>();
	replyError = $state.raw<AppError | undefined>();
	isReplied = $state(false);
	readonly #tools: StatusTools;
	readonly #actionIds: ActionIds;

	constructor(tools: StatusTools) {
		this.#tools = tools;
		this.#actionIds = new ActionIds(tools.newId);
	}

	/** What was sent from this phone is opened by its code alone. */
	async begin(code: string): Promise<void> {
		if (!code) return;
		this.code = code;
		const known = this.#tools
			.services()
			.store.receipts()
			.find((one) => one.code === code);
		if (!known) return;
		this.lookupCode = known.lookupCode;
		await this.ask();
	}

	async ask(): Promise<void> {
		if (this.isBusy) return;
		this.isReplied = false;
		this.#show(await this.#call((codes) => this.#tools.services().gateway.status(codes)));
	}

	/** Answers the question; true when it arrived. Pressed again after a lost answer, it counts once. */
	async reply(words: string): Promise<boolean> {
		if (this.isBusy) return false;
		const text = tidyText(words);
		const key = `${this.code} ${text}`;
		const actionId = this.#actionIds.get(key);
		const answer = await this.#call((codes) =>
			this.#tools.services().gateway.reply({ ...codes, actionId, text })
		);
		this.replyError = answer.ok ? undefined : answer.error;
		if (!answer.ok) return false;
		this.#actionIds.settle(key);
		this.#show(answer);
		this.isReplied = true;
		return true;
	}

	async #call(
		work: (codes: { code: string; lookupCode: string }) => Promise<Result<FeedbackShown | null>>
	): Promise<Result<FeedbackShown | null>> {
		this.isBusy = true;
		const answer = await work({ code: this.code.trim(), lookupCode: this.lookupCode.trim() });
		this.isBusy = false;
		return answer;
	}

	#show(answer: Result<FeedbackShown | null>): void {
		this.error = answer.ok ? undefined : answer.error;
		this.found = answer.ok ? answer.value : undefined;
	}
}
