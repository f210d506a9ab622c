import type {
	QueueGroup,
	QueuePage,
	ReceiptPreview,
	ReceivedPaper,
	StaffDossier,
	StaffFile,
	StaffMember
} from '$lib/domain/dossier/StaffDossier';
import type { Result } from '$lib/domain/shared/Result';

/** Every action carries its own id (kept until answered, so that a repeat does nothing twice) and the version seen. */
export type ActionRequest = { actionId: string; dossierId: string; expectedVersion: number };

export type ReceiveRequest = ActionRequest & {
	papers: ReceivedPaper[];
	departmentId: string;
	dueDate?: string;
	dueBasis?: string;
};

export type ReceiveAnswer = { code: string; dueDate: string; due: string | null; slipId: string };

/** SHA-256 as 64 hex digits. The app's own is handed in: on plain http no browser has one. */
export type HashBytes = (bytes: ArrayBuffer) => Promise<string>;

/** What the console needs of the server. `findMe` gives null when nobody is signed in or the account is no staff. */
export interface StaffDesk {
	signIn(email: string, password: string): Promise<Result<StaffMember>>;
	/** Ends the session and removes everything of the officer from this PC, with or without a network. */
	signOut(): Promise<void>;
	findMe(): Promise<Result<StaffMember | null>>;
	queue(request: {
		group: QueueGroup;
		search?: string;
		after?: { sortAt: string; id: string };
	}): Promise<Result<QueuePage>>;
	dossier(dossierId: string): Promise<Result<StaffDossier>>;
	/**
	 * The bytes of a stored page, never kept by the browser, with a type that was seen in them. Fails as `invalid` with
	 * key `file-differs` when they are not the file that was declared: nobody gets to see those.
	 */
	openFile(file: StaffFile, hash: HashBytes): Promise<Result<Blob>>;
	/** Has the server hash a stored page once more; what it finds wrong it asks the phone for again. */
	recheckFile(fileId: string): Promise<Result<null>>;
	previewReceipt(dossierId: string): Promise<Result<ReceiptPreview>>;
	receive(request: ReceiveRequest): Promise<Result<ReceiveAnswer>>;
	start(request: ActionRequest): Promise<Result<null>>;
	finish(request: ActionRequest & { resultNumber?: string }): Promise<Result<null>>;
	returnResult(
		request: ActionRequest & { recipientName: string; proxy: boolean }
	): Promise<Result<null>>;
	/** The immutable snapshot of a slip; the caller parses it with the slip's own schema. */
	slip(
		slipId: string
	): Promise<
		Result<{ id: string; dossierId: string; form: string; number: string; snapshot: unknown }>
	>;
}
