import { sha256Hex } from '../shared/sha256.ts';

/**
 * SHA-256 (hex) of a value's canonical JSON (keys sorted at every depth), the identity of a procedure version:
 * the same content has the same hash on the phone, in the build and in the importer, whatever the key order.
 */
export function contentHash(value: unknown): Promise<string> {
	return sha256Hex(canonicalJson(value));
}

/** JSON with object keys sorted and undefined members dropped. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}
