import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { LocalDatabase } from './database';
import { watchQuery } from './reconnect';

/** Dossiers this phone filed, in IndexedDB. */
export function createDossierStore(database: LocalDatabase): DossierStore {
	const { dossiers } = database;

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
		letGo: (id, fileIds) =>
			database.transaction('rw', dossiers, async () => {
				const dossier = await dossiers.get(id);
				if (!dossier) return;
				// An answer may have brought others meanwhile.
				const files = dossier.files.filter(({ fileId }) => !fileIds.includes(fileId));
				const letGo = dossier.letGo + dossier.files.length - files.length;
				await dossiers.update(id, { files, letGo });
			}),
		async saveProgress(id, progress, checkedAt) {
			await dossiers.update(id, { progress, checkedAt });
		},
		saveNoticesSeen: (id, sequence) =>
			database.transaction('rw', dossiers, async () => {
				// Another tab may have shown a later one.
				const seen = (await dossiers.get(id))?.noticesSeen ?? 0;
				if (sequence > seen) await dossiers.update(id, { noticesSeen: sequence });
			}),
		watch: (onChange) => watchQuery(database, list, onChange)
	};
}
