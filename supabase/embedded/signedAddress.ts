import { unescapePath } from './declaredSize.ts';

/** Whoever has a signed address opens the file without an account, also after a suspension: it must die soon. */
const longestSeconds = 300;
const signPath = /^\/storage\/v1\/+object\/+sign(\/|$)/;

/** True for a request to sign addresses of stored files that would live longer than five minutes, or for ever. */
export function asksForLongAddress(method: string, url: URL, body: ArrayBuffer): boolean {
	if (method !== 'POST' || !signPath.test(unescapePath(url.pathname))) return false;
	const seconds = findSeconds(new TextDecoder().decode(body));
	return typeof seconds !== 'number' || !(seconds <= longestSeconds);
}

function findSeconds(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && 'expiresIn' in value
			? value.expiresIn
			: undefined;
	} catch {
		return undefined;
	}
}
