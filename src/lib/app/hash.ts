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
	if (globalThis.crypto?.subtle) {
		const digest = await crypto.subtle.digest('SHA-256', bytes);
		return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	}
	const { sha256 } = await import('@noble/hashes/sha2.js');
	const { bytesToHex } = await import('@noble/hashes/utils.js');
	return bytesToHex(sha256(new Uint8Array(bytes)));
}
