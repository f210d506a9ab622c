import {
	CONFIDENCES,
	MODEL_FIELDS,
	type Confidence,
	type FieldNote,
	type ImportedRecord,
	type ModelField
} from './Imported.ts';

/** How often each part of the model was read, guessed or dropped. */
export type FieldCounts = Record<ModelField, Record<Confidence, number>>;

/** The outcome of one import in figures. */
export type ImportCounts = { draft: number; skipped: number; failed: number; fields: FieldCounts };

/** Counts how the records ended and, over all drafts, what happened to each part of the model. */
export function countRecords(records: readonly ImportedRecord[]): ImportCounts {
	const drafts = records.flatMap(({ result }) => (result.kind === 'draft' ? [result] : []));
	return {
		draft: drafts.length,
		skipped: records.filter(({ result }) => result.kind === 'skipped').length,
		failed: records.filter(({ result }) => result.kind === 'failed').length,
		fields: countNotes(drafts.flatMap(({ notes }) => notes))
	};
}

/** Counts notes by part of the model and confidence. */
function countNotes(notes: readonly FieldNote[]): FieldCounts {
	const empty = () =>
		Object.fromEntries(CONFIDENCES.map((confidence) => [confidence, 0])) as Record<
			Confidence,
			number
		>;
	const counts = Object.fromEntries(MODEL_FIELDS.map((field) => [field, empty()])) as FieldCounts;
	for (const { field, confidence } of notes) counts[field][confidence] += 1;
	return counts;
}
