import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import type { AppError } from '$lib/domain/shared/Result';
import { sha256Hex } from '$lib/domain/shared/sha256';
import { backOff, HOLD_MS, judge } from './errorPolicy';

export type SendContext = {
	gateway: CitizenGateway;
	outbox: Outbox;
	titleOf(procedureCode: string): Promise<string>;
	now(): Date;
	random(): number;
};

/**
 * Tries one row once: open, then finalize. The row leaves the outbox only on a receipt that names this very id;
 * any other end is written into the row, so that it survives the tab.
 */
export async function sendItem(item: OutboxItem, context: SendContext): Promise<void> {
	const { gateway, outbox, now } = context;
	// Written before sending: from here on the server may know the content, so it must not change any more.
	if (!item.openSent) await outbox.update(item.id, { openSent: true });
	const opened = await gateway.openSubmission({
		id: item.id,
		secretHash: await sha256Hex(item.secret),
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

async function settle(item: OutboxItem, error: AppError, context: SendContext): Promise<void> {
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
