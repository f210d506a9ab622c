import { describe, expect, it, vi } from 'vitest';
import { createProcedureSearch, type SearchEntry } from './procedureSearch';
import { SearchClient, type SearchPort, type SearchRequest } from './searchClient';

const ENTRIES: SearchEntry[] = [
	{
		code: '1.000894',
		title: 'Thủ tục đăng ký kết hôn',
		shortTitle: 'Đăng ký kết hôn',
		synonyms: ['giấy kết hôn'],
		result: 'Giấy chứng nhận kết hôn'
	},
	{
		code: '1.000656',
		title: 'Thủ tục đăng ký khai tử',
		shortTitle: 'Báo tử',
		synonyms: ['người mất'],
		result: 'Trích lục khai tử'
	}
];

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
	const onanswer = vi.fn<(query: string, codes: string[]) => void>();
	const loadLocal = vi.fn(changes.loadLocal ?? (async () => createProcedureSearch));
	const client = new SearchClient({
		startWorker:
			changes.startWorker ??
			(() => {
				workers.push(new FakeWorker());
				return workers.at(-1)!;
			}),
		loadLocal,
		onanswer
	});
	client.setEntries(ENTRIES);
	return { client, workers, onanswer, loadLocal, worker: () => workers.at(-1)! };
}

describe('with a worker', () => {
	it('starts none before something is asked', () => {
		const { client, workers } = setUp();
		client.ask('');
		expect(workers).toEqual([]);
	});
	it('sends the entries before the query', () => {
		const { client, worker } = setUp();
		client.ask('kết');
		expect(worker().posted).toEqual([{ entries: ENTRIES }, { id: 1, query: 'kết' }]);
	});
	it('sends entries that its page holds wrapped', () => {
		const { client, worker } = setUp();
		const wrapped = ENTRIES.map((entry) => ({ ...entry, synonyms: new Proxy(entry.synonyms, {}) }));
		client.setEntries(new Proxy(wrapped, {}));
		client.ask('kết');
		expect(worker().posted[0]).toEqual({ entries: ENTRIES });
	});
	it('drops the answer to an older query and asks only the latest', () => {
		const { client, worker, onanswer } = setUp();
		for (const query of ['k', 'kh', 'kha', 'khai']) client.ask(query);
		expect(worker().queries()).toEqual(['k']);
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		expect(worker().queries()).toEqual(['k', 'khai']);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['khai', ['khai']]]);
	});
	it('says nothing after the field was emptied, and answers again afterwards', () => {
		const { client, worker, onanswer } = setUp();
		client.ask('k');
		client.ask('');
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		client.ask('b');
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['b', ['b']]]);
	});
	it('asks the standing query anew when the catalogue changed', () => {
		const { client, worker, onanswer } = setUp();
		client.ask('k');
		client.setEntries(ENTRIES.slice(1));
		worker().answer();
		expect(onanswer).not.toHaveBeenCalled();
		expect(worker().posted.slice(2)).toEqual([
			{ entries: ENTRIES.slice(1) },
			{ id: 2, query: 'k' }
		]);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['k', ['k']]]);
	});
	it('ends with its page', () => {
		const { client, worker, onanswer } = setUp();
		client.ask('k');
		client.close();
		worker().answer();
		expect(worker().isEnded).toBe(true);
		expect(onanswer).not.toHaveBeenCalled();
	});
});

describe('without a worker', () => {
	it('searches on the page where none can be made', async () => {
		const { client, onanswer } = setUp({
			startWorker: () => {
				throw new DOMException('no workers here', 'SecurityError');
			}
		});
		client.ask('ket');
		client.ask('ket hon');
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalled());
		expect(onanswer.mock.calls).toEqual([['ket hon', ['1.000894']]]);
	});
	it('searches on the page when the file does not come or the worker dies, and loses no query', async () => {
		const { client, worker, onanswer, workers, loadLocal } = setUp();
		client.ask('bao');
		client.ask('bao tu');
		worker().fail();
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalled());
		client.ask('ket hon');
		await vi.waitFor(() => expect(onanswer).toHaveBeenCalledTimes(2));
		expect(onanswer.mock.calls).toEqual([
			['bao tu', ['1.000656']],
			['ket hon', ['1.000894']]
		]);
		expect(worker().isEnded).toBe(true);
		expect([workers.length, loadLocal.mock.calls.length]).toEqual([1, 1]);
	});
	it('tries again at the next letter when nothing came', async () => {
		const { client, worker, onanswer, workers, loadLocal } = setUp({
			loadLocal: () => Promise.reject(new TypeError('Failed to fetch'))
		});
		client.ask('k');
		worker().fail();
		await vi.waitFor(() => expect(loadLocal).toHaveBeenCalled());
		await Promise.resolve();
		client.ask('ke');
		expect(workers.length).toBe(2);
		worker().answer();
		expect(onanswer.mock.calls).toEqual([['ke', ['ke']]]);
	});
});

describe('the worker', () => {
	it('answers with the number of the query, and only once it has entries', async () => {
		const scope = { onmessage: (_: { data: SearchRequest }) => {}, postMessage: vi.fn() };
		vi.stubGlobal('self', scope);
		await import('./searchWorker');
		scope.onmessage({ data: { id: 1, query: 'ket hon' } });
		expect(scope.postMessage).not.toHaveBeenCalled();
		scope.onmessage({ data: { entries: ENTRIES } });
		scope.onmessage({ data: { id: 2, query: 'ket hon' } });
		expect(scope.postMessage.mock.calls).toEqual([[{ id: 2, codes: ['1.000894'] }]]);
		vi.unstubAllGlobals();
	});
});
