import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { DraftReport } from '$lib/domain/importer/draftReport';
import type { FieldNote } from '$lib/domain/importer/Imported';

/** What an import guessed and dropped, as the editor shows it beside the form. */
export type ShownReport = DraftReport;

const keyOf = (draftId: string) => `cache:report:${draftId}`;

/** Keeps the report of a draft that was imported on this PC. */
export function keepReport(store: DeskStore, draftId: string, report: DraftReport): void {
	store.save(keyOf(draftId), report);
}

/** The report that came with a draft from the server, or else the one kept here. */
export async function findReport(
	store: DeskStore,
	draftId: string,
	fromServer: unknown
): Promise<ShownReport | undefined> {
	return readReport(fromServer) ?? readReport(await store.load(keyOf(draftId)));
}

function readReport(value: unknown): ShownReport | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, place, notes } = value as Partial<DraftReport>;
	if (typeof file !== 'string' || !Array.isArray(notes)) return undefined;
	return { file, ...(place ? { place } : {}), notes: notes.filter(isNote) };
}

function isNote(note: unknown): note is FieldNote {
	if (typeof note !== 'object' || note === null) return false;
	const { field, confidence, source, why } = note as Partial<FieldNote>;
	return (
		typeof field === 'string' &&
		(confidence === 'read' || confidence === 'guessed' || confidence === 'dropped') &&
		typeof source === 'string' &&
		typeof why === 'string'
	);
}
