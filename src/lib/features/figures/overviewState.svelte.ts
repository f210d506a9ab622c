import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import type { Dashboard } from '$lib/domain/report/Dashboard';
import { askPort } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type { FigureTools } from './asked.svelte';

/** The office on a day, on screen. */
export class OverviewState {
	shown = $state.raw<Dashboard | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: FigureTools;
	#ticket = 0;

	constructor(tools: FigureTools) {
		this.#tools = tools;
	}

	/** Asks for the day (today when undefined); only the newest question is answered on the screen. */
	async open(on: string | undefined, agencyId?: string): Promise<void> {
		this.busy = true;
		const ticket = ++this.#ticket;
		const request = { ...(on ? { on } : {}), ...(agencyId ? { agencyId } : {}) };
		const answer = await this.#ask((figures) => figures.dashboard(request));
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		this.shown = answer.ok ? answer.value : undefined;
	}

	async #ask<T>(work: (figures: StaffFigures) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.load, work));
	}
}
