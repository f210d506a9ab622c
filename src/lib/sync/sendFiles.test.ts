import { describe, expect, it } from 'vitest';
import { fail, ok, type AppError } from '$lib/domain/shared/Result';
import { aFile, anId, anItem, MORNING, pageBytes } from '$lib/testing/builders';
import { createFakeServer, hashOf, type Fault } from '$lib/testing/fakeServer';
import { answersOf, createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createMemoryPages } from '$lib/testing/memoryPages';
import { sendItem, type SendContext } from './sendItem';

/** A phone with one row of three photos, the bytes of all three, and a server. */
function aPhone(item = anItem(1, { files: [aFile(1), aFile(2), aFile(3)] })) {
	const outbox = createMemoryOutbox([item]);
	const server = createFakeServer();
	const pages = createMemoryPages(1, 2, 3);
	const uploads: string[] = [];
	const upload = server.gateway.uploadFile;
	server.gateway.uploadFile = (request) => {
		uploads.push(`${request.fileId.slice(-1)}/${request.attempt}`);
		return upload(request);
	};
	const context: SendContext = {
		gateway: server.gateway,
		outbox,
		pages,
		loadAnswerTalk: answersOf(outbox.answers, server.gateway),
		hash: async (text) => hashOf(text),
		titleOf: async (code) => code,
		now: () => MORNING,
		random: () => 1
	};
	const row = () => outbox.rows.get(item.id);
	const sent = () => row()?.files.map(({ isSent }) => isSent);
	const send = () => sendItem(row() ?? item, context);
	return { item, outbox, server, pages, uploads, context, row, sent, send };
}

const path = (number: number, attempt = 1) => `${anId(1)}/${aFile(number).fileId}/${attempt}`;

describe('sending the photographs of a dossier', () => {
	it('uploads each between open and finalize, byte for byte', async () => {
		const { item, outbox, server, send } = aPhone();
		await send();
		const steps = ['open', 'upload', 'upload', 'upload', 'finalize'];
		expect(server.calls.map(({ name }) => name)).toEqual(steps);
		for (const number of [1, 2, 3])
			expect(server.stored.get(path(number))).toEqual(pageBytes(number));
		expect(outbox.dossiers.get(item.id)).toMatchObject({
			draft: item.draft,
			files: item.files.map((file) => ({ ...file, isSent: true }))
		});
	});

	it('has one upload on the line at a time', async () => {
		const { server, context, send } = aPhone();
		let onTheLine = 0;
		let most = 0;
		const upload = server.gateway.uploadFile;
		context.gateway.uploadFile = async (request) => {
			most = Math.max(most, (onTheLine += 1));
			await new Promise((resolve) => setImmediate(resolve));
			onTheLine -= 1;
			return upload(request);
		};
		await send();
		expect(most).toBe(1);
	});

	it('goes on where the line was cut, with what the server misses only', async () => {
		const { outbox, server, uploads, row, sent, send } = aPhone();
		server.faults = ['none', 'none', 'drop'];
		await send();
		expect(sent()).toEqual([true, false, false]);
		expect(row()).toMatchObject({ state: 'waiting', lastError: { kind: 'offline' } });
		await send();
		expect(uploads).toEqual(['1/1', '2/1', '2/1', '3/1']);
		expect(outbox.dossiers.size).toBe(1);
	});

	it('does not send again what arrived although the answer was lost', async () => {
		const { outbox, server, uploads, sent, send } = aPhone();
		server.faults = ['none', 'lose'];
		await send();
		expect(sent()).toEqual([false, false, false]);
		await send();
		expect(uploads).toEqual(['1/1', '2/1', '3/1']);
		expect(outbox.dossiers.size).toBe(1);
	});

	it('believes the server, not the row, about what arrived', async () => {
		const files = [aFile(1, { isSent: true }), aFile(2), aFile(3)];
		const { server, uploads, send } = aPhone(anItem(1, { files }));
		await send();
		expect(uploads).toEqual(['1/1', '2/1', '3/1']);
		expect(server.missing(anId(1))).toEqual([]);
	});

	it('writes every success at once', async () => {
		const { outbox, send } = aPhone();
		await send();
		const seen = outbox.changes.flatMap(({ change }) =>
			change.files ? [change.files.filter(({ isSent }) => isSent).length] : []
		);
		expect(seen).toEqual([0, 1, 2, 3]);
	});

	it('uploads nothing more once the submission is finalized', async () => {
		const { outbox, server, uploads, send } = aPhone();
		server.faults = ['none', 'none', 'none', 'none', 'lose'];
		await send();
		server.stored.clear();
		await send();
		expect(uploads).toHaveLength(3);
		expect(server.calls.map(({ name }) => name).slice(-2)).toEqual(['open', 'finalize']);
		expect(outbox.dossiers.size).toBe(1);
	});

	it('sends the next attempt, in the same run, of a file stored in another size', async () => {
		const { outbox, server, uploads, send } = aPhone();
		server.faults = ['none', 'none', 'short', 'none', 'none', 'short'];
		await send();
		expect(uploads).toEqual(['1/1', '2/1', '3/1', '2/2', '2/3']);
		expect(server.stored.get(path(2, 3))).toEqual(pageBytes(2));
		expect(outbox.dossiers.get(anId(1))?.files.map(({ attempt }) => attempt)).toEqual([1, 3, 1]);
	});

	it('gives up after the fifth attempt, with a reason', async () => {
		const { server, uploads, row, send } = aPhone(anItem(1, { files: [aFile(1)] }));
		server.weather = 'short';
		await send();
		expect(uploads).toEqual(['1/1', '1/2', '1/3', '1/4', '1/5']);
		expect(row()).toMatchObject({
			state: 'quarantined',
			lastError: { kind: 'invalid', key: 'file-not-taken' }
		});
	});

	it.each<[string, ArrayBuffer | undefined]>([
		['are gone', undefined],
		['are not the declared ones', new ArrayBuffer(3)]
	])('asks for a new photograph when the bytes %s', async (_, bytes) => {
		const { pages, row, sent, send } = aPhone();
		if (bytes) pages.bytes.set('page-2', bytes);
		else pages.bytes.delete('page-2');
		await send();
		expect(sent()).toEqual([true, false, false]);
		expect(row()).toMatchObject({
			state: 'quarantined',
			openSent: true,
			lastError: { kind: 'invalid', key: 'file-lost' }
		});
	});

	it('needs no bytes of a file that had arrived', async () => {
		const { outbox, server, pages, send } = aPhone();
		server.faults = ['none', 'lose'];
		await send();
		pages.bytes.delete('page-1');
		await send();
		expect(outbox.dossiers.size).toBe(1);
	});

	it('takes a failing read for passing, not for lost bytes', async () => {
		const { pages, send, row } = aPhone();
		pages.findBytes = async () => Promise.reject(new Error('the database is closing'));
		await expect(send()).rejects.toThrow('closing');
		expect(row()?.state).toBe('waiting');
	});

	it.each<[AppError, string, number]>([
		[{ kind: 'offline' }, 'waiting', 2_000],
		[{ kind: 'unknown' }, 'waiting', 2_000],
		[{ kind: 'unauthorized' }, 'held', 300_000],
		[{ kind: 'throttled', retryAfterSeconds: 30 }, 'held', 30_000],
		[{ kind: 'invalid', key: 'file-refused' }, 'quarantined', 300_000]
	])('answered with %o leaves the row %s for %i ms', async (error, state, pause) => {
		const { server, row, send } = aPhone();
		server.faults = ['none', error];
		await send();
		const nextAttemptAt = new Date(MORNING.getTime() + pause).toISOString();
		expect(row()).toMatchObject({ state, nextAttemptAt, lastError: { kind: error.kind } });
	});

	it('starts its pauses anew when a whole file got through', async () => {
		const files = [aFile(1), aFile(2)];
		const { server, row, send } = aPhone(anItem(1, { files, attempts: 7 }));
		const nothing: Fault[] = ['none', 'drop'];
		server.faults = [...nothing];
		await send();
		expect(row()?.attempts).toBe(8);
		server.faults = ['none', 'none', 'drop'];
		await send();
		expect(row()).toMatchObject({
			attempts: 1,
			nextAttemptAt: new Date(MORNING.getTime() + 2_000).toISOString()
		});
	});

	it('takes an answer that names no file of ours for nonsense', async () => {
		const { context, server, row, send } = aPhone();
		context.gateway = { ...server.gateway, finalizeSubmission: async () => ok({ missing: ['x'] }) };
		await send();
		expect(row()).toMatchObject({ state: 'waiting', lastError: { kind: 'unknown' } });
		context.gateway = {
			...server.gateway,
			finalizeSubmission: async () => fail({ kind: 'offline' })
		};
		await send();
		expect(row()?.files.every(({ isSent }) => isSent)).toBe(true);
	});
});
