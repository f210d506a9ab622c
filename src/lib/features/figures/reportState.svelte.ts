import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import type { Report } from '$lib/domain/report/Report';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { ReportAddress } from './reportAddress';

/** What the figures need around them. */
export type FigureTools = AnswerWatch & { loadFigures(): Promise<StaffFigures> };

/** The report of an address on screen. */
export class ReportState {
	report = $state.raw<Report | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: FigureTools;
	#ticket = 0;

	constructor(tools: FigureTools) {
		this.#tools = tools;
	}

	/** Asks for the report; only the newest question is answered on the screen. */
	async open({ from, to, by, agencyId }: ReportAddress): Promise<void> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const request = { from, to, by, ...(agencyId ? { agencyId } : {}) };
		const answer = await this.#ask((figures) => figures.report(request));
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		this.report = answer.ok ? answer.value : undefined;
	}

	async #ask<T>(work: (figures: StaffFigures) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadFigures, work));
	}
}
