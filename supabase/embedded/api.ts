import { findUploadTarget } from './declaredSize.ts';
import { refusalOf, writeForwarding, type Caller } from './gate.ts';
import { asksForLongAddress } from './signedAddress.ts';
import type { Turns } from './turns.ts';
import type { UploadGuard } from './uploadGuard.ts';

/** Answers one API request; `caller` is what the server itself knows about the other end. */
export type Api = (request: Request, caller: Caller) => Promise<Response>;

const authenticatedPath = /^\/storage\/v1\/object\/authenticated\//;

export const apiPrefixes = ['/rest/v1', '/auth/v1', '/storage/v1'];

/** More waiting requests than this are sent away with 503: an answer minutes late helps nobody. */
const longestQueue = 500;

/**
 * Wraps the backend's fetch: refuses dangerous credentials, vouches for the caller's address, then runs the request in
 * its turn. The request's body is read before the turn is asked for, the answer whole inside it. `uploads` are the
 * turns of storage writes, one after another even on a real PostgreSQL: two of one name would both write its bytes.
 * `guard` judges what would be stored as a declared file: policies of Storage do not see sizes.
 */
export function createApi(
	backend: (request: Request) => Promise<Response>,
	turns: Turns,
	uploads: Turns,
	guard: UploadGuard
): Api {
	return async (request, caller) => {
		const url = new URL(request.url);
		// The one address Supabase has and the backend does not know: it tells apart who asks by the token alone.
		if (!carriesBody(request))
			url.pathname = url.pathname.replace(authenticatedPath, '/storage/v1/object/');
		const headers = new Headers(request.headers);
		const refusal = refusalOf(url, headers, caller);
		if (refusal) return jsonError(refusal.status, refusal.key);
		if (turns.pending >= longestQueue) return jsonError(503, 'server-busy', { 'retry-after': '5' });
		writeForwarding(headers, caller);
		const hasBody = carriesBody(request);
		const body = hasBody ? await request.arrayBuffer() : undefined;
		if (body && asksForLongAddress(request.method, url, body))
			return jsonError(400, 'address-lives-too-long');
		if (body) headers.set('content-length', String(body.byteLength));
		const upload = hasBody && url.pathname.startsWith('/storage/v1');
		const target = findUploadTarget(request.method, url);
		return (upload ? uploads : turns).take(async () => {
			// Gone while waiting: nobody would read the answer, and the client will ask again.
			if (request.signal.aborted) return jsonError(499, 'client-gone');
			const refused = target && (await guard(target, body?.byteLength ?? 0));
			if (refused) return jsonError(refused.status, refused.key);
			return readWhole(await backend(new Request(url, { method: request.method, headers, body })));
		});
	};
}

function carriesBody({ method }: Request): boolean {
	return method !== 'GET' && method !== 'HEAD';
}

async function readWhole(answer: Response): Promise<Response> {
	const bytes = await answer.arrayBuffer();
	const { status, headers } = answer;
	// 499 is ours; 204 and 304 must not carry a body, not even an empty one.
	const empty = status === 204 || status === 304;
	return new Response(empty ? null : bytes, { status, headers });
}

/** An error in the shape the API's own errors have: a stable key, nothing given or stored. */
export function jsonError(
	status: number,
	key: string,
	headers: Record<string, string> = {}
): Response {
	return Response.json(
		{ code: `PT${status}`, message: key, details: null, hint: null },
		{ status, headers: { 'cache-control': 'no-store', ...headers } }
	);
}
