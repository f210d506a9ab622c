import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '$lib/domain/dossier/Draft';
import { fail, type Result } from '$lib/domain/shared/Result';
import { aDraft, anItem, MORNING } from '$lib/testing/builders';
import { LocalDatabase, storageError } from './database';
import { createDraftStore } from './draftStore';
import { createOutbox } from './outboxStore';
import { reconnecting, watchQuery } from './reconnect';

const RUNS = 500;
const SEED = Number(process.env.SEED ?? 20_261_123);

const opened: LocalDatabase[] = [];

afterEach(async () => {
	vi.restoreAllMocks();
	for (const database of opened.splice(0)) await database.delete();
});

function aDatabase() {
	const database = new LocalDatabase(`reconnect-${crypto.randomUUID()}`);
	opened.push(database);
	return database;
}

const noLeftover = {
	getItem: () => null,
	setItem() {},
	removeItem() {}
} as unknown as Storage;

/** Numbers from 0 up to 1, the same for the same seed. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

describe('a database the system closes', () => {
	it(`loses no field in ${RUNS} runs (seed ${SEED})`, { timeout: 120_000 }, async () => {
		vi.spyOn(console, 'warn').mockReturnValue(undefined);
		const random = seeded(SEED);
		let lost = 0;
		let refused = 0;
		let closed = 0;
		for (let run = 0; run < RUNS; run += 1) {
			const database = aDatabase();
			await database.open();
			const drafts = reconnecting(createDraftStore(database, noLeftover), database, 0);
			const draft = aDraft({ form: {} });
			const fields = 1 + Math.floor(random() * 4);
			for (let field = 0; field < fields; field += 1) {
				const saving = drafts.save(draft, { form: { [`f${field}`]: `${run}` } }, MORNING);
				for (let turn = Math.floor(random() * 12); turn > 0; turn -= 1) await aTurn(random());
				if (database.isOpen()) closed += cutOff(database, random());
				if (!(await saving).ok) refused += 1;
			}
			const kept = await drafts.find(draft.id);
			for (let field = 0; field < fields; field += 1)
				if (kept?.form[`f${field}`] !== `${run}`) lost += 1;
			await database.delete();
			opened.length = 0;
		}
		expect({ lost, refused }).toEqual({ lost: 0, refused: 0 });
		expect(closed).toBeGreaterThan(RUNS);
	});

	it('is opened once for all who were cut off', async () => {
		const database = aDatabase();
		await database.open();
		const outbox = reconnecting(createOutbox(database), database, 0);
		const open = vi.spyOn(database, 'open');
		database.close({ disableAutoOpen: true });
		await Promise.all([outbox.add(anItem(1)), outbox.add(anItem(2)), outbox.list()]);
		expect(open).toHaveBeenCalledTimes(1);
		expect(await outbox.list()).toHaveLength(2);
	});

	it('goes on telling changes to whoever watched before', async () => {
		const database = aDatabase();
		const drafts = reconnecting(createDraftStore(database, noLeftover), database, 0);
		let count = -1;
		const stop = watchQuery(
			database,
			() => database.drafts.count(),
			(value) => (count = value)
		);
		await expect.poll(() => count).toBe(0);
		database.close({ disableAutoOpen: true });
		await drafts.save(aDraft(), {}, MORNING);
		await expect.poll(() => count).toBe(1);
		stop();
	});

	it('is told to whoever began to watch while it was closed, once a mere read has opened it', async () => {
		const database = aDatabase();
		const drafts = reconnecting(createDraftStore(database, noLeftover), database, 0);
		await drafts.save(aDraft(), {}, MORNING);
		database.close({ disableAutoOpen: true });
		let count = -1;
		const stop = watchQuery(
			database,
			() => database.drafts.count(),
			(value) => (count = value)
		);
		expect(await drafts.find('nobody')).toBeUndefined();
		await expect.poll(() => count).toBe(1);
		stop();
	});
});

describe('other failures', () => {
	it('are given as they are, without a second try', async () => {
		const database = aDatabase();
		const full = { name: 'AbortError', inner: { name: 'QuotaExceededError' } };
		const save = vi.fn(async (): Promise<Result<Draft>> => fail(storageError(full)));
		expect(await reconnecting({ save }, database, 0).save()).toMatchObject({
			ok: false,
			error: { kind: 'storage', key: 'full' }
		});
		const list = vi.fn(async () => {
			throw new TypeError('a mistake of ours');
		});
		await expect(reconnecting({ list }, database, 0).list()).rejects.toThrow('a mistake of ours');
		expect([save, list].map((one) => one.mock.calls.length)).toEqual([1, 1]);
	});

	it('a second loss in a row is told', async () => {
		const database = aDatabase();
		const cause = { name: 'UnknownError' };
		const save = vi.fn(async (): Promise<Result<Draft>> => fail(storageError(cause)));
		const saved = await reconnecting({ save }, database, 0).save();
		expect(saved).toMatchObject({ ok: false, error: { kind: 'storage', cause } });
		expect(save).toHaveBeenCalledTimes(2);
	});

	it('leaves alone what is no promise', () => {
		const keepUnsaved = vi.fn(() => 'at once');
		expect(reconnecting({ keepUnsaved }, aDatabase(), 0).keepUnsaved()).toBe('at once');
	});
});

/** By the system, which aborts what is under way, or by Dexie, which another tab's upgrade makes do it. */
function cutOff(database: LocalDatabase, chance: number): 1 {
	if (chance < 0.5) database.close({ disableAutoOpen: true });
	else
		forceCloseDatabase(database.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);
	return 1;
}

/** A microtask or a whole turn of the event loop, so that the closing hits every stage of a write. */
function aTurn(chance: number): Promise<void> {
	return chance < 0.5 ? Promise.resolve() : new Promise((resolve) => setImmediate(resolve));
}
