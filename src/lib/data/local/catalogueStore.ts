import { indexEntryOf, partOf } from '$lib/domain/catalogue/indexEntry';
import type { CatalogueIndex, IndexEntry, PaperHints } from '$lib/domain/catalogue/Snapshot';
import type { Field } from '$lib/domain/catalogue/Field';
import type { Office } from '$lib/domain/dossier/Receipt';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { LocalDatabase } from './database';

/** So many digits of a hash tell two contents of one code apart. */
const HASH_DIGITS = 12;

/**
 * The catalogue copy in IndexedDB: `lines` say what there is, `catalogue` holds the procedures themselves. `appVersion`
 * names the app that reads them.
 */
export function createCatalogueStore(database: LocalDatabase, appVersion: string): CatalogueStore {
	const { catalogue, drafts, lines, meta, replaced } = database;
	const tables = [catalogue, drafts, lines, meta, replaced];

	async function read<T>(key: string): Promise<T | undefined> {
		return (await meta.get(key))?.value as T | undefined;
	}

	async function fields(): Promise<Field[]> {
		return (await read<Field[]>('fields')) ?? [];
	}

	/** Codes whose content an app could not read, and which app that was. */
	async function skipped(): Promise<Record<string, string>> {
		const before = (await read<string[]>('skipped')) ?? [];
		return (
			(await read<Record<string, string>>('skippedBy')) ??
			// As the app before this one kept them, without its own name.
			Object.fromEntries(before.map((code) => [code, '']))
		);
	}

	/** Another app than the one that could not read them may be able to. */
	async function mayReadMore(): Promise<boolean> {
		return Object.values(await skipped()).some((version) => version !== appVersion);
	}

	async function shownLines(): Promise<IndexEntry[]> {
		return (await lines.toArray()).flatMap((row) => row.line ?? []);
	}

	/** Code and hash of what is here whole, without reading the procedures. */
	async function held(): Promise<Map<string, string>> {
		const pairs = await catalogue.orderBy('[code+entry.contentHash]').keys();
		return new Map(pairs as unknown as [string, string][]);
	}

	/** Keeps an edition that is about to go while a preparation was begun under it; forgets those of no preparation. */
	async function keepReplaced(codes: readonly string[]): Promise<void> {
		const begun = new Set((await drafts.toArray()).map((draft) => draft.contentHash));
		const going = await catalogue.bulkGet([...codes]);
		await replaced.filter((entry) => !begun.has(entry.contentHash)).delete();
		await replaced.bulkPut(
			going.flatMap((row) => (row && begun.has(row.entry.contentHash) ? row.entry : []))
		);
	}

	return {
		async state() {
			return {
				// Everything is gone through once more when this app may read what an earlier one skipped.
				revision: (await mayReadMore()) ? 0 : ((await read<number>('revision')) ?? null),
				indexHash: (await read<string>('indexHash')) ?? null
			};
		},
		async importIndex(index) {
			await database.transaction('rw', tables, async () => {
				// Once the office has been heard, its own data is newer than any build.
				if ((await read<number>('revision')) !== undefined) return;
				if ((await read<string>('indexHash')) === index.hash) return;
				await lines.clear();
				await lines.bulkPut(
					index.procedures.map((line, place) => ({ code: line.code, line, part: partOf(place) }))
				);
				await meta.bulkPut([
					{ key: 'fields', value: index.fields },
					{ key: 'indexHash', value: index.hash }
				]);
			});
		},
		async missingParts() {
			const [rows, whole] = await Promise.all([lines.toArray(), held()]);
			const missing = rows.flatMap(({ code, line, part }) =>
				line && part !== undefined && whole.get(code) !== line.contentHash ? [part] : []
			);
			return [...new Set(missing)].sort((a, b) => a - b);
		},
		async putDetails(entries) {
			await database.transaction('rw', tables, async () => {
				const rows = await lines.bulkGet(entries.map((entry) => entry.procedure.code));
				const wanted = entries.filter(
					(entry, at) => rows[at]?.line?.contentHash === entry.contentHash
				);
				await keepReplaced(wanted.map((entry) => entry.procedure.code));
				await catalogue.bulkPut(wanted.map((entry) => ({ code: entry.procedure.code, entry })));
			});
		},
		async heldHashes() {
			if ((await read<boolean>('heard')) === true && !(await mayReadMore())) return undefined;
			return Object.fromEntries(
				[...(await held())].map(([code, hash]) => [code, hash.slice(0, HASH_DIGITS)])
			);
		},
		async apply(delta) {
			await database.transaction('rw', tables, async () => {
				await keepReplaced(delta.procedures.map(({ code }) => code));
				for (const change of delta.procedures) {
					const { code } = change;
					if ('withdrawn' in change) {
						await lines.put({ code, withdrawn: change.withdrawn });
						await catalogue.delete(code);
						continue;
					}
					const entry = { contentHash: change.contentHash, procedure: change.content };
					const { postedOn, postedDecision } = change;
					await lines.put({
						code,
						line: indexEntryOf(entry),
						posting: { postedOn, postedDecision }
					});
					await catalogue.put({ code, entry });
				}
				for (const { code, ...posting } of delta.postings ?? [])
					await lines.update(code, { posting });
				// What the build brought and this office does not post is not shown.
				await lines.bulkDelete(delta.unknown ?? []);
				await catalogue.bulkDelete(delta.unknown ?? []);
				const unread = await skipped();
				for (const { code } of delta.procedures) delete unread[code];
				for (const code of delta.skipped) unread[code] = appVersion;
				// After the last page nothing is left that only an earlier app had seen.
				if (!delta.more)
					for (const code in unread) if (unread[code] !== appVersion) delete unread[code];
				const heard = ((await read<boolean>('heard')) ?? false) || !delta.more;
				await meta.bulkPut([
					{ key: 'skippedBy', value: unread },
					{ key: 'heard', value: heard },
					{ key: 'revision', value: delta.revision },
					{ key: 'fields', value: delta.fields },
					{ key: 'offices', value: delta.offices }
				]);
			});
		},
		async hintStamp() {
			return (await read<PaperHints>('hints'))?.stamp ?? 0;
		},
		async keepHints(hints) {
			await meta.put({ key: 'hints', value: hints });
		},
		async findHints(code) {
			const hints = await read<PaperHints>('hints');
			return hints?.papers.filter((hint) => hint.code === code) ?? [];
		},
		async find(code) {
			return (await catalogue.get(code))?.entry;
		},
		async findWithdrawal(code) {
			return (await lines.get(code))?.withdrawn;
		},
		async findReplaced(contentHash) {
			return (await replaced.get(contentHash))?.procedure;
		},
		async findPosting(code) {
			return (await lines.get(code))?.posting;
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
