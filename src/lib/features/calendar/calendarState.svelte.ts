import { createContext } from 'svelte';
import type { CalendarDesk, ChangeHead } from '$lib/data/ports/CalendarDesk';
import type { CalendarDay, StaffCalendar } from '$lib/domain/clock/StaffCalendar';
import { suggestYear, type DaySuggestion } from '$lib/domain/clock/suggestYear';
import { ActionIds, askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';

/** The calendar of one year: read once, and again after every change or refusal. */
export class CalendarState {
	readonly year: number;
	calendar = $state.raw<StaffCalendar>();
	failure = $state.raw<AppError>();
	/** What was done last, said at the top of the page. */
	notice = $state('');
	readonly byDay = $derived(new Map((this.calendar?.days ?? []).map((one) => [one.day, one])));
	readonly confirmed = $derived(this.calendar?.years.find((one) => one.year === this.year));
	readonly suggestions = $derived(this.#suggest());
	readonly #session: AnswerWatch;
	readonly #loadDesk: () => Promise<CalendarDesk>;
	readonly #actionIds: ActionIds;

	constructor(
		year: number,
		session: AnswerWatch,
		services: { loadCalendarDesk(): Promise<CalendarDesk>; newId(): string }
	) {
		this.year = year;
		this.#session = session;
		this.#loadDesk = services.loadCalendarDesk;
		this.#actionIds = new ActionIds(services.newId);
	}

	async load(): Promise<void> {
		const answer = await this.ask((desk) => desk.read(this.year));
		if (answer.ok) this.calendar = answer.value;
		this.failure = answer.ok ? undefined : answer.error;
	}

	/** Asks once; a session that is over is noticed on the way. */
	async ask<T>(work: (desk: CalendarDesk) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#loadDesk, work));
	}

	/**
	 * Changes something and reads the calendar again, also after a refusal: somebody else may have been faster. Until
	 * it was answered the same request happens once.
	 */
	async change<R extends object>(
		request: R,
		work: (desk: CalendarDesk, request: R & ChangeHead) => Promise<Result<null>>
	): Promise<Result<null>> {
		const key = JSON.stringify(request);
		const head = {
			actionId: this.#actionIds.get(key),
			expectedRevision: this.calendar?.revision ?? 0
		};
		const answer = await this.ask((desk) => work(desk, { ...request, ...head }));
		if (answer.ok) this.#actionIds.settle(key);
		if (answer.ok || answer.error.kind === 'conflict' || answer.error.kind === 'not-found')
			await this.load();
		return answer;
	}

	find(day: string): CalendarDay | undefined {
		return this.byDay.get(day);
	}

	findSuggestion(day: string): DaySuggestion | undefined {
		return this.suggestions.find((one) => one.day === day);
	}

	/** The note of the window in which this day's being off is not decided. */
	findGap(day: string): string | undefined {
		return this.calendar?.gaps.find(({ from, to }) => from <= day && day <= to)?.note;
	}

	/**
	 * What the law gives and the calendar has not, from the year on that has 24/11; once everything of a year was decided
	 * nothing waits for a notice any more.
	 */
	#suggest(): DaySuggestion[] {
		if (!this.calendar || this.year < 2026 || this.year > 2099) return [];
		const decided = this.confirmed?.status === 'complete';
		return suggestYear(this.year).filter(
			({ day, awaits }) => !this.byDay.has(day) && !(decided && awaits)
		);
	}
}

export const [getCalendar, setCalendar] = createContext<CalendarState>();
