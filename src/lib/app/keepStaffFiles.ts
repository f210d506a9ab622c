import { version } from '$app/environment';

/** The cache that vite.config.ts names. */
const CACHE = 'can-bo';

/**
 * Keeps the pages of the staff on this PC, as the service worker keeps the citizens' on every phone: they open without a
 * line, and go on working after an update of the server until this page is loaded anew. Resolves to how many files it
 * had to fetch; what cannot be fetched now is fetched at the next start.
 */
export async function keepStaffFiles(
	storage: Pick<CacheStorage, 'open'>,
	load: (path: string) => Promise<Response>
): Promise<number> {
	const answer = await load('/_app/can-bo.json');
	const list: unknown = answer.ok ? await answer.json() : undefined;
	// An older page leaves everything to the newer one.
	if (!isList(list) || list.version !== version) return 0;
	const wanted = list.files.map((file) => `/${file}`);
	const cache = await storage.open(CACHE);
	const held = (await cache.keys()).map(({ url }) => new URL(url).pathname);
	const missing = wanted.filter((path) => !held.includes(path));
	for (const path of missing) await cache.add(path);
	await Promise.all(
		held.filter((path) => !wanted.includes(path)).map((path) => cache.delete(path))
	);
	return missing.length;
}

function isList(value: unknown): value is { version: string; files: string[] } {
	const { version: of, files } = (value ?? {}) as Record<string, unknown>;
	return typeof of === 'string' && Array.isArray(files);
}
