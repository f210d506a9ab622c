import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Page } from '$lib/domain/dossier/Page';
import { aFile, anAnswer, anId, anItem, aReceipt, aSecret, MORNING } from '$lib/testing/builders';
import { createAnswerStore } from './answerStore';
import { LocalDatabase } from './database';
import { createDossierStore } from './dossierStore';
import { createOutbox } from './outboxStore';
import { createPageStore } from './pageStore';
import { createPhoneStore } from './phoneStore';

const opened: Dexie[] = [];

afterEach(async () => {
	vi.restoreAllMocks();
	for (const database of opened.splice(0)) await database.delete();
});

function aStorage(): Storage {
	const items: Record<string, string> = {};
	return new Proxy(items, {
		get: (_, key) =>
			key === 'getItem'
				? (name: string) => items[name] ?? null
				: key === 'setItem'
					? (name: string, value: string) => void (items[name] = value)
					: (name: string) => void delete items[name]
	}) as unknown as Storage;
}

const dossier: MyDossier = {
	id: anId(1),
	secret: aSecret(1),
	procedureCode: '1.001193',
	title: '',
	subject: '',
	receipt: aReceipt(anId(1)),
	draft: null,
	files: [aFile(9)],
	letGo: 0,
	answers: [],
	progress: null,
	checkedAt: null
};

async function aPhone() {
	const database = new LocalDatabase(`answers-${crypto.randomUUID()}`);
	opened.push(database);
	await database.dossiers.put(dossier);
	const leftover = aStorage();
	return {
		database,
		leftover,
		answers: createAnswerStore(database, leftover),
		outbox: createOutbox(database),
		dossiers: createDossierStore(database),
		pages: createPageStore(database, async () => undefined),
		phone: createPhoneStore(database)
	};
}

const item = anAnswer(2, 1, { files: [aFile(1)] });
const { draft } = item;

function aPage(id: string, lineId: string): Page {
	return {
		id,
		draftId: draft.id,
		uses: [{ paper: lineId, position: 1 }],
		type: 'image/jpeg',
		size: 1,
		sha256: '',
		width: 1,
		height: 1,
		name: '',
		addedAt: '2026-11-20T00:00:00.000Z'
	};
}

describe('an answer being written', () => {
	it('keeps what each of two tabs typed', async () => {
		const { answers } = await aPhone();
		await answers.save(draft, { one: { question: 'Ở đâu?' } }, MORNING);
		await answers.save(draft, { two: { way: 'files' } }, MORNING);
		expect((await answers.findFor(anId(1)))?.lines).toMatchObject({
			one: { question: 'Ở đâu?' },
			two: { way: 'files' }
		});
	});

	it('takes in what a closing page left behind, once', async () => {
		const { answers, leftover } = await aPhone();
		await answers.save(draft, {}, MORNING);
		const lines = { one: { way: null, reason: null, words: '', question: 'cuối cùng' } };
		answers.keepUnsaved({ ...draft, lines, updatedAt: '2026-11-24T00:00:00.000Z' });
		expect((await answers.findFor(anId(1)))?.lines).toEqual(lines);
		expect(Object.keys(leftover)).toEqual([]);
	});

	it('moves to another slip with its words and photographs', async () => {
		const { answers, pages } = await aPhone();
		await answers.save(draft, { one: { way: 'files' } }, MORNING);
		await pages.add(aPage('p', 'one'), new ArrayBuffer(1));
		const moved = { from: draft.supplementId, supplementId: 'later', lineIds: { one: 'x' } };
		// Twice: a call whose answer was lost is made again.
		await answers.move(draft.id, { id: draft.id, updatedAt: 'now', moved });
		await answers.move(draft.id, { id: draft.id, updatedAt: 'now', moved });
		expect(await answers.findFor(anId(1))).toMatchObject({
			supplementId: 'later',
			lines: { x: { way: 'files' } }
		});
		expect((await pages.listFor(draft.id))[0]?.uses).toEqual([{ paper: 'x', position: 1 }]);
	});

	it('is counted by the sentinel, on its way too, and its photographs are nobody’s orphans', async () => {
		const { answers, pages, phone } = await aPhone();
		await answers.save(draft, {}, MORNING);
		await pages.add(aPage('p', 'one'), new ArrayBuffer(1));
		const later = '2026-12-31T00:00:00.000Z';
		expect(await phone.contents()).toMatchObject({ drafts: 0, answers: 1, pages: 1, waiting: [] });
		expect(await phone.removeOrphans(later)).toBe(0);
		await answers.send(item);
		expect(await phone.contents()).toMatchObject({ drafts: 0, answers: 1, pages: 1, waiting: [] });
		expect(await phone.removeOrphans(later)).toBe(0);
		await answers.complete(item.id, 'then', item.files);
		expect(await phone.contents()).toMatchObject({ answers: 0, pages: 0 });
		expect(await phone.removeOrphans(later)).toBe(0);
	});
});

describe('pressing "Gửi bổ sung"', () => {
	it('writes the row and takes the draft away, twice as once', async () => {
		const { answers, outbox } = await aPhone();
		await answers.save(draft, {}, MORNING);
		await answers.send(item);
		await answers.send({ ...item, lines: [] });
		expect(await outbox.list()).toEqual([item]);
		expect(await answers.findFor(anId(1))).toBeUndefined();
	});

	it('keeps the draft when the row cannot be written', async () => {
		const { answers, database, outbox } = await aPhone();
		await answers.save(draft, {}, MORNING);
		vi.spyOn(database.outbox, 'add').mockImplementation(() => {
			throw new Error('the disk is full');
		});
		expect((await answers.send(item)).ok).toBe(false);
		expect(await outbox.list()).toEqual([]);
		expect((await answers.findFor(anId(1)))?.id).toBe(draft.id);
	});

	it('takes no second answer while one is on its way: it might overtake it', async () => {
		const { answers, outbox } = await aPhone();
		await answers.send(item);
		expect(await answers.send(anAnswer(3, 1))).toMatchObject({
			error: { key: 'answer-under-way' }
		});
		expect(await outbox.list()).toHaveLength(1);
	});

	it('lets nothing of it be changed afterwards, neither on its way nor arrived', async () => {
		const { answers, pages } = await aPhone();
		await pages.add(aPage('p', 'one'), new ArrayBuffer(1));
		await answers.send(item);
		for (const arrive of [async () => undefined, () => answers.complete(item.id, 'then', [])]) {
			await arrive();
			expect((await answers.save(draft, {}, MORNING)).ok).toBe(false);
			expect((await pages.add(aPage('q', 'one'), new ArrayBuffer(1))).ok).toBe(false);
			await answers.remove(draft.id);
			expect(await pages.listFor(draft.id)).toHaveLength(1);
		}
	});
});

describe('an answer that arrived', () => {
	it('leaves, and its files are kept with the dossier as they were sent', async () => {
		const { answers, outbox, dossiers } = await aPhone();
		await answers.send(item);
		const sent = [aFile(1, { attempt: 2, isSent: true })];
		await answers.complete(item.id, 'then', sent);
		expect(await outbox.list()).toEqual([]);
		expect(await dossiers.find(anId(1))).toMatchObject({
			files: [aFile(9), ...sent],
			answers: [{ id: item.id, supplementId: item.supplementId, answeredAt: 'then' }]
		});
		await dossiers.letGo(anId(1), [aFile(9).fileId]);
		expect(await dossiers.find(anId(1))).toMatchObject({ files: sent, letGo: 1 });
	});
});

describe('opening an answer again', () => {
	it.each([
		['never sent', { openSent: false }, true],
		['refused for good', { openSent: true, state: 'quarantined' as const }, true],
		['on its way', { openSent: true }, false]
	])('%s', async (_, changes, isOpened) => {
		const { answers, outbox, pages } = await aPhone();
		await pages.add(aPage('p', 'one'), new ArrayBuffer(1));
		await answers.send({ ...item, ...changes });
		const again = await answers.reopen(item.id, { id: anId(7), updatedAt: 'now' });
		expect(again !== undefined).toBe(isOpened);
		expect(await outbox.list()).toHaveLength(isOpened ? 0 : 1);
		expect((await answers.findFor(anId(1)))?.id).toBe(isOpened ? anId(7) : undefined);
		expect(await pages.listFor(isOpened ? anId(7) : draft.id)).toHaveLength(1);
	});
});

describe('a phone of an earlier version', () => {
	it('keeps its rows and dossiers, which learn what is new', async () => {
		const name = `old-${crypto.randomUUID()}`;
		const old = new Dexie(name);
		old.version(2).stores({
			meta: 'key',
			catalogue: 'code',
			drafts: 'id, procedureCode',
			outbox: 'id',
			dossiers: 'id',
			pages: 'id, draftId',
			pageBytes: 'id'
		});
		const { kind: _kind, ...row } = anItem(3);
		const { letGo: _letGo, answers: _answers, ...kept } = dossier;
		await old.table('outbox').put(row);
		await old.table('dossiers').put(kept);
		old.close();
		const database = new LocalDatabase(name);
		opened.push(database);
		expect(await database.outbox.get(anId(3))).toEqual(anItem(3));
		expect(await database.dossiers.get(anId(1))).toEqual(dossier);
	});
});
