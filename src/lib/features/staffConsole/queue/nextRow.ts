import type { QueueRow } from '$lib/domain/dossier/StaffDossier';

type Row = Pick<QueueRow, 'id'>;

/**
 * The dossier to go on with: the row after `id`; once that has left the list, the row that took its place (`at`, where
 * it stood), else the one before it. Undefined when nothing else is in the list.
 */
export function findNextRow<T extends Row>(
	rows: readonly T[],
	id: string,
	at: number
): T | undefined {
	const now = rows.findIndex((row) => row.id === id);
	const next = now === -1 ? rows[at] : rows[now + 1];
	return next ?? rows.filter((row) => row.id !== id).at(-1);
}
