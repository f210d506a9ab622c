/**
 * Calls `refresh` every `seconds` while the page is in sight, and at once when it comes back into sight or the line
 * does. Gives the function that stops it.
 */
export function keepFresh(refresh: () => void, seconds: number): () => void {
	const ifSeen = () => {
		if (!document.hidden) refresh();
	};
	const timer = setInterval(ifSeen, seconds * 1000);
	const signals = ['focus', 'online'] as const;
	for (const signal of signals) window.addEventListener(signal, ifSeen);
	document.addEventListener('visibilitychange', ifSeen);
	return () => {
		clearInterval(timer);
		for (const signal of signals) window.removeEventListener(signal, ifSeen);
		document.removeEventListener('visibilitychange', ifSeen);
	};
}
