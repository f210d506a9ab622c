import type { StaffFeedbackDesk } from '$lib/data/ports/StaffFeedbackDesk';
import type { Satisfaction, SatisfactionPart } from '$lib/domain/feedback/Satisfaction';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError } from '$lib/domain/shared/Result';

export type SatisfactionTools = AnswerWatch & { loadDesk(): Promise<StaffFeedbackDesk> };

/** What is asked for: a year, `period` '' = all of it, `q1` … `q4`, `1` … `12`; by what it is split; of which agency. */
export type SatisfactionQuery = {
	year: number;
	period: string;
	by: SatisfactionPart;
	agencyId: string;
};

/** The first and the last month (YYYY-MM) of a period of a year. */
export function monthsOf(year: number, period: string): { from: string; to: string } {
	const at = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
	const quarter = /^q([1-4])$/.exec(period)?.[1];
	if (quarter) return { from: at(Number(quarter) * 3 - 2), to: at(Number(quarter) * 3) };
	const month = Number(period);
	return month >= 1 && month <= 12
		? { from: at(month), to: at(month) }
		: { from: at(1), to: at(12) };
}

/** The figures on screen; only the newest question is answered. */
export class SatisfactionState {
	figures = $state.raw<Satisfaction | undefined>();
	/** What the figures on screen are split by. */
	by = $state<SatisfactionPart>('month');
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	readonly #tools: SatisfactionTools;
	#ticket = 0;

	constructor(tools: SatisfactionTools) {
		this.#tools = tools;
	}

	async load({ year, period, by, agencyId }: SatisfactionQuery): Promise<void> {
		const ticket = ++this.#ticket;
		this.busy = true;
		const request = { ...monthsOf(year, period), by, ...(agencyId ? { agencyId } : {}) };
		const answer = this.#tools.watch(
			await askPort(this.#tools.loadDesk, (desk) => desk.satisfaction(request))
		);
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.figures = answer.value;
		this.by = by;
	}
}
