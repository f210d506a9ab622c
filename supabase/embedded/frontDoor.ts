import { createHash, timingSafeEqual } from 'node:crypto';
import { jsonError, type Api } from './api.ts';
import { createAuthGuard, isShut, type AuthLimits } from './authLimits.ts';
import { refusalOf, type Caller } from './gate.ts';
import { jsonNestsDeeper, opensMoreThan, queryNestsDeeper, queryRunsLonger } from './nesting.ts';
import { queryHasPattern } from './patterns.ts';

/** What a request says before its body. */
export interface Head {
	method: string;
	url: URL;
	headers: Headers;
}

/** The API as strangers reach it: judged by the head first, then by the body, then answered. */
export interface FrontDoor {
	/** The refusal of a request whose body nobody should read; undefined lets it in. */
	refuse(head: Head, caller: Caller): Response | undefined;
	/** Answers a request that was let in. `body` is empty for the methods that have none. */
	answer(
		head: Head,
		body: Buffer<ArrayBuffer>,
		caller: Caller,
		gone: AbortSignal
	): Promise<Response>;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Deeper than anything the app sends by far. */
const deepest = 64;
/**
 * Tables that hold each other multiply their rows with every level of `select`: procedures of fields of procedures, four
 * times over, would keep the one connection busy for minutes.
 */
const deepestIn = (name: string) => (name === 'select' ? 1 : deepest);
/** Far longer than anything the app sends. Operators alone (`a->b->c…`) make an expression of a third as many levels. */
const longestInQuery = 4_000;
/**
 * The database reads JSON inside a text too, where nobody here can tell its levels: brackets of any kind, wherever they
 * stand, bound them. PGlite overflows at some 4,800 levels of JSON, and at 1,700 of operators.
 */
const mostBrackets = 4_000;

/**
 * Puts the checks for strangers before the API: known method, a key of ours on everything that has a body, no dangerous
 * token, not too many sign-ins, no pattern that holds the one connection, nothing that nests until a stack overflows
 * (PGlite does not survive that). `keys` are the publishable and the secret key, `jwtSecret` signs the access tokens.
 */
export function createFrontDoor(
	api: Api,
	keys: string[],
	jwtSecret: string,
	limits: AuthLimits
): FrontDoor {
	const guard = createAuthGuard(limits, jwtSecret, () => performance.now());
	return {
		refuse({ method, url, headers }, caller) {
			if (!methods.includes(method))
				return jsonError(405, 'method-not-allowed', { allow: methods.join(', ') });
			const query = url.searchParams;
			if (queryRunsLonger(query, longestInQuery)) return jsonError(400, 'query-too-long');
			if (queryNestsDeeper(query, deepestIn)) return jsonError(400, 'query-too-deep');
			if (queryHasPattern(query)) return jsonError(400, 'query-pattern');
			const refusal = refusalOf(url, headers, caller);
			if (refusal) return jsonError(refusal.status, refusal.key);
			// A preflight carries no key, and a signed address of Storage is read without one.
			if (mayHaveBody(method) && !hasKey(url, headers, keys)) return jsonError(401, 'key-refused');
			const tooOften = guard.refuseAddress(method, url, caller.address);
			if (tooOften) return tooOften;
			return isShut(url) ? jsonError(404, 'auth-path-unknown') : undefined;
		},
		async answer({ method, url, headers }, body, caller, gone) {
			if (jsonNestsDeeper(body, deepest) || (!isStorage(url) && opensMoreThan(body, mostBrackets)))
				return jsonError(400, 'json-too-deep');
			const refusal = guard.refuseAccount(method, url, headers, body);
			if (refusal) return refusal;
			const request = new Request(url, {
				method,
				headers,
				body: mayHaveBody(method) ? body : undefined,
				signal: gone
			});
			return guard.run(method, url, () => api(request, caller));
		}
	};
}

/** The other methods get an answer without a look at what is sent after their head. */
export function mayHaveBody(method: string): boolean {
	return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

/** Bytes of photographs have brackets by the thousand, and nobody reads them as JSON. */
function isStorage(url: URL): boolean {
	return url.pathname.startsWith('/storage/v1');
}

function hasKey(url: URL, headers: Headers, keys: string[]): boolean {
	const given = headers.get('apikey') ?? url.searchParams.get('apikey');
	return given !== null && keys.some((key) => timingSafeEqual(digest(key), digest(given)));
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
