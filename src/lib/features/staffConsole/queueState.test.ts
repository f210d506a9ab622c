import { describe, expect, it } from 'vitest';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { QueuePage, QueueRow } from '$lib/domain/dossier/StaffDossier';
import type { Result } from '$lib/domain/shared/Result';
import { aSession } from './testSession';

type Request = Parameters<StaffDesk['queue']>[0];

const counts = { new: 0, working: 0, dueToday: 0, late: 0, ready: 0 };

function aRow(id: string): QueueRow {
	return {
		id,
		code: null,
		reference: id,
		status: 1,
		version: 1,
		procedure: null,
		procedureCode: '1.001193',
		subject: 'Nguyễn Minh An',
		applicant: null,
		phone: null,
		channel: 2,
		department: null,
		submittedAt: '2026-11-23T01:00:00Z',
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		finishedAt: null,
		returnedAt: null,
		sortAt: id
	};
}

const pageOf = (ids: string[], more = false): Result<QueuePage> => ({
	ok: true,
	value: { rows: ids.map(aRow), more, counts }
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
const fifty = Array.from({ length: 50 }, (_, index) => `row-${String(index).padStart(2, '0')}`);

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
		waiting[0]?.answer(pageOf(fifty, true));
		await shown;
		const more = queue.loadMore();
		expect(waiting[1]?.request.after).toEqual({ sortAt: 'row-49', id: 'row-49' });
		waiting[1]?.answer(pageOf(['row-49', 'row-50']));
		await more;
		expect(ids(queue.rows)).toEqual([...fifty, 'row-50']);
	});

	it('lets the next page arrive when the timer strikes meanwhile', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(fifty, true));
		await shown;
		const more = queue.loadMore();
		await queue.refresh();
		expect(waiting).toHaveLength(2);
		waiting[1]?.answer(pageOf(['row-50']));
		await more;
		expect(ids(queue.rows)).toEqual([...fifty, 'row-50']);
	});

	it('shows another group at once, whatever is still on its way', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(fifty, true));
		await shown;
		const more = queue.loadMore();
		const other = queue.show('ready', '');
		waiting[2]?.answer(pageOf(['other']));
		waiting[1]?.answer(pageOf(['row-50']));
		await Promise.all([more, other]);
		expect(ids(queue.rows)).toEqual(['other']);
	});

	it('refreshes as many pages as are on screen', async () => {
		const { queue, waiting } = await aQueue();
		const shown = queue.show('new', '');
		waiting[0]?.answer(pageOf(fifty, true));
		await shown;
		const more = queue.loadMore();
		waiting[1]?.answer(pageOf(['row-50']));
		await more;
		const refreshed = queue.refresh();
		waiting[2]?.answer(pageOf(fifty, true));
		await Promise.resolve();
		await new Promise((resolve) => setTimeout(resolve));
		waiting[3]?.answer(pageOf(['row-51']));
		await refreshed;
		expect(ids(queue.rows)).toEqual([...fifty, 'row-51']);
	});
});
