import type { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import type { PageType } from '$lib/domain/dossier/Page';
import type { Payload } from '$lib/domain/dossier/Payload';
import type { Capability, DeclaredFile } from '$lib/domain/dossier/Submission';
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
		files: DeclaredFile[];
		/** Earlier submissions to withdraw once this one is finalized. */
		replaces: Capability[];
	}): Promise<Result<{ state: 'open' | 'finalized'; missing: string[] }>>;
	/**
	 * Stores one attempt at a declared file. "Already there" counts as stored: finalize compares sizes and asks for the
	 * next attempt. Fails as `invalid` with key `file-refused` when Storage will not take it however often it is sent.
	 */
	uploadFile(upload: {
		submissionId: string;
		fileId: string;
		attempt: number;
		type: PageType;
		bytes: ArrayBuffer;
	}): Promise<Result<null>>;
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
