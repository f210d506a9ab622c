import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createHttpServer } from '#embedded/httpServer.ts';
import { createBodyRoom } from '#embedded/requestBody.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

const room = 1_000;
let server: Server;
let port: number;
/** Lets the requests whose path ends in /held go on. */
let release: () => void;
let entered: Promise<void>;

beforeAll(async () => {
	const held = new Promise<void>((settle) => (release = settle));
	let enter: () => void;
	entered = new Promise((settle) => (enter = settle));
	server = createHttpServer({
		door: {
			refuse: () => undefined,
			async answer({ url }) {
				if (url.pathname.endsWith('/held')) {
					enter();
					await held;
				}
				return new Response(null, { status: 204 });
			}
		},
		room: createBodyRoom(room),
		files: () => ({ status: 404, headers: {}, body: new Uint8Array() }),
		publishableKey: '',
		trustProxy: false,
		log: () => undefined
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	({ port } = server.address() as AddressInfo);
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

function send(name: string, bytes: number): Promise<Response> {
	return fetch(`http://127.0.0.1:${port}/rest/v1/${name}`, {
		method: 'POST',
		body: 'x'.repeat(bytes)
	});
}

test('bodies that fill the memory together are refused until one of them is answered', async () => {
	const first = send('held', 800);
	await entered;
	const refused = await send('other', 300);
	expect(refused.status).toBe(503);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await refused.json()).toMatchObject({ message: 'server-busy' });
	expect((await send('other', 200)).status).toBe(204);
	release();
	expect((await first).status).toBe(204);
	expect((await send('other', room)).status).toBe(204);
});

test('a body that is only announced takes no room, one that breaks off gives its room back', async () => {
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	socket.write('POST /rest/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n');
	expect((await send('other', room)).status).toBe(204);
	socket.write('x'.repeat(600));
	await expect.poll(async () => (await send('other', room)).status).toBe(503);
	socket.resetAndDestroy();
	await expect.poll(async () => (await send('other', room)).status).toBe(204);
});
