import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { LocalDatabase } from '$lib/data/local/database';
import { createPhoneStore } from '$lib/data/local/phoneStore';
import { aDraft, anId, anItem, MORNING } from '$lib/testing/builders';
import { startSentinel } from './sentinel';

const stops: (() => unknown)[] = [];

afterEach(async () => {
	for (const stop of stops.splice(0).reverse()) await stop();
});

/** A phone whose two storages can be cleared apart from each other. */
function aPhone() {
	const notes = new Map<string, string>();
	let name = `sentinel-${crypto.randomUUID()}`;
	let ids = 0;
	return {
		notes,
		async start(takeInLeftovers: (database: LocalDatabase) => Promise<unknown> = async () => {}) {
			const database = new LocalDatabase(name);
			stops.push(() => database.delete());
			const phone = createPhoneStore(database);
			const stop = await startSentinel({
				phone,
				storage: {
					getItem: (key) => notes.get(key) ?? null,
					setItem: (key, value) => void notes.set(key, value)
				},
				takeInLeftovers: () => takeInLeftovers(database),
				newId: () => anId(++ids),
				now: () => MORNING
			});
			stops.push(stop);
			return { database, phone, stop };
		},
		clearDatabase() {
			name = `sentinel-${crypto.randomUUID()}`;
		}
	};
}

type Device = ReturnType<typeof aPhone>;

function noteOf({ notes }: Device): { drafts: number; waiting: { id: string }[] } | undefined {
	const text = [...notes.values()][0];
	return text === undefined ? undefined : (JSON.parse(text) as ReturnType<typeof noteOf>);
}

/** A draft with a photo and a row on its way, and the note that tells of them. */
async function work(device: Device) {
	const session = await device.start();
	await session.database.drafts.put(aDraft({ id: anId(100) }));
	await session.database.outbox.put(anItem(200));
	await session.database.pages.put({
		id: 'page',
		draftId: anId(100),
		uses: [],
		type: 'image/jpeg',
		size: 1,
		sha256: '',
		width: 1,
		height: 1,
		name: '',
		addedAt: ''
	});
	await expect.poll(() => noteOf(device)).toMatchObject({ drafts: 1, pages: 1 });
	session.stop();
	return session;
}

describe('the sentinel', () => {
	it('says nothing on a phone that was never here', async () => {
		const { phone } = await aPhone().start();
		expect(await phone.findLoss()).toBeUndefined();
	});

	it('says nothing when the database is as it was', async () => {
		const device = aPhone();
		await work(device);
		const { phone } = await device.start();
		expect(await phone.findLoss()).toBeUndefined();
	});

	it('says nothing when only the note was cleared, and writes it anew', async () => {
		const device = aPhone();
		await work(device);
		device.notes.clear();
		const { phone } = await device.start();
		expect(await phone.findLoss()).toBeUndefined();
		await expect.poll(() => noteOf(device)?.waiting.length).toBe(1);
	});

	it('says nothing when a phone without content lost its database', async () => {
		const device = aPhone();
		const { stop } = await device.start();
		await expect.poll(() => noteOf(device)).toMatchObject({ drafts: 0 });
		stop();
		device.clearDatabase();
		expect(await (await device.start()).phone.findLoss()).toBeUndefined();
	});

	it('says nothing over a note that is no note', async () => {
		const device = aPhone();
		device.notes.set('mot-cua.note', '{"drafts":3}');
		expect(await (await device.start()).phone.findLoss()).toBeUndefined();
	});

	it('tells what is gone and what can be looked for, and goes on telling it', async () => {
		const device = aPhone();
		await work(device);
		device.clearDatabase();
		const second = await device.start();
		const loss = { drafts: 1, pages: 1, unasked: [{ id: anId(200), wasFiled: false }] };
		expect(await second.phone.findLoss()).toMatchObject(loss);
		second.stop();
		expect(await (await device.start()).phone.findLoss()).toMatchObject(loss);
	});

	it('still knows what to look for when the database goes a second time', async () => {
		const device = aPhone();
		await work(device);
		device.clearDatabase();
		const second = await device.start();
		await expect.poll(() => noteOf(device)).toMatchObject({ drafts: 0 });
		second.stop();
		device.clearDatabase();
		const loss = await (await device.start()).phone.findLoss();
		expect(loss).toMatchObject({ drafts: 0, unasked: [{ id: anId(200) }] });
	});

	it('counts nothing as lost that a closing page left outside the database', async () => {
		const device = aPhone();
		await work(device);
		device.clearDatabase();
		const { phone } = await device.start((database) =>
			database.drafts.put(aDraft({ id: anId(100) }))
		);
		expect(await phone.findLoss()).toMatchObject({ drafts: 0, pages: 1 });
	});

	it('notices a database that is cleared under an open page before it writes the note', async () => {
		const device = aPhone();
		const { database, phone } = await device.start();
		await database.drafts.put(aDraft());
		await expect.poll(() => noteOf(device)?.drafts).toBe(1);
		// As a browser does it: all rows are gone, nobody was told; the next write wakes the watch.
		await database.transaction('rw', [database.meta, database.drafts], async () => {
			await database.meta.clear();
			await database.drafts.clear();
		});
		await expect.poll(() => phone.findLoss()).toMatchObject({ drafts: 1 });
		await expect.poll(() => noteOf(device)?.drafts).toBe(0);
	});
});
