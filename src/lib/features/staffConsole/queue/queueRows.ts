import type { QueueRow } from '$lib/domain/dossier/StaffDossier';

type Answer = { rows: QueueRow[]; more: boolean };

/**
 * The list after a page was fetched from its row `at` on: what the page covers is replaced, what lies beyond stays, a
 * dossier that moved is shown once, where the server saw it last. A row that says the same stays the same object, so
 * that nothing of it is drawn again. `latestFirst` = the order of the group `ended`.
 */
export function placePage(
	rows: QueueRow[],
	at: number,
	answer: Answer,
	latestFirst: boolean
): QueueRow[] {
	const known = new Map(rows.map((row) => [row.id, row]));
	const fresh = answer.rows.map((row) => sameOr(known.get(row.id), row));
	const moved = new Set(fresh.map((row) => row.id));
	const last = fresh.at(-1);
	const head = rows.slice(0, at).filter((row) => !moved.has(row.id));
	const tail =
		answer.more && last
			? rows.slice(at).filter((row) => !moved.has(row.id) && isBehind(row, last, latestFirst))
			: [];
	return [...head, ...fresh, ...tail];
}

/** The server writes all its times alike, so their texts are in the order of the times. */
function isBehind(row: QueueRow, last: QueueRow, latestFirst: boolean): boolean {
	if (row.sortAt === last.sortAt) return latestFirst ? row.id < last.id : row.id > last.id;
	return latestFirst ? row.sortAt < last.sortAt : row.sortAt > last.sortAt;
}

function sameOr(old: QueueRow | undefined, row: QueueRow): QueueRow {
	return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
}
