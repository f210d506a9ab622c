import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { createProcedureSearch } from './procedureSearch';
import { SearchClient, type Listener, type SearchPort, type SearchRequest } from './searchClient';
import { packEntries, type SearchEntry } from './searchIndex';
import { findKept, keepIndex } from './searchKeep';
import { keyOfEntries } from './searchKey';

const ENTRIES: SearchEntry[] = [
	{
		code: '1.000894',
		title: 'Thủ tục đăng ký kết hôn',
		shortTitle: 'Đăng ký kết hôn',
		synonyms: ['giấy kết hôn'],
		result: 'Giấy chứng nhận kết hôn',
		verification: 'partial'
	},
	{
		code: '1.000656',
		title: 'Thủ tục đăng ký khai tử',
		shortTitle: 'Báo tử',
		synonyms: ['người mất'],
		result: 'Trích lục khai tử',
		verification: 'partial'
	}
];

const KEY = 'these entries';

/** A worker in the same thread: what is posted waits until the test lets it answer. */
class FakeWorker implements SearchPort {
	onmessage: SearchPort['onmessage'] = null;
	onerror: SearchPort['onerror'] = null;
	isEnded = false;
	posted: SearchRequest[] = [];

	postMessage(message: SearchRequest): void {
		// As a real one: what cannot be cloned throws here.
		this.posted.push(structuredClone(message));
	}

	terminate(): void {
		this.isEnded = true;
	}

	queries(): string[] {
		return this.posted.flatMap((message) => ('query' in message ? [message.query] : []));
	}

	/** Answers the last query posted with its own words as the code. */
	answer(): void {
		const asked = this.posted.findLast((message) => 'query' in message);
		if (!asked || !('query' in asked)) throw new Error('nothing was asked');
		this.onmessage?.(new MessageEvent('message', { data: { id: asked.id, codes: [asked.query] } }));
	}

	fail(): void {
		this.onerror?.(Object.assign(new Event('error'), { message: 'no such file' }) as ErrorEvent);
	}
}

function setUp(changes: { startWorker?: () => SearchPort; loadLocal?: () => Promise<never> } = {}) {
	const workers: FakeWorker[] = [];
	const onanswer = vi.fn<Listener>();
	const loadLocal = vi.fn(changes.loadLocal ?? (async () => createProcedureSearch));
	const client = new SearchClient({
		startWorker:
			changes.startWorker ??
			(() => {
				workers.push(new FakeWorker());
				return workers.at(-1)!;
			}),
		loadLocal
	});
	client.setEntries(ENTRIES, KEY);
	const ask = (query: string) => (query ? client.ask(query, onanswer) : client.leave(onanswer));
	return { client, ask, workers, onanswer, loadLocal, worker: () => workers.at(-1)! };
}

describe('with a worker', () => {
	it('starts none before something is asked', () => {
		const { ask, workers } = setUp();
		ask('');
		expect(workers).toEqual([]);
	});
	it('sends the entries before the query', () => {
		const { ask, worker } = setUp();
		ask('kết');
		expect(worker().posted).toEqual([
			{ entries: ENTRIES, key: KEY },
			{ id: 1, query: 'kết' }
		]);
	});
	it('sends entries that its page holds wrapped', () => {
		const { client, ask, worker } = setUp();
		const wrapped = ENTRIES.map((entry) => ({ ...entry, synonyms: new Proxy(entry.synonyms, {}) }));
		client.setEntries(new Proxy(wrapped, {}));
		ask('kết');
		expect(worker().posted[0]).toEqual({ entries: ENTRIES, key: '' });
	});
	it('drops the answer to an older query and asks only the latest', () => {
		const { ask, worker, onanswer } = setUp();
		for (const query of ['k', 'kh', 'kha', 'khai']) ask(query);
		expect(worker().queries()).toEqual(['k']);
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		expect(worker().queries()).toEqual(['k', 'khai']);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['khai', { codes: ['khai'] }]]);
	});
	it('says nothing after the field was emptied, and answers again afterwards', () => {
		const { ask, worker, onanswer } = setUp();
		ask('k');
		ask('');
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		ask('b');
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['b', { codes: ['b'] }]]);
	});
	it('asks the standing query anew when the catalogue changed', () => {
		const { client, ask, worker, onanswer } = setUp();
		ask('k');
		client.setEntries(ENTRIES.slice(1));
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		expect(worker().posted.slice(2)).toEqual([
			{ entries: ENTRIES.slice(1), key: '' },
			{ id: 2, query: 'k' }
		]);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['k', { codes: ['k'] }]]);
	});
	it('builds nothing anew for the entries it has, and asks for the next page all the same', () => {
		const { client, ask, worker, onanswer } = setUp();
		ask('k');
		worker().answer();
		client.leave(onanswer);
		client.setEntries([...ENTRIES], KEY);
		const next = vi.fn<Listener>();
		client.ask('b', next);
		worker().answer();
		expect(worker().posted.filter((message) => 'entries' in message)).toHaveLength(1);
		expect(next.mock.calls).toEqual([['b', { codes: ['b'] }]]);
		expect(onanswer).toHaveBeenCalledTimes(1);
	});
	it('is not silenced by a page that is left after the next one has asked', () => {
		const { client, ask, worker, onanswer } = setUp();
		ask('k');
		worker().answer();
		const next = vi.fn<Listener>();
		client.ask('b', next);
		client.leave(onanswer);
		worker().answer();
		expect(next).toHaveBeenCalledTimes(1);
	});
	it('passes on what was meant', () => {
		const { ask, worker, onanswer } = setUp();
		ask('ket hoon');
		const found = { codes: ['1.000894'], meant: 'kết hôn' };
		worker().onmessage?.(new MessageEvent('message', { data: { id: 1, ...found } }));
		expect(onanswer.mock.calls).toEqual([['ket hoon', found]]);
	});
	it('ends with its page', () => {
		const { client, ask, worker, onanswer } = setUp();
		ask('k');
		client.close();
		worker().answer();
		expect(worker().isEnded).toBe(true);
		expect(onanswer).not.toHaveBeenCalled();
	});
});

describe('without a worker', () => {
	it('searches on the page where none can be made', async () => {
		const { ask, onanswer } = setUp({
			startWorker: () => {
				throw new DOMException('no workers here', 'SecurityError');
			}
		});
		ask('ket');
		ask('ket hon');
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalled());
		expect(onanswer.mock.calls).toEqual([['ket hon', { codes: ['1.000894'] }]]);
	});
	it('searches on the page when the file does not come or the worker dies, and loses no query', async () => {
		const { ask, worker, onanswer, workers, loadLocal } = setUp();
		ask('bao');
		ask('bao tu');
		worker().fail();
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalled());
		ask('ket hon');
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalledTimes(2));
		expect(onanswer.mock.calls).toEqual([
			['bao tu', { codes: ['1.000656'] }],
			['ket hon', { codes: ['1.000894'] }]
		]);
		expect(worker().isEnded).toBe(true);
		expect([workers.length, loadLocal.mock.calls.length]).toEqual([1, 1]);
	});
	it('tries again at the next letter when nothing came', async () => {
		const { ask, worker, onanswer, workers, loadLocal } = setUp({
			loadLocal: () => Promise.reject(new TypeError('Failed to fetch'))
		});
		ask('k');
		worker().fail();
		await vi.waitFor(() => expect(loadLocal).toHaveBeenCalled());
		await Promise.resolve();
		ask('ke');
		expect(workers.length).toBe(2);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['ke', { codes: ['ke'] }]]);
	});
});

describe('the worker', () => {
	type Scope = { onmessage(event: { data: SearchRequest }): Promise<void>; postMessage: Mock };

	async function startWorker(): Promise<Scope> {
		const scope: Scope = { onmessage: async () => undefined, postMessage: vi.fn() };
		vi.resetModules();
		vi.stubGlobal('self', scope);
		await import('./searchWorker');
		return scope;
	}

	/** So many that the index is kept: the two, and others without words of theirs. */
	const MANY = [
		...ENTRIES,
		...Array.from({ length: 1000 }, (_, at): SearchEntry => {
			const code = `2.${String(at).padStart(6, '0')}`;
			const said = `việc ${at}`;
			return {
				code,
				title: said,
				shortTitle: said,
				synonyms: [],
				result: said,
				verification: 'listed'
			};
		})
	];

	beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
	afterEach(() => vi.unstubAllGlobals());

	it('answers with the number of the query, and only once it has entries', async () => {
		const scope = await startWorker();
		await scope.onmessage({ data: { id: 1, query: 'ket hon' } });
		expect(scope.postMessage).not.toHaveBeenCalled();
		void scope.onmessage({ data: { entries: ENTRIES, key: KEY } });
		await scope.onmessage({ data: { id: 2, query: 'ket hon' } });
		expect(scope.postMessage.mock.calls).toEqual([[{ id: 2, codes: ['1.000894'] }]]);
		expect(await findKept(KEY)).toBeUndefined();
	});
	it('keeps a large index and takes it from there the next time', async () => {
		const first = await startWorker();
		void first.onmessage({ data: { entries: MANY, key: KEY } });
		await first.onmessage({ data: { id: 1, query: 'ket hon' } });
		await vi.waitFor(async () => expect(await findKept(KEY)).toBeDefined());
		// What was kept answers, not what comes with the message.
		const others = MANY.slice(1);
		const next = await startWorker();
		void next.onmessage({ data: { entries: others, key: KEY } });
		await next.onmessage({ data: { id: 2, query: 'ket hon' } });
		expect(next.postMessage.mock.calls).toEqual([[{ id: 2, codes: ['1.000894'] }]]);
		void next.onmessage({ data: { entries: others, key: 'other entries' } });
		await next.onmessage({ data: { id: 3, query: 'ket hon' } });
		expect(next.postMessage.mock.calls[1]).toEqual([{ id: 3, codes: [] }]);
	});
	it('searches where nothing may be kept', async () => {
		vi.stubGlobal('indexedDB', undefined);
		const scope = await startWorker();
		void scope.onmessage({ data: { entries: MANY, key: KEY } });
		await scope.onmessage({ data: { id: 1, query: 'ket hon' } });
		expect(scope.postMessage.mock.calls).toEqual([[{ id: 1, codes: ['1.000894'] }]]);
	});
	it('keeps one index only, and knows it by its key', async () => {
		await keepIndex('old', packEntries(ENTRIES));
		const packed = packEntries(ENTRIES.slice(1));
		await keepIndex('new', packed);
		expect(await findKept('old')).toBeUndefined();
		expect(await findKept('new')).toEqual(packed);
	});
});

describe('the key of entries', () => {
	const entries = [
		{ code: '1.000894', contentHash: 'a1' },
		{ code: '1.000656', contentHash: 'b2' }
	];
	it('is the same for the same, another for any other', () => {
		const [marriage, death] = entries as [(typeof entries)[0], (typeof entries)[0]];
		const keys = [
			keyOfEntries(entries, 'v1'),
			keyOfEntries(entries, 'v2'),
			keyOfEntries([marriage], 'v1'),
			keyOfEntries([marriage, { ...death, contentHash: 'b3' }], 'v1'),
			keyOfEntries([marriage, { ...death, code: '1.000657' }], 'v1')
		];
		expect(new Set(keys).size).toBe(keys.length);
		expect(keyOfEntries([...entries], 'v1')).toBe(keys[0]);
	});
});
