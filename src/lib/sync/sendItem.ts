import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { PageStore } from '$lib/data/ports/PageStore';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import type { Receipt } from '$lib/domain/dossier/Receipt';
import { declarationOf } from '$lib/domain/dossier/Submission';
import type { AppError } from '$lib/domain/shared/Result';
import { backOff, holdFor, judge } from './errorPolicy';
import { believe, sendFiles, takeNextAttempt } from './sendFiles';

export type SendContext = {
	gateway: CitizenGateway;
	outbox: Outbox;
	/** Where the bytes of the files lie. */
	pages: Pick<PageStore, 'findBytes'>;
	titleOf(procedureCode: string): Promise<string>;
	/** SHA-256 of a text as 64 hex digits. */
	hash(text: string): Promise<string>;
	now(): Date;
	random(): number;
};

/**
 * Tries one row once: open, upload what the server misses, finalize. The row leaves the outbox only on a receipt that
 * names this very id; any other end is written into the row, so that it survives the tab.
 */
export async function sendItem(listed: OutboxItem, context: SendContext): Promise<void> {
	const { gateway, outbox } = context;
	// Without an address to send to nothing goes out, and the row may still be edited.
	const reachable = await gateway.connect();
	if (!reachable.ok) return settle(listed, reachable.error, context);
	// The list may be minutes old: a row that was reopened meanwhile must not go out.
	const item = await outbox.claim(listed.id);
	if (!item) return;
	const opened = await gateway.openSubmission({
		id: item.id,
		secretHash: await context.hash(item.secret),
		payload: item.payload,
		files: item.files.map(declarationOf),
		replaces: item.draft.replaces ?? []
	});
	if (!opened.ok) return settle(item, opened.error, context);
	const missing = opened.value.state === 'finalized' ? [] : opened.value.missing;
	return deliver({ ...item, files: believe(item.files, missing) }, context);
}

/** From here the server knows what will come: files, then finalize, and once more for every file it still misses. */
async function deliver(opened: OutboxItem, context: SendContext): Promise<void> {
	let item = opened;
	// Ends: every further round raises the attempt of a file, and attempts end at five.
	for (;;) {
		if (item.files.length > 0) await context.outbox.update(item.id, { files: item.files });
		const sent = await sendFiles(item, context);
		item = sent.item;
		if (sent.error) return settle(item, sent.error, context);
		const finalized = await context.gateway.finalizeSubmission({
			id: item.id,
			secret: item.secret
		});
		if (!finalized.ok) return settle(item, finalized.error, context);
		if ('receipt' in finalized.value) return complete(item, finalized.value.receipt, context);
		const again = takeNextAttempt(item.files, finalized.value.missing);
		if (!again.ok) return settle(item, again.error, context);
		item = { ...item, files: again.value };
	}
}

async function complete(item: OutboxItem, receipt: Receipt, context: SendContext): Promise<void> {
	if (receipt.id !== item.id) return settle(item, { kind: 'unknown' }, context);
	await context.outbox.complete(item.id, {
		id: item.id,
		secret: item.secret,
		procedureCode: item.payload.procedureCode,
		title: await context.titleOf(item.payload.procedureCode),
		subject: item.payload.subject,
		receipt,
		draft: item.draft,
		files: item.files,
		progress: null,
		checkedAt: context.now().toISOString()
	});
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
