import type { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import type { PageType } from '$lib/domain/dossier/Page';
import type { AnswerLine } from '$lib/domain/dossier/Supplement';
import type { ResultFile } from '$lib/domain/dossier/ResultFile';
import type { Payload } from '$lib/domain/dossier/Payload';
import type { Capability, DeclaredFile } from '$lib/domain/dossier/Submission';
import type { Progress, Receipt } from '$lib/domain/dossier/Receipt';
import type { Result } from '$lib/domain/shared/Result';

/** What a citizen's phone asks of the server; every failure is an AppError. */
export interface CitizenGateway {
	/** Finds out where the server is; fails as `offline` when that was never learnt and cannot be asked now. */
	connect(): Promise<Result<null>>;
	/**
	 * `hashes`: what a phone that has not heard everything yet holds already (CatalogueStore.heldHashes); `hints`: the
	 * stamp of the hints it has (CatalogueStore.hintStamp).
	 */
	pullCatalogue(since: {
		revision: number | null;
		hashes?: Record<string, string>;
		hints: number;
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
	/**
	 * Announces an answer to a supplement slip, as openSubmission does a submission: its files are then uploaded under
	 * the dossier's id (uploadFile), and finalizeAnswer says whether all came. Same id and content = same answer.
	 */
	openAnswer(request: {
		id: string;
		dossierId: string;
		secret: string;
		supplementId: string;
		lines: AnswerLine[];
		files: DeclaredFile[];
	}): Promise<Result<{ state: 'open' | 'finalized'; missing: string[] }>>;
	finalizeAnswer(request: {
		id: string;
		dossierId: string;
		secret: string;
	}): Promise<Result<{ answeredAt: string } | { missing: string[] }>>;
	/** Asks to withdraw a dossier; the desk confirms it. Asking again changes nothing. */
	withdraw(request: { id: string; secret: string; reason?: string }): Promise<Result<null>>;
	/** The bytes of the result as stored; the caller compares them with the hash. */
	downloadResult(dossier: Capability, file: ResultFile): Promise<Result<ArrayBuffer>>;
	/** Gives null for every miss: wrong code and wrong lookup code look the same. */
	lookup(code: string, lookupCode: string): Promise<Result<Progress | null>>;
}
