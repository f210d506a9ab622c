import type { Draft } from '$lib/domain/dossier/Draft';
import type { Result } from '$lib/domain/shared/Result';

/** Preparations on this phone. Failures are AppErrors of kind `storage`; saving a filed one is a `conflict`. */
export interface DraftStore {
	/** The latest preparation of this procedure. */
	findFor(procedureCode: string): Promise<Draft | undefined>;
	list(): Promise<Draft[]>;
	save(draft: Draft): Promise<Result<null>>;
	remove(id: string): Promise<Result<null>>;
}
