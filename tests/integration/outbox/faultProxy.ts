import { once } from 'node:events';
import {
	createServer,
	request as askServer,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a bad line, a proxy of the mobile network or a restarting server does to one request. */
export const FAULTS = [
	'latency',
	'cut-up',
	'cut-down',
	'answer-lost',
	'duplicate',
	'unauthorized',
	'throttled',
	'bad-gateway',
	'html'
] as const;
export type FaultKind = (typeof FAULTS)[number];

export type FaultProxy = {
	url: string;
	counts: Record<FaultKind, number>;
	requests(): number;
	close(): Promise<void>;
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

const PAGE = '<!doctype html><title>Wi-Fi</title><p>Mời bạn đăng nhập để dùng mạng.</p>';

/**
 * A proxy in front of `target` that spoils `share` (0–1) of the requests. Every client (header `x-phone`) draws its
 * own faults from the seed, so that one phone's luck does not hang on how fast another is.
 */
export async function startFaultProxy(
	target: string,
	seed: number,
	share: number
): Promise<FaultProxy> {
	const { hostname, port } = new URL(target);
	const counts = Object.fromEntries(FAULTS.map((kind) => [kind, 0])) as FaultProxy['counts'];
	const luck = new Map<string, () => number>();
	let requests = 0;

	/** Sends the request on; with `upTo` only so many bytes of its body before the line is cut. */
	async function pass(request: IncomingMessage, body: Buffer, upTo?: number): Promise<Answer> {
		const { method, url: path, headers } = request;
		const length = { 'content-length': String(body.length) };
		const asked = askServer({
			host: hostname,
			port,
			method,
			path,
			agent: false,
			headers: { ...headers, connection: 'close', ...(body.length > 0 ? length : {}) }
		});
		if (upTo !== undefined) {
			asked.on('error', () => undefined);
			asked.write(body.subarray(0, upTo), () => asked.destroy());
			await once(asked, 'close');
			return { status: 0, headers: {}, body: Buffer.alloc(0) };
		}
		asked.end(body);
		const [answer] = (await once(asked, 'response')) as [IncomingMessage];
		return {
			status: answer.statusCode ?? 0,
			headers: answer.headers,
			body: await readAll(answer)
		};
	}

	async function spoil(
		kind: FaultKind,
		random: () => number,
		request: IncomingMessage,
		body: Buffer,
		response: ServerResponse
	): Promise<void> {
		const some = (length: number) => Math.floor(random() * length);
		switch (kind) {
			case 'latency':
				await pause(5 + some(40));
				return send(response, await pass(request, body));
			case 'cut-up':
				// A request without a body is cut before its first byte.
				if (body.length > 0) await pass(request, body, some(body.length));
				return void response.destroy();
			case 'cut-down': {
				const answer = await pass(request, body);
				response.writeHead(answer.status, headersOf(answer));
				// Written first: destroying at once would cut before anything went out.
				await new Promise<void>((written) => {
					response.write(answer.body.subarray(0, some(answer.body.length)), () => written());
				});
				return void response.destroy();
			}
			case 'answer-lost':
				await pass(request, body);
				return void response.destroy();
			case 'duplicate': {
				const both = await Promise.all([pass(request, body), pass(request, body)]);
				return send(response, both[some(2)] ?? both[0]);
			}
			case 'unauthorized':
				return say(response, 401, 'application/json', '{"message":"sign in to the proxy"}');
			case 'throttled':
				response.setHeader('retry-after', String(1 + some(90)));
				return say(response, 429, 'text/plain', 'slow down');
			case 'bad-gateway':
				return say(response, 502, 'text/html', PAGE);
			case 'html':
				return say(response, 200, 'text/html', PAGE);
		}
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		requests += 1;
		const phone = String(request.headers['x-phone'] ?? '');
		const random = luck.get(phone) ?? createRandom(seed + Number(phone) * 7_919);
		luck.set(phone, random);
		const body = await readAll(request);
		const kind = FAULTS[Math.floor(random() * FAULTS.length)];
		if (!kind || random() >= share) return send(response, await pass(request, body));
		counts[kind] += 1;
		return spoil(kind, random, request, body, response);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		counts,
		requests: () => requests,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of message) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** What was read whole is sent whole: its own length, no chunks. */
function headersOf({ headers, body }: Answer): OutgoingHttpHeaders {
	const { 'transfer-encoding': _, connection: __, ...kept } = headers;
	return { ...kept, 'content-length': body.length };
}

function send(response: ServerResponse, answer: Answer): void {
	response.writeHead(answer.status, headersOf(answer)).end(answer.body);
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
	response.writeHead(status, { 'content-type': type }).end(text);
}
