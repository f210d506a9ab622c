import Dexie, { type Table } from 'dexie';
import type { SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import type { Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';

/** One row of small facts about this phone: the catalogue's revision, fields, offices. */
export type MetaRow = { key: string; value: unknown };

/** A procedure on this phone; a withdrawn one keeps only the reason. `fromBuild` until the office has named it. */
export type CatalogueRow = {
	code: string;
	entry?: SnapshotEntry;
	withdrawn?: string;
	fromBuild?: boolean;
};

/** IndexedDB on the citizen's phone. Versions are only ever added; upgraders may run twice. */
export class LocalDatabase extends Dexie {
	meta!: Table<MetaRow, string>;
	catalogue!: Table<CatalogueRow, string>;
	drafts!: Table<Draft, string>;
	outbox!: Table<OutboxItem, string>;
	dossiers!: Table<MyDossier, string>;

	constructor(name = 'mot-cua') {
		// "Saved" must mean on disk, not in a write cache.
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			meta: 'key',
			catalogue: 'code',
			drafts: 'id, procedureCode',
			outbox: 'id',
			dossiers: 'id'
		});
	}
}

/** The database failed: full, blocked (private mode) or closed by the system. */
export function storageError(cause: unknown): { kind: 'storage'; cause: unknown } {
	return { kind: 'storage', cause };
}
