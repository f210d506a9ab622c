import type { PageStore } from '$lib/data/ports/PageStore';
import type { Page } from '$lib/domain/dossier/Page';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';
import { watchQuery } from './reconnect';

/** What photographs leave free, in bytes: a full phone must still be able to keep words. */
const ROOM_FOR_WORDS = 2_000_000;

/**
 * Photographed pages in IndexedDB; bytes as ArrayBuffer, because some browsers lose Blobs. `roomLeft`: how many bytes
 * the browser would still take, undefined where it does not say.
 */
export function createPageStore(
	database: LocalDatabase,
	roomLeft: () => Promise<number | undefined>
): PageStore {
	const { pages, pageBytes } = database;

	async function write(page: Page, bytes: ArrayBuffer): Promise<Result<null>> {
		const room = await roomLeft();
		if (room !== undefined && room < bytes.byteLength + ROOM_FOR_WORDS)
			return fail({ kind: 'storage', key: 'full' });
		return attempt(() =>
			database.transaction('rw', pages, pageBytes, async () => {
				await pageBytes.put({ id: page.id, bytes });
				await pages.put(page);
			})
		);
	}

	function removeAll(ids: string[]): Promise<Result<null>> {
		return attempt(() =>
			database.transaction('rw', pages, pageBytes, async () => {
				await pageBytes.bulkDelete(ids);
				await pages.bulkDelete(ids);
			})
		);
	}

	return {
		listFor: (draftId) => pages.where('draftId').equals(draftId).toArray(),
		add: write,
		replace: write,
		setUses: (changes) =>
			attempt(() =>
				database.transaction('rw', pages, async () => {
					for (const { id, uses } of changes) await pages.update(id, { uses });
				})
			),
		remove: (id) => removeAll([id]),
		removeFor: async (draftId) =>
			removeAll(await pages.where('draftId').equals(draftId).primaryKeys()),
		findBytes: async (id) => (await pageBytes.get(id))?.bytes,
		watch: (draftId, onChange) =>
			watchQuery(database, () => pages.where('draftId').equals(draftId).toArray(), onChange)
	};
}

async function attempt(work: () => Promise<void>): Promise<Result<null>> {
	try {
		await work();
		return ok(null);
	} catch (cause) {
		return fail(storageError(cause));
	}
}
