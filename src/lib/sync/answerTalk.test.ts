import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { declarationOf } from '$lib/domain/dossier/Submission';
import { fail, type AppError } from '$lib/domain/shared/Result';
import { aFile, anAnswer, anId, anItem, aSecret, MORNING } from '$lib/testing/builders';
import { createFakeServer, hashOf, type Fault } from '$lib/testing/fakeServer';
import { answersOf, createMemoryOutbox } from '$lib/testing/memoryOutbox';
import { createMemoryPages } from '$lib/testing/memoryPages';
import { sendItem, type SendContext } from './sendItem';

/** A phone with a filed dossier (1) of which the desk asks for papers, and an answer (2) with these files. */
async function aPhone(...photos: number[]) {
	const outbox = createMemoryOutbox([anItem(1)]);
	const server = createFakeServer();
	const context: SendContext = {
		gateway: server.gateway,
		outbox,
		pages: createMemoryPages(...photos),
		loadAnswerTalk: answersOf(outbox.answers, server.gateway),
		hash: async (text) => hashOf(text),
		titleOf: async (code) => code,
		now: () => MORNING,
		random: () => 1
	};
	await sendItem(anItem(1), context);
	server.calls.length = 0;
	server.asking.set(anId(1), `slip-${anId(1)}`);
	const item = anAnswer(2, 1, { files: photos.map((number) => aFile(number)) });
	await outbox.answers.send(item);
	const row = () => outbox.rows.get(item.id);
	const send = () => sendItem((row() as OutboxItem | undefined) ?? item, context);
	return { item, outbox, server, context, row, send, dossier: () => outbox.dossiers.get(anId(1)) };
}

describe('sending one answer', () => {
	it('opens, uploads under the dossier, finalizes, and keeps files and time with the dossier', async () => {
		const { item, server, row, send, dossier } = await aPhone(1, 2);
		await send();
		expect(server.calls.map(({ name, id }) => `${name} ${id.slice(-1)}`)).toEqual([
			'open-answer 2',
			'upload 1',
			'upload 1',
			'finalize-answer 2'
		]);
		expect(row()).toBeUndefined();
		expect(dossier()?.answers).toEqual([
			{ id: item.id, supplementId: item.supplementId, answeredAt: `answer ${item.id}` }
		]);
		expect(dossier()?.files.map(({ pageId, isSent }) => [pageId, isSent])).toEqual([
			['page-1', true],
			['page-2', true]
		]);
	});

	it('says what, for which slip, and proves whose dossier it is', async () => {
		const { item, server, context, send } = await aPhone(1);
		const requests: unknown[] = [];
		context.gateway = server.gateway;
		const open = server.gateway.openAnswer.bind(server.gateway);
		server.gateway.openAnswer = async (request) => {
			requests.push(request);
			return open(request);
		};
		await send();
		expect(requests).toEqual([
			{
				id: item.id,
				dossierId: anId(1),
				secret: aSecret(1),
				supplementId: item.supplementId,
				lines: item.lines,
				files: item.files.map(declarationOf)
			}
		]);
	});

	it.each<[string, Fault[]]>([
		['open', ['lose']],
		['upload', ['none', 'lose']],
		['finalize', ['none', 'none', 'lose']]
	])('whose word to %s got lost is one answer all the same', async (_, faults) => {
		const { server, row, send, dossier } = await aPhone(1);
		server.faults = faults;
		await send();
		expect(row()).toMatchObject({ state: 'waiting', openSent: true });
		await send();
		expect(row()).toBeUndefined();
		expect(server.answers.size).toBe(1);
		expect(dossier()?.answers).toHaveLength(1);
	});

	it('whose last word got lost is heard after the desk has closed the round', async () => {
		const { server, row, send } = await aPhone(1);
		server.faults = ['none', 'none', 'lose'];
		await send();
		server.asking.clear();
		await send();
		expect(row()).toBeUndefined();
	});

	it.each<[AppError, string]>([
		[{ kind: 'offline' }, 'waiting'],
		[{ kind: 'unknown' }, 'waiting'],
		[{ kind: 'conflict' }, 'waiting'],
		[{ kind: 'unauthorized' }, 'held'],
		[{ kind: 'throttled' }, 'held'],
		[{ kind: 'conflict', key: 'supplement-closed' }, 'quarantined'],
		[{ kind: 'conflict', key: 'answer-differs' }, 'quarantined'],
		[{ kind: 'not-found', key: 'submission-unknown' }, 'quarantined'],
		[{ kind: 'invalid', key: 'files-too-large' }, 'quarantined']
	])('answered with %o is %s and keeps everything', async (error, state) => {
		const { item, server, row, send } = await aPhone();
		server.faults = [error];
		await send();
		expect(row()).toMatchObject({ state, lines: item.lines, lastError: { kind: error.kind } });
	});

	it('stays open for editing while its code does not load', async () => {
		const { context, row, send } = await aPhone();
		context.loadAnswerTalk = async () => Promise.reject(new Error('chunk lost'));
		await expect(send()).rejects.toThrow('chunk lost');
		expect(row()?.openSent).toBe(false);
	});

	it('stays open for editing while nobody knows where the server is', async () => {
		const { context, server, row, send } = await aPhone();
		context.gateway = { ...server.gateway, connect: async () => fail({ kind: 'offline' }) };
		await send();
		expect(row()).toMatchObject({ openSent: false, state: 'waiting' });
	});
});
