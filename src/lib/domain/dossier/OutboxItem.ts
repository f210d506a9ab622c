import type { ErrorKind } from '../shared/Result.ts';
import type { Draft } from './Draft.ts';
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
