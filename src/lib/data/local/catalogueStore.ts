import { indexEntryOf, type CatalogueIndex } from '$lib/domain/catalogue/Snapshot';
import type { Field } from '$lib/domain/catalogue/Field';
import type { Office } from '$lib/domain/dossier/Receipt';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { LocalDatabase } from './database';

/** The catalogue copy in IndexedDB. */
export function createCatalogueStore(database: LocalDatabase): CatalogueStore {
	const { catalogue, meta } = database;

	async function read<T>(key: string): Promise<T | undefined> {
		return (await meta.get(key))?.value as T | undefined;
	}

	return {
		async state() {
			return {
				revision: (await read<number>('revision')) ?? null,
				snapshotHash: (await read<string>('snapshotHash')) ?? null
			};
		},
		async importSnapshot(snapshot) {
			await database.transaction('rw', catalogue, meta, async () => {
				if ((await read<string>('snapshotHash')) === snapshot.hash) return;
				// Once the office has been heard, its own data is newer than any build.
				if ((await read<number>('revision')) === undefined) {
					await catalogue.clear();
					await catalogue.bulkPut(
						snapshot.entries.map((entry) => ({
							code: entry.procedure.code,
							entry,
							fromBuild: true
						}))
					);
					await meta.put({ key: 'fields', value: snapshot.fields });
				}
				await meta.put({ key: 'snapshotHash', value: snapshot.hash });
			});
		},
		async apply(delta) {
			await database.transaction('rw', catalogue, meta, async () => {
				await catalogue.bulkPut(
					delta.procedures.map((change) =>
						'withdrawn' in change
							? { code: change.code, withdrawn: change.withdrawn }
							: {
									code: change.code,
									entry: { contentHash: change.contentHash, procedure: change.content }
								}
					)
				);
				// The first full answer of the office replaces what the build shipped, but only once it is complete.
				const isReplacing =
					(await read<number>('revision')) === undefined && delta.procedures.length > 0;
				const replaces = isReplacing || ((await read<boolean>('replacing')) ?? false);
				if (replaces && !delta.more)
					await catalogue.filter((row) => row.fromBuild === true).delete();
				await meta.put({ key: 'replacing', value: replaces && delta.more });
				await meta.bulkPut([
					{ key: 'revision', value: delta.revision },
					{ key: 'fields', value: delta.fields },
					{ key: 'offices', value: delta.offices }
				]);
			});
		},
		async find(code) {
			return (await catalogue.get(code))?.entry;
		},
		async findWithdrawal(code) {
			return (await catalogue.get(code))?.withdrawn;
		},
		async index(): Promise<CatalogueIndex> {
			const rows = await catalogue.toArray();
			return {
				fields: (await read<Field[]>('fields')) ?? [],
				procedures: rows.flatMap((row) => (row.entry ? [indexEntryOf(row.entry.procedure)] : []))
			};
		},
		async offices() {
			return (await read<Office[]>('offices')) ?? [];
		}
	};
}
