import type { Field } from './Field.ts';
import type { CatalogueList, IndexEntry, ListEntry, SnapshotEntry } from './Snapshot.ts';

/** The index line of a procedure. Apart from the schemas, which weigh more than a phone's lists need. */
export function indexEntryOf({ procedure, contentHash }: SnapshotEntry): IndexEntry {
	return {
		code: procedure.code,
		title: procedure.title,
		shortTitle: procedure.shortTitle,
		summary: procedure.summary,
		synonyms: procedure.synonyms,
		lifeEvents: procedure.lifeEvents,
		field: procedure.field,
		result: procedure.result.name,
		verification: procedure.provenance.verification,
		contentHash
	};
}

/** What lists show of an index line. */
export function listEntryOf({
	code,
	shortTitle,
	field,
	lifeEvents,
	verification
}: IndexEntry): ListEntry {
	return { code, shortTitle, field, lifeEvents, verification };
}

/** The fields that have procedures, each with them. */
export function groupByField({
	fields,
	procedures
}: CatalogueList): (Field & { entries: ListEntry[] })[] {
	return fields
		.map((field) => ({
			...field,
			entries: procedures.filter((entry) => entry.field === field.code)
		}))
		.filter(({ entries }) => entries.length > 0);
}

/**
 * So many procedures make one part of the build's catalogue: large enough that their common words are sent once, small
 * enough that a weak line brings one.
 */
const PART_SIZE = 100;

/** In which part (1, 2, …) the procedure at this place of the index is found. */
export function partOf(place: number): number {
	return Math.floor(place / PART_SIZE) + 1;
}
