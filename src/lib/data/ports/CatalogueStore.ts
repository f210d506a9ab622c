import type {
	CatalogueDelta,
	CatalogueIndex,
	Snapshot,
	SnapshotEntry
} from '$lib/domain/catalogue/Snapshot';
import type { Office } from '$lib/domain/dossier/Receipt';

export type CatalogueState = { revision: number | null; snapshotHash: string | null };

/** The catalogue copy on this phone. */
export interface CatalogueStore {
	state(): Promise<CatalogueState>;
	/** Takes the build's snapshot in, unless the phone already holds something pulled from the office. */
	importSnapshot(snapshot: Snapshot): Promise<void>;
	apply(delta: Exclude<CatalogueDelta, { unchanged: true }>): Promise<void>;
	find(code: string): Promise<SnapshotEntry | undefined>;
	/** The reason a procedure was withdrawn, once it was. */
	findWithdrawal(code: string): Promise<string | undefined>;
	index(): Promise<CatalogueIndex>;
	offices(): Promise<Office[]>;
}
