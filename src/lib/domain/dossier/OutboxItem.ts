import type { ErrorKind } from '../shared/Result.ts';
import type { AnswerDraft } from './Answer.ts';
import { successorOf, type Draft } from './Draft.ts';
import type { Payload } from './Payload.ts';
import type { OutboxFile } from './Submission.ts';
import type { AnswerLine } from './Supplement.ts';

/**
 * What every row on its way has. `waiting` = will be tried at `nextAttemptAt`; `held` = waits for something outside (a
 * newer app, an hour of quiet); `quarantined` = refused for good with a reason: the citizen decides what to do. Nothing
 * is ever removed by age.
 */
type OutboxRow = {
	id: string;
	/** Opens the submission, or the dossier that is answered. */
	secret: string;
	files: OutboxFile[];
	state: 'waiting' | 'held' | 'quarantined';
	/** True once opening it may have reached the server: from then on the content must not change. */
	openSent: boolean;
	attempts: number;
	nextAttemptAt: string;
	lastError: { kind: ErrorKind; key?: string } | null;
	createdAt: string;
};

/** A frozen submission; `id` becomes the dossier's. */
export type SubmissionItem = OutboxRow & {
	kind: 'submission';
	payload: Payload;
	/** The draft as it was, so that it can be reopened while `openSent` is false, or corrected after a refusal. */
	draft: Draft;
};

/** A frozen answer to a supplement slip of a dossier this phone filed; `id` is the answer's own. */
export type AnswerItem = OutboxRow & {
	kind: 'answer';
	dossierId: string;
	supplementId: string;
	lines: AnswerLine[];
	/** The answer as it was, for the same two ways back. */
	draft: AnswerDraft;
};

/** What waits on the phone to be sent. */
export type OutboxItem = SubmissionItem | AnswerItem;

/** What changes in a row on its way. */
export type RowChange = Partial<
	Pick<OutboxRow, 'files' | 'state' | 'openSent' | 'attempts' | 'nextAttemptAt' | 'lastError'>
>;

/** The state of a row that was just written. */
export function freshRow(
	now: string
): Pick<
	OutboxRow,
	'state' | 'openSent' | 'attempts' | 'nextAttemptAt' | 'lastError' | 'createdAt'
> {
	return {
		state: 'waiting',
		openSent: false,
		attempts: 0,
		nextAttemptAt: now,
		lastError: null,
		createdAt: now
	};
}

/** True for a dossier that is being filed. */
export function isSubmission(item: OutboxItem): item is SubmissionItem {
	return item.kind === 'submission';
}

/** True for an answer to a supplement slip. */
export function isAnswer(item: OutboxItem): item is AnswerItem {
	return item.kind === 'answer';
}

/** The dossier a row is or belongs to: where its page is. */
export function dossierIdOf(item: OutboxItem): string {
	return isAnswer(item) ? item.dossierId : item.id;
}

/**
 * The draft that a row becomes when it is reopened: itself while nothing was sent, its successor under a fresh identity
 * once it was refused for good; undefined while it is on its way. What came too late to replace a dossier the desk has
 * already received goes on as a dossier of its own, or it would be refused again.
 */
export function reopenedDraft(
	{ draft, openSent, state, lastError }: SubmissionItem,
	fresh: { id: string; secret: string; updatedAt: string }
): Draft | undefined {
	if (!openSent) return { ...draft, updatedAt: fresh.updatedAt };
	if (state !== 'quarantined') return undefined;
	if (lastError?.key !== 'already-received') return successorOf(draft, fresh);
	const { replaces: _replaces, ...own } = draft;
	return { ...own, ...fresh };
}
