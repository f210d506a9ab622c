import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LocalDatabase } from '$lib/data/local/database';
import { createDossierStore } from '$lib/data/local/dossierStore';
import { createDraftStore } from '$lib/data/local/draftStore';
import { createOutbox } from '$lib/data/local/outboxStore';
import { createPageStore } from '$lib/data/local/pageStore';
import type { LocalStores } from '$lib/app/citizenServices';
import { fail } from '$lib/domain/shared/Result';
import { aDraft, anId, anItem, aReceipt, aSecret, MORNING, pageBytes } from '$lib/testing/builders';
import { correctFiled, findCorrection } from './corrections';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	for (const database of opened.splice(0)) await database.delete();
});

const filed = aDraft({ id: anId(1), secret: aSecret(1) });

function aFiled(number: number, draft = filed) {
	return {
		id: anId(number),
		secret: aSecret(number),
		procedureCode: '1.001193',
		title: '',
		subject: '',
		receipt: aReceipt(anId(number)),
		draft,
		files: [],
		progress: null,
		letGo: 0,
		answers: [],
		checkedAt: null
	};
}

async function aPhone() {
	const database = new LocalDatabase(`corrections-${crypto.randomUUID()}`);
	opened.push(database);
	const leftover = { getItem: () => null, setItem() {}, removeItem() {} } as unknown as Storage;
	const stores = {
		drafts: createDraftStore(database, leftover),
		outbox: createOutbox(database),
		dossiers: createDossierStore(database),
		pages: createPageStore(database, async () => undefined)
	} as LocalStores;
	for (const number of [1, 2])
		await stores.pages.add(
			{
				id: `page-${number}`,
				draftId: filed.id,
				uses: [{ paper: 'giay-chung-sinh', position: number }],
				type: 'image/jpeg',
				size: 1,
				sha256: '',
				width: 1,
				height: 1,
				name: '',
				addedAt: '2026-11-01T00:00:00.000Z'
			},
			pageBytes(number)
		);
	let ids = 100;
	const services = {
		loadStores: async () => stores,
		newId: () => anId(++ids),
		newSecret: () => aSecret(99),
		now: () => MORNING
	};
	return { stores, services, database };
}

describe('correcting what was filed', () => {
	it('begins a draft that names the old one, with copies of its photographs', async () => {
		const { stores, services } = await aPhone();
		const begun = await correctFiled(filed, services);
		if (!begun.ok) throw new Error('not begun');
		expect(begun.value).toMatchObject({
			secret: aSecret(99),
			form: filed.form,
			replaces: [{ id: filed.id, secret: filed.secret }]
		});
		const copies = await stores.pages.listFor(begun.value.id);
		expect(copies.map(({ uses }) => uses[0]?.position).sort()).toEqual([1, 2]);
		// Young again: what a crash leaves of them has its day of grace.
		expect(copies.every(({ addedAt }) => addedAt === MORNING.toISOString())).toBe(true);
		const second = copies.find(({ uses }) => uses[0]?.position === 2);
		expect(await stores.pages.findBytes(second?.id ?? '')).toEqual(pageBytes(2));
		expect(await stores.pages.listFor(filed.id)).toHaveLength(2);
	});

	it('goes on with the one already begun', async () => {
		const { stores, services } = await aPhone();
		const first = await correctFiled(filed, services);
		const second = await correctFiled(filed, services);
		expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
		expect(await stores.drafts.list()).toHaveLength(1);
	});

	it('begins no second one while a correction is on its way', async () => {
		const { stores, services } = await aPhone();
		await stores.outbox.add(
			anItem(5, { draft: aDraft({ id: anId(5), replaces: [{ id: filed.id, secret: '' }] }) })
		);
		expect(await correctFiled(filed, services)).toMatchObject({ ok: false });
		expect(await stores.drafts.list()).toEqual([]);
	});

	it('a full phone leaves no half of it', async () => {
		const { stores, services, database } = await aPhone();
		const { add } = stores.pages;
		let room = 1;
		vi.spyOn(stores.pages, 'add').mockImplementation((page, bytes) =>
			room-- > 0 ? add(page, bytes) : Promise.resolve(fail({ kind: 'storage', key: 'full' }))
		);
		expect(await correctFiled(filed, services)).toMatchObject({ error: { key: 'full' } });
		expect(await stores.drafts.list()).toEqual([]);
		expect(await database.pages.count()).toBe(2);
	});
});

describe('how far a correction is', () => {
	const replacing = { replaces: [{ id: filed.id, secret: '' }] };
	const draft = aDraft({ id: anId(7), ...replacing });
	const nothing = { drafts: [], items: [], dossiers: [] };

	it('names the furthest', () => {
		const dossiers = [aFiled(1), aFiled(8, aDraft({ id: anId(8), ...replacing }))];
		const items = [anItem(6, { draft: aDraft({ id: anId(6), ...replacing }) })];
		const drafts = [draft];
		expect(findCorrection(filed.id, { drafts, items, dossiers }).state).toBe('filed');
		expect(findCorrection(filed.id, { drafts, items, dossiers: [] }).state).toBe('under-way');
		expect(findCorrection(filed.id, { ...nothing, drafts }).state).toBe('begun');
		expect(findCorrection(filed.id, { ...nothing, dossiers: [aFiled(1)] }).state).toBe('none');
	});
});
