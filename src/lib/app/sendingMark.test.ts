import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outbox } from '$lib/data/ports/Outbox';
import { anId, anItem } from '$lib/testing/builders';
import { createSendingMark, markSending } from './sendingMark';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Web Locks of one browser: a tab that dies lets go of its own. */
function aBrowser() {
	const held = new Map<string, number>();
	return {
		aTab: (tab: number) =>
			({
				async request(name: string, run: () => Promise<void>) {
					held.set(name, tab);
					await run();
					held.delete(name);
				},
				query: async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] })
			}) as unknown as LockManager,
		kill(tab: number) {
			for (const [name, owner] of held) if (owner === tab) held.delete(name);
		}
	};
}

function watched(mark: ReturnType<typeof createSendingMark>) {
	const seen: string[][] = [];
	const stop = mark.watch((ids) => seen.push(ids));
	return { last: () => seen.at(-1), stop };
}

describe('which dossier is being sent', () => {
	it('is known in every tab, and no longer than it lasts', async () => {
		const browser = aBrowser();
		const first = createSendingMark(browser.aTab(1));
		const other = watched(createSendingMark(browser.aTab(2)));
		first.begin(anId(1));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(other.last()).toEqual([anId(1)]);
		first.end(anId(1));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(other.last()).toEqual([]);
		other.stop();
	});

	it('ends with the tab that dies in the middle', async () => {
		const browser = aBrowser();
		createSendingMark(browser.aTab(1)).begin(anId(1));
		const other = watched(createSendingMark(browser.aTab(2)));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(other.last()).toEqual([anId(1)]);
		browser.kill(1);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(other.last()).toEqual([]);
		other.stop();
	});

	it('is known in its own tab at once, even without locks', async () => {
		const mark = createSendingMark(undefined);
		const own = watched(mark);
		mark.begin(anId(1));
		await vi.advanceTimersByTimeAsync(0);
		expect(own.last()).toEqual([anId(1)]);
		mark.endAll();
		await vi.advanceTimersByTimeAsync(0);
		expect(own.last()).toEqual([]);
		own.stop();
	});
});

describe('the outbox as the engine sees it', () => {
	it('marks a row from its claim to the end of the try, not at each file', async () => {
		const mark = createSendingMark(undefined);
		const own = watched(mark);
		const outbox = markSending(
			{
				claim: async (id: string) => (id === anId(1) ? anItem(1) : undefined),
				update: async () => {}
			} as unknown as Outbox,
			mark
		);
		await outbox.claim(anId(2));
		await vi.advanceTimersByTimeAsync(0);
		expect(own.last()).toEqual([]);
		await outbox.claim(anId(1));
		await outbox.update(anId(1), { attempts: 0, files: [] });
		await vi.advanceTimersByTimeAsync(0);
		expect(own.last()).toEqual([anId(1)]);
		await outbox.update(anId(1), { state: 'waiting' });
		await vi.advanceTimersByTimeAsync(0);
		expect(own.last()).toEqual([]);
		own.stop();
	});
});
