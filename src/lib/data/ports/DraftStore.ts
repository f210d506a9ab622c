import type { Draft, DraftChange } from '$lib/domain/dossier/Draft';
import type { Result } from '$lib/domain/shared/Result';

/** A change that is not yet in the database: what a page leaves behind when it is closed in the middle of a save. */
export type UnsavedChange = { draft: Draft; change: DraftChange; at: string };

/** Preparations on this phone. Failures are AppErrors of kind `storage`; saving a filed one is a `conflict`. */
export interface DraftStore {
	/** The preparation of this procedure that was worked on last. */
	findFor(procedureCode: string): Promise<Draft | undefined>;
	find(id: string): Promise<Draft | undefined>;
	list(): Promise<Draft[]>;
	/** Writes a change onto what is stored (another tab may have written), or onto `draft` when nothing is. Gives the result. */
	save(draft: Draft, change: DraftChange, now: Date): Promise<Result<Draft>>;
	/** Takes the preparation and its photographs away. */
	remove(id: string): Promise<Result<null>>;
	/** Keeps what is not saved yet, at once and without waiting, for a page that is going away; read by find and list. */
	keepUnsaved(unsaved: UnsavedChange): void;
	/** Everything of this draft is in the database: nothing is left behind any more. */
	forgetUnsaved(id: string): void;
}
