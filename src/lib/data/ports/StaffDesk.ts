import type {
	QueueGroup,
	QueuePage,
	QueueChannel,
	QueueWhose,
	ReceiptPreview,
	ReceivedPaper,
	StaffDossier,
	StaffFile,
	StaffMember
} from '$lib/domain/dossier/StaffDossier';
import type { PaymentMethod } from '$lib/domain/dossier/life';
import type { ResultFile } from '$lib/domain/dossier/ResultFile';
import type { PaperVerdict, SupplementLine } from '$lib/domain/dossier/Supplement';
import type {
	BlankSlip,
	BlankUse,
	DeskSetup,
	IntakeRequest,
	KnownPerson,
	PaidFee
} from '$lib/domain/intake/Intake';
import type { Result } from '$lib/domain/shared/Result';
import type { DeskRouting } from './DeskRouting';

/** Every action carries its own id (kept until answered, so that a repeat does nothing twice) and the version seen. */
export type ActionRequest = { actionId: string; dossierId: string; expectedVersion: number };

/**
 * Takes the dossier in (1 → 2, or 5 → 2 when it was never received). The date is the procedure's, except where no
 * verified limit exists: there `dueDate` (YYYY-MM-DD) and its legal basis are needed.
 */
export type ReceiveRequest = ActionRequest & {
	papers: ReceivedPaper[];
	departmentId: string;
	dueDate?: string;
	dueBasis?: string;
	/** False: a same-day matter whose applicant wants no slip (NĐ 61/2018 Đ17.4). */
	slip?: boolean;
	/** Received during an outage on a numbered blank slip. */
	blank?: BlankUse;
};

/** `slipId` is null when no slip was wanted. */
export type ReceiveAnswer = {
	code: string;
	dueDate: string;
	due: string | null;
	slipId: string | null;
};

/** The slip with all lines at once (Mẫu số 02); nothing is seen by the citizen before. */
export type SupplementRequest = ActionRequest & {
	lines: SupplementLine[];
	/** What was found at every paper, also at those that are right. */
	checks: { requirementId: string; verdict: PaperVerdict }[];
	/** The last local date to answer. */
	until: string;
	note?: string;
	/** The leader's reason for a second slip, which counts as late. */
	again?: { reason: string };
};

/** A slip that was made: the id of its page and its number, e.g. 00002/2026. */
export type SlipAnswer = { slipId: string; number: string };

/** What was missing has come: work goes on (5 → 4) with a new date, by the procedure's restart or pause. */
export type ResumeRequest = ActionRequest & {
	/** What was handed in at the desk. */
	papers: ReceivedPaper[];
	/** Only where no verified time limit exists. */
	dueDate?: string;
	dueBasis?: string;
};

/** The result is handed out (9 → 10), late or not: at the desk, or to the post. */
export type ReturnRequest = ActionRequest & {
	recipientName: string;
	proxy: boolean;
	/** What a proxy showed, e.g. "giấy ủy quyền ngày 20/11/2026". */
	proxyPaper?: string;
	/** The parcel, by the number the post gave it; without a carrier it is Vietnam Post's. */
	post?: { number: string; address: string; carrier?: string };
	/** Names of the papers that were given back. */
	originals: string[];
};

/** A same-day matter, decided and handed out in one sitting (2 → 10). Fees as counts; the server works out the đồng. */
export type SettleRequest = ActionRequest & {
	resultNumber?: string;
	/** The staff member (approver) who signed. */
	signedBy: string;
	recipientName: string;
	proxy: boolean;
	proxyPaper?: string;
	fees: { label: string; units: number; times: number }[];
	/** Why nothing is charged, when somebody is exempt. */
	exemption?: string;
};

/** How something was paid and what shows it, a receipt's number or a reference at least; typed in, never made up. */
export type PaymentProof = {
	method: PaymentMethod;
	receiptSeries?: string;
	receiptNumber?: string;
	transferReference?: string;
};

/** Tax or another duty is to be paid (4 → 6). `amount` in đồng, `until` the last local date, if there is one. */
export type BillRequest = ActionRequest & {
	amount: number;
	reason: string;
	documentNumber: string;
	payTo?: string;
	until?: string;
};

/** A fee of the procedure, taken with its proof or let off with another one. Counts; the server works out the đồng. */
export type FeeRequest = ActionRequest & {
	fees: { label: string; units: number; times: number }[];
} & (PaymentProof | { exemption: string; exemptionProof: string });

/** The office ends a dossier it has looked into (4 or 5 → 8), with Mẫu 05 or 03; `originals` are given back. */
export type HaltRequest = ActionRequest & {
	kind: 'stop' | 'refuse';
	reason: string;
	basis: string;
	originals: string[];
};

/** A corrected result beside the first one, by its number, its stored file or both. */
export type CorrectRequest = ActionRequest & {
	reason: string;
	officeFault: boolean;
	resultNumber?: string;
	resultFileId?: string;
};

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
		whose?: QueueWhose;
		channel?: QueueChannel;
		search?: string;
		after?: { sortAt: string; id: string };
	}): Promise<Result<QueuePage>>;
	dossier(dossierId: string): Promise<Result<StaffDossier>>;
	/**
	 * The bytes of a stored page, never kept by the browser, with a type that was seen in them; first it is written down
	 * who opens it and why. Fails as `invalid` with key `file-differs` when they are not the file that was declared (nobody
	 * gets to see those), or `view-reason` when the dossier has ended and no reason is given.
	 */
	openFile(file: StaffFile, hash: HashBytes, reason?: string): Promise<Result<Blob>>;
	/** Has the server hash a stored page once more; what it finds wrong it asks the phone for again. */
	recheckFile(fileId: string): Promise<Result<null>>;
	previewReceipt(dossierId: string): Promise<Result<ReceiptPreview>>;
	receive(request: ReceiveRequest): Promise<Result<ReceiveAnswer>>;
	start(request: ActionRequest): Promise<Result<null>>;
	/** The first request for papers, or with `again` a later one by the leader. */
	requestSupplement(request: SupplementRequest): Promise<Result<SlipAnswer>>;
	/** An answer to the citizen's question, shown on their phone. */
	replySupplement(request: ActionRequest & { text: string }): Promise<Result<null>>;
	/** What was missing has come: the received dossier goes on, with the date the procedure's policy gives. */
	resume(request: ResumeRequest): Promise<Result<{ dueDate: string; due: string | null }>>;
	/** Mẫu số 03; `rightPlace` names where the matter belongs. */
	refuse(
		request: ActionRequest & { reason: string; rightPlace?: string }
	): Promise<Result<SlipAnswer>>;
	/** Records that the applicant asked at the desk to withdraw; `stop` then confirms it. */
	withdraw(request: ActionRequest & { reason?: string }): Promise<Result<null>>;
	stop(request: ActionRequest & { originals: string[] }): Promise<Result<null>>;
	/**
	 * Stores the signed result as a file of at most 4 MiB in parts, before `finish` names it; the same id again adds
	 * nothing twice. `onPart` hears how many bytes are there.
	 */
	storeResult(
		dossierId: string,
		file: ResultFile,
		bytes: ArrayBuffer,
		onPart?: (sent: number) => void
	): Promise<Result<null>>;
	/** The bytes of the result, written down and compared as `openFile` does. */
	openResult(
		dossierId: string,
		file: ResultFile,
		hash: HashBytes,
		reason?: string
	): Promise<Result<Blob>>;
	finish(
		request: ActionRequest & { resultNumber?: string; resultFileId?: string }
	): Promise<Result<null>>;
	returnResult(request: ReturnRequest): Promise<Result<null>>;
	/** Says what is to be paid; the clock stands still until it is. */
	bill(request: BillRequest): Promise<Result<null>>;
	/** What was owed is shown to be paid (6 → 4): the clock goes on, with a new date. */
	confirmPayment(
		request: ActionRequest & PaymentProof
	): Promise<Result<{ dueDate: string; due: string | null }>>;
	/** Takes a fee of the procedure or lets it off; the status stays. */
	takeFee(request: FeeRequest): Promise<Result<{ total: number }>>;
	/** Mẫu số 04: an apology and one new date (a local date), at the latest the day before the old one. */
	extend(request: ActionRequest & { newDate: string; reason: string }): Promise<Result<SlipAnswer>>;
	halt(request: HaltRequest): Promise<Result<SlipAnswer>>;
	/** The file of it is stored with `storeResult` before. */
	correctResult(request: CorrectRequest): Promise<Result<null>>;
	/** Departments, signers and the office's own words, for work before there is a dossier. */
	setup(): Promise<Result<DeskSetup>>;
	/** People of earlier dossiers with exactly this citizen number or phone number, five at most. */
	findPerson(who: { citizenId?: string; phone?: string }): Promise<Result<KnownPerson[]>>;
	/** Files a dossier for somebody at the counter; receiving, asking for papers or refusing comes after it. */
	fileAtDesk(request: IntakeRequest): Promise<Result<{ reference: string; version: number }>>;
	/** A same-day matter that was received without leaving the counter: decided and handed over at once. */
	settle(request: SettleRequest): Promise<Result<{ fees: PaidFee[]; total: number }>>;
	/** Takes the next numbers of Mẫu số 01 for blank slips; the same `actionId` gives the same numbers. */
	reserveBlanks(request: { actionId: string; count: number }): Promise<Result<BlankSlip[]>>;
	/** Blank slips printed and neither used nor voided. */
	openBlanks(): Promise<Result<BlankSlip[]>>;
	/** A spoilt or lost blank: its number stays taken, with the reason. */
	voidBlank(request: { number: string; reason: string }): Promise<Result<null>>;
	/** The immutable snapshot of a slip; the caller parses it with the slip's own schema. */
	slip(slipId: string): Promise<
		Result<{
			id: string;
			dossierId: string;
			form: string;
			number: string;
			prints: number;
			/**
			 * Nothing more happens to the dossier: to print once more, the page's button and Ctrl+P ask for a reason. The
			 * browser's own menu does not; such a print is noted without one.
			 */
			ended: boolean;
			/** The field of its procedure, e.g. `chung-thuc`. */
			field: string;
			/** How many receipts the visit of this one has; 0 = not filed at the desk, or no receipt. */
			together: number;
			snapshot: unknown;
		}>
	>;
	/** Notes that a slip goes to the printer; gives which copy it is (1 = the first). The same `printId` counts once. */
	notePrint(slipId: string, printId: string, reason?: string): Promise<Result<{ copy: number }>>;
	/** The calls about where a dossier lies, loaded apart: no list needs them. Rejects when they cannot be loaded. */
	openRouting(): Promise<DeskRouting>;
}
