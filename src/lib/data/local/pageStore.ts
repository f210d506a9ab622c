import type { PageStore } from '$lib/data/ports/PageStore';
import type { Page } from '$lib/domain/dossier/Page';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';
import { watchQuery } from './reconnect';

/** What photographs leave free, in bytes: a full phone must still be able to keep words. */
const ROOM_FOR_WORDS = 2_000_000;

const FILED: Result<null> = fail({ kind: 'conflict', key: 'already-filed' });

/**
 * Photographed pages in IndexedDB; bytes as ArrayBuffer, because some browsers lose Blobs. `roomLeft`: how many bytes
 * the browser would still take, undefined where it does not say.
 */
export function createPageStore(
	database: LocalDatabase,
	roomLeft: () => Promise<number | undefined>
): PageStore {
	const { pages, pageBytes, outbox, dossiers } = database;

	/**
	 * A change in one transaction, unless the preparation was filed, or the answer sent, meanwhile in another tab: what was declared to the
	 * server must stay as it was, byte for byte.
	 */
	function changeOpen(
		findDraftIds: () => Promise<(string | undefined)[]>,
		change: () => Promise<void>
	): Promise<Result<null>> {
		return attempt(() =>
			database.transaction('rw', pages, pageBytes, outbox, dossiers, async () => {
				for (const id of new Set(await findDraftIds())) {
					if (id === undefined) continue;
					if ((await outbox.get(id)) ?? (await dossiers.get(id))) return FILED;
					if (await isSentAnswer(id)) return FILED;
				}
				await change();
				return ok(null);
			})
		);
	}

	async function isSentAnswer(id: string): Promise<boolean> {
		return (await dossiers.toArray()).some(({ answers }) => answers.some((one) => one.id === id));
	}

	/** The preparations of these pages; a page that is gone has none. */
	async function draftIdsOf(ids: string[]): Promise<(string | undefined)[]> {
		return (await pages.bulkGet(ids)).map((page) => page?.draftId);
	}

	async function write(page: Page, bytes: ArrayBuffer): Promise<Result<null>> {
		const room = await roomLeft();
		if (room !== undefined && room < bytes.byteLength + ROOM_FOR_WORDS)
			return fail({ kind: 'storage', key: 'full' });
		return changeOpen(
			async () => [page.draftId],
			async () => {
				await pageBytes.put({ id: page.id, bytes });
				await pages.put(page);
			}
		);
	}

	async function removeAll(ids: string[]): Promise<void> {
		await pageBytes.bulkDelete(ids);
		await pages.bulkDelete(ids);
	}

	return {
		listFor: (draftId) => pages.where('draftId').equals(draftId).toArray(),
		add: write,
		replace: write,
		setUses: (changes) =>
			changeOpen(
				() => draftIdsOf(changes.map(({ id }) => id)),
				async () => {
					for (const { id, uses } of changes) await pages.update(id, { uses });
				}
			),
		remove: (id) =>
			changeOpen(
				() => draftIdsOf([id]),
				() => removeAll([id])
			),
		removeFor: (draftId) =>
			attempt(() =>
				database.transaction('rw', pages, pageBytes, async () => {
					await removeAll(await pages.where('draftId').equals(draftId).primaryKeys());
					return ok(null);
				})
			),
		findBytes: async (id) => (await pageBytes.get(id))?.bytes,
		watch: (draftId, onChange) =>
			watchQuery(database, () => pages.where('draftId').equals(draftId).toArray(), onChange)
	};
}

async function attempt(work: () => Promise<Result<null>>): Promise<Result<null>> {
	try {
		return await work();
	} catch (cause) {
		return fail(storageError(cause));
	}
}
