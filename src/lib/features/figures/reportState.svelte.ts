import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** What the figures need around them. */
export type FigureTools = AnswerWatch & { loadFigures(): Promise<StaffFigures> };

/** What was asked of the figures, on screen: a report, an index, why dossiers were late. */
export class FigureAnswer<Request, Answer> {
	value = $state.raw<Answer | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: FigureTools;
	readonly #ask: (figures: StaffFigures, request: Request) => Promise<Result<Answer>>;
	#ticket = 0;

	/** `ask` is the question to the port. */
	constructor(
		tools: FigureTools,
		ask: (figures: StaffFigures, request: Request) => Promise<Result<Answer>>
	) {
		this.#tools = tools;
		this.#ask = ask;
	}

	/** Asks; only the newest question is answered on the screen. */
	async open(request: Request): Promise<void> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const answer = this.#tools.watch(
			await askPort(this.#tools.loadFigures, (figures) => this.#ask(figures, request))
		);
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		this.value = answer.ok ? answer.value : undefined;
	}
}
