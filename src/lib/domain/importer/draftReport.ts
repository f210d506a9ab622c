import { tidyLine } from '../shared/tidyText.ts';
import type { Draft, FieldNote, ImportedRecord } from './Imported.ts';

/** What an editor sees beside an imported draft: where it came from, and all that was not simply read. */
export type DraftReport = { file: string; place?: string; notes: FieldNote[] };

type Place = Pick<ImportedRecord, 'file' | 'place'>;

/** Bytes of notes that go to the server with one draft: a request holds 400 kB, and the largest draft 235 kB of them. */
const MOST_BYTES = 110_000;

/** The report kept with a draft, without what was simply read: that would be as large as the draft. */
export function draftReport({ file, place }: Place, { notes }: Draft): DraftReport {
	return {
		file,
		...(place === undefined ? {} : { place }),
		notes: notes.filter(({ confidence }) => confidence !== 'read')
	};
}

/** The report as the server takes it from a screen: no sign that nobody types, and no more than a request can hold. */
export function sendableReport(place: Place, draft: Draft): DraftReport {
	const report = draftReport(place, draft);
	const kept: FieldNote[] = [];
	let bytes = 0;
	for (const note of report.notes) {
		const clean = {
			...note,
			...(note.at === undefined ? {} : { at: tidyLine(note.at) }),
			source: tidyLine(note.source),
			why: tidyLine(note.why)
		};
		bytes += new TextEncoder().encode(JSON.stringify(clean)).length + 1;
		if (bytes > MOST_BYTES) break;
		kept.push(clean);
	}
	const missing = report.notes.length - kept.length;
	return {
		...report,
		file: tidyLine(report.file),
		notes: missing === 0 ? kept : [...kept, missingNote(missing)]
	};
}

function missingNote(count: number): FieldNote {
	return {
		field: 'other',
		confidence: 'dropped',
		source: '',
		why: `còn ${count} ghi chú nữa, quá dài nên không giữ; hãy so lại với tệp`
	};
}
