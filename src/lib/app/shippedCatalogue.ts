import * as z from 'zod/mini';
import { contentHash } from '$lib/domain/catalogue/contentHash';
import { Field } from '$lib/domain/catalogue/Field';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import {
	indexEntryOf,
	type CatalogueIndex,
	type Snapshot,
	type SnapshotEntry
} from '$lib/domain/catalogue/Snapshot';
import { snapshotHash } from '$lib/domain/catalogue/snapshotHash';

/**
 * The authored catalogue at build time (only prerendered endpoints read it; it never enters a bundle).
 * A file that breaks the schema breaks the build.
 */
const files = import.meta.glob<unknown>('/supabase/catalogue/*/*.json', {
	eager: true,
	import: 'default'
});

const fieldFiles = import.meta.glob<unknown>('/supabase/catalogue/fields.json', {
	eager: true,
	import: 'default'
});

/** All procedures with their content hashes, by code. */
export function shippedEntries(): Promise<SnapshotEntry[]> {
	const procedures = Object.values(files).map((file) => Procedure.parse(file));
	procedures.sort((a, b) => (a.code < b.code ? -1 : 1));
	return Promise.all(
		procedures.map(async (procedure) => ({ contentHash: await contentHash(procedure), procedure }))
	);
}

/** What `/danh-muc.json` ships. */
export async function shippedSnapshot(): Promise<Snapshot> {
	const entries = await shippedEntries();
	return {
		hash: await snapshotHash(
			entries.map((entry) => ({ code: entry.procedure.code, contentHash: entry.contentHash }))
		),
		fields: z.array(Field).parse(Object.values(fieldFiles)[0]),
		entries
	};
}

/** What `/muc-luc.json` ships. */
export async function shippedIndex(): Promise<CatalogueIndex> {
	const { fields: shippedFields, entries } = await shippedSnapshot();
	return {
		fields: shippedFields,
		procedures: entries.map((entry) => indexEntryOf(entry.procedure))
	};
}
