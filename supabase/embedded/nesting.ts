const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);
/** White space of JSON, and the three bytes of a byte order mark. */
const skipped = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/**
 * True when the bytes begin as a JSON object or array does and nest more than `limit` levels. Parsers and serializers
 * call themselves once a level: a thousand brackets would end in a stack overflow instead of an answer.
 */
export function jsonNestsDeeper(bytes: Uint8Array, limit: number): boolean {
	const first = bytes.find((byte) => !skipped.has(byte));
	if (first === undefined || !opening.has(first)) return false;
	let depth = 0;
	let inString = false;
	for (let index = 0; index < bytes.length; index += 1) {
		const byte = bytes[index] as number;
		if (inString) {
			if (byte === backslash) index += 1;
			else if (byte === quote) inString = false;
		} else if (byte === quote) inString = true;
		else if (opening.has(byte)) {
			depth += 1;
			if (depth > limit) return true;
		} else if (closing.has(byte)) depth -= 1;
	}
	return false;
}

/** True when round brackets in a value of the query nest more levels than `limit` says for its name. */
export function queryNestsDeeper(query: URLSearchParams, limit: (name: string) => number): boolean {
	for (const [name, value] of query) {
		const deepest = limit(name);
		let depth = 0;
		for (const sign of value) {
			if (sign === '(') depth += 1;
			else if (sign === ')') depth -= 1;
			if (depth > deepest) return true;
		}
	}
	return false;
}

/** True when more than `limit` square and curly brackets open anywhere in the bytes, in texts too. */
export function opensMoreThan(bytes: Uint8Array, limit: number): boolean {
	let opened = 0;
	for (const byte of bytes) if (opening.has(byte)) opened += 1;
	return opened > limit;
}

/** True when a name or a value of the query has more than `limit` characters. */
export function queryRunsLonger(query: URLSearchParams, limit: number): boolean {
	return [...query].some((pair) => pair.some((text) => text.length > limit));
}
