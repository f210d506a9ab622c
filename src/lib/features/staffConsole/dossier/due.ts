import { isEnded, STATUS } from '$lib/domain/dossier/Status';

/** How urgent a dossier is; `done` once its result is signed or it has ended otherwise, `none` before it is received. */
export type Urgency = 'none' | 'late' | 'today' | 'tomorrow' | 'later' | 'done';

/**
 * How a dossier stands against its due date today (both local dates YYYY-MM-DD). Late is computed, never stored;
 * the day itself is still in time (domain §2.7).
 */
export function urgencyOf(
	dossier: { status: number; dueDate: string | null },
	today: string
): Urgency {
	if (dossier.status === STATUS.finished || isEnded(dossier.status)) return 'done';
	if (!dossier.dueDate) return 'none';
	if (dossier.dueDate < today) return 'late';
	if (dossier.dueDate === today) return 'today';
	return dossier.dueDate === dayAfter(today) ? 'tomorrow' : 'later';
}

function dayAfter(day: string): string {
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return next.toISOString().slice(0, 10);
}
