/** Admits work to the database: one after another, or side by side where the engine can. */
export interface Turns {
	/** Runs `work` when its turn comes and gives what it gives; a throw ends that turn only. */
	take<T>(work: () => Promise<T>): Promise<T>;
	/** Resolves when everything admitted so far has ended. */
	idle(): Promise<void>;
	/** How many are running or waiting. */
	readonly pending: number;
}

/**
 * PGlite is one connection: two requests started in one tick would share one transaction and its role. Here every
 * piece of work waits for the one before it. The work must have all its input in hand before it asks for a turn.
 */
export function createSerialTurns(): Turns {
	let last: Promise<unknown> = Promise.resolve();
	let pending = 0;
	return {
		take(work) {
			pending += 1;
			const turn = last.then(work).finally(() => (pending -= 1));
			// The next turn starts whether this one succeeded or not.
			last = turn.catch(() => undefined);
			return turn;
		},
		idle: async () => void (await last),
		get pending() {
			return pending;
		}
	};
}

/** A real PostgreSQL isolates its connections: work runs at once and is only counted. */
export function createConcurrentTurns(): Turns {
	const running = new Set<Promise<unknown>>();
	return {
		take(work) {
			const turn = work().finally(() => running.delete(turn));
			running.add(turn);
			return turn;
		},
		idle: async () => void (await Promise.allSettled(running)),
		get pending() {
			return running.size;
		}
	};
}
