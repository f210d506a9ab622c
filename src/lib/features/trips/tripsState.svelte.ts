import type { StaffTrips } from '$lib/data/ports/StaffTrips';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { Period } from '$lib/domain/report/period';
import type { AppError, Result } from '$lib/domain/shared/Result';
import type {
	LackLine,
	LackReport,
	TripDossier,
	TripGroup,
	TripLine,
	TripReport
} from '$lib/domain/trips/Trips';

/** What the figures need around them. */
export type TripsTools = AnswerWatch & { loadTrips(): Promise<StaffTrips> };

/** A figure whose dossiers are asked for. */
export type Behind = { name: string; procedureCode: string; requirementId?: string };

/** The figures of a period on screen, by one thing at a time, and the dossiers behind one of them. */
export class TripsState {
	period = $state.raw<Period | undefined>();
	total = $state.raw<Omit<TripReport, 'lines'> | undefined>();
	/** Lines by procedure, field, department or month; undefined while papers are shown. */
	lines = $state.raw<readonly TripLine[] | undefined>();
	/** What those lines are listed by. */
	linesBy = $state<Exclude<TripGroup, 'paper'>>('procedure');
	lacks = $state.raw<readonly LackLine[] | undefined>();
	busy = $state(false);
	failure = $state.raw<AppError | undefined>();
	behind = $state.raw<Behind | undefined>();
	/** Undefined while they are on their way. */
	dossiers = $state.raw<readonly TripDossier[] | undefined>();
	readonly #tools: TripsTools;
	#ticket = 0;
	#behindTicket = 0;

	constructor(tools: TripsTools) {
		this.#tools = tools;
	}

	/** Asks for the figures of these days; what was on screen stays until the answer is there. */
	async load(period: Period, by: TripGroup): Promise<void> {
		const ticket = ++this.#ticket;
		this.busy = true;
		this.leave();
		const answer =
			by === 'paper'
				? await this.#ask((trips) => trips.lacks(period))
				: await this.#ask((trips) => trips.trips({ ...period, by }));
		// Only the newest question is answered on the screen.
		if (ticket !== this.#ticket) return;
		this.busy = false;
		this.failure = answer.ok ? undefined : answer.error;
		if (!answer.ok) return;
		this.period = period;
		this.total = answer.value;
		this.lines = by === 'paper' ? undefined : (answer.value as TripReport).lines;
		if (by !== 'paper') this.linesBy = by;
		this.lacks = by === 'paper' ? (answer.value as LackReport).lines : undefined;
	}

	/** Asks for the dossiers behind a figure of the lines on screen. */
	async look(behind: Behind): Promise<void> {
		const { period } = this;
		if (!period) return;
		const ticket = ++this.#behindTicket;
		const { procedureCode, requirementId } = behind;
		this.behind = behind;
		this.dossiers = undefined;
		const answer = await this.#ask((trips) =>
			trips.dossiers({ ...period, procedureCode, ...(requirementId && { requirementId }) })
		);
		if (ticket !== this.#behindTicket) return;
		if (answer.ok) this.dossiers = answer.value;
		else {
			this.behind = undefined;
			this.failure = answer.error;
		}
	}

	/** Puts the dossiers away. */
	leave(): void {
		this.#behindTicket += 1;
		this.behind = this.dossiers = undefined;
	}

	async #ask<T>(work: (trips: StaffTrips) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#tools.watch(await askPort(this.#tools.loadTrips, work));
	}
}
