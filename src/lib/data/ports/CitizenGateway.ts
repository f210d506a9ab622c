import type { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import type { Payload } from '$lib/domain/dossier/Payload';
import type { Progress, Receipt } from '$lib/domain/dossier/Receipt';
import type { Result } from '$lib/domain/shared/Result';

/** What a citizen's phone asks of the server; every failure is an AppError. */
export interface CitizenGateway {
	/** Finds out where the server is; fails as `offline` when that was never learnt and cannot be asked now. */
	connect(): Promise<Result<null>>;
	pullCatalogue(since: {
		revision: number | null;
		snapshotHash: string | null;
	}): Promise<Result<CatalogueDelta>>;
	openSubmission(request: {
		id: string;
		secretHash: string;
		payload: Payload;
	}): Promise<Result<{ state: 'open' | 'finalized'; missing: string[] }>>;
	finalizeSubmission(request: {
		id: string;
		secret: string;
	}): Promise<Result<{ receipt: Receipt } | { missing: string[] }>>;
	progress(
		dossiers: { id: string; secret: string }[]
	): Promise<Result<{ id: string; progress: Progress }[]>>;
	/** Gives null for every miss: wrong code and wrong lookup code look the same. */
	lookup(code: string, lookupCode: string): Promise<Result<Progress | null>>;
}
