import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { ok } from '#domain/shared/Result.ts';
import { apiPrefixes, jsonError } from './api.ts';
import { mayHaveBody, type FrontDoor } from './frontDoor.ts';
import { callerOf } from './gate.ts';
import { readBody, type BodyFailure, type BodyLimits, type BodyRoom } from './requestBody.ts';
import { securityHeaders, storageHeaders } from './securityHeaders.ts';
import type { StaticAnswer, StaticRequest } from './staticFiles.ts';

/** What the HTTP front needs of the house behind it. */
export interface Behind {
	door: FrontDoor;
	room: BodyRoom;
	files(request: StaticRequest): StaticAnswer;
	publishableKey: string;
	trustProxy: boolean;
	log(line: string): void;
}

const bodyMilliseconds = 60_000;
const apiLimits: BodyLimits = { bytes: 1024 * 1024, milliseconds: bodyMilliseconds };
const storageLimits: BodyLimits = { bytes: 12 * 1024 * 1024, milliseconds: bodyMilliseconds };

/** Headers that belong to one connection, or that we set ourselves. */
const notForwarded = new Set([
	'connection',
	'keep-alive',
	'transfer-encoding',
	'te',
	'trailer',
	'upgrade',
	'host',
	'content-length',
	'expect',
	'proxy-authorization',
	'proxy-connection'
]);

const compress = promisify(brotliCompress);

/** Makes the HTTP server, not yet listening: three API prefixes, one settings file, else the built app. */
export function createHttpServer(behind: Behind): Server {
	const server = createServer((request, response) => {
		answer(behind, request, response).catch((cause: unknown) => {
			behind.log(`Lỗi trong máy chủ: ${cause instanceof Error ? cause.stack : String(cause)}`);
			if (response.headersSent) response.destroy();
			else void sendResponse(request, response, jsonError(500, 'server-error'));
		});
	});
	// Above our own limit for bodies, so that ours answers in words; headers get half a minute.
	server.requestTimeout = bodyMilliseconds + 30_000;
	server.headersTimeout = 30_000;
	server.keepAliveTimeout = 65_000;
	return server;
}

async function answer(behind: Behind, request: IncomingMessage, response: ServerResponse) {
	// The origin is fixed: a client's Host header decides nothing.
	const target = request.url?.startsWith('/') ? request.url : '/';
	const url = new URL(`http://127.0.0.1${target}`);
	if (
		apiPrefixes.some((prefix) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`))
	)
		return answerApi(behind, url, request, response);
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return sendResponse(
			request,
			response,
			jsonError(405, 'method-not-allowed', { allow: 'GET, HEAD' })
		);
	if (url.pathname === '/cau-hinh.json')
		return sendResponse(
			request,
			response,
			Response.json(
				{ url: '', publishableKey: behind.publishableKey },
				{ headers: { 'cache-control': 'no-store' } }
			)
		);
	const path = decodePath(url.pathname);
	if (path === undefined) return sendResponse(request, response, jsonError(400, 'path-malformed'));
	const { status, headers, body } = behind.files({
		path,
		acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
		ifNoneMatch: request.headers['if-none-match'] ?? ''
	});
	sendBytes(request, response, status, headers, body);
}

async function answerApi(
	behind: Behind,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse
) {
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers))
		if (value !== undefined && !notForwarded.has(name))
			headers.set(name, Array.isArray(value) ? value.join(', ') : value);
	const caller = callerOf(headers, request.socket.remoteAddress ?? '', behind.trustProxy);
	const head = { method: request.method ?? 'GET', url, headers };
	const refusal = behind.door.refuse(head, caller);
	if (refusal) return refuseUnread(request, response, refusal);
	const isStorage = url.pathname.startsWith('/storage/v1');
	const read = mayHaveBody(head.method)
		? await readBody(request, isStorage ? storageLimits : apiLimits, behind.room)
		: ok(Buffer.alloc(0));
	if (!read.ok) {
		if (read.error === 'client-gone') return void response.destroy();
		return refuseUnread(request, response, bodyRefusal(read.error));
	}
	const gone = new AbortController();
	response.on('close', () => gone.abort());
	const given = await behind.door
		.answer(head, read.value, caller, gone.signal)
		.finally(() => behind.room.giveBack(read.value.length));
	await sendResponse(
		request,
		response,
		given,
		isStorage ? storageHeaders(given.headers.get('content-type')) : {}
	);
}

function bodyRefusal(failure: Exclude<BodyFailure, 'client-gone'>): Response {
	switch (failure) {
		case 'too-large':
			return jsonError(413, 'request-too-large');
		case 'too-slow':
			return jsonError(408, 'request-too-slow');
		case 'no-room':
			return jsonError(503, 'server-busy', { 'retry-after': '5' });
	}
}

/** Answers a request whose body was not read to its end, and closes the connection if something of it may still come. */
function refuseUnread(request: IncomingMessage, response: ServerResponse, refusal: Response) {
	if (!announcesBody(request)) return sendResponse(request, response, refusal);
	response.setHeader('connection', 'close');
	response.on('finish', () => {
		// What still comes is thrown away for a moment: a reset right now would hide the refusal from the client.
		request.on('end', () => request.socket.destroySoon()).resume();
		setTimeout(() => request.socket.destroy(), 2_000).unref();
	});
	return sendResponse(request, response, refusal);
}

function announcesBody({ headers }: IncomingMessage): boolean {
	return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}

async function sendResponse(
	request: IncomingMessage,
	response: ServerResponse,
	given: Response,
	extra: Record<string, string> = {}
) {
	const headers = Object.fromEntries(given.headers);
	for (const name of ['transfer-encoding', 'connection']) delete headers[name];
	let bytes: Uint8Array = new Uint8Array(await given.arrayBuffer());
	if (isWorthCompressing(request, headers, bytes)) {
		bytes = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
		headers['content-encoding'] = 'br';
		headers.vary = headers.vary ? `${headers.vary}, accept-encoding` : 'accept-encoding';
	}
	sendBytes(request, response, given.status, { ...headers, ...extra }, bytes);
}

function isWorthCompressing(
	request: IncomingMessage,
	headers: Record<string, string>,
	bytes: Uint8Array
): boolean {
	return (
		bytes.length > 1024 &&
		!headers['content-encoding'] &&
		/^application\/json/.test(headers['content-type'] ?? '') &&
		/\bbr\b(?!;\s*q=0)/.test(String(request.headers['accept-encoding'] ?? ''))
	);
}

function sendBytes(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	headers: Record<string, string>,
	body: Uint8Array
) {
	if (response.destroyed) return;
	const bodiless = status === 204 || status === 304;
	// An answer to HEAD that names its length already knows better: its body is empty here.
	const keepsLength = request.method === 'HEAD' && 'content-length' in headers;
	if (bodiless) delete headers['content-length'];
	else if (!keepsLength) headers['content-length'] = String(body.length);
	response.writeHead(status, { ...securityHeaders, ...headers });
	response.end(request.method === 'HEAD' || bodiless ? undefined : body);
}

function decodePath(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}
