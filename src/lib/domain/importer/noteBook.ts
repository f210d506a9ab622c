import type { Confidence, FieldNote, ModelField } from './Imported.ts';

/** Longest piece of source text kept beside a value: enough to find the place again. */
const MOST_SOURCE = 400;

/** Collects notes while a record is read. */
export type NoteBook = {
	readonly notes: FieldNote[];
	/** The source says it in so many words. */
	read(field: ModelField, source: string, at?: string): void;
	/** Our reading; a person must look. */
	guess(field: ModelField, source: string, why: string, at?: string): void;
	/** Not taken over. */
	drop(field: ModelField, source: string, why: string, at?: string): void;
	/** Read when there is no doubt, guessed with the doubt as its reason otherwise. */
	weigh(field: ModelField, source: string, doubt: string | undefined, at?: string): void;
};

/** An empty note book. */
export function openNoteBook(): NoteBook {
	const notes: FieldNote[] = [];
	const add = (
		field: ModelField,
		confidence: Confidence,
		source: string,
		why: string,
		at?: string
	) =>
		void notes.push({
			field,
			...(at === undefined ? {} : { at }),
			confidence,
			source: clip(source),
			why
		});
	return {
		notes,
		read: (field, source, at) => add(field, 'read', source, '', at),
		guess: (field, source, why, at) => add(field, 'guessed', source, why, at),
		drop: (field, source, why, at) => add(field, 'dropped', source, why, at),
		weigh: (field, source, doubt, at) =>
			add(field, doubt === undefined ? 'read' : 'guessed', source, doubt ?? '', at)
	};
}

function clip(text: string): string {
	return text.length > MOST_SOURCE ? `${text.slice(0, MOST_SOURCE)}…` : text;
}
