import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { createRateLimit } from './rateLimit.ts';
import { findSubject } from './tokenSubject.ts';

/** How often somebody may try to sign in, sign up or ask for a code. */
export interface AuthLimits {
	/** A minute and address (an IPv6 caller's address is its /64 network). */
	perAddress: number;
	/** Tries a minute and account (by e-mail address, or by the session that changes its password), from wherever. */
	perAccount: number;
	/** New accounts a minute and address: anybody may open one, and each stays in the database. */
	newAccounts: number;
	/** Admitted and not answered yet; more are sent away, because one costs as much as many ordinary requests. */
	atOnce: number;
}

export const usualAuthLimits: AuthLimits = {
	perAddress: 20,
	perAccount: 10,
	newAccounts: 5,
	atOnce: 6
};

/** Guards the slow part of sign-in. Each check gives the refusal, or undefined when the request may go on. */
export interface AuthGuard {
	/** By the head alone, before the body is read. */
	refuseAddress(method: string, url: URL, address: string): Response | undefined;
	/** By the account the body names, or whose session sends it. */
	refuseAccount(method: string, url: URL, headers: Headers, body: Uint8Array): Response | undefined;
	/** Runs the request unless too many are under way. Requests that are not limited always run. */
	run(method: string, url: URL, work: () => Promise<Response>): Promise<Response>;
}

/**
 * What a client of ours calls, written as it writes it. The rest stays shut: this server sends no mail, so codes and
 * links by mail reach nobody and are of use only to who guesses them (six digits); and a path that is written in
 * another way (%74oken) would pass by the limits below.
 */
const openPaths = new Set(
	['token', 'signup', 'user', 'logout', 'settings', 'health', '.well-known/jwks.json'].map(
		(path) => `/auth/v1/${path}`
	)
);

/** True for what nobody may ask of Auth here. */
export function isShut(url: URL): boolean {
	return /^\/auth\/v1(\/|$)/.test(url.pathname) && !openPaths.has(url.pathname);
}

/**
 * Keeps password guessing from guessing, and from holding up everybody else: hashing a password is slow and on PGlite
 * all requests stand in one line. Renewing a session and signing out are not limited. `jwtSecret` tells real sessions from
 * made-up ones, `now` gives milliseconds.
 */
export function createAuthGuard(
	limits: AuthLimits,
	jwtSecret: string,
	now: () => number
): AuthGuard {
	const addresses = createRateLimit(limits.perAddress);
	const newcomers = createRateLimit(limits.newAccounts);
	const accounts = createRateLimit(limits.perAccount);
	let underWay = 0;
	return {
		refuseAddress(method, url, address) {
			if (!isLimited(method, url)) return undefined;
			const network = networkOf(address);
			const refusal = refusalAfter(addresses.admit(network, now()));
			if (refusal || url.pathname !== '/auth/v1/signup') return refusal;
			return refusalAfter(newcomers.admit(network, now()));
		},
		refuseAccount(method, url, headers, body) {
			if (!isLimited(method, url)) return undefined;
			// Whoever holds a session may ask for a new password; "the same as before" would tell the old one.
			const account =
				url.pathname === '/auth/v1/user' ? findSubject(headers, jwtSecret) : findAccount(body);
			return account === undefined ? undefined : refusalAfter(accounts.admit(account, now()));
		},
		async run(method, url, work) {
			if (!isLimited(method, url)) return work();
			if (underWay >= limits.atOnce) return tooMany(1);
			underWay += 1;
			try {
				return await work();
			} finally {
				underWay -= 1;
			}
		}
	};
}

/** Everything of Auth that writes or verifies a code, but for what a signed-in app does by itself. */
function isLimited(method: string, url: URL): boolean {
	if (!url.pathname.startsWith('/auth/v1/')) return false;
	if (url.pathname.startsWith('/auth/v1/verify')) return method !== 'OPTIONS';
	if (method !== 'POST' && method !== 'PUT') return false;
	if (url.pathname === '/auth/v1/logout') return false;
	const grants = url.searchParams.getAll('grant_type');
	const renews = grants.length === 1 && grants[0] === 'refresh_token';
	return !(url.pathname === '/auth/v1/token' && renews);
}

/** The e-mail address of the body as a hash: a key of fixed length, whatever was sent. */
function findAccount(body: Uint8Array): string | undefined {
	try {
		const given: unknown = JSON.parse(new TextDecoder().decode(body));
		if (typeof given !== 'object' || given === null || !('email' in given)) return undefined;
		if (typeof given.email !== 'string') return undefined;
		const folded = given.email.normalize('NFKC').trim().toLowerCase();
		return createHash('sha256').update(folded).digest('base64');
	} catch {
		// Not JSON: the backend refuses it without looking at any password.
		return undefined;
	}
}

/** A line is given a whole /64 of IPv6 addresses and may use a new one for every request. */
function networkOf(address: string): string {
	if (!isIPv6(address)) return address;
	const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
	const groups = head.split(':').filter((group) => group !== '');
	// Only zeros stand behind "::" unless the part behind it reaches into the first four groups.
	const behind = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
	while (tail !== undefined && groups.length + behind.length < 8) groups.push('0');
	const network = [...groups, ...behind].slice(0, 4);
	return network.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

function refusalAfter(seconds: number | undefined): Response | undefined {
	return seconds === undefined ? undefined : tooMany(seconds);
}

/** The answer Supabase Auth gives in this case. */
function tooMany(seconds: number): Response {
	return Response.json(
		{ code: 'over_request_rate_limit', message: 'Request rate limit reached' },
		{ status: 429, headers: { 'cache-control': 'no-store', 'retry-after': String(seconds) } }
	);
}
