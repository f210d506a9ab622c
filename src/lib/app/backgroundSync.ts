import { pullCatalogue } from '$lib/sync/pullCatalogue';
import type { Services } from './context';
import { catalogueOfBuild } from './fetchCatalogue';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Everything that happens by itself on a phone: the catalogue is taken in and caught up, the outbox is emptied at
 * start, when the network comes back and when the page is shown again; what was lost is looked for at the same times.
 * Gives the function that stops listening.
 */
export function startBackgroundSync(services: Services): () => void {
	const wake = () => {
		void quietly(() => recover(services));
		void quietly(services.send);
		void quietly(() => sendFeedback(services));
	};
	const onVisible = () => document.visibilityState === 'visible' && wake();
	void quietly(() => updateCatalogue(services))
		.then(wake)
		.then(() => quietly(() => removeOrphans(services)));
	addEventListener('online', wake);
	document.addEventListener('visibilitychange', onVisible);
	return () => {
		removeEventListener('online', wake);
		document.removeEventListener('visibilitychange', onVisible);
	};
}

/** The chunk that looks for lost dossiers is only for phones that lost some. */
async function recover(services: Services): Promise<void> {
	const loss = await (await services.loadStores()).phone.findLoss();
	if (loss && loss.unasked.length > 0) await services.recoverLost();
}

/** The chunk that sends is only for phones on which answers to a survey or a complaint lie. */
async function sendFeedback(services: Services): Promise<void> {
	if (!Object.keys(localStorage).some((key) => /^mot-cua\.(survey\.|feedback$)/.test(key))) return;
	await (await import('./feedbackServices')).createFeedbackServices(services).sendWaiting();
}

/**
 * Photographs that belong to nothing: copied for a correction that never began, or left by a crash. A day's grace,
 * because what they are for may just be on its way into the database.
 */
async function removeOrphans(services: Services): Promise<void> {
	const { drafts, phone } = await services.loadStores();
	// A draft that a closing page left outside the database owns its photographs too.
	await drafts.list();
	await phone.removeOrphans(new Date(services.now().getTime() - DAY_MS).toISOString());
}

async function updateCatalogue(services: Services): Promise<void> {
	const [stores, gateway] = await Promise.all([services.loadStores(), services.loadGateway()]);
	await pullCatalogue(stores.catalogue, gateway, catalogueOfBuild);
}

/** Background work has nobody to tell: a blocked IndexedDB or a lost chunk is met again, in words, where it matters. */
async function quietly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.warn('background work failed', error);
	}
}
