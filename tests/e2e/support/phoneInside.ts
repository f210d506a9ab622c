import type { Page } from '@playwright/test';

/** What lies in the phone's own database, read as the browser stores it: a test must not trust the screen alone. */
export type KeptPage = { id: string; draftId: string; size: number; sha256: string };

/** The photographed pages on the phone, each with the hash of the bytes that really lie there. */
export function pagesOnPhone(page: Page): Promise<KeptPage[]> {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('mot-cua');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const all = <T>(table: string) =>
			new Promise<T[]>((resolve, reject) => {
				const asking = database.transaction(table).objectStore(table).getAll();
				asking.onsuccess = () => resolve(asking.result as T[]);
				asking.onerror = () => reject(asking.error);
			});
		const rows = await all<{ id: string; draftId: string; size: number }>('pages');
		const bytes = new Map(
			(await all<{ id: string; bytes: ArrayBuffer }>('pageBytes')).map((row) => [row.id, row.bytes])
		);
		database.close();
		return Promise.all(
			rows.map(async ({ id, draftId, size }) => {
				const digest = await crypto.subtle.digest('SHA-256', bytes.get(id) ?? new ArrayBuffer(0));
				const sha256 = [...new Uint8Array(digest)]
					.map((byte) => byte.toString(16).padStart(2, '0'))
					.join('');
				return { id, draftId, size, sha256 };
			})
		);
	});
}

/** How many files of the rows in the outbox are noted as sent; -1 while there is no row. */
export function filesSent(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open('mot-cua');
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const rows = await new Promise<{ files: { isSent: boolean }[] }[]>((resolve, reject) => {
			const asking = database.transaction('outbox').objectStore('outbox').getAll();
			asking.onsuccess = () => resolve(asking.result as { files: { isSent: boolean }[] }[]);
			asking.onerror = () => reject(asking.error);
		});
		database.close();
		if (rows.length === 0) return -1;
		return rows.flatMap((row) => row.files).filter((file) => file.isSent).length;
	});
}
