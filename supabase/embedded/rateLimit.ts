/** Counts attempts by key, so many a minute. */
export interface RateLimit {
	/** Counts one attempt of this key at `now` (milliseconds); gives the whole seconds to wait when it is one too many. */
	admit(key: string, now: number): number | undefined;
	/** How many keys are remembered. */
	readonly size: number;
}

const minute = 60_000;

/**
 * Allows each key `perMinute` attempts in the minute that begins with its first one. Remembers `mostKeys` keys at most:
 * ended minutes go first, then the oldest, so that strangers cannot fill the memory.
 */
export function createRateLimit(perMinute: number, mostKeys = 10_000): RateLimit {
	// Insertion order is the order of the minutes' beginnings: the oldest is always in front.
	const minutes = new Map<string, { began: number; attempts: number }>();
	const forget = (now: number) => {
		for (const [key, { began }] of minutes) {
			if (now - began < minute && minutes.size < mostKeys) return;
			minutes.delete(key);
		}
	};
	return {
		admit(key, now) {
			const known = minutes.get(key);
			if (known && now - known.began < minute) {
				if (known.attempts >= perMinute) return Math.ceil((known.began + minute - now) / 1_000);
				known.attempts += 1;
				return undefined;
			}
			minutes.delete(key);
			forget(now);
			minutes.set(key, { began: now, attempts: 1 });
			return undefined;
		},
		get size() {
			return minutes.size;
		}
	};
}
