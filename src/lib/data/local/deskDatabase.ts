import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Chain } from '$lib/domain/intake/Chain';

/** What an officer typed, by their own key. */
export type DeskRow = { staffId: string; key: string; value: unknown };
/** A matter on its way to the server. */
export type ChainRow = { id: string; staffId: string; chain: Chain };
/** Who has worked at this PC and not signed out. */
export type OfficerRow = { staffId: string; fullName: string };

/** IndexedDB on the desk's PC, apart from the citizen's. Versions are only ever added. */
export class DeskDatabase extends Dexie {
	rows!: Table<DeskRow, [string, string]>;
	chains!: Table<ChainRow, string>;
	officers!: Table<OfficerRow, string>;

	/** `engine` takes the place of the browser's IndexedDB where that is forbidden or broken. */
	constructor(name = 'mot-cua-desk', engine: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {}) {
		// "Kept" must mean on disk, not in a write cache.
		super(name, { chromeTransactionDurability: 'strict', ...engine });
		this.version(1).stores({
			rows: '[staffId+key], staffId',
			chains: 'id, staffId',
			officers: 'staffId'
		});
	}
}
