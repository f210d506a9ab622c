import type { SentAnswer } from './Answer.ts';
import type { Draft } from './Draft.ts';
import type { Progress, Receipt } from './Receipt.ts';
import type { OutboxFile } from './Submission.ts';

/** A dossier this phone filed: the capability that opens it, and the last that was heard of it. */
export type MyDossier = {
	id: string;
	secret: string;
	procedureCode: string;
	title: string;
	subject: string;
	receipt: Receipt;
	/** What was filed, so that it can be corrected while the desk has not received it; null on a phone that only knows the receipt. */
	draft: Draft | null;
	/**
	 * Files whose bytes this phone still keeps, also those of answers: until the dossier is received and the server has
	 * verified them.
	 */
	files: OutboxFile[];
	/** How many files it has let go of already. */
	letGo: number;
	/** Answers to supplement slips that arrived in full. */
	answers: SentAnswer[];
	progress: Progress | null;
	/** Up to which notice somebody has looked, on this phone; absent = none yet. */
	noticesSeen?: number;
	checkedAt: string | null;
};
