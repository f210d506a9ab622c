const KEY = 'mot-cua.reloaded-at';

/**
 * After a new build was put out, an old page may ask for a chunk that is gone. What was typed is in IndexedDB, so the
 * page is loaded anew once; a second failure within ten seconds is shown instead of reloading for ever. Without a line
 * and before this device can open pages by itself, the page on screen is all there is: it stays.
 */
export function reloadOnceOnStaleChunk(): void {
	addEventListener('vite:preloadError', (event) => {
		const opensAlone = Boolean((navigator as Partial<Navigator>).serviceWorker?.controller);
		if (!navigator.onLine && !opensAlone) return;
		const last = Number(sessionStorage.getItem(KEY) ?? 0);
		if (Date.now() - last < 10_000) return;
		event.preventDefault();
		sessionStorage.setItem(KEY, String(Date.now()));
		location.reload();
	});
}
