import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { LONGEST_PAUSE_MS } from './errorPolicy';
import { sendItem, settle, type SendContext } from './sendItem';

export type EngineContext = SendContext & {
	/** Runs the task while no other tab runs one (Web Locks): it waits for its turn. */
	asLeader(task: () => Promise<void>): Promise<void>;
	/** Runs later, once; gives the function that calls it off. */
	setTimer(run: () => void, ms: number): () => void;
};

export type Engine = {
	/**
	 * Sends what is due. `all` also tries rows that rest (button, network back, page shown again). Rejects when the
	 * outbox cannot be read or written; it is tried again by itself after the longest pause.
	 */
	run(reason?: 'due' | 'all'): Promise<void>;
};

/**
 * The one engine that empties the outbox: one leader among tabs, one run at a time (a call during a run makes it go
 * round once more), rows one after another, each with its own state, so that a bad row holds up no other.
 */
export function createEngine(context: EngineContext): Engine {
	let running: Promise<void> | undefined;
	let again: 'due' | 'all' | undefined;
	/** There is one alarm: a new one takes the place of the old. */
	let callOff: (() => void) | undefined;

	async function drain(reason: 'due' | 'all'): Promise<void> {
		for (const item of await context.outbox.list()) {
			if (!isDue(item, context.now(), reason)) continue;
			// Whatever goes wrong with one row is written into that row; the next one has its turn.
			await sendItem(item, context).catch((cause: unknown) =>
				settle(item, { kind: 'unknown', cause }, context)
			);
		}
		wakeUpIn(nextWakeUp(await context.outbox.list(), context.now()));
	}

	function wakeUpIn(ms: number | undefined): void {
		callOff?.();
		callOff =
			ms === undefined
				? undefined
				: context.setTimer(() => void run('due').catch(() => undefined), ms);
	}

	async function loop(reason: 'due' | 'all'): Promise<void> {
		await context.asLeader(() => drain(reason));
		while (again) {
			const repeat = again;
			again = undefined;
			await context.asLeader(() => drain(repeat));
		}
	}

	function run(reason: 'due' | 'all' = 'due'): Promise<void> {
		if (running) {
			again = again === 'all' ? 'all' : reason;
			return running;
		}
		running = loop(reason)
			.catch((cause: unknown) => {
				// Storage is closed: no row could say when it is due, and without an alarm nothing would ask again.
				wakeUpIn(LONGEST_PAUSE_MS);
				throw cause;
			})
			.finally(() => (running = undefined));
		return running;
	}

	return { run };
}

/** Whether a row is tried now. Quarantined rows wait for the citizen. */
export function isDue(item: OutboxItem, now: Date, reason: 'due' | 'all'): boolean {
	if (item.state === 'quarantined') return false;
	return reason === 'all' || item.nextAttemptAt <= now.toISOString();
}

/** Milliseconds until the next row is due, or undefined when no row will come due. */
export function nextWakeUp(items: readonly OutboxItem[], now: Date): number | undefined {
	const times = items
		.filter((item) => item.state !== 'quarantined')
		.map((item) => new Date(item.nextAttemptAt).getTime() - now.getTime());
	return times.length === 0 ? undefined : Math.max(250, Math.min(...times));
}
