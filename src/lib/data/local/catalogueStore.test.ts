import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import { aDraft } from '$lib/testing/builders';
import { aDelta, anEntry, anIndex, changed } from '$lib/testing/catalogues';
import { createCatalogueStore } from './catalogueStore';
import { LocalDatabase } from './database';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	for (const database of opened.splice(0)) await database.delete();
});

function aPhone() {
	const database = new LocalDatabase(`catalogue-${crypto.randomUUID()}`);
	opened.push(database);
	return { database, catalogue: createCatalogueStore(database, 'app 1') };
}

const broken = () => {
	throw new Error('the disk is full');
};

describe('the catalogue copy', () => {
	const entries = [anEntry('1.000001'), anEntry('1.000002')];
	const first = anIndex('build-1', ...entries);
	const heard = (title: string) => aDelta(4, { procedures: [changed(anEntry('1.000001', title))] });
	const titlesOf = async (catalogue: CatalogueStore) =>
		(await catalogue.index()).procedures.map((one) => one.shortTitle);

	it('knows the lines of a build at once, and says which parts are not here whole', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		expect(await titlesOf(catalogue)).toEqual(['1.000001 bản đầu', '1.000002 bản đầu']);
		expect(await catalogue.find('1.000002')).toBeUndefined();
		expect(await catalogue.missingParts()).toEqual([1]);
		await catalogue.putDetails(entries);
		expect(await catalogue.find('1.000002')).toEqual(anEntry('1.000002'));
		expect(await catalogue.missingParts()).toEqual([]);
	});

	it('takes the next build in the place of the last, and keeps of it what fits', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		await catalogue.importIndex(anIndex('build-2', anEntry('1.000001', 'bản 2')));
		expect(await titlesOf(catalogue)).toEqual(['1.000001 bản 2']);
		expect(await catalogue.state()).toEqual({ revision: null, indexHash: 'build-2' });
		await catalogue.putDetails(entries);
		expect(await catalogue.missingParts()).toEqual([1]);
		await catalogue.putDetails([anEntry('1.000001', 'bản 2')]);
		expect(await catalogue.missingParts()).toEqual([]);
	});

	it('names what it holds until the office has been heard to the end', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		expect(await catalogue.heldHashes()).toEqual({});
		await catalogue.putDetails(entries);
		expect(await catalogue.heldHashes()).toEqual({
			'1.000001': '1.000001 bản',
			'1.000002': '1.000002 bản'
		});
		await catalogue.apply({ ...heard('bản 3'), more: true });
		expect(await catalogue.heldHashes()).toBeDefined();
		await catalogue.apply(heard('bản 4'));
		expect(await catalogue.heldHashes()).toBeUndefined();
	});

	it('keeps what the office said against any later build', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		await catalogue.apply(heard('bản 4'));
		await catalogue.importIndex(anIndex('build-2', anEntry('1.000001', 'bản 2')));
		await catalogue.putDetails([anEntry('1.000001', 'bản 2')]);
		expect((await catalogue.find('1.000001'))?.procedure.shortTitle).toBe('1.000001 bản 4');
		expect(await catalogue.state()).toEqual({ revision: 4, indexHash: 'build-1' });
	});

	it('forgets what the office does not post', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		await catalogue.apply(aDelta(4, { unknown: ['1.000002'] }));
		expect(await titlesOf(catalogue)).toEqual(['1.000001 bản đầu']);
		expect(await catalogue.find('1.000002')).toBeUndefined();
	});

	it('knows when the office posted what, also of what the build brought', async () => {
		const { catalogue } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		expect(await catalogue.findPosting('1.000001')).toBeUndefined();
		const posting = { postedOn: '2026-11-20', postedDecision: '12/QĐ-UBND' };
		const newer = { ...changed(anEntry('1.000002', 'bản 2')), ...posting };
		await catalogue.apply(
			aDelta(4, {
				procedures: [newer],
				postings: [{ code: '1.000001', postedOn: '2026-11-02', postedDecision: null }]
			})
		);
		expect(await catalogue.findPosting('1.000001')).toEqual({
			postedOn: '2026-11-02',
			postedDecision: null
		});
		expect(await catalogue.findPosting('1.000002')).toEqual(posting);
	});

	it('asks again for what it could not read once another app runs, naming all it holds', async () => {
		const { catalogue, database } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		await catalogue.apply(aDelta(4, { skipped: ['1.000002'] }));
		expect((await catalogue.state()).revision).toBe(4);
		expect(await catalogue.heldHashes()).toBeUndefined();
		const newer = createCatalogueStore(database, 'app 2');
		expect((await newer.state()).revision).toBe(0);
		expect(await newer.heldHashes()).toHaveProperty('1.000002', '1.000002 bản');
		expect(await newer.find('1.000002')).toEqual(entries[1]);
		await newer.apply(aDelta(4, { procedures: [changed(anEntry('1.000002', 'bản 4'))] }));
		expect((await newer.state()).revision).toBe(4);
		expect(await newer.heldHashes()).toBeUndefined();
	});

	it('goes through everything once more even when the first page brings nothing it skipped', async () => {
		const { catalogue, database } = aPhone();
		await catalogue.apply(aDelta(4, { skipped: ['1.000002'] }));
		const newer = createCatalogueStore(database, 'app 2');
		await newer.apply({ ...heard('bản 3'), more: true });
		expect((await newer.state()).revision).toBe(0);
		await newer.apply(aDelta(4, { skipped: ['1.000002'] }));
		expect((await newer.state()).revision).toBe(4);
	});

	it('does not look for ever for what the office no longer sends', async () => {
		const { catalogue, database } = aPhone();
		await catalogue.apply(aDelta(4, { skipped: ['1.000002'] }));
		const newer = createCatalogueStore(database, 'app 2');
		await newer.apply(aDelta(5, { procedures: [changed(anEntry('1.000001', 'bản 5'))] }));
		expect((await newer.state()).revision).toBe(5);
	});

	it('keeps an edition that a preparation was begun under, and no other', async () => {
		const { catalogue, database } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		const draft = aDraft({ procedureCode: '1.000001', contentHash: '1.000001 bản đầu' });
		await database.drafts.put(draft);
		await catalogue.apply(
			aDelta(4, {
				procedures: [changed(anEntry('1.000001', 'bản 4')), changed(anEntry('1.000002', 'bản 4'))]
			})
		);
		expect(await catalogue.findReplaced('1.000001 bản đầu')).toEqual(entries[0]?.procedure);
		expect(await catalogue.findReplaced('1.000002 bản đầu')).toBeUndefined();
		await database.drafts.delete(draft.id);
		await catalogue.apply(aDelta(5, { procedures: [] }));
		expect(await catalogue.findReplaced('1.000001 bản đầu')).toBeUndefined();
	});

	it('changes nothing by half', async () => {
		const { database, catalogue } = aPhone();
		await catalogue.importIndex(first);
		await catalogue.putDetails(entries);
		database.meta.hook('creating', broken);
		await expect(
			catalogue.apply(aDelta(4, { procedures: [changed(anEntry('1.000009'))] }))
		).rejects.toThrow();
		expect(await catalogue.find('1.000001')).toEqual(anEntry('1.000001'));
		expect(await catalogue.find('1.000009')).toBeUndefined();
		expect(await titlesOf(catalogue)).toHaveLength(2);
		expect((await catalogue.state()).revision).toBeNull();
	});

	it('is empty, not broken, on a new phone', async () => {
		const { catalogue } = aPhone();
		expect(await catalogue.index()).toEqual({ hash: '', fields: [], procedures: [] });
		expect(await catalogue.offices()).toEqual([]);
		expect(await catalogue.missingParts()).toEqual([]);
		expect(await catalogue.state()).toEqual({ revision: null, indexHash: null });
	});

	it('splits the lines off a catalogue of an earlier app', async () => {
		const name = `old-${crypto.randomUUID()}`;
		const old = new Dexie(name);
		old.version(3).stores({ meta: 'key', catalogue: 'code', outbox: 'id', dossiers: 'id' });
		await old.table('catalogue').bulkPut([
			{ code: '1.000001', entry: entries[0], fromBuild: true },
			{ code: '1.000002', withdrawn: 'Bãi bỏ' }
		]);
		await old.table('meta').bulkPut([
			{ key: 'revision', value: 9 },
			{ key: 'fields', value: first.fields }
		]);
		old.close();
		const database = new LocalDatabase(name);
		const catalogue = createCatalogueStore(database, 'app 1');
		expect(await titlesOf(catalogue)).toEqual(['1.000001 bản đầu']);
		expect(await catalogue.find('1.000001')).toEqual(entries[0]);
		expect(await catalogue.findWithdrawal('1.000002')).toBe('Bãi bỏ');
		expect(await catalogue.heldHashes()).toBeUndefined();
		expect((await catalogue.state()).revision).toBe(9);
		await database.delete();
	});
});
