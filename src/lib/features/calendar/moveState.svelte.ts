import type { CalendarDesk } from '$lib/data/ports/CalendarDesk';
import type { MoveAnswer, MovedDate, MovedDates } from '$lib/domain/clock/StaffCalendar';
import { ActionIds } from '$lib/domain/shared/askPort';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { canMove } from './movedWords';

/** How many dossiers one request moves at most, as in SQL. */
export const MOST_AT_ONCE = 50;

/** The dates that no longer fit the calendar, which of them the leader has picked, and what became of the last move. */
export class MoveState {
	dates = $state.raw<MovedDates>();
	failure = $state.raw<AppError>();
	answer = $state.raw<MoveAnswer>();
	/** Of what was sent last: what was not moved may have left the list. */
	codes = $state.raw(new Map<string, string | null>());
	readonly picked = $state<Record<string, boolean>>({});
	readonly movable = $derived((this.dates?.rows ?? []).filter((row) => canMove(row, this.today)));
	readonly chosen = $derived(this.movable.filter(({ id }) => this.picked[id]));
	readonly today: string;
	readonly #ask: <T>(work: (desk: CalendarDesk) => Promise<Result<T>>) => Promise<Result<T>>;
	readonly #actionIds: ActionIds;

	constructor(
		today: string,
		ask: <T>(work: (desk: CalendarDesk) => Promise<Result<T>>) => Promise<Result<T>>,
		newId: () => string
	) {
		this.today = today;
		this.#ask = ask;
		this.#actionIds = new ActionIds(newId);
	}

	async load(after?: MovedDate): Promise<void> {
		const found = await this.#ask((desk) => desk.preview(undefined, after));
		this.failure = found.ok ? undefined : found.error;
		if (!found.ok) return;
		const before = after ? (this.dates?.rows ?? []) : [];
		this.dates = { ...found.value, rows: [...before, ...found.value.rows] };
	}

	/** Picks the first of those that can be moved, as many as go at once, or none. */
	pickAll(wanted: boolean): void {
		for (const [index, { id }] of this.movable.entries())
			this.picked[id] = wanted && index < MOST_AT_ONCE;
	}

	/** Moves what is picked and reads the list again; the error when nothing was sent or answered. */
	async move(reason: string): Promise<AppError | undefined> {
		const dossiers = this.chosen.map(({ id, version, newDueDate }) => ({
			id,
			expectedVersion: version,
			dueDate: newDueDate ?? ''
		}));
		const key = JSON.stringify([reason, dossiers]);
		const actionId = this.#actionIds.get(key);
		const answer = await this.#ask((desk) => desk.moveDates({ actionId, reason, dossiers }));
		if (!answer.ok) return answer.error;
		this.#actionIds.settle(key);
		this.codes = new Map(this.chosen.map(({ id, code }) => [id, code]));
		this.answer = answer.value;
		for (const { id } of dossiers) this.picked[id] = false;
		await this.load();
		return undefined;
	}
}
