/** How often an open page asks where its dossiers stand. */
const POLL_MS = 15_000;

/**
 * Asks now, every fifteen seconds while the page is seen, and when it is shown again. A failed poll is followed by
 * the next one. Gives the function that stops it.
 */
export function keepRefreshing(refresh: () => Promise<unknown>): () => void {
	const ask = () => {
		if (document.visibilityState === 'visible') void refresh().catch(() => undefined);
	};
	ask();
	const timer = setInterval(ask, POLL_MS);
	document.addEventListener('visibilitychange', ask);
	addEventListener('online', ask);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', ask);
		removeEventListener('online', ask);
	};
}
