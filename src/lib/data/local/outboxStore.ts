import type { Outbox } from '$lib/data/ports/Outbox';
import { isSubmission, reopenedDraft } from '$lib/domain/dossier/OutboxItem';
import { fail, ok } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';
import { watchQuery } from './reconnect';

/** The outbox in IndexedDB. */
export function createOutbox(database: LocalDatabase): Outbox {
	const { outbox, drafts, dossiers, pages } = database;
	return {
		async add(item) {
			try {
				await database.transaction('rw', outbox, drafts, dossiers, async () => {
					// Pressed twice, or in two tabs: the first one counts.
					const isFiled = (await outbox.get(item.id)) ?? (await dossiers.get(item.id));
					if (!isFiled) await outbox.add(item);
					await drafts.delete(item.draft.id);
				});
				return ok(null);
			} catch (cause) {
				return fail(storageError(cause));
			}
		},
		async list() {
			return (await outbox.toArray()).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
		},
		claim(id) {
			return database.transaction('rw', outbox, async () => {
				const item = await outbox.get(id);
				if (!item) return undefined;
				const claimed = { ...item, openSent: true };
				await outbox.put(claimed);
				return claimed;
			});
		},
		async update(id, change) {
			await outbox.update(id, change);
		},
		async complete(id, dossier) {
			await database.transaction('rw', outbox, dossiers, async () => {
				await dossiers.put(dossier);
				await outbox.delete(id);
			});
		},
		reopen(id, fresh) {
			return database.transaction('rw', outbox, drafts, pages, async () => {
				const item = await outbox.get(id);
				const draft = item && isSubmission(item) ? reopenedDraft(item, fresh) : undefined;
				if (!draft) return undefined;
				await drafts.put(draft);
				// The photographs go with the draft; only what is known about them is written, not their bytes.
				await pages.where('draftId').equals(id).modify({ draftId: draft.id });
				await outbox.delete(id);
				return draft;
			});
		},
		watch: (onChange) => watchQuery(database, () => outbox.toArray(), onChange)
	};
}
