import type { Snapshot, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';

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

/**
 * The build checked these files against the schema; here only what is no such file at all (a captive portal's page) is
 * kept out, so that a procedure's page need not load the schema.
 */
async function readJson<T>(
	fetchNow: typeof fetch,
	address: string,
	member: keyof T & string
): Promise<T | undefined> {
	try {
		const response = await fetchNow(address);
		const data: unknown = response.ok ? await response.json() : undefined;
		return typeof data === 'object' && data !== null && member in data ? (data as T) : undefined;
	} catch {
		return undefined;
	}
}

function readEntry(fetchNow: typeof fetch, address: string): Promise<SnapshotEntry | undefined> {
	return readJson<SnapshotEntry>(fetchNow, address, 'procedure');
}

/** Offline before the first import: the service worker holds the snapshot. */
async function findInSnapshot(
	code: string,
	fetchNow: typeof fetch
): Promise<SnapshotEntry | undefined> {
	const snapshot = await readJson<Snapshot>(fetchNow, '/danh-muc.json', 'entries');
	return snapshot?.entries.find((entry) => entry.procedure.code === code);
}
