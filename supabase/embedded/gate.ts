import { isIPv4 } from 'node:net';

/** Who is calling, as the socket tells it (or, behind a trusted proxy, the last hop). */
export interface Caller {
	address: string;
	/** True only for a caller on this machine with no proxy in between. */
	local: boolean;
}

/** A refusal before the API sees the request: HTTP status and the stable key the app turns into Vietnamese. */
export interface Refusal {
	status: number;
	key: string;
}

const forwardingHeaders = [
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-proto',
	'x-forwarded-port',
	'x-forwarded-prefix',
	'x-real-ip',
	'forwarded',
	'cf-connecting-ip',
	'true-client-ip',
	'x-client-ip'
];

/**
 * Says who calls. A client writes what it likes into forwarding headers, so the socket's address counts; only with
 * `trustProxy` (one reverse proxy of ours in front) the last entry of x-forwarded-for does.
 */
export function callerOf(headers: Headers, socketAddress: string, trustProxy: boolean): Caller {
	const address = plainAddress(socketAddress);
	const lastHop = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
	if (trustProxy && lastHop) return { address: plainAddress(lastHop), local: false };
	// A forwarding header on a loopback socket is a proxy or tunnel nobody told us about.
	const proxied = forwardingHeaders.some((name) => headers.has(name));
	return { address, local: isLoopback(address) && !proxied };
}

/** Replaces every forwarding header by the one address we vouch for. */
export function writeForwarding(headers: Headers, caller: Caller): void {
	for (const name of forwardingHeaders) headers.delete(name);
	headers.set('x-forwarded-for', caller.address);
}

/**
 * Refuses what the embedded backend would let through: tokens that name a role beyond anon and authenticated, however
 * they are signed (it would switch to any database role), and the service key from outside this machine.
 */
export function refusalOf(url: URL, headers: Headers, caller: Caller): Refusal | undefined {
	const authorization = headers.get('authorization');
	const bearer = authorization === null ? undefined : /^bearer +(\S+)$/i.exec(authorization)?.[1];
	if (authorization !== null && bearer === undefined)
		return { status: 401, key: 'token-malformed' };
	const keys = [headers.get('apikey'), bearer, ...url.searchParams.getAll('apikey')];
	if (!caller.local && keys.some((key) => key?.includes('sb_secret_')))
		return { status: 401, key: 'secret-key-not-here' };
	if (bearer === undefined || /^sb_(publishable|secret)_/.test(bearer)) return undefined;
	return hasOrdinaryRole(bearer) ? undefined : { status: 401, key: 'token-refused' };
}

function hasOrdinaryRole(token: string): boolean {
	const [header, claims, signature, ...rest] = token.split('.');
	if (!header || !claims || !signature || rest.length > 0) return false;
	const role = decode(claims)?.role;
	return decode(header)?.alg === 'HS256' && (role === 'anon' || role === 'authenticated');
}

function decode(segment: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
		return typeof value === 'object' && value !== null ? { ...value } : undefined;
	} catch {
		return undefined;
	}
}

function plainAddress(address: string): string {
	const mapped = address.replace(/^::ffff:/i, '');
	return isIPv4(mapped) ? mapped : address;
}

function isLoopback(address: string): boolean {
	return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
