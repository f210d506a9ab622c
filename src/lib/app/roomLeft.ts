/** How many bytes the browser would still store for this app; undefined where it does not say, or fails at saying. */
export async function roomLeft(): Promise<number | undefined> {
	try {
		const { quota, usage } = await navigator.storage.estimate();
		return quota === undefined || usage === undefined ? undefined : quota - usage;
	} catch {
		return undefined;
	}
}
