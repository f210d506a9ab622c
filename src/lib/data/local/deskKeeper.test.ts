import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Chain } from '$lib/domain/intake/Chain';
import { emptyForm } from '$lib/domain/intake/IntakeForm';
import { DeskDatabase } from './deskDatabase';
import { createDeskKeeper } from './deskKeeper';

let engine: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };

/** A page of this PC, opened anew. */
function open() {
	const database = new DeskDatabase('mot-cua-desk', engine);
	return { database, keeper: createDeskKeeper(database, true) };
}

const mai = { id: 's1', fullName: 'Trần Thị Tiếp' } as Parameters<
	ReturnType<typeof open>['keeper']['enter']
>[0];
const nam = { ...mai, id: 's2', fullName: 'Lò Văn Nhận' };

function aChain(id: string): Chain {
	return {
		id,
		visitId: 'v',
		madeAt: `2026-11-23T02:00:0${id.slice(-1)}Z`,
		procedure: 'p',
		person: 'n',
		outcome: 'refuse',
		steps: [{ kind: 'refuse', actionId: 'a', content: { reason: 'x' } }],
		answers: [],
		attempts: 0,
		nextAttemptAt: '',
		refusal: null,
		form: emptyForm('v')
	};
}

beforeEach(() => {
	engine = { indexedDB: new IDBFactory(), IDBKeyRange };
});

describe('what an officer types', () => {
	it('is on disk within a second, and a page opened anew reads it', async () => {
		const page = open();
		page.keeper.storeOf('s1').save('intake', { name: 'Ma' });
		page.keeper.storeOf('s1').save('intake', { name: 'Mai' });
		await new Promise((resolve) => setTimeout(resolve, 900));
		page.database.close();
		expect(await open().keeper.storeOf('s1').load('intake')).toEqual({ name: 'Mai' });
	});
	it('is nobody else’s', async () => {
		const { keeper } = open();
		keeper.storeOf('s1').save('intake', 1);
		expect(await keeper.storeOf('s2').load('intake')).toBeUndefined();
		expect(await keeper.storeOf('s1').load('intake')).toBe(1);
	});
	it('is found by how its key begins, of one person only', async () => {
		const { keeper } = open();
		keeper.storeOf('s1').save('draft:a:2', 2);
		keeper.storeOf('s1').save('draft:a:1', 1);
		keeper.storeOf('s1').save('draft:ab', 3);
		keeper.storeOf('s2').save('draft:a:3', 4);
		expect(await keeper.storeOf('s1').loadAll('draft:a:')).toEqual([
			['draft:a:1', 1],
			['draft:a:2', 2]
		]);
	});
	it('counts as begun, copies of the server’s words do not', async () => {
		const { keeper } = open();
		keeper.storeOf('s1').save('intake', 1);
		keeper.storeOf('s1').save('cache:setup', 1);
		expect(await keeper.begun('s1')).toBe(1);
		keeper.storeOf('s1').forget('intake');
		expect(await keeper.begun('s1')).toBe(0);
	});
});

describe('the queue of an officer', () => {
	it('keeps the order, takes a matter once, and replaces a mended one', async () => {
		const queue = open().keeper.queueOf('s1');
		await queue.add(aChain('c2'));
		await queue.add(aChain('c1'));
		await queue.add({ ...aChain('c1'), person: 'twice' });
		expect((await queue.list()).map(({ id, person }) => [id, person])).toEqual([
			['c1', 'n'],
			['c2', 'n']
		]);
		await queue.add(aChain('c3'), 'c1');
		expect((await queue.list()).map(({ id }) => id)).toEqual(['c2', 'c3']);
	});
	it('is told to the next person by name and number only', async () => {
		const { keeper } = open();
		await keeper.enter(mai);
		await keeper.enter(nam);
		await keeper.queueOf('s1').add(aChain('c1'));
		expect(await keeper.unsent()).toEqual([{ staffId: 's1', fullName: 'Trần Thị Tiếp', count: 1 }]);
	});
});

describe('leaving', () => {
	it('removes every row of that officer and of nobody else, also what was about to be written', async () => {
		const { keeper, database } = open();
		await keeper.enter(mai);
		await keeper.enter(nam);
		keeper.storeOf('s2').save('intake', 2);
		await keeper.begun('s2');
		await keeper.queueOf('s1').add(aChain('c1'));
		await keeper.queueOf('s2').add(aChain('c2'));
		const store = keeper.storeOf('s1');
		store.save('intake', 1);
		await keeper.leave('s1');
		store.save('intake', 'late');
		await new Promise((resolve) => setTimeout(resolve, 400));
		const left = await Promise.all(
			[database.rows, database.chains, database.officers].map((table) => table.toArray())
		);
		expect(left.flat().map((row) => row.staffId)).toEqual(['s2', 's2', 's2']);
	});
});
