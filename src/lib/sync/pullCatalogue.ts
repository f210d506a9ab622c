import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { Snapshot } from '$lib/domain/catalogue/Snapshot';
import { ok, type Result } from '$lib/domain/shared/Result';

/** The most pages one pull reads, so that a faulty server cannot keep a phone busy for ever. */
const MOST_PAGES = 100;

/**
 * Brings the phone's catalogue up to date: the build's snapshot first (works offline), then only what changed after
 * the phone's revision. Gives whether anything changed; a failed pull leaves what the phone has.
 */
export async function pullCatalogue(
	store: CatalogueStore,
	gateway: CitizenGateway,
	loadSnapshot: () => Promise<Snapshot | undefined>
): Promise<Result<{ changed: boolean }>> {
	const before = await store.state();
	if (before.revision === null) {
		const snapshot = await loadSnapshot();
		if (snapshot) await store.importSnapshot(snapshot);
	}
	let changed = before.revision === null;
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const delta = await gateway.pullCatalogue(await store.state());
		if (!delta.ok) return delta;
		if ('unchanged' in delta.value) return ok({ changed });
		await store.apply(delta.value);
		changed = true;
		if (!delta.value.more) break;
	}
	return ok({ changed });
}
