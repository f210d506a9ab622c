import { Snapshot } from '$lib/domain/catalogue/Snapshot';
import { pullCatalogue } from '$lib/sync/pullCatalogue';
import type { Services } from './context';

/**
 * Everything that happens by itself on a phone: the catalogue is taken in and caught up, the outbox is emptied at
 * start, when the network comes back and when the page is shown again. Gives the function that stops listening.
 */
export function startBackgroundSync(services: Services): () => void {
	const wake = () => void quietly(services.send);
	const onVisible = () => document.visibilityState === 'visible' && wake();
	void quietly(() => updateCatalogue(services)).then(wake);
	addEventListener('online', wake);
	document.addEventListener('visibilitychange', onVisible);
	return () => {
		removeEventListener('online', wake);
		document.removeEventListener('visibilitychange', onVisible);
	};
}

async function updateCatalogue(services: Services): Promise<void> {
	const [stores, gateway] = await Promise.all([services.loadStores(), services.loadGateway()]);
	await pullCatalogue(stores.catalogue, gateway, async () => {
		const response = await fetch('/danh-muc.json');
		const parsed = response.ok ? Snapshot.safeParse(await response.json()) : undefined;
		return parsed?.success ? parsed.data : undefined;
	});
}

/** Background work has nobody to tell: a blocked IndexedDB or a lost chunk is met again, in words, where it matters. */
async function quietly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.warn('background work failed', error);
	}
}
