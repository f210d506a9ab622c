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
	/** Files whose bytes this phone still keeps: until the dossier is received and the server has verified them. */
	files: OutboxFile[];
	progress: Progress | null;
	checkedAt: string | null;
};
