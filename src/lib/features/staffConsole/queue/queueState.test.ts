import { describe, expect, it } from 'vitest';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { QueuePage, QueueRow } from '$lib/domain/dossier/StaffDossier';
import type { Result } from '$lib/domain/shared/Result';
import { aRow } from './testRow';
import { aSession } from '../testSession';

type Request = Parameters<StaffDesk['queue']>[0];

const counts = { new: 0, answered: 0, working: 0, today: 0, late: 0, waiting: 0, ready: 0 };

const pageOf = (ids: string[], more = false): Result<QueuePage> => ({
	ok: true,
	value: { rows: ids.map((id) => aRow({ id, sortAt: id })), more, counts }
});

/** A queue whose requests are answered by hand, in any order. */
async function aQueue() {
	const waiting: { request: Request; answer: (page: Result<QueuePage>) => void }[] = [];
	const session = await aSession({
		queue: (request) => new Promise((answer) => waiting.push({ request, answer }))
	});
	return { queue: session.queue, waiting };
}

const ids = (rows: QueueRow[]) => rows.map((row) => row.id);
const hundred = Array.from({ length: 100 }, (_, index) => `row-${String(index).padStart(2, '0')}`);

const pageOfLetter = (letter: string) =>
	Array.from({ length: 100 }, (_, index) => `row-${letter}${String(index).padStart(2, '0')}`);
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the queue', () => {
	it('drops a slow answer to an older question', async () => {
		const { queue, waiting } = await aQueue();
		const first = queue.show('new', 'minh');
		const second = queue.show('new', 'minh an');
		waiting[1]?.answer(pageOf(['newer']));
		waiting[0]?.answer(pageOf(['older']));
		await Promise.all([first, second]);
		expect(ids(queue.rows)).toEqual(['newer']);
	});

	it('asks for the work of somebody, or for one way of filing, only when told to, and keeps to it', async () => {
		const { queue, waiting } = await aQueue();
		void queue.show('working', '');
		void queue.show('working', '', { whose: 'mine', channel: 3 });
		void queue.show('late', '');
		expect(waiting.map(({ request }) => request)).toEqual([
			{ group: 'working' },
			{ group: 'working', whose: 'mine', channel: 3 },
			{ group: 'late', whose: 'mine', channel: 3 }
		]);
	});

	it('keeps its rows when a refresh fails, and says so', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(['a']));
		await shown;
		const refreshed = queue.refresh();
		waiting[1]?.answer({ ok: false, error: { kind: 'offline' } });
		await refreshed;
		expect(ids(queue.rows)).toEqual(['a']);
		expect(queue.failure).toEqual({ kind: 'offline' });
	});

	it('asks for the next page after the last row and shows a row that moved only once', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		const more = queue.loadMore();
		expect(waiting[1]?.request.after).toEqual({ sortAt: 'row-99', id: 'row-99' });
		waiting[1]?.answer(pageOf(['row-99', 'row-x100']));
		await more;
		expect(ids(queue.rows)).toEqual([...hundred, 'row-x100']);
	});

	it('lets the next page arrive when the timer strikes meanwhile', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		const more = queue.loadMore();
		await queue.refresh();
		expect(waiting).toHaveLength(2);
		waiting[1]?.answer(pageOf(['row-x100']));
		await more;
		expect(ids(queue.rows)).toEqual([...hundred, 'row-x100']);
	});

	it('shows another group at once, whatever is still on its way', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		const more = queue.loadMore();
		const other = queue.show('ready', '');
		waiting[2]?.answer(pageOf(['other']));
		waiting[1]?.answer(pageOf(['row-x100']));
		await Promise.all([more, other]);
		expect(ids(queue.rows)).toEqual(['other']);
	});

	it('refreshes the pages in sight and leaves the others alone', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('working', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		for (const [index, letter] of ['x', 'y'].entries()) {
			const more = queue.loadMore();
			waiting[index + 1]?.answer(pageOf(pageOfLetter(letter), true));
			await more;
		}
		queue.inSight = () => ({ first: 120, last: 130 });
		const refreshed = queue.refresh();
		expect(waiting[3]?.request.after).toEqual({ sortAt: 'row-99', id: 'row-99' });
		const without = pageOfLetter('x').filter((id) => id !== 'row-x05');
		waiting[3]?.answer(pageOf([...without, 'row-y00'], true));
		await refreshed;
		expect(waiting).toHaveLength(4);
		expect(ids(queue.rows)).toEqual([...hundred, ...without, ...pageOfLetter('y')]);
		expect(queue.more).toBe(true);
	});

	it('refreshes two pages when both are in sight, and ends where the list now ends', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('working', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		const more = queue.loadMore();
		waiting[1]?.answer(pageOf(pageOfLetter('x'), true));
		await more;
		queue.inSight = () => ({ first: 90, last: 110 });
		const refreshed = queue.refresh();
		waiting[2]?.answer(pageOf(hundred, true));
		await settled();
		waiting[3]?.answer(pageOf(['row-x03']));
		await refreshed;
		expect(ids(queue.rows)).toEqual([...hundred, 'row-x03']);
		expect(queue.more).toBe(false);
	});

	it('refreshes the page of the row the keyboard left, when no list is on screen', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(hundred, true));
		await shown;
		const more = queue.loadMore();
		waiting[1]?.answer(pageOf(['row-x00', 'row-x01']));
		await more;
		queue.selectedId = 'row-x01';
		const refreshed = queue.refresh();
		waiting[2]?.answer(pageOf(['row-x00']));
		await refreshed;
		expect(ids(queue.rows)).toEqual([...hundred, 'row-x00']);
	});

	it('says where else a search finds something, until the next question', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', 'minh');
		waiting[0]?.answer({
			ok: true,
			value: { rows: [], more: false, counts, elsewhere: { waiting: 2 } }
		});
		await shown;
		expect(queue.elsewhere).toEqual({ waiting: 2 });
		void queue.show('waiting', 'minh');
		expect(queue.elsewhere).toBeUndefined();
	});

	it('asks for no page beyond the last', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(['a']));
		await shown;
		await queue.loadMore();
		expect(waiting).toHaveLength(1);
	});
});
