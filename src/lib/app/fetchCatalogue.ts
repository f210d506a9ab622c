import type { CatalogueIndex, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import type { ShippedCatalogue } from '$lib/sync/pullCatalogue';

/** The catalogue beside the app, as the build shipped it. */
export const catalogueOfBuild: ShippedCatalogue = {
	loadIndex: () => readShipped<CatalogueIndex>(fetch, '/muc-luc.json', 'procedures'),
	async loadPart(part) {
		const shipped = await readShipped<{ entries: SnapshotEntry[] }>(
			fetch,
			`/danh-muc/${part}.json`,
			'entries'
		);
		return shipped?.entries;
	}
};

/**
 * One file of the build's catalogue, or undefined. The build checked these files against the schema; here only what
 * is no such file at all (a captive portal's page) is kept out, so that a phone need not load the schema.
 */
export async function readShipped<T>(
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
