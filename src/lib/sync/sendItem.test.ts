import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { fail, ok, type AppError } from '$lib/domain/shared/Result';
import { sha256Hex } from '$lib/domain/shared/sha256';
import { declarationOf } from '$lib/domain/dossier/Submission';
import { aDraft, aFile, aReceipt, anId, anItem, MORNING } from '$lib/testing/builders';
import { createFakeServer, type Fault } from '$lib/testing/fakeServer';
import { answersOf, createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createMemoryPages } from '$lib/testing/memoryPages';
import { sendItem, type SendContext } from './sendItem';

function aPhone(item = anItem()) {
	const outbox = createMemoryOutbox([item]);
	const server = createFakeServer();
	const context: SendContext = {
		gateway: server.gateway,
		outbox,
		pages: createMemoryPages(),
		loadAnswerTalk: answersOf(outbox.answers, server.gateway),
		hash: sha256Hex,
		titleOf: async () => 'Làm giấy khai sinh cho con',
		now: () => MORNING,
		random: () => 1
	};
	const row = () => outbox.rows.get(item.id);
	return { item, outbox, server, context, row, send: () => sendItem(row() ?? item, context) };
}

function later(ms: number): string {
	return new Date(MORNING.getTime() + ms).toISOString();
}

describe('sending one dossier', () => {
	it('opens, finalizes, and keeps the dossier with its receipt', async () => {
		const { item, outbox, server, row, send } = aPhone();
		await send();
		expect(server.calls.map(({ name }) => name)).toEqual(['open', 'finalize']);
		expect(row()).toBeUndefined();
		expect(outbox.dossiers.get(item.id)).toEqual({
			id: item.id,
			secret: item.secret,
			procedureCode: '1.001193',
			title: 'Làm giấy khai sinh cho con',
			subject: 'Trẻ thứ 1',
			receipt: server.submissions.get(item.id)?.receipt,
			draft: item.draft,
			files: [],
			letGo: 0,
			answers: [],
			progress: null,
			checkedAt: MORNING.toISOString()
		});
	});

	it('notes that it was sent before the first byte goes out', async () => {
		const { server, context, row, send } = aPhone();
		let seen: boolean | undefined;
		context.gateway = {
			...server.gateway,
			openSubmission: async (request) => {
				seen = row()?.openSent;
				return server.gateway.openSubmission(request);
			}
		};
		await send();
		expect(seen).toBe(true);
	});

	it('sends nothing when that note cannot be written', async () => {
		const { outbox, server, send } = aPhone();
		outbox.claim = async () => Promise.reject(new Error('disk full'));
		await expect(send()).rejects.toThrow('disk full');
		expect(server.calls).toEqual([]);
	});

	it('tells the server the hash first and the secret only to finalize', async () => {
		const replaces = [{ id: anId(7), secret: 'of the refused one' }];
		const { item, server, context, send } = aPhone(
			anItem(1, { draft: aDraft({ replaces }), files: [aFile(1), aFile(2)] })
		);
		const requests: unknown[] = [];
		context.gateway = {
			...server.gateway,
			openSubmission: async (request) => {
				requests.push(request);
				return server.gateway.openSubmission(request);
			}
		};
		await send();
		expect(requests).toEqual([
			{
				id: item.id,
				secretHash: await sha256Hex(item.secret),
				payload: item.payload,
				files: item.files.map(declarationOf),
				replaces: [{ id: anId(7), secret: 'of the refused one' }]
			}
		]);
		expect(JSON.stringify(requests)).not.toContain(item.secret);
	});

	it.each<[string, Fault[]]>([
		['open', ['lose']],
		['finalize', ['none', 'lose']]
	])('whose answer to %s got lost is sent again and stays one dossier', async (_, faults) => {
		const { item, outbox, server, row, send } = aPhone();
		server.faults = faults;
		await send();
		expect(row()).toMatchObject({ state: 'waiting', attempts: 1, openSent: true });
		expect(outbox.dossiers.size).toBe(0);
		await send();
		expect(row()).toBeUndefined();
		expect(server.submissions.size).toBe(1);
		expect(outbox.dossiers.get(item.id)?.receipt.id).toBe(item.id);
	});

	it('whose receipt got lost hears the same receipt the second time', async () => {
		const { item, outbox, server, context, row, send } = aPhone();
		const given: string[] = [];
		context.gateway = {
			...server.gateway,
			finalizeSubmission: async (request) => {
				const answer = await server.gateway.finalizeSubmission(request);
				if (answer.ok && 'receipt' in answer.value) given.push(answer.value.receipt.reference);
				return given.length === 1 ? fail({ kind: 'offline' }) : answer;
			}
		};
		await send();
		expect(row()).toMatchObject({ state: 'waiting', attempts: 1 });
		await send();
		expect(given).toEqual([given[0], given[0]]);
		expect(server.submissions.size).toBe(1);
		expect(outbox.dossiers.get(item.id)?.receipt.reference).toBe(given[0]);
	});

	it.each([
		['a receipt of another dossier', { receipt: aReceipt(anId(2)) }],
		['missing files nobody declared', { missing: ['a'] }],
		['missing nothing', { missing: [] }]
	])('takes %s for no receipt', async (_, answer) => {
		const { outbox, server, context, row, send } = aPhone();
		context.gateway = { ...server.gateway, finalizeSubmission: async () => ok(answer) };
		await send();
		expect(outbox.dossiers.size).toBe(0);
		expect(row()).toMatchObject({ state: 'waiting', attempts: 1, lastError: { kind: 'unknown' } });
	});

	it.each<[AppError, OutboxItem['state'], number]>([
		[{ kind: 'offline' }, 'waiting', 2_000],
		[{ kind: 'unknown' }, 'waiting', 2_000],
		[{ kind: 'invalid' }, 'waiting', 2_000],
		[{ kind: 'unauthorized' }, 'held', 300_000],
		[{ kind: 'throttled' }, 'held', 300_000],
		[{ kind: 'throttled', retryAfterSeconds: 7 }, 'held', 7_000],
		[{ kind: 'outdated', key: 'protocol' }, 'held', 300_000],
		[{ kind: 'invalid', key: 'payload-invalid' }, 'quarantined', 300_000],
		[{ kind: 'conflict', key: 'submission-differs' }, 'quarantined', 300_000]
	])('answered with %o becomes %s for %i ms', async (error, state, pause) => {
		for (const faults of [[error], ['none' as const, error]]) {
			const { server, row, send } = aPhone();
			server.faults = [...faults];
			await send();
			expect(server.calls).toHaveLength(faults.length);
			expect(row()).toMatchObject({
				state,
				attempts: 1,
				openSent: true,
				nextAttemptAt: later(pause),
				lastError: { kind: error.kind, key: error.key }
			});
		}
	});

	it('waits longer after every failed try, and a held row may become a waiting one', async () => {
		const { server, row, send } = aPhone(anItem(1, { state: 'held', attempts: 2 }));
		server.weather = 'drop';
		await send();
		expect(row()).toMatchObject({ state: 'waiting', attempts: 3, nextAttemptAt: later(8_000) });
		await send();
		expect(row()).toMatchObject({ attempts: 4, nextAttemptAt: later(16_000) });
	});
});
