import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	callFunction,
	median,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir);
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

const parts = 30;
const millisecondsBetweenParts = 1_000;

/** Sends an upload one byte a second and resolves with the raw answer. `head` is what goes out at once. */
async function trickle(socket: Socket): Promise<string> {
	let answer = '';
	socket.on('data', (part) => (answer += part.toString()));
	socket.write(
		[
			'POST /storage/v1/object/raw/trickled HTTP/1.1',
			`Host: ${new URL(server.url).host}`,
			`apikey: ${server.firstRun.publishableKey}`,
			'Content-Type: application/pdf',
			`Content-Length: ${parts}`,
			'Connection: close',
			'\r\n'
		].join('\r\n')
	);
	const closed = once(socket, 'close');
	for (let part = 0; part < parts; part += 1) {
		await pause(millisecondsBetweenParts);
		socket.write('x');
	}
	await closed;
	return answer;
}

async function timedCall(echo: number): Promise<number> {
	const start = performance.now();
	const answer = await callFunction(server, 'whoami', { echo });
	expect(await answer.json()).toMatchObject({ echo });
	return performance.now() - start;
}

test('an upload that trickles for 30 seconds delays nobody', async () => {
	await timedCall(0);
	const before: number[] = [];
	for (let echo = 0; echo < 40; echo += 1) before.push(await timedCall(echo));

	const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
	await once(socket, 'connect');
	let trickling = true;
	const upload = trickle(socket).finally(() => (trickling = false));
	const during: number[] = [];
	for (let echo = 0; echo < 40; echo += 1) {
		during.push(await timedCall(echo));
		await pause(200);
	}
	expect(trickling, 'all calls ended while the upload was still under way').toBe(true);
	expect(median(during)).toBeLessThan(median(before) * 4 + 5);
	expect(await upload).toMatch(/^HTTP\/1\.1 200 /);
}, 120_000);

test('a client that hangs up in the middle of its body holds up nothing', async () => {
	for (let round = 0; round < 5; round += 1) {
		const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
		await once(socket, 'connect');
		socket.write(
			'POST /rest/v1/rpc/whoami HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"echo"'
		);
		socket.resetAndDestroy();
	}
	expect(await timedCall(1)).toBeGreaterThan(0);
});

test('a body beyond the limit is refused in words and the connection closed', async () => {
	const answer = await callFunction(server, 'whoami', { pad: 'x'.repeat(1024 * 1024) });
	expect(answer.status).toBe(413);
	expect(answer.headers.get('connection')).toBe('close');
	expect(await answer.json()).toMatchObject({ message: 'request-too-large' });
	expect(await timedCall(1)).toBeGreaterThan(0);
});
