const pending = new Set<Promise<unknown>>();

/** Work of this page that a reload would cut off: photographs on their way into the database. Gives the same promise. */
export function trackWork<T>(work: Promise<T>): Promise<T> {
	pending.add(work);
	const done = () => pending.delete(work);
	work.then(done, done);
	return work;
}

/** Settles when no such work is left, also none that began meanwhile; never rejects. */
export async function whenIdle(): Promise<void> {
	while (pending.size > 0) await Promise.allSettled(pending);
}
