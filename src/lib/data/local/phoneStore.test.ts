import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contents, Loss } from '$lib/data/ports/PhoneStore';
import type { Page } from '$lib/domain/dossier/Page';
import { aDraft, anId, anItem, aReceipt, aSecret } from '$lib/testing/builders';
import { LocalDatabase } from './database';
import { createPhoneStore } from './phoneStore';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	for (const database of opened.splice(0)) await database.delete();
});

function aPhone() {
	const database = new LocalDatabase(`phone-${crypto.randomUUID()}`);
	opened.push(database);
	return { database, phone: createPhoneStore(database) };
}

function aPage(id: string, draftId: string, addedAt = '2026-11-20T00:00:00.000Z'): Page {
	return {
		id,
		draftId,
		uses: [],
		type: 'image/jpeg',
		size: 3,
		sha256: '',
		width: 1,
		height: 1,
		name: '',
		addedAt
	};
}

const aLoss: Loss = {
	drafts: 1,
	pages: 0,
	unasked: [
		{
			id: anId(7),
			secret: aSecret(7),
			procedureCode: '1.001193',
			title: 'Khai sinh',
			subject: 'Bé Na',
			wasFiled: true
		}
	],
	found: 0,
	lost: [],
	isRead: false,
	at: ''
};

const filed = {
	id: anId(3),
	secret: aSecret(3),
	procedureCode: '1.001193',
	title: 'Khai sinh',
	subject: 'Bé Ba',
	receipt: aReceipt(anId(3)),
	draft: null,
	files: [],
	progress: null,
	letGo: 0,
	answers: [],
	checkedAt: null
};

async function fill({ database }: ReturnType<typeof aPhone>) {
	await database.drafts.put(aDraft({ id: anId(1) }));
	await database.outbox.put(anItem(2));
	await database.dossiers.put(filed);
	for (const [id, owner] of [
		['of-draft', anId(1)],
		['of-row', anId(2)],
		['of-filed', anId(3)],
		['of-nobody', anId(9)]
	] as const) {
		await database.pages.put(aPage(id, owner));
		await database.pageBytes.put({ id, bytes: new ArrayBuffer(3) });
	}
}

describe('what the phone holds', () => {
	it('counts what is on no other device and names what can be asked for', async () => {
		const device = aPhone();
		await fill(device);
		await device.phone.settleIn('install', aLoss);
		const contents = await device.phone.contents();
		expect(contents).toMatchObject({ installId: 'install', drafts: 1, pages: 1 });
		expect(contents.waiting.map(({ id }) => id)).toEqual([anId(2), anId(7)]);
		expect(contents.filed).toEqual([
			{
				id: anId(3),
				secret: aSecret(3),
				procedureCode: '1.001193',
				title: 'Khai sinh',
				subject: 'Bé Ba'
			}
		]);
	});

	it('tells every change', async () => {
		const { database, phone } = aPhone();
		const seen: Contents[] = [];
		const stop = phone.watchContents((contents) => seen.push(contents));
		await expect.poll(() => seen.at(-1)?.drafts).toBe(0);
		await database.drafts.put(aDraft());
		await expect.poll(() => seen.at(-1)?.drafts).toBe(1);
		stop();
	});
});

describe('settling in', () => {
	it('happens once: the second tab changes neither the id nor the loss', async () => {
		const { phone } = aPhone();
		await phone.settleIn('first', aLoss);
		await phone.settleIn('second', { ...aLoss, drafts: 9 });
		expect((await phone.contents()).installId).toBe('first');
		expect((await phone.findLoss())?.drafts).toBe(1);
	});

	it('keeps the loss until it is removed', async () => {
		const { phone } = aPhone();
		await phone.settleIn('first', aLoss);
		await phone.changeLoss((loss) => ({ ...loss, isRead: true }));
		expect((await phone.findLoss())?.isRead).toBe(true);
		await phone.changeLoss(() => undefined);
		expect(await phone.findLoss()).toBeUndefined();
		await phone.changeLoss(() => aLoss);
		expect(await phone.findLoss()).toBeUndefined();
	});
});

describe('photographs that belong to nothing', () => {
	it('go after a day, bytes and all; every other stays', async () => {
		const device = aPhone();
		await fill(device);
		await device.database.pages.put(aPage('young', anId(8), '2026-11-22T12:00:00.000Z'));
		expect(await device.phone.removeOrphans('2026-11-22T00:00:00.000Z')).toBe(1);
		expect((await device.database.pages.toCollection().primaryKeys()).sort()).toEqual([
			'of-draft',
			'of-filed',
			'of-row',
			'young'
		]);
		expect(await device.database.pageBytes.count()).toBe(3);
	});
});
