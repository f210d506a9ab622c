import { toHex } from '$lib/domain/shared/sha256';

/** SHA-256 of a text (as UTF-8) as 64 hex digits. */
export function hashText(text: string): Promise<string> {
	const { buffer } = new TextEncoder().encode(text);
	return hashBytes(buffer as ArrayBuffer);
}

/**
 * SHA-256 of bytes as 64 hex digits. Browsers give their own only on https and localhost; an office network on plain
 * http gets a library's, fetched when it is needed.
 */
export async function hashBytes(bytes: ArrayBuffer): Promise<string> {
	if (globalThis.crypto?.subtle) return toHex(await crypto.subtle.digest('SHA-256', bytes));
	const { sha256 } = await import('@noble/hashes/sha2.js');
	return toHex(sha256(new Uint8Array(bytes)).slice().buffer);
}
