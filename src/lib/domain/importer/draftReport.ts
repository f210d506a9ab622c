import type { Draft, FieldNote, ImportedRecord } from './Imported.ts';

/** What an editor sees beside an imported draft: where it came from, and all that was not simply read. */
export type DraftReport = { file: string; place?: string; notes: FieldNote[] };

/** The report kept with a draft, without what was simply read: that would be as large as the draft. */
export function draftReport(
	{ file, place }: Pick<ImportedRecord, 'file' | 'place'>,
	{ notes }: Draft
): DraftReport {
	return {
		file,
		...(place === undefined ? {} : { place }),
		notes: notes.filter(({ confidence }) => confidence !== 'read')
	};
}
