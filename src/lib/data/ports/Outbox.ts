import type { Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { OutboxItem, RowChange, SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import type { Result } from '$lib/domain/shared/Result';

/** What is frozen and on its way, submissions and answers, and what became of it. Answers come in by AnswerStore. */
export interface Outbox {
	/**
	 * Writes the row and takes the draft away in one transaction: never both, never neither. A second call with the same
	 * id (two tabs) adds nothing.
	 */
	add(item: SubmissionItem): Promise<Result<null>>;
	list(): Promise<OutboxItem[]>;
	/**
	 * Marks the row as sent, before the first byte goes out, and gives it as it is now; undefined when it is gone or was
	 * reopened. One transaction: a row is either sent or edited.
	 */
	claim(id: string): Promise<OutboxItem | undefined>;
	update(id: string, change: RowChange): Promise<void>;
	/** The receipt came: the row leaves and the dossier is kept, in one transaction. */
	complete(id: string, dossier: MyDossier): Promise<void>;
	/**
	 * Puts the draft back for editing and removes the row: as it was while open_submission was never sent, under the
	 * fresh identity once the server has refused it for good. Gives the draft, or undefined when the row is on its way.
	 */
	reopen(
		id: string,
		fresh: { id: string; secret: string; updatedAt: string }
	): Promise<Draft | undefined>;
	/** Calls back after every change, in this tab or another; gives the function that stops it. */
	watch(onChange: (items: OutboxItem[]) => void): () => void;
}
