import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { DeskDatabase } from './deskDatabase';

/** How long a keystroke waits for the next one before both are written. */
const PAUSE_MS = 250;

/** A store that can be made to write at once, and to take nothing more. */
export type ClosableStore = DeskStore & { flush(): Promise<void>; close(): Promise<void> };

/** What one officer types, in IndexedDB. */
export function createDeskStore(database: DeskDatabase, staffId: string): ClosableStore {
	/** Not written yet; undefined = to be removed. JSON, so that later changes of the value do not creep in. */
	const pending = new Map<string, string | undefined>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let writing: Promise<void> = Promise.resolve();
	let isClosed = false;

	function schedule(key: string, value: string | undefined): void {
		if (isClosed) return;
		pending.set(key, value);
		timer ??= setTimeout(() => void flush(), PAUSE_MS);
	}

	function flush(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		const batch = [...pending];
		pending.clear();
		if (batch.length > 0) writing = writing.then(() => write(batch));
		return writing;
	}

	async function write(batch: [string, string | undefined][]): Promise<void> {
		try {
			await database.transaction('rw', database.rows, async () => {
				for (const [key, value] of batch)
					if (value === undefined) await database.rows.delete([staffId, key]);
					else await database.rows.put({ staffId, key, value: JSON.parse(value) });
			});
		} catch (error) {
			// Still on the screen; the next keystroke tries again with all of it.
			console.warn('the desk could not keep what was typed', error);
		}
	}

	return {
		async load(key) {
			await flush();
			try {
				return (await database.rows.get([staffId, key]))?.value;
			} catch {
				return undefined;
			}
		},
		async loadAll(prefix) {
			await flush();
			try {
				const found = await database.rows
					.where('[staffId+key]')
					.between([staffId, prefix], [staffId, `${prefix}\uffff`])
					.toArray();
				return found.map(({ key, value }) => [key, value]);
			} catch {
				return [];
			}
		},
		save: (key, value) => schedule(key, JSON.stringify(value)),
		forget: (key) => schedule(key, undefined),
		flush,
		async close() {
			isClosed = true;
			clearTimeout(timer);
			pending.clear();
			await writing;
		}
	};
}
