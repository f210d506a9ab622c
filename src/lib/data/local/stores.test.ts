import 'fake-indexeddb/auto';
import type { Progress } from '$lib/domain/dossier/Receipt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { successorOf } from '$lib/domain/dossier/Draft';
import type { SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import { aDraft, anId, anItem, aReceipt, aSecret, MORNING } from '$lib/testing/builders';
import { LocalDatabase } from './database';
import { createDossierStore } from './dossierStore';
import { createDraftStore } from './draftStore';
import { createOutbox } from './outboxStore';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	vi.restoreAllMocks();
	for (const database of opened.splice(0)) await database.delete();
});

function aPhone() {
	const database = new LocalDatabase(`stores-${crypto.randomUUID()}`);
	opened.push(database);
	const leftover = aStorage();
	return {
		database,
		outbox: createOutbox(database),
		drafts: createDraftStore(database, leftover),
		leftover,
		dossiers: createDossierStore(database)
	};
}

/** What localStorage does, for one test. */
function aStorage(): Storage {
	const items = new Map<string, string>();
	const storage = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem(key: string, value: string) {
			items.set(key, value);
			Object.defineProperty(storage, key, { value, configurable: true, enumerable: true });
		},
		removeItem(key: string) {
			items.delete(key);
			Reflect.deleteProperty(storage, key);
		}
	};
	return storage as unknown as Storage;
}

const broken = () => {
	throw new Error('the disk is full');
};

function aKeptDossier(number: number, submittedAt = '2026-11-23T02:00:00Z') {
	return {
		id: anId(number),
		secret: aSecret(number),
		procedureCode: '1.001193',
		title: 'Làm giấy khai sinh cho con',
		draft: null,
		files: [],
		subject: 'Nguyễn Minh An',
		receipt: aReceipt(anId(number), { submittedAt }),
		progress: null,
		letGo: 0,
		answers: [],
		checkedAt: null
	};
}

describe('the database', () => {
	it('calls a thing saved only when it is on disk', async () => {
		const { drafts, outbox } = aPhone();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await drafts.save(aDraft(), {}, MORNING);
		await outbox.add(anItem());
		await outbox.complete(anId(1), aKeptDossier(1));
		const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
		expect(writes.map(([, , options]) => options)).toEqual([
			{ durability: 'strict' },
			{ durability: 'strict' },
			{ durability: 'strict' }
		]);
	});
});

describe('pressing "Nộp"', () => {
	it('writes the row and takes the draft away', async () => {
		const { outbox, drafts } = aPhone();
		await drafts.save(aDraft(), {}, MORNING);
		expect(await outbox.add(anItem())).toEqual({ ok: true, value: null });
		expect(await outbox.list()).toEqual([anItem()]);
		expect(await drafts.list()).toEqual([]);
	});

	it('keeps the draft and writes no row when the draft cannot be removed', async () => {
		const { database, outbox, drafts } = aPhone();
		await drafts.save(aDraft(), {}, MORNING);
		database.drafts.hook('deleting', broken);
		expect(await outbox.add(anItem())).toMatchObject({ ok: false, error: { kind: 'storage' } });
		expect(await outbox.list()).toEqual([]);
		expect(await drafts.list()).toEqual([aDraft()]);
	});

	it('keeps the draft when the row cannot be written', async () => {
		const { database, outbox, drafts } = aPhone();
		await drafts.save(aDraft(), {}, MORNING);
		database.outbox.hook('creating', broken);
		expect((await outbox.add(anItem())).ok).toBe(false);
		expect(await drafts.list()).toEqual([aDraft()]);
	});

	it('twice, as in two tabs, counts once: the row on its way stays as it is', async () => {
		const { outbox, drafts } = aPhone();
		await drafts.save(aDraft(), {}, MORNING);
		await outbox.add(anItem(1, { openSent: true }));
		expect((await outbox.add(anItem(1))).ok).toBe(true);
		expect(await outbox.list()).toEqual([anItem(1, { openSent: true })]);
	});

	it('again after the receipt came adds nothing', async () => {
		const { outbox } = aPhone();
		await outbox.add(anItem());
		await outbox.complete(anId(1), aKeptDossier(1));
		expect((await outbox.add(anItem())).ok).toBe(true);
		expect(await outbox.list()).toEqual([]);
	});

	it.each(['on its way', 'filed'])('in one tab ends the draft in another: %s', async (state) => {
		const { outbox, drafts } = aPhone();
		await outbox.add(anItem());
		if (state === 'filed') await outbox.complete(anId(1), aKeptDossier(1));
		expect(await drafts.save(aDraft(), {}, MORNING)).toEqual({
			ok: false,
			error: { kind: 'conflict', key: 'already-filed' }
		});
		expect(await drafts.list()).toEqual([]);
	});
});

describe('a receipt', () => {
	it('moves the row to my dossiers', async () => {
		const { outbox, dossiers } = aPhone();
		await outbox.add(anItem());
		await outbox.complete(anId(1), aKeptDossier(1));
		expect(await outbox.list()).toEqual([]);
		expect(await dossiers.find(anId(1))).toEqual(aKeptDossier(1));
	});

	it('leaves the row where it is when the dossier cannot be kept whole', async () => {
		const { database, outbox, dossiers } = aPhone();
		await outbox.add(anItem());
		database.outbox.hook('deleting', broken);
		await expect(outbox.complete(anId(1), aKeptDossier(1))).rejects.toThrow();
		expect(await outbox.list()).toHaveLength(1);
		expect(await dossiers.list()).toEqual([]);
	});
});

describe('opening a row again', () => {
	const fresh = { id: anId(9), secret: aSecret(9), updatedAt: '2026-11-24T00:00:00.000Z' };

	it.each<[string, Partial<SubmissionItem>, 'same' | 'fresh' | 'no']>([
		['never sent', { openSent: false }, 'same'],
		['never sent, held', { openSent: false, state: 'held' }, 'same'],
		['sent, waiting', { openSent: true }, 'no'],
		['sent, held', { openSent: true, state: 'held' }, 'no'],
		['sent and refused', { openSent: true, state: 'quarantined' }, 'fresh']
	])('%s → %j: %s', async (_, change, identity) => {
		const { outbox, drafts } = aPhone();
		await outbox.add(anItem(1, change));
		const draft = await outbox.reopen(anId(1), fresh);
		if (identity === 'no') {
			expect(draft).toBeUndefined();
			expect(await outbox.list()).toHaveLength(1);
			expect(await drafts.list()).toEqual([]);
			return;
		}
		// Either way it is the one worked on last, so that it is the one that opens.
		expect(draft).toEqual(
			identity === 'same' ? aDraft({ updatedAt: fresh.updatedAt }) : successorOf(aDraft(), fresh)
		);
		expect(await drafts.list()).toEqual([draft]);
		expect(await outbox.list()).toEqual([]);
	});

	it('of a row that has left gives nothing', async () => {
		expect(await aPhone().outbox.reopen(anId(1), fresh)).toBeUndefined();
	});

	it('keeps the row when the draft cannot be written', async () => {
		const { database, outbox } = aPhone();
		await outbox.add(anItem());
		database.drafts.hook('creating', broken);
		await expect(outbox.reopen(anId(1), fresh)).rejects.toThrow();
		expect(await outbox.list()).toHaveLength(1);
	});
});

describe('looking at notices', () => {
	it('is remembered up to the latest, whatever comes from the server or another tab', async () => {
		const { dossiers } = aPhone();
		await dossiers.add(aKeptDossier(1));
		await dossiers.saveNoticesSeen(anId(1), 4);
		await dossiers.saveNoticesSeen(anId(1), 2);
		const progress = { status: 2 } as Progress;
		await dossiers.saveProgress(anId(1), progress, MORNING.toISOString());
		expect(await dossiers.find(anId(1))).toMatchObject({ noticesSeen: 4, progress });
		await dossiers.saveNoticesSeen(anId(2), 1);
		expect(await dossiers.find(anId(2))).toBeUndefined();
	});
});

describe('lists', () => {
	it('give rows oldest first, drafts and dossiers newest first', async () => {
		const { outbox, drafts, dossiers } = aPhone();
		for (const number of [2, 3, 1]) {
			const day = `2026-11-2${number}T00:00:00Z`;
			await drafts.save(aDraft({ id: anId(number) }), {}, new Date(day));
			await outbox.add(anItem(10 + number));
			await outbox.complete(anId(20 + number), aKeptDossier(20 + number, day));
		}
		expect((await outbox.list()).map(({ id }) => id)).toEqual([11, 12, 13].map(anId));
		expect((await drafts.list()).map(({ id }) => id)).toEqual([3, 2, 1].map(anId));
		expect((await dossiers.list()).map(({ id }) => id)).toEqual([23, 22, 21].map(anId));
		expect((await drafts.findFor('1.001193'))?.id).toBe(anId(3));
		expect(await drafts.findFor('9.999999')).toBeUndefined();
	});
});

describe('a preparation worked on in two tabs', () => {
	it('keeps what each of them typed: only the change is written', async () => {
		const { drafts } = aPhone();
		const opened = aDraft({ form: {} });
		await drafts.save(opened, { form: { 'child-name': 'Nguyễn Minh An' } }, MORNING);
		await drafts.save(opened, { applicant: { phone: '0912345678' } }, MORNING);
		const [stored] = await drafts.list();
		expect(stored?.form).toEqual({ 'child-name': 'Nguyễn Minh An' });
		expect(stored?.applicant.phone).toBe('0912345678');
	});
});

describe('a page that goes away in the middle of a save', () => {
	const typed = { form: { 'child-name': 'Nguyễn Minh A' } };

	it('leaves its last change behind, and the next page takes it in', async () => {
		const { drafts, leftover } = aPhone();
		drafts.keepUnsaved({ draft: aDraft(), change: typed, at: MORNING.toISOString() });
		expect((await drafts.findFor('1.001193'))?.form['child-name']).toBe('Nguyễn Minh A');
		expect(Object.keys(leftover).filter((key) => key.startsWith('mot-cua'))).toEqual([]);
	});

	it('is not overwritten by what another tab saves meanwhile', async () => {
		const { drafts } = aPhone();
		await drafts.save(aDraft(), {}, MORNING);
		const later = (ms: number) => new Date(MORNING.getTime() + ms);
		drafts.keepUnsaved({ draft: aDraft(), change: typed, at: later(10).toISOString() });
		await drafts.save(aDraft(), { form: { relation: 'mẹ' } }, later(20));
		const form = (await drafts.list())[0]?.form;
		expect(form).toMatchObject({ 'child-name': 'Nguyễn Minh A', relation: 'mẹ' });
	});

	it('is shown from where it waits while the phone is too full to take it in', async () => {
		const { database, drafts, leftover } = aPhone();
		await drafts.save(aDraft(), { form: { relation: 'mẹ' } }, MORNING);
		drafts.keepUnsaved({ draft: aDraft(), change: typed, at: MORNING.toISOString() });
		const full = vi.spyOn(database.drafts, 'put').mockImplementation(broken);
		const shown = await drafts.findFor('1.001193');
		expect(shown?.form).toMatchObject({ 'child-name': 'Nguyễn Minh A', relation: 'mẹ' });
		full.mockRestore();
		await drafts.list();
		expect(Object.keys(leftover).filter((key) => key.startsWith('mot-cua'))).toEqual([]);
		expect((await database.drafts.toArray())[0]?.form).toEqual(shown?.form);
	});

	it('does not undo what was typed after it', async () => {
		const { drafts } = aPhone();
		const later = (ms: number) => new Date(MORNING.getTime() + ms);
		drafts.keepUnsaved({ draft: aDraft(), change: typed, at: later(10).toISOString() });
		await drafts.save(aDraft(), { form: { 'child-name': 'Nguyễn Minh An' } }, later(20));
		await drafts.save(aDraft(), { form: { relation: 'mẹ' } }, later(30));
		expect((await drafts.list())[0]?.form['child-name']).toBe('Nguyễn Minh An');
	});

	it('leaves nothing once the database has it', async () => {
		const { drafts, leftover } = aPhone();
		drafts.keepUnsaved({ draft: aDraft(), change: typed, at: MORNING.toISOString() });
		await drafts.save(aDraft(), typed, MORNING);
		drafts.forgetUnsaved(aDraft().id);
		expect(Object.keys(leftover).filter((key) => key.startsWith('mot-cua'))).toEqual([]);
	});

	it('does not bring a filed dossier back as a draft', async () => {
		const { drafts, outbox } = aPhone();
		drafts.keepUnsaved({ draft: anItem().draft, change: typed, at: MORNING.toISOString() });
		await outbox.add({ ...anItem(), id: anItem().draft.id });
		expect(await drafts.list()).toEqual([]);
	});
});

describe('a full or blocked disk', () => {
	it('is a value, not a crash, while one types', async () => {
		const { database, drafts } = aPhone();
		database.drafts.hook('creating', broken);
		expect(await drafts.save(aDraft(), {}, MORNING)).toMatchObject({
			ok: false,
			error: { kind: 'storage' }
		});
		database.close();
		expect(await drafts.remove(anId(1))).toMatchObject({ ok: false, error: { kind: 'storage' } });
	});
});
