import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import type { CatalogueDelta, CatalogueIndex, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { birth, OFFICE } from './builders';

type Changes = Exclude<CatalogueDelta, { unchanged: true }>;

const FIELDS = [{ code: 'ho-tich', name: 'Hộ tịch', help: 'Khai sinh, kết hôn', position: 1 }];

/** A procedure with this code, worded so that one edition differs from another. */
export function anEntry(code: string, edition = 'bản đầu'): SnapshotEntry {
	return {
		contentHash: `${code} ${edition}`,
		procedure: { ...birth, code, shortTitle: `${code} ${edition}` }
	};
}

/** The index a build ships with these procedures. */
export function anIndex(hash: string, ...entries: SnapshotEntry[]): CatalogueIndex {
	return { hash, fields: FIELDS, procedures: entries.map(indexEntryOf) };
}

/** What the office answers to a pull. */
export function aDelta(revision: number, changes: Partial<Changes> = {}): Changes {
	return {
		revision,
		more: false,
		procedures: [],
		skipped: [],
		fields: FIELDS,
		offices: [OFFICE],
		...changes
	};
}

/** A procedure as a delta carries it. */
export function changed({ contentHash, procedure }: SnapshotEntry): Changes['procedures'][number] {
	return { code: procedure.code, contentHash, content: procedure };
}
