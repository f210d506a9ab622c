import type { DraftStore } from '$lib/data/ports/DraftStore';
import { fail, ok } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';

/** Preparations in IndexedDB. */
export function createDraftStore(database: LocalDatabase): DraftStore {
	const { drafts, outbox, dossiers } = database;
	return {
		async findFor(procedureCode) {
			const rows = await drafts.where({ procedureCode }).toArray();
			return rows.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
		},
		async list() {
			return (await drafts.toArray()).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
		},
		async save(draft) {
			try {
				// Another tab may have submitted it meanwhile: a filed dossier must not come back as a draft.
				const isFiled = await database.transaction('rw', drafts, outbox, dossiers, async () => {
					if ((await outbox.get(draft.id)) ?? (await dossiers.get(draft.id))) return true;
					await drafts.put(draft);
					return false;
				});
				return isFiled ? fail({ kind: 'conflict', key: 'already-filed' }) : ok(null);
			} catch (cause) {
				return fail(storageError(cause));
			}
		},
		async remove(id) {
			try {
				await drafts.delete(id);
				return ok(null);
			} catch (cause) {
				return fail(storageError(cause));
			}
		}
	};
}
