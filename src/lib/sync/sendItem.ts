import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import type { AppError } from '$lib/domain/shared/Result';
import { backOff, HOLD_MS, judge } from './errorPolicy';

export type SendContext = {
	gateway: CitizenGateway;
	outbox: Outbox;
	titleOf(procedureCode: string): Promise<string>;
	/** SHA-256 of a text as 64 hex digits. */
	hash(text: string): Promise<string>;
	now(): Date;
	random(): number;
};

/**
 * Tries one row once: open, then finalize. The row leaves the outbox only on a receipt that names this very id;
 * any other end is written into the row, so that it survives the tab.
 */
export async function sendItem(listed: OutboxItem, context: SendContext): Promise<void> {
	const { gateway, outbox, now } = context;
	// Without an address to send to nothing goes out, and the row may still be edited.
	const reachable = await gateway.connect();
	if (!reachable.ok) return settle(listed, reachable.error, context);
	// The list may be minutes old: a row that was reopened meanwhile must not go out.
	const item = await outbox.claim(listed.id);
	if (!item) return;
	const opened = await gateway.openSubmission({
		id: item.id,
		secretHash: await context.hash(item.secret),
		payload: item.payload
	});
	if (!opened.ok) return settle(item, opened.error, context);
	const finalized = await gateway.finalizeSubmission({ id: item.id, secret: item.secret });
	if (!finalized.ok) return settle(item, finalized.error, context);
	if (!('receipt' in finalized.value) || finalized.value.receipt.id !== item.id) {
		return settle(item, { kind: 'unknown' }, context);
	}
	const { receipt } = finalized.value;
	await outbox.complete(item.id, {
		id: item.id,
		secret: item.secret,
		procedureCode: item.payload.procedureCode,
		title: await context.titleOf(item.payload.procedureCode),
		subject: item.payload.subject,
		receipt,
		progress: null,
		checkedAt: now().toISOString()
	});
}

/** Writes how a try ended into the row; anything thrown on the way counts as unknown. */
export async function settle(
	item: OutboxItem,
	error: AppError,
	context: SendContext
): Promise<void> {
	const verdict = judge(error);
	const attempts = item.attempts + 1;
	const pause = verdict === 'retry' ? backOff(item.attempts, context.random()) : HOLD_MS;
	await context.outbox.update(item.id, {
		state: verdict === 'retry' ? 'waiting' : verdict === 'hold' ? 'held' : 'quarantined',
		attempts,
		nextAttemptAt: new Date(context.now().getTime() + pause).toISOString(),
		lastError: { kind: error.kind, key: error.key }
	});
}
