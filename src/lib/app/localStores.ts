import { version } from '$app/environment';
import { createCatalogueStore } from '$lib/data/local/catalogueStore';
import { LocalDatabase } from '$lib/data/local/database';
import { createDossierStore } from '$lib/data/local/dossierStore';
import { createDraftStore } from '$lib/data/local/draftStore';
import { createOutbox } from '$lib/data/local/outboxStore';
import { createPageStore } from '$lib/data/local/pageStore';
import { createPhoneStore } from '$lib/data/local/phoneStore';
import { reconnecting } from '$lib/data/local/reconnect';
import type { LocalStores } from './citizenServices';
import { newId } from './newId';
import { roomLeft } from './roomLeft';
import { startSentinel } from './sentinel';

/** "Internal error opening backing store" is sometimes over a moment later. */
const SECOND_TRY_MS = 300;

let opening: Promise<LocalStores> | undefined;

/**
 * The stores on this phone's IndexedDB, opened once. Where the browser forbids or breaks it (private mode, lockdown, a
 * damaged profile) the same stores in memory, with `isKept: false`. Rejects only where even that cannot run.
 */
export function openLocalStores(): Promise<LocalStores> {
	opening ??= open().catch((error: unknown) => {
		opening = undefined;
		throw error;
	});
	return opening;
}

async function open(): Promise<LocalStores> {
	const database = await findDatabase();
	if (!database) return openInMemory();
	const stores = storesOn(database, findLocalStorage() ?? noStorage(), true);
	await startSentinel({
		phone: stores.phone,
		storage: findLocalStorage() ?? noStorage(),
		takeInLeftovers: () => stores.drafts.list(),
		newId,
		now: () => new Date()
	}).catch((error: unknown) => console.warn('no sentinel', error));
	return stores;
}

async function findDatabase(): Promise<LocalDatabase | undefined> {
	for (const pause of [0, SECOND_TRY_MS]) {
		await new Promise((resolve) => setTimeout(resolve, pause));
		const database = new LocalDatabase();
		try {
			await database.open();
			return database;
		} catch (error) {
			database.close();
			console.warn('no database on this phone', error);
		}
	}
	return undefined;
}

/** What a closing page leaves behind stays with the broken database's own: nothing is taken in that would die here. */
async function openInMemory(): Promise<LocalStores> {
	if (typeof structuredClone !== 'function') throw new Error('this browser can hold no stores');
	const database = new LocalDatabase('mot-cua-tab', await memoryEngine());
	await database.open();
	return storesOn(database, noStorage(), false);
}

/** IndexedDB in memory, for a browser that forbids or breaks its own. */
export async function memoryEngine(): Promise<ConstructorParameters<typeof LocalDatabase>[1]> {
	const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
	return { indexedDB: new IDBFactory(), IDBKeyRange };
}

function storesOn(database: LocalDatabase, leftover: Storage, isKept: boolean): LocalStores {
	return {
		isKept,
		catalogue: reconnecting(createCatalogueStore(database, version), database),
		drafts: reconnecting(createDraftStore(database, leftover), database),
		outbox: reconnecting(createOutbox(database), database),
		dossiers: reconnecting(createDossierStore(database), database),
		pages: reconnecting(createPageStore(database, isKept ? roomLeft : unlimited), database),
		phone: reconnecting(createPhoneStore(database), database),
		async loadAnswers() {
			const { createAnswerStore } = await import('$lib/data/local/answerStore');
			return reconnecting(createAnswerStore(database, leftover), database);
		}
	};
}

/** Memory is no disk: how full that is says nothing here. */
async function unlimited(): Promise<undefined> {
	return undefined;
}

function findLocalStorage(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}

/** A Storage that holds nothing: for a page that may not use localStorage, or should not. */
function noStorage(): Storage {
	return {
		length: 0,
		clear() {},
		getItem: () => null,
		key: () => null,
		removeItem() {},
		setItem() {}
	};
}
