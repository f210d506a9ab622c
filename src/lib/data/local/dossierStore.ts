import { liveQuery } from 'dexie';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { LocalDatabase } from './database';

/** Dossiers this phone filed, in IndexedDB. */
export function createDossierStore({ dossiers }: LocalDatabase): DossierStore {
	async function list() {
		const rows = await dossiers.toArray();
		return rows.sort((a, b) => b.receipt.submittedAt.localeCompare(a.receipt.submittedAt));
	}
	return {
		list,
		find: (id) => dossiers.get(id),
		async add(dossier) {
			await dossiers.put(dossier);
		},
		async saveFiles(id, files) {
			await dossiers.update(id, { files });
		},
		async saveProgress(id, progress, checkedAt) {
			await dossiers.update(id, { progress, checkedAt });
		},
		watch(onChange) {
			const subscription = liveQuery(list).subscribe({ next: onChange, error: () => onChange([]) });
			return () => subscription.unsubscribe();
		}
	};
}
