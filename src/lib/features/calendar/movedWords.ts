import type { MovedDate } from '$lib/domain/clock/StaffCalendar';
import { formatDate, formatTime } from '$lib/i18n/format';
import { viCalendar } from '$lib/i18n/viCalendar';

/** The date a dossier has now. */
export function movedFrom(row: Pick<MovedDate, 'due' | 'dueDate'>): string {
	return row.due ? formatTime(row.due) : formatDate(row.dueDate);
}

/** The date it would get, or why it gets none. */
export function movedTo(row: Pick<MovedDate, 'newDue' | 'newDueDate'>): string {
	if (row.newDue) return formatTime(row.newDue);
	return row.newDueDate ? formatDate(row.newDueDate) : viCalendar.moved.handDate;
}

/** True for a date the leader can move: the clock made it, and the new one is still ahead. */
export function canMove(
	row: Pick<MovedDate, 'byHand' | 'newDueDate'>,
	today: string
): row is { byHand: boolean; newDueDate: string } {
	return !row.byHand && row.newDueDate !== null && row.newDueDate >= today;
}
