import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { PageStore } from '$lib/data/ports/PageStore';
import {
	isAnswer,
	type AnswerItem,
	type OutboxItem,
	type SubmissionItem
} from '$lib/domain/dossier/OutboxItem';
import type { AppError } from '$lib/domain/shared/Result';
import { backOff, holdFor, judge } from './errorPolicy';
import { believe, sendFiles, takeNextAttempt } from './sendFiles';
import { submissionTalk, type SubmissionContext } from './submissionTalk';
import type { Talk } from './Talk';

export type SendContext = SubmissionContext & {
	gateway: Pick<CitizenGateway, 'connect' | 'uploadFile'>;
	outbox: Outbox;
	/** Where the bytes of the files lie. */
	pages: Pick<PageStore, 'findBytes'>;
	/** What an answer says to the server; fetched only on a phone that has one to send. */
	loadAnswerTalk(): Promise<(item: AnswerItem) => Talk>;
	random(): number;
};

/**
 * Tries one row once: open, upload what the server misses, finalize. The row leaves the outbox only on the server's word
 * that this very row arrived; any other end is written into the row, so that it survives the tab.
 */
export async function sendItem(listed: OutboxItem, context: SendContext): Promise<void> {
	const { gateway, outbox } = context;
	// Without an address to send to nothing goes out, and the row may still be edited.
	const reachable = await gateway.connect();
	if (!reachable.ok) return settle(listed, reachable.error, context);
	// Before the note that it was sent: a chunk that does not come leaves the row open for editing.
	const answerTalk = isAnswer(listed) ? await context.loadAnswerTalk() : undefined;
	// The list may be minutes old: a row that was reopened meanwhile must not go out.
	const item = await outbox.claim(listed.id);
	if (!item) return;
	const talk =
		isAnswer(item) && answerTalk
			? answerTalk(item)
			: submissionTalk(item as SubmissionItem, context);
	const opened = await talk.open();
	if (!opened.ok) return settle(item, opened.error, context);
	return deliver({ ...item, files: believe(item.files, opened.value.missing) }, talk, context);
}

/** From here the server knows what will come: files, then finalize, and once more for every file it still misses. */
async function deliver(opened: OutboxItem, talk: Talk, context: SendContext): Promise<void> {
	let item = opened;
	// Ends: every further round raises the attempt of a file, and attempts end at five.
	for (;;) {
		if (item.files.length > 0) await context.outbox.update(item.id, { files: item.files });
		const sent = await sendFiles(item, talk.folder, context);
		item = sent.item;
		if (sent.error) return settle(item, sent.error, context);
		const finalized = await talk.finalize();
		if (!finalized.ok) return settle(item, finalized.error, context);
		if ('finish' in finalized.value) {
			const isFinished = await finalized.value.finish(item.files);
			return isFinished ? undefined : settle(item, { kind: 'unknown' }, context);
		}
		const again = takeNextAttempt(item.files, finalized.value.missing);
		if (!again.ok) return settle(item, again.error, context);
		item = { ...item, files: again.value };
	}
}

/** Writes how a try ended into the row; anything thrown on the way counts as unknown. */
export async function settle(
	item: OutboxItem,
	error: AppError,
	context: Pick<SendContext, 'outbox' | 'now' | 'random'>
): Promise<void> {
	const verdict = judge(error);
	const pause = verdict === 'retry' ? backOff(item.attempts, context.random()) : holdFor(error);
	await context.outbox.update(item.id, {
		state: verdict === 'retry' ? 'waiting' : verdict === 'hold' ? 'held' : 'quarantined',
		attempts: item.attempts + 1,
		nextAttemptAt: new Date(context.now().getTime() + pause).toISOString(),
		lastError: { kind: error.kind, key: error.key }
	});
}
