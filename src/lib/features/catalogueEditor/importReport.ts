import type { DraftReport } from '$lib/domain/importer/draftReport';
import type { FieldNote } from '$lib/domain/importer/Imported';

/** What an import guessed and dropped, as the editor shows it beside the form. */
export type ShownReport = DraftReport;

/** The report that came with a draft; undefined when it was not imported. */
export function readReport(value: unknown): ShownReport | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { file, place, notes } = value as Partial<DraftReport>;
	if (typeof file !== 'string' || !Array.isArray(notes)) return undefined;
	return { file, ...(place ? { place } : {}), notes: notes.filter(isNote) };
}

/** The decision that made a draft, in words ("Quyết định số … ngày …, đề nghị cắt giảm số …"); '' for any other draft. */
export function readOrigin(report: unknown): string {
	if (typeof report !== 'object' || report === null) return '';
	const { origin } = report as { origin?: unknown };
	return typeof origin === 'string' ? origin : '';
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
