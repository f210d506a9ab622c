import type { AnswerChange, AnswerDraft, FreshAnswer } from '$lib/domain/dossier/Answer';
import type { AnswerItem } from '$lib/domain/dossier/OutboxItem';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import type { Result } from '$lib/domain/shared/Result';

/**
 * Answers to supplement slips on this phone, from the first letter until they have arrived. Failures are AppErrors of
 * kind `storage`; changing one that was sent is a `conflict` (key `already-filed`).
 */
export interface AnswerStore {
	/** The answer of this dossier that is being written. */
	findFor(dossierId: string): Promise<AnswerDraft | undefined>;
	/** Writes a change onto what is stored (another tab may have written), or onto `draft` when nothing is. */
	save(draft: AnswerDraft, change: AnswerChange, now: Date): Promise<Result<AnswerDraft>>;
	/** Moves an answer that is being written to the later slip of `fresh`; its id stays. */
	move(id: string, fresh: FreshAnswer): Promise<Result<null>>;
	/** Takes the answer and its photographs away. */
	remove(id: string): Promise<Result<null>>;
	/** Keeps what is not saved yet, at once and without waiting, for a page that is going away; read by findFor. */
	keepUnsaved(draft: AnswerDraft): void;
	/** Everything of this answer is in the database. */
	forgetUnsaved(id: string): void;
	/**
	 * Writes the outbox row and takes the draft away in one transaction. A second call with the same id adds nothing; while
	 * another answer to the same dossier is on its way it fails (`conflict`, key `answer-under-way`), because the later one
	 * must not overtake the earlier.
	 */
	send(item: AnswerItem): Promise<Result<null>>;
	/**
	 * The server has it in full: the row leaves, its files (as they were sent) are kept with the dossier, in one
	 * transaction.
	 */
	complete(id: string, answeredAt: string, files: readonly OutboxFile[]): Promise<void>;
	/**
	 * Puts the answer back for editing and removes the row, under `fresh.id`, photographs and all. Gives the draft, or
	 * undefined when the row is on its way.
	 */
	reopen(id: string, fresh: FreshAnswer): Promise<AnswerDraft | undefined>;
}
