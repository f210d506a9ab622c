import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type {
	CatalogueDelta,
	CatalogueIndex,
	PaperHint,
	PaperHints,
	Posting,
	SnapshotEntry
} from '$lib/domain/catalogue/Snapshot';
import type { Office } from '$lib/domain/dossier/Receipt';

/** Where this phone stands: the office's revision it has reached (null: never heard it whole), and the build's index. */
export type CatalogueState = { revision: number | null; indexHash: string | null };

/**
 * The catalogue copy on this phone: one line per procedure for lists and search, and the whole procedures, which come
 * later and part by part.
 */
export interface CatalogueStore {
	state(): Promise<CatalogueState>;
	/** Takes the build's index in, unless the phone already holds something pulled from the office. */
	importIndex(index: CatalogueIndex): Promise<void>;
	/** Parts of the build's catalogue of which some procedure is not here whole, in their order. */
	missingParts(): Promise<number[]>;
	/** Keeps whole procedures of the build: those that are what the lines speak of. */
	putDetails(entries: readonly SnapshotEntry[]): Promise<void>;
	/**
	 * While the office has not been heard to the end: the hash (its first 12 digits) of every procedure that is here
	 * whole, by code, so that only others are sent. Afterwards undefined.
	 */
	heldHashes(): Promise<Record<string, string> | undefined>;
	apply(delta: Exclude<CatalogueDelta, { unchanged: true }>): Promise<void>;
	/** The stamp of the hints that are here; 0 = none. */
	hintStamp(): Promise<number>;
	/** Takes the place of all hints that were here. */
	keepHints(hints: PaperHints): Promise<void>;
	/** What to say of papers of this procedure that many people lack. */
	findHints(code: string): Promise<PaperHint[]>;
	find(code: string): Promise<SnapshotEntry | undefined>;
	/** The reason a procedure was withdrawn, once it was. */
	findWithdrawal(code: string): Promise<string | undefined>;
	/** The edition with this hash, kept because a preparation was begun under it before it was replaced. */
	findReplaced(contentHash: string): Promise<Procedure | undefined>;
	/** When the office posted a procedure; undefined while it has not been heard. */
	findPosting(code: string): Promise<Posting | undefined>;
	/** The lines of all procedures; `hash` is empty before any index was taken in. */
	index(): Promise<CatalogueIndex>;
	offices(): Promise<Office[]>;
}
