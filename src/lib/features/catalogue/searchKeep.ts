import type { PackedIndex } from './searchIndex';

/** Where a built index stays from one start of the app to the next; the catalogue itself is kept elsewhere. */
const DATABASE = 'mot-cua-search';
const STORE = 'index';
const PLACE = 1;

type Kept = { key: string; packed: PackedIndex };

/** The index kept under this key, if it is still there. */
export async function findKept(key: string): Promise<PackedIndex | undefined> {
	const kept = await inStore<Kept | undefined>('readonly', (store) => store.get(PLACE));
	return kept?.key === key ? kept.packed : undefined;
}

/** Keeps an index in the place of the one before. */
export async function keepIndex(key: string, packed: PackedIndex): Promise<void> {
	await inStore('readwrite', (store) => store.put({ key, packed } satisfies Kept, PLACE));
}

async function inStore<T>(
	mode: IDBTransactionMode,
	act: (store: IDBObjectStore) => IDBRequest
): Promise<T> {
	const opening = indexedDB.open(DATABASE, 1);
	opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
	const database = await settled<IDBDatabase>(opening);
	try {
		return await settled<T>(act(database.transaction(STORE, mode).objectStore(STORE)));
	} finally {
		database.close();
	}
}

function settled<T>(request: IDBRequest): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result as T);
		request.onerror = () => reject(request.error ?? new Error('no reason given'));
	});
}
