import type { Progress, Receipt } from './Receipt.ts';

/** A dossier this phone filed: the capability that opens it, and the last that was heard of it. */
export type MyDossier = {
	id: string;
	secret: string;
	procedureCode: string;
	title: string;
	subject: string;
	receipt: Receipt;
	progress: Progress | null;
	checkedAt: string | null;
};
