import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '$lib/domain/dossier/Page';
import { aDraft, anId, anItem, MORNING } from '$lib/testing/builders';
import { LocalDatabase } from './database';
import { createDraftStore } from './draftStore';
import { createOutbox } from './outboxStore';
import { createPageStore } from './pageStore';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	vi.restoreAllMocks();
	for (const database of opened.splice(0)) await database.delete();
});

function aPhone(room?: number) {
	const database = new LocalDatabase(`pages-${crypto.randomUUID()}`);
	opened.push(database);
	return { database, pages: createPageStore(database, async () => room) };
}

function aPage(number: number, draft = 1): Page {
	return {
		id: anId(number),
		draftId: anId(draft),
		uses: [{ paper: 'identity', position: number }],
		type: 'image/jpeg',
		size: 3,
		sha256: 'a'.repeat(64),
		width: 1,
		height: 1,
		name: '',
		addedAt: MORNING.toISOString()
	};
}

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const read = (found: ArrayBuffer | undefined) => found && [...new Uint8Array(found)];

describe('pages on the phone', () => {
	it('are kept with their bytes, each under its draft', async () => {
		const { pages } = aPhone();
		expect(await pages.add(aPage(1), bytes(1, 2, 3))).toMatchObject({ ok: true });
		await pages.add(aPage(2, 9), bytes(9));
		expect(await pages.listFor(anId(1))).toEqual([aPage(1)]);
		expect(read(await pages.findBytes(anId(1)))).toEqual([1, 2, 3]);
	});
	it('taken again keep their id and have new bytes only', async () => {
		const { pages } = aPhone();
		await pages.add(aPage(1), bytes(1));
		await pages.replace({ ...aPage(1), size: 9 }, bytes(2));
		expect(await pages.listFor(anId(1))).toEqual([{ ...aPage(1), size: 9 }]);
		expect(read(await pages.findBytes(anId(1)))).toEqual([2]);
	});
	it('change their papers, and go with their bytes', async () => {
		const { database, pages } = aPhone();
		await pages.add(aPage(1), bytes(1));
		await pages.add(aPage(2), bytes(2));
		const uses = [{ paper: 'marriage', position: 1 }];
		await pages.setUses([{ id: anId(1), uses }]);
		expect((await pages.listFor(anId(1)))[0]?.uses).toEqual(uses);
		await pages.remove(anId(1));
		expect(await pages.findBytes(anId(1))).toBeUndefined();
		await pages.removeFor(anId(1));
		expect(await database.pageBytes.count()).toBe(0);
	});
	it('are watched', async () => {
		const { pages } = aPhone();
		const seen: number[] = [];
		const stop = pages.watch(anId(1), (rows) => seen.push(rows.length));
		await vi.waitFor(() => expect(seen).toEqual([0]));
		await pages.add(aPage(1), bytes(1));
		await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
		stop();
	});
});

describe('a full phone', () => {
	it('refuses the photo by name and keeps neither half of it; the text stays', async () => {
		const { database, pages } = aPhone();
		const drafts = createDraftStore(database, localStorageOf());
		await drafts.save(aDraft(), {}, MORNING);
		vi.spyOn(database.pageBytes, 'put').mockRejectedValue(
			new Dexie.AbortError('aborted', new DOMException('full', 'QuotaExceededError'))
		);
		expect(await pages.add(aPage(1), bytes(1))).toMatchObject({
			error: { kind: 'storage', key: 'full' }
		});
		expect(await pages.listFor(anId(1))).toEqual([]);
		expect((await drafts.find(anId(1)))?.form).toEqual(aDraft().form);
		expect((await drafts.save(aDraft(), { form: { a: 'b' } }, MORNING)).ok).toBe(true);
	});
	it('is no phone with just enough room for words: a photo would take it', async () => {
		const { pages } = aPhone(2_000_002);
		expect(await pages.add(aPage(1), bytes(1, 2, 3))).toMatchObject({
			error: { kind: 'storage', key: 'full' }
		});
		expect((await pages.add(aPage(1), bytes(1, 2))).ok).toBe(true);
	});
	it('any other failure is no lack of room', async () => {
		const { database, pages } = aPhone();
		vi.spyOn(database.pageBytes, 'put').mockRejectedValue(new Error('closed'));
		const refused = await pages.add(aPage(1), bytes(1));
		expect(refused).toMatchObject({ error: { kind: 'storage' } });
		expect(refused).not.toMatchObject({ error: { key: 'full' } });
	});
});

describe('photographs and their draft', () => {
	it('go together when the draft is removed', async () => {
		const { database, pages } = aPhone();
		const drafts = createDraftStore(database, localStorageOf());
		await drafts.save(aDraft(), {}, MORNING);
		await pages.add(aPage(1), bytes(1));
		await pages.add(aPage(2, 2), bytes(2));
		await drafts.remove(anId(1));
		expect(await database.pages.toCollection().primaryKeys()).toEqual([anId(2)]);
		expect(await database.pageBytes.toCollection().primaryKeys()).toEqual([anId(2)]);
	});
	it('stay together when a refused submission becomes a draft again', async () => {
		const { database, pages } = aPhone();
		const outbox = createOutbox(database);
		await pages.add(aPage(1), bytes(1));
		await outbox.add(anItem(1, { openSent: true, state: 'quarantined' }));
		const fresh = { id: anId(5), secret: 'new', updatedAt: MORNING.toISOString() };
		const draft = await outbox.reopen(anId(1), fresh);
		expect(draft?.replaces).toEqual([{ id: anId(1), secret: anItem(1).secret }]);
		expect((await pages.listFor(anId(5))).map(({ id }) => id)).toEqual([anId(1)]);
		expect(read(await pages.findBytes(anId(1)))).toEqual([1]);
	});
	it('stay where they are when a row that was never sent is reopened', async () => {
		const { database, pages } = aPhone();
		const outbox = createOutbox(database);
		await pages.add(aPage(1), bytes(1));
		await outbox.add(anItem(1));
		const fresh = { id: anId(5), secret: 'new', updatedAt: MORNING.toISOString() };
		expect((await outbox.reopen(anId(1), fresh))?.replaces).toBeUndefined();
		expect(await pages.listFor(anId(1))).toHaveLength(1);
	});
});

describe('photographs of what is filed', () => {
	const filed = { error: { kind: 'conflict', key: 'already-filed' } };

	it.each(['outbox', 'dossiers'] as const)(
		'are no longer changed by a page that was left open: %s',
		async (place) => {
			const { database, pages } = aPhone();
			await pages.add(aPage(1), bytes(1));
			if (place === 'outbox') await createOutbox(database).add(anItem(1));
			else await database.table('dossiers').add({ id: anId(1), secret: 's', files: [] });
			expect(await pages.replace({ ...aPage(1), sha256: 'b'.repeat(64) }, bytes(2))).toMatchObject(
				filed
			);
			expect(await pages.add(aPage(2), bytes(2))).toMatchObject(filed);
			expect(await pages.setUses([{ id: anId(1), uses: [] }])).toMatchObject(filed);
			expect(await pages.remove(anId(1))).toMatchObject(filed);
			expect(await pages.listFor(anId(1))).toEqual([aPage(1)]);
			expect(read(await pages.findBytes(anId(1)))).toEqual([1]);
		}
	);
	it('still go when the desk has verified them', async () => {
		const { database, pages } = aPhone();
		await pages.add(aPage(1), bytes(1));
		await database.table('dossiers').add({ id: anId(1), secret: 's', files: [] });
		expect(await pages.removeFor(anId(1))).toMatchObject({ ok: true });
		expect(await pages.listFor(anId(1))).toEqual([]);
	});
});

describe('a phone with the first version of the database', () => {
	it('keeps its rows; they have no files', async () => {
		const name = `old-${crypto.randomUUID()}`;
		const old = new Dexie(name);
		old.version(1).stores({
			meta: 'key',
			catalogue: 'code',
			drafts: 'id, procedureCode',
			outbox: 'id',
			dossiers: 'id'
		});
		const { files: _files, ...item } = anItem(1);
		await old.table('outbox').add(item);
		await old.table('dossiers').add({ id: anId(2), secret: 's' });
		old.close();
		const database = new LocalDatabase(name);
		opened.push(database);
		expect(await database.outbox.get(anId(1))).toEqual(anItem(1));
		expect(await database.dossiers.get(anId(2))).toMatchObject({ files: [], draft: null });
	});
});

function localStorageOf(): Storage {
	return { getItem: () => null, removeItem: () => undefined } as unknown as Storage;
}
