import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What a question needs around it: the way to its port. */
export type AskTools<Port> = AnswerWatch & { load(): Promise<Port> };

/** What the figures need around them. */
export type FigureTools = AskTools<StaffFigures>;

/** What was asked for, on screen: a report, an index, what a procedure costs. */
export class Asked<Port, Request, Answer> {
	value = $state.raw<Answer | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: AskTools<Port>;
	readonly #ask: (port: Port, request: Request) => Promise<Result<Answer>>;
	#ticket = 0;

	/** `ask` is the question to the port. */
	constructor(
		tools: AskTools<Port>,
		ask: (port: Port, request: Request) => Promise<Result<Answer>>
	) {
		this.#tools = tools;
		this.#ask = ask;
	}

	/**
	 * Asks; only the newest question is answered on the screen. What was there stays until the answer comes, and goes when
	 * there is none.
	 */
	async open(request: Request): Promise<void> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const answer = this.#tools.watch(
			await askPort(this.#tools.load, (port) => this.#ask(port, request))
		);
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		this.value = answer.ok ? answer.value : undefined;
	}
}
