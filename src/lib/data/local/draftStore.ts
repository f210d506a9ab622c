import type { DraftStore } from '$lib/data/ports/DraftStore';
import { fail, ok } from '$lib/domain/shared/Result';
import { storageError, type LocalDatabase } from './database';

/** Preparations in IndexedDB. */
export function createDraftStore({ drafts }: LocalDatabase): DraftStore {
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
				await drafts.put(draft);
				return ok(null);
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
