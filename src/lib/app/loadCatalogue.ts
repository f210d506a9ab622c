import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { Field } from '$lib/domain/catalogue/Field';
import { findEventBySlug, LIFE_EVENT_SLUGS } from '$lib/domain/catalogue/lifeEvents';
import type { CatalogueIndex, IndexEntry, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { readShipped } from './fetchCatalogue';

/**
 * One procedure for a page: in a freshly loaded prerendered page the copy inside the HTML (no waiting), otherwise the
 * phone's own copy, otherwise the build's. Undefined when none of them has the code.
 */
export async function loadProcedure(
	code: string,
	fetchNow: typeof fetch
): Promise<SnapshotEntry | undefined> {
	const address = `/thu-tuc/${code}.json`;
	const ship = () => readShipped<SnapshotEntry>(fetchNow, address, 'procedure');
	if (comesWithPage(address)) return ship();
	return (await askPhone(async (catalogue) => catalogue.find(code))) ?? (await ship());
}

/** A field of work and its procedures, as its page lists them. */
export type FieldGroup = {
	field: Field;
	entries: Pick<IndexEntry, 'code' | 'shortTitle' | 'title' | 'summary'>[];
};

/** The group of one field of an index, if it has the field. */
export function fieldGroup(index: CatalogueIndex, code: string): FieldGroup | undefined {
	const field = index.fields.find((one) => one.code === code);
	return (
		field && {
			field,
			entries: index.procedures
				.filter((entry) => entry.field === code)
				.map(({ code, shortTitle, title, summary }) => ({ code, shortTitle, title, summary }))
		}
	);
}

/** One field for its page, from the same places as loadProcedure. */
export async function loadField(
	code: string,
	fetchNow: typeof fetch
): Promise<FieldGroup | undefined> {
	const address = `/linh-vuc/${code}.json`;
	const ship = () => readShipped<FieldGroup>(fetchNow, address, 'entries');
	if (comesWithPage(address)) return ship();
	const group = await askPhone(async (catalogue) => fieldGroup(await catalogue.index(), code));
	return group ?? (await ship());
}

/** The addresses of the pages about a turn in life. */
export function lifeEventSlugs(): string[] {
	return Object.values(LIFE_EVENT_SLUGS);
}

export { findEventBySlug };

/** Every line, for search: the phone's own, or the build's until the phone has taken it in. */
export async function loadIndex(fetchNow: typeof fetch): Promise<CatalogueIndex | undefined> {
	const onPhone = await askPhone(async (catalogue) => catalogue.index());
	if (onPhone && onPhone.procedures.length > 0) return onPhone;
	return readShipped<CatalogueIndex>(fetchNow, '/muc-luc.json', 'procedures');
}

/** Whether this is the first page, and holds what stands at this address: then nothing else is waited for. */
function comesWithPage(address: string): boolean {
	const isFirst = isFirstLoad;
	isFirstLoad = false;
	return typeof document === 'undefined' || (isFirst && isInlined(address));
}

/** The inlined copy is handed out once, while the page comes to life. */
let isFirstLoad = true;

/** SvelteKit leaves what a prerendered page fetched in a script element of its HTML. */
function isInlined(address: string): boolean {
	return document.querySelector(`script[data-sveltekit-fetched][data-url="${address}"]`) !== null;
}

async function askPhone<T>(
	ask: (catalogue: CatalogueStore) => Promise<T | undefined>
): Promise<T | undefined> {
	try {
		const { openLocalStores } = await import('./localStores');
		return await ask((await openLocalStores()).catalogue);
	} catch {
		// Storage may be blocked (private mode): the build's copy serves as well.
		return undefined;
	}
}
