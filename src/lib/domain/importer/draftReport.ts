import { countNotes, type FieldCounts } from './countNotes.ts';
import type { Draft, FieldNote, ImportedRecord, NewField } from './Imported.ts';

/** What an editor sees beside an imported draft: where it came from, and all that was not simply read. */
export type DraftReport = {
	file: string;
	place?: string;
	counts: FieldCounts;
	notes: FieldNote[];
	newField?: NewField;
	vertical?: string;
};

/** The report kept with a draft; of what was read only the counts, or it would be as large as the draft. */
export function draftReport(
	{ file, place }: Pick<ImportedRecord, 'file' | 'place'>,
	{ notes, newField, vertical }: Draft
): DraftReport {
	return {
		file,
		...(place === undefined ? {} : { place }),
		counts: countNotes(notes),
		notes: notes.filter(({ confidence }) => confidence !== 'read'),
		...(newField ? { newField } : {}),
		...(vertical ? { vertical } : {})
	};
}
