import type { Outbox } from '$lib/data/ports/Outbox';

const LOCK = 'mot-cua-sending:';
const POLL_MS = 1_000;

/**
 * Which rows are being sent at this moment, in whatever tab. A row says nothing about that, because what it said would
 * stay after a crash; a Web Lock goes with its tab. Without locks (plain http) a tab knows only of itself.
 */
export type SendingMark = {
	begin(id: string): void;
	end(id: string): void;
	/** The run is over, however it ended. */
	endAll(): void;
	/** Calls back now and at every change; gives the function that stops it. */
	watch(onChange: (ids: string[]) => void): () => void;
};

/** A new mark; `locks` is navigator.locks where there is one. */
export function createSendingMark(
	locks: Pick<LockManager, 'request' | 'query'> | undefined
): SendingMark {
	const own = new Map<string, () => void>();
	/** Ended here, while the browser still counts the lock. */
	const ending = new Set<string>();
	const watchers = new Set<() => void>();

	async function findSending(): Promise<string[]> {
		const { held = [] } = (await locks?.query()) ?? {};
		const others = held.flatMap(({ name }) =>
			name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []
		);
		return [...new Set([...own.keys(), ...others.filter((id) => !ending.has(id))])];
	}

	function end(id: string): void {
		const release = own.get(id);
		if (!release) return;
		own.delete(id);
		if (locks) ending.add(id);
		release();
		watchers.forEach((tell) => tell());
	}

	return {
		begin(id) {
			if (own.has(id)) return;
			let release = () => {};
			const over = new Promise<void>((resolve) => (release = resolve));
			own.set(id, release);
			// A failed request is no reason not to send.
			void locks
				?.request(LOCK + id, () => over)
				.catch(() => undefined)
				.then(() => ending.delete(id));
			watchers.forEach((tell) => tell());
		},
		end,
		endAll: () => [...own.keys()].forEach(end),
		watch(onChange) {
			let last: string | undefined;
			let isOver = false;
			const tell = () =>
				void findSending()
					.catch(() => [...own.keys()])
					.then((ids) => {
						if (isOver || ids.join() === last) return;
						last = ids.join();
						onChange(ids);
					});
			tell();
			watchers.add(tell);
			const timer = setInterval(tell, POLL_MS);
			return () => {
				isOver = true;
				watchers.delete(tell);
				clearInterval(timer);
			};
		}
	};
}

/** The outbox as the engine sees it: a row is marked from its claim until how the try ended is written. */
export function markSending(outbox: Outbox, mark: SendingMark): Outbox {
	return {
		...outbox,
		async claim(id) {
			const item = await outbox.claim(id);
			if (item) mark.begin(id);
			return item;
		},
		async update(id, change) {
			await outbox.update(id, change);
			if (change.state) mark.end(id);
		},
		async complete(id, dossier) {
			await outbox.complete(id, dossier);
			mark.end(id);
		}
	};
}
