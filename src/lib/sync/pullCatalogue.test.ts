import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createCatalogueStore } from '$lib/data/local/catalogueStore';
import { LocalDatabase } from '$lib/data/local/database';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { CatalogueDelta, SnapshotEntry } from '$lib/domain/catalogue/Snapshot';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { OFFICE } from '$lib/testing/builders';
import { aDelta, anEntry, anIndex, changed } from '$lib/testing/catalogues';
import { createFakeServer } from '$lib/testing/fakeServer';
import { pullCatalogue } from './pullCatalogue';

const opened: LocalDatabase[] = [];

afterEach(async () => {
	for (const database of opened.splice(0)) await database.delete();
});

const BUILD = [anEntry('1.000001'), anEntry('1.000002')];
const HELD = { '1.000001': '1.000001 bản', '1.000002': '1.000002 bản' };

/** A phone with an empty catalogue, and an office that gives these answers one by one. */
function aPhone(...answers: Result<CatalogueDelta>[]) {
	const database = new LocalDatabase(`pull-${crypto.randomUUID()}`);
	opened.push(database);
	const store = createCatalogueStore(database, 'app 1');
	const asked: unknown[] = [];
	const gateway: CitizenGateway = {
		...createFakeServer().gateway,
		async pullCatalogue(since) {
			asked.push(since);
			return answers.shift() ?? fail({ kind: 'offline' });
		}
	};
	const fetched: string[] = [];
	const pull = (
		build = anIndex('build-1', ...BUILD),
		details: SnapshotEntry[] | undefined = BUILD
	) =>
		pullCatalogue(store, gateway, {
			async loadIndex() {
				fetched.push('index');
				return build;
			},
			async loadPart(part) {
				fetched.push(`part ${part}`);
				return details;
			}
		});
	const titles = async () =>
		(await store.index()).procedures.map((entry) => entry.shortTitle).sort();
	return { store, asked, answers, pull, titles, fetched, gateway };
}

describe('catching up with the office', () => {
	it('downloads no procedure when the build already brought them all', async () => {
		const phone = aPhone(ok(aDelta(7)));
		expect(await phone.pull()).toEqual(ok({ changed: true }));
		expect(phone.asked).toEqual([{ revision: null, hashes: HELD, hints: 0 }]);
		expect(await phone.titles()).toEqual(['1.000001 bản đầu', '1.000002 bản đầu']);
		expect(await phone.store.find('1.000002')).toEqual(BUILD[1]);
		expect(await phone.store.state()).toEqual({ revision: 7, indexHash: 'build-1' });
		expect(await phone.store.offices()).toEqual([OFFICE]);
	});

	it('asks once and changes nothing when nothing changed', async () => {
		const phone = aPhone(ok(aDelta(7)), ok({ revision: 7, unchanged: true }));
		await phone.pull();
		expect(await phone.pull()).toEqual(ok({ changed: false }));
		expect(phone.asked).toHaveLength(2);
		expect(phone.asked[1]).toEqual({ revision: 7, hints: 0 });
	});

	it('is told of papers that many lack, though no procedure changed, and once', async () => {
		const hint = { code: '1.000001', id: 'giay-chung-sinh', tenths: 7, cases: 30 };
		const phone = aPhone(
			ok(aDelta(7, { hints: { stamp: 4, papers: [hint, { ...hint, code: '1.000002' }] } })),
			ok({ revision: 7, unchanged: true }),
			ok({ revision: 7, unchanged: true, hints: { stamp: 5, papers: [] } }),
			ok({ revision: 7, unchanged: true })
		);
		await phone.pull();
		expect(await phone.store.findHints('1.000001')).toEqual([hint]);
		expect(await phone.pull()).toEqual(ok({ changed: false }));
		expect(await phone.store.findHints('1.000001')).toEqual([hint]);
		await phone.pull();
		expect(await phone.store.findHints('1.000001')).toEqual([]);
		await phone.pull();
		expect(phone.asked).toMatchObject([{ hints: 0 }, { hints: 4 }, { hints: 4 }, { hints: 5 }]);
		expect(phone.asked).toHaveLength(4);
	});

	it('reads the build only until the office has been heard', async () => {
		const phone = aPhone(ok(aDelta(7)), ok({ revision: 7, unchanged: true }));
		await phone.pull();
		await phone.pull(anIndex('build-2', anEntry('1.000003')));
		expect(phone.fetched).toEqual(['index', 'part 1']);
		expect(await phone.titles()).toEqual(['1.000001 bản đầu', '1.000002 bản đầu']);
	});

	it('knows the lines when the line breaks, and goes on with the procedures later', async () => {
		const phone = aPhone(ok(aDelta(7)));
		const index = anIndex('build-1', ...BUILD);
		const broken = { loadIndex: async () => index, loadPart: async () => undefined };
		const answer = await pullCatalogue(phone.store, phone.gateway, broken);
		expect(answer).toEqual(fail({ kind: 'offline' }));
		expect(await phone.titles()).toHaveLength(2);
		expect(await phone.store.find('1.000001')).toBeUndefined();
		expect(phone.asked).toEqual([]);
		expect(await phone.pull()).toEqual(ok({ changed: true }));
		expect(await phone.store.find('1.000001')).toEqual(BUILD[0]);
	});

	it('reads page after page, each after the last revision it holds', async () => {
		const phone = aPhone(
			ok(aDelta(3, { more: true, procedures: [changed(anEntry('1.000001', 'bản 3'))] })),
			ok(aDelta(5, { more: true, procedures: [changed(anEntry('1.000002', 'bản 5'))] })),
			ok(aDelta(8, { procedures: [changed(anEntry('1.000003', 'bản 8'))] })),
			ok({ revision: 8, unchanged: true })
		);
		expect(await phone.pull()).toEqual(ok({ changed: true }));
		expect(phone.asked).toMatchObject([{ revision: null }, { revision: 3 }, { revision: 5 }]);
		expect(await phone.titles()).toEqual(['1.000001 bản 3', '1.000002 bản 5', '1.000003 bản 8']);
		await phone.pull();
		expect(phone.asked.at(-1)).toEqual({ revision: 8, hints: 0 });
	});

	it('asks once for what it cannot read, however many pages there are', async () => {
		const phone = aPhone(
			ok(aDelta(3, { more: true, skipped: ['1.000001', '1.000002'] })),
			ok(aDelta(8, { procedures: [changed(anEntry('1.000003'))] })),
			ok({ revision: 8, unchanged: true })
		);
		await phone.pull();
		await phone.pull();
		expect(phone.asked).toMatchObject([{ revision: null }, { revision: 3 }, { revision: 8 }]);
		expect(phone.asked.at(-1)).toEqual({ revision: 8, hints: 0 });
	});

	it('forgets what the build brought and the office does not post', async () => {
		const phone = aPhone(
			ok(
				aDelta(3, { procedures: [changed(anEntry('1.000009'))], unknown: ['1.000001', '1.000002'] })
			)
		);
		await phone.pull();
		expect(await phone.titles()).toEqual(['1.000009 bản đầu']);
	});

	it('keeps what it has when the pull fails, and says so', async () => {
		const phone = aPhone(fail({ kind: 'offline' }));
		expect(await phone.pull()).toEqual(fail({ kind: 'offline' }));
		expect(await phone.titles()).toEqual(['1.000001 bản đầu', '1.000002 bản đầu']);
		expect((await phone.store.state()).revision).toBeNull();
	});

	it('keeps the pages it got when a later one fails, and goes on from there', async () => {
		const phone = aPhone(
			ok(aDelta(3, { more: true, procedures: [changed(anEntry('1.000001', 'bản 3'))] })),
			fail({ kind: 'offline' })
		);
		expect((await phone.pull()).ok).toBe(false);
		phone.answers.push(ok(aDelta(5, { procedures: [changed(anEntry('1.000002', 'bản 5'))] })));
		await phone.pull();
		expect(phone.asked.at(-1)).toEqual({ revision: 3, hashes: HELD, hints: 0 });
		expect(await phone.titles()).toEqual(['1.000001 bản 3', '1.000002 bản 5']);
	});

	it('catches up after two years with what changed and nothing else', async () => {
		const phone = aPhone(
			ok(aDelta(7)),
			ok(
				aDelta(904, {
					procedures: [changed(anEntry('1.000002', 'bản 900')), { code: '1.000001', withdrawn: '' }]
				})
			)
		);
		await phone.pull();
		await phone.pull();
		expect(phone.asked.at(-1)).toEqual({ revision: 7, hints: 0 });
		expect(await phone.titles()).toEqual(['1.000002 bản 900']);
		expect(await phone.store.findWithdrawal('1.000001')).toBe('');
	});

	it('keeps the reason of a procedure that was withdrawn', async () => {
		const phone = aPhone(
			ok(aDelta(7)),
			ok(aDelta(8, { procedures: [{ code: '1.000002', withdrawn: 'Bãi bỏ' }] }))
		);
		await phone.pull();
		await phone.pull();
		expect(await phone.titles()).toEqual(['1.000001 bản đầu']);
		expect(await phone.store.find('1.000002')).toBeUndefined();
		expect(await phone.store.findWithdrawal('1.000002')).toBe('Bãi bỏ');
	});

	it('stops reading from a server that never ends', async () => {
		const phone = aPhone();
		for (let page = 1; page <= 150; page += 1) phone.answers.push(ok(aDelta(page, { more: true })));
		await phone.pull();
		expect(phone.asked).toHaveLength(100);
	});

	it('works without the build', async () => {
		const phone = aPhone(ok(aDelta(1, { procedures: [changed(anEntry('1.000001'))] })));
		const answer = await pullCatalogue(phone.store, phone.gateway, {
			loadIndex: async () => undefined,
			loadPart: async () => undefined
		});
		expect(answer.ok).toBe(true);
		expect(await phone.titles()).toEqual(['1.000001 bản đầu']);
	});
});
