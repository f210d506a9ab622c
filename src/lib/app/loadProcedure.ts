import { Snapshot, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';

/**
 * One procedure for a page: in a freshly loaded prerendered page the copy inside the HTML (no waiting), otherwise the
 * phone's own copy, otherwise the build's. Undefined when none of them has the code.
 */
export async function loadProcedure(
	code: string,
	fetchNow: typeof fetch
): Promise<SnapshotEntry | undefined> {
	const address = `/thu-tuc/${code}.json`;
	const isFirst = isFirstLoad;
	isFirstLoad = false;
	if (typeof document === 'undefined' || (isFirst && isInlined(address)))
		return readEntry(fetchNow, address);
	return (
		(await findOnPhone(code)) ??
		(await readEntry(fetchNow, address)) ??
		(await findInSnapshot(code, fetchNow))
	);
}

/** The inlined copy is handed out once, while the page comes to life. */
let isFirstLoad = true;

/** SvelteKit leaves what a prerendered page fetched in a script element of its HTML. */
function isInlined(address: string): boolean {
	return document.querySelector(`script[data-sveltekit-fetched][data-url="${address}"]`) !== null;
}

async function findOnPhone(code: string): Promise<SnapshotEntry | undefined> {
	try {
		const { openLocalStores } = await import('./localStores');
		return await (await openLocalStores()).catalogue.find(code);
	} catch {
		// Storage may be blocked (private mode): the build's copy serves as well.
		return undefined;
	}
}

async function readEntry(
	fetchNow: typeof fetch,
	address: string
): Promise<SnapshotEntry | undefined> {
	try {
		const response = await fetchNow(address);
		if (!response.ok) return undefined;
		const parsed = SnapshotEntry.safeParse(await response.json());
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

/** Offline before the first import: the service worker holds the snapshot. */
async function findInSnapshot(
	code: string,
	fetchNow: typeof fetch
): Promise<SnapshotEntry | undefined> {
	try {
		const parsed = Snapshot.safeParse(await (await fetchNow('/danh-muc.json')).json());
		return parsed.success
			? parsed.data.entries.find((entry) => entry.procedure.code === code)
			: undefined;
	} catch {
		return undefined;
	}
}
