import Dexie, { type DexieOptions, type Table, type Transaction } from 'dexie';
import type { AppError } from '$lib/domain/shared/Result';
import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import type { IndexEntry, Posting, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import type { AnswerDraft } from '$lib/domain/dossier/Answer';
import type { Draft } from '$lib/domain/dossier/Draft';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import type { Page } from '$lib/domain/dossier/Page';

/** One row of small facts about this phone: the catalogue's revision, fields, offices. */
export type MetaRow = { key: string; value: unknown };

/** A whole procedure on this phone. */
export type CatalogueRow = { code: string; entry: SnapshotEntry };

/** What lists and search know of a procedure; a withdrawn one keeps only the reason. */
export type CatalogueLine = {
	code: string;
	line?: IndexEntry;
	/** The part of the build's catalogue that holds the procedure; absent once the office has sent it. */
	part?: number;
	posting?: Posting;
	withdrawn?: string;
};

/** The bytes of a page, apart from what is known about it. */
export type PageBytes = { id: string; bytes: ArrayBuffer };

/** IndexedDB on the citizen's phone. Versions are only ever added; upgraders may run twice. */
export class LocalDatabase extends Dexie {
	meta!: Table<MetaRow, string>;
	catalogue!: Table<CatalogueRow, string>;
	lines!: Table<CatalogueLine, string>;
	replaced!: Table<SnapshotEntry, string>;
	drafts!: Table<Draft, string>;
	outbox!: Table<OutboxItem, string>;
	dossiers!: Table<MyDossier, string>;
	answers!: Table<AnswerDraft, string>;
	pages!: Table<Page, string>;
	pageBytes!: Table<PageBytes, string>;

	/** `engine` takes the place of the browser's IndexedDB where that is forbidden or broken. */
	constructor(name = 'mot-cua', engine: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {}) {
		// "Saved" must mean on disk, not in a write cache.
		super(name, { chromeTransactionDurability: 'strict', ...engine });
		this.version(1).stores({
			meta: 'key',
			catalogue: 'code',
			drafts: 'id, procedureCode',
			outbox: 'id',
			dossiers: 'id'
		});
		this.version(2)
			.stores({ pages: 'id, draftId', pageBytes: 'id' })
			.upgrade(async (upgrade) => {
				await upgrade.table<Partial<OutboxItem>>('outbox').toCollection().modify(addFiles);
				await upgrade.table<Partial<MyDossier>>('dossiers').toCollection().modify(addDraft);
			});
		this.version(3)
			.stores({ answers: 'id, dossierId' })
			.upgrade(async (upgrade) => {
				await upgrade.table<Partial<OutboxItem>>('outbox').toCollection().modify(addKind);
				await upgrade.table<Partial<MyDossier>>('dossiers').toCollection().modify(addAnswers);
			});
		this.version(4)
			.stores({
				lines: 'code',
				catalogue: 'code, [code+entry.contentHash]',
				// Editions that a preparation was begun under, to tell what changed since.
				replaced: 'contentHash'
			})
			.upgrade(splitLines);
	}
}

function addFiles(row: Partial<OutboxItem>): void {
	row.files ??= [];
}

function addDraft(row: Partial<MyDossier>): void {
	row.files ??= [];
	row.draft ??= null;
}

function addKind(row: Partial<OutboxItem>): void {
	row.kind ??= 'submission';
}

function addAnswers(row: Partial<MyDossier>): void {
	row.answers ??= [];
	row.letGo ??= 0;
}

/** Lines were read off the procedures; a withdrawn procedure was a row among them. */
async function splitLines(upgrade: Transaction): Promise<void> {
	const catalogue = upgrade.table<Partial<CatalogueRow> & { withdrawn?: string }>('catalogue');
	const lines = upgrade.table<CatalogueLine>('lines');
	for (const { code, entry, withdrawn } of await catalogue.toArray()) {
		if (code === undefined) continue;
		if (entry) await lines.put({ code, line: indexEntryOf(entry) });
		else {
			await lines.put({ code, withdrawn: withdrawn ?? '' });
			await catalogue.delete(code);
		}
	}
	const meta = upgrade.table<MetaRow>('meta');
	const isHalfHeard = (await meta.get('replacing'))?.value === true;
	if ((await meta.get('revision')) && !isHalfHeard) await meta.put({ key: 'heard', value: true });
	await meta.bulkDelete(['replacing', 'snapshotHash']);
}

/** The database failed: full (key `full`), blocked (private mode) or closed by the system. */
export function storageError(cause: unknown): AppError {
	return isQuota(cause) ? { kind: 'storage', key: 'full', cause } : { kind: 'storage', cause };
}

/** Dexie wraps what the browser threw: a full disk shows as the cause of an aborted transaction. */
function isQuota(cause: unknown): boolean {
	if (typeof cause !== 'object' || cause === null) return false;
	const { name, inner } = cause as { name?: string; inner?: unknown };
	return name === 'QuotaExceededError' || (inner !== cause && isQuota(inner));
}
