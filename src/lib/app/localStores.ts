import { createCatalogueStore } from '$lib/data/local/catalogueStore';
import { LocalDatabase } from '$lib/data/local/database';
import { createDossierStore } from '$lib/data/local/dossierStore';
import { createDraftStore } from '$lib/data/local/draftStore';
import { createOutbox } from '$lib/data/local/outboxStore';
import type { LocalStores } from './citizenServices';

let opening: Promise<LocalStores> | undefined;

/** The stores on this phone's IndexedDB, opened once. Rejects when the browser forbids storage (private mode). */
export function openLocalStores(): Promise<LocalStores> {
	opening ??= open().catch((error: unknown) => {
		opening = undefined;
		throw error;
	});
	return opening;
}

async function open(): Promise<LocalStores> {
	const database = new LocalDatabase();
	await database.open();
	return {
		catalogue: createCatalogueStore(database),
		drafts: createDraftStore(database, localStorage),
		outbox: createOutbox(database),
		dossiers: createDossierStore(database)
	};
}
