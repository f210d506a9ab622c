import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { CatalogueIndex, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { fail, ok, type Result } from '$lib/domain/shared/Result';

/** The most pages one pull reads, so that a faulty server cannot keep a phone busy for ever. */
const MOST_PAGES = 100;

/** What the build ships beside the app; undefined = it did not come. */
export type ShippedCatalogue = {
	loadIndex(): Promise<CatalogueIndex | undefined>;
	loadPart(part: number): Promise<SnapshotEntry[] | undefined>;
};

/**
 * Brings the phone's catalogue up to date. A new phone takes the build's index (lists and search work from then on),
 * then the procedures part by part, each kept as soon as it is there; a line that breaks goes on where it stopped.
 * Then, and on every later start, only what the office changed after the phone's revision; the first time the phone
 * names what it holds, so that nothing is sent twice. Hints (papers that many people lack) come along when there are
 * others, though no procedure changed. Gives whether anything changed; a failed pull leaves what the
 * phone has.
 */
export async function pullCatalogue(
	store: CatalogueStore,
	gateway: CitizenGateway,
	shipped: ShippedCatalogue
): Promise<Result<{ changed: boolean }>> {
	const isNew = (await store.state()).revision === null;
	if (isNew) {
		const taken = await takeShipped(store, shipped);
		if (!taken.ok) return taken;
	}
	let changed = isNew;
	let { revision } = await store.state();
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const delta = await gateway.pullCatalogue({
			revision,
			hashes: await store.heldHashes(),
			hints: await store.hintStamp()
		});
		if (!delta.ok) return delta;
		if (delta.value.hints) await store.keepHints(delta.value.hints);
		if ('unchanged' in delta.value) return ok({ changed });
		await store.apply(delta.value);
		changed = true;
		({ revision } = delta.value);
		if (!delta.value.more) break;
	}
	return ok({ changed });
}

async function takeShipped(
	store: CatalogueStore,
	shipped: ShippedCatalogue
): Promise<Result<null>> {
	const index = await shipped.loadIndex();
	// An installation without a build's catalogue gets everything from the office.
	if (!index) return ok(null);
	await store.importIndex(index);
	for (const part of await store.missingParts()) {
		const entries = await shipped.loadPart(part);
		if (!entries) return fail({ kind: 'offline' });
		await store.putDetails(entries);
	}
	return ok(null);
}
