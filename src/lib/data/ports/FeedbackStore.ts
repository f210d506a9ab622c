import type { FeedbackDraft, FeedbackReceipt } from '$lib/domain/feedback/Feedback';
import type { SurveyDraft } from '$lib/domain/feedback/Survey';

/** What this phone keeps of surveys and complaints until the server has it: small texts, written at every keystroke. */
export interface FeedbackStore {
	/** False when the browser keeps nothing: what is typed goes with the tab. */
	isKept: boolean;
	/** Answers being given or waiting, the newest last. */
	surveys(): SurveyDraft[];
	saveSurvey(draft: SurveyDraft): void;
	removeSurvey(id: string): void;
	/** The complaint or suggestion being written or waiting. */
	message(): FeedbackDraft | undefined;
	saveMessage(draft: FeedbackDraft): void;
	/** The message has arrived: its receipt takes its place. */
	settleMessage(receipt: FeedbackReceipt): void;
	removeMessage(): void;
	/** What was sent from here, the newest first. */
	receipts(): FeedbackReceipt[];
}
