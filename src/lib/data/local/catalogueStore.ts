import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import type { CatalogueIndex, IndexEntry } from '$lib/domain/catalogue/Snapshot';
import type { Field } from '$lib/domain/catalogue/Field';
import type { Office } from '$lib/domain/dossier/Receipt';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { LocalDatabase } from './database';

/** So many digits of a hash tell two contents of one code apart. */
const HASH_DIGITS = 12;

/** The catalogue copy in IndexedDB: `lines` say what there is, `catalogue` holds the procedures themselves. */
export function createCatalogueStore(database: LocalDatabase): CatalogueStore {
	const { catalogue, lines, meta } = database;
	const tables = [catalogue, lines, meta];

	async function read<T>(key: string): Promise<T | undefined> {
		return (await meta.get(key))?.value as T | undefined;
	}

	async function fields(): Promise<Field[]> {
		return (await read<Field[]>('fields')) ?? [];
	}

	async function shownLines(): Promise<IndexEntry[]> {
		return (await lines.toArray()).flatMap((row) => row.line ?? []);
	}

	/** Code and hash of what is here whole, without reading the procedures. */
	async function held(): Promise<Map<string, string>> {
		const pairs = await catalogue.orderBy('[code+entry.contentHash]').keys();
		return new Map(pairs as unknown as [string, string][]);
	}

	return {
		async state() {
			return {
				revision: (await read<number>('revision')) ?? null,
				indexHash: (await read<string>('indexHash')) ?? null
			};
		},
		async importIndex(index) {
			await database.transaction('rw', tables, async () => {
				// Once the office has been heard, its own data is newer than any build.
				if ((await read<number>('revision')) !== undefined) return;
				if ((await read<string>('indexHash')) === index.hash) return;
				await lines.clear();
				await lines.bulkPut(index.procedures.map((line) => ({ code: line.code, line })));
				await meta.bulkPut([
					{ key: 'fields', value: index.fields },
					{ key: 'indexHash', value: index.hash }
				]);
			});
		},
		async missingFields() {
			const [posted, all, whole] = await Promise.all([fields(), shownLines(), held()]);
			const missing = new Set(
				all.filter((line) => whole.get(line.code) !== line.contentHash).map((line) => line.field)
			);
			return posted.map((field) => field.code).filter((code) => missing.has(code));
		},
		async putDetails(entries) {
			await database.transaction('rw', tables, async () => {
				const rows = await lines.bulkGet(entries.map((entry) => entry.procedure.code));
				const wanted = entries.filter(
					(entry, at) => rows[at]?.line?.contentHash === entry.contentHash
				);
				await catalogue.bulkPut(wanted.map((entry) => ({ code: entry.procedure.code, entry })));
			});
		},
		async heldHashes() {
			if ((await read<boolean>('heard')) === true) return undefined;
			return Object.fromEntries(
				[...(await held())].map(([code, hash]) => [code, hash.slice(0, HASH_DIGITS)])
			);
		},
		async apply(delta) {
			await database.transaction('rw', tables, async () => {
				for (const change of delta.procedures) {
					const { code } = change;
					if ('withdrawn' in change) {
						await lines.put({ code, withdrawn: change.withdrawn });
						await catalogue.delete(code);
						continue;
					}
					const entry = { contentHash: change.contentHash, procedure: change.content };
					await lines.put({ code, line: indexEntryOf(entry) });
					await catalogue.put({ code, entry });
				}
				// What the build brought and this office does not post is not shown.
				await lines.bulkDelete(delta.unknown ?? []);
				await catalogue.bulkDelete(delta.unknown ?? []);
				const heard = ((await read<boolean>('heard')) ?? false) || !delta.more;
				await meta.bulkPut([
					{ key: 'heard', value: heard },
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
			return (await lines.get(code))?.withdrawn;
		},
		async index(): Promise<CatalogueIndex> {
			return {
				hash: (await read<string>('indexHash')) ?? '',
				fields: await fields(),
				procedures: await shownLines()
			};
		},
		async offices() {
			return (await read<Office[]>('offices')) ?? [];
		}
	};
}
