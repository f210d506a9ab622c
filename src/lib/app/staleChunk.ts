const KEY = 'mot-cua.reloaded-at';

/**
 * After a new build was put out, an old page may ask for a chunk that is gone. What was typed is in IndexedDB, so the
 * page is loaded anew once; a second failure within ten seconds is shown instead of reloading for ever.
 */
export function reloadOnceOnStaleChunk(): void {
	addEventListener('vite:preloadError', (event) => {
		const last = Number(sessionStorage.getItem(KEY) ?? 0);
		if (Date.now() - last < 10_000) return;
		event.preventDefault();
		sessionStorage.setItem(KEY, String(Date.now()));
		location.reload();
	});
}
