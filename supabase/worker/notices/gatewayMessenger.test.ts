import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createGatewayMessenger } from './gatewayMessenger.ts';

const closers: (() => unknown)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const message = {
	id: 'd-1',
	address: '0912345678',
	subject: '',
	body: 'Hồ sơ DK-1 đã có kết quả.',
	createdAt: new Date()
};

/** A provider that answers so, and what it was asked. */
async function aProvider(status: number, body = '{}', headers: Record<string, string> = {}) {
	const asked: { headers: IncomingMessage['headers']; body: unknown }[] = [];
	const server = createServer((request, answer) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
			if (status) answer.writeHead(status, headers).end(body);
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	closers.push(
		() => server.closeAllConnections(),
		() => server.close()
	);
	const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/gui`);
	const messenger = createGatewayMessenger({
		channel: 'sms',
		url,
		token: 't',
		mostMilliseconds: 300
	});
	return { asked, messenger };
}

test('hands the message on under its id, with the token', async () => {
	const { asked, messenger } = await aProvider(200, '{"id": "p-9"}');
	expect(await messenger.send(message)).toEqual({ ok: true, value: { providerId: 'p-9' } });
	expect(asked[0]?.body).toEqual({ id: 'd-1', to: '0912345678', text: message.body });
	expect(asked[0]?.headers).toMatchObject({ 'idempotency-key': 'd-1', authorization: 'Bearer t' });
});

test.each([
	[400, 'refused', false],
	[422, 'refused', false],
	[401, 'later', true],
	[429, 'later', true],
	[503, 'later', true]
])('told %i: %s', async (status, outcome, isChannelDown) => {
	const { messenger } = await aProvider(status);
	expect(await messenger.send(message)).toMatchObject({
		error: { outcome, isChannelDown, detail: `gateway-${status}` }
	});
});

test('an answer that is no JSON is an answer', async () => {
	const { messenger } = await aProvider(202, 'OK');
	expect(await messenger.send(message)).toEqual({ ok: true, value: { providerId: '' } });
});

test('the number follows no redirect', async () => {
	const { messenger } = await aProvider(307, '', { location: 'http://127.0.0.1:9/' });
	expect(await messenger.send(message)).toMatchObject({ error: { outcome: 'later' } });
});

test('silence ends', async () => {
	const { messenger } = await aProvider(0);
	expect(await messenger.send(message)).toMatchObject({
		error: { outcome: 'later', isChannelDown: true, detail: 'gateway-timeouterror' }
	});
});
