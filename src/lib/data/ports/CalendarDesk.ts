import type {
	DayKind,
	MoveAnswer,
	MovedDate,
	MovedDates,
	StaffCalendar,
	TriedChange
} from '$lib/domain/clock/StaffCalendar';
import type { CalendarGap } from '$lib/domain/clock/workingCalendar';
import type { Result } from '$lib/domain/shared/Result';

/** Every change names itself, so that sent twice it happens once, and the revision it was made on. */
export type ChangeHead = { actionId: string; expectedRevision: number };

/**
 * The working calendar. Refusals carry the keys of supabase/migrations/20261128001310–1340: `forbidden` role-missing,
 * not-staff; `conflict` version-stale, calendar-year-empty; `invalid` calendar-day, calendar-source and so on.
 */
export interface CalendarDesk {
	/** For all staff. */
	read(year: number): Promise<Result<StaffCalendar>>;
	/** For administrators, as all changes; none of them moves a due date. */
	saveDay(
		request: ChangeHead & {
			day: string;
			kind: DayKind;
			name: string;
			source: string;
			reason: string;
		}
	): Promise<Result<null>>;
	removeDay(request: ChangeHead & { day: string; reason: string }): Promise<Result<null>>;
	openYear(
		request: ChangeHead & { year: number; source: string; note: string; gaps: CalendarGap[] }
	): Promise<Result<null>>;
	saveHours(
		request: ChangeHead & { hours: [string, string][]; source: string }
	): Promise<Result<null>>;
	/** For administrators and leaders: the open dates a change would move, 100 a page; without one, on the calendar as it is. */
	preview(
		change?: TriedChange,
		after?: Pick<MovedDate, 'id' | 'dueDate'>
	): Promise<Result<MovedDates>>;
	/** For the leader; 50 at most. */
	moveDates(request: {
		actionId: string;
		reason: string;
		dossiers: { id: string; expectedVersion: number; dueDate: string }[];
	}): Promise<Result<MoveAnswer>>;
}
