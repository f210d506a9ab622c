import type { Capability } from '$lib/domain/dossier/Submission';

/** A submission by the words its citizen knows, with what asks the server for it. */
export type Remembered = Capability & { procedureCode: string; title: string; subject: string };

/** What this phone holds that exists nowhere else, or that must be found again if it goes. */
export type Contents = {
	/** Written when the database was first opened; gone together with it. */
	installId: string | undefined;
	drafts: number;
	/** Answers to supplement slips, being written or on their way. */
	answers: number;
	/** Photographs of these preparations and answers; those of a submission share its fate. */
	pages: number;
	/** Frozen, no receipt yet; also those of an earlier loss that nobody could ask about so far. */
	waiting: Remembered[];
	filed: Remembered[];
};

export type LostSubmission = Remembered & { wasFiled: boolean };

/** The browser cleared this phone's database. Kept until the person has read it and nothing is left to ask. */
export type Loss = {
	drafts: number;
	/** Absent in a loss of an earlier version of the app. */
	answers?: number;
	pages: number;
	/** Still to be looked for on the server. */
	unasked: LostSubmission[];
	/** How many were found there and are listed again. */
	found: number;
	/** Never arrived whole, and what was missing is gone. */
	lost: LostSubmission[];
	isRead: boolean;
	at: string;
};

/** What this phone knows about itself and its storage. */
export interface PhoneStore {
	contents(): Promise<Contents>;
	/** Calls back now and after every change of the contents, in this tab or another; gives the function that stops it. */
	watchContents(onChange: (contents: Contents) => void): () => void;
	/** Marks a database that has no install id yet; keeps the loss that goes with it. Does nothing when a tab was faster. */
	settleIn(installId: string, loss: Loss | undefined): Promise<void>;
	findLoss(): Promise<Loss | undefined>;
	/** Rewrites the loss in one transaction; undefined removes it. Does nothing when there is none. */
	changeLoss(change: (loss: Loss) => Loss | undefined): Promise<void>;
	watchLoss(onChange: (loss: Loss | undefined) => void): () => void;
	/** The browser's answer when it was asked to keep this storage; undefined while nobody asked. */
	findPersistence(): Promise<boolean | undefined>;
	savePersistence(isPersistent: boolean): Promise<void>;
	/** Removes photographs added before `before` (ISO) that belong to no draft, outbox row or dossier; gives how many. */
	removeOrphans(before: string): Promise<number>;
}
