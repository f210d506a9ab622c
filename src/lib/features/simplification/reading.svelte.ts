import type { StaffSimplification } from '$lib/data/ports/StaffSimplification';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What the pages need around them. */
export type CostTools = AnswerWatch & { loadSimplification(): Promise<StaffSimplification> };

/** What was asked for, on screen: the newest question is the one that is answered. */
export class Reading<Request, Answer> {
	answer = $state.raw<Answer | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: CostTools;
	readonly #ask: (port: StaffSimplification, request: Request) => Promise<Result<Answer>>;
	#ticket = 0;

	constructor(
		tools: CostTools,
		ask: (port: StaffSimplification, request: Request) => Promise<Result<Answer>>
	) {
		this.#tools = tools;
		this.#ask = ask;
	}

	/** Asks; what was on screen stays until the answer is there, and goes when there is none. */
	async open(request: Request): Promise<void> {
		const ticket = ++this.#ticket;
		this.busy = true;
		const answer = this.#tools.watch(
			await askPort(this.#tools.loadSimplification, (port) => this.#ask(port, request))
		);
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		this.answer = answer.ok ? answer.value : undefined;
	}
}
