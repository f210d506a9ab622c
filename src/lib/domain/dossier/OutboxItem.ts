import type { ErrorKind } from '../shared/Result.ts';
import { successorOf, type Draft } from './Draft.ts';
import type { Payload } from './Payload.ts';
import type { OutboxFile } from './Submission.ts';

/**
 * A frozen submission on its way. `waiting` = will be tried at `nextAttemptAt`; `held` = waits for something outside
 * (a newer app, an hour of quiet); `quarantined` = refused for good with a reason: the citizen decides what to do.
 * Nothing is ever removed by age.
 */
export type OutboxItem = {
	id: string;
	secret: string;
	payload: Payload;
	files: OutboxFile[];
	/** The draft as it was, so that it can be reopened while `openSent` is false, or corrected after a refusal. */
	draft: Draft;
	state: 'waiting' | 'held' | 'quarantined';
	/** True once open_submission may have reached the server: from then on the content must not change. */
	openSent: boolean;
	attempts: number;
	nextAttemptAt: string;
	lastError: { kind: ErrorKind; key?: string } | null;
	createdAt: string;
};

/**
 * The draft that a row becomes when it is reopened: itself while nothing was sent, its successor under a fresh identity
 * once it was refused for good; undefined while it is on its way. What came too late to replace a dossier the desk has
 * already received goes on as a dossier of its own, or it would be refused again.
 */
export function reopenedDraft(
	{ draft, openSent, state, lastError }: OutboxItem,
	fresh: { id: string; secret: string; updatedAt: string }
): Draft | undefined {
	if (!openSent) return { ...draft, updatedAt: fresh.updatedAt };
	if (state !== 'quarantined') return undefined;
	if (lastError?.key !== 'already-received') return successorOf(draft, fresh);
	const { replaces: _replaces, ...own } = draft;
	return { ...own, ...fresh };
}
