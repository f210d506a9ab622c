import { sha256Hex } from '$lib/domain/shared/sha256';

/**
 * SHA-256 of a text as 64 hex digits. Browsers give their own only on https and localhost; an office network on plain
 * http gets a library's, fetched when it is needed.
 */
export async function hashText(text: string): Promise<string> {
	if (globalThis.crypto?.subtle) return sha256Hex(text);
	const { sha256 } = await import('@noble/hashes/sha2.js');
	const { bytesToHex, utf8ToBytes } = await import('@noble/hashes/utils.js');
	return bytesToHex(sha256(utf8ToBytes(text)));
}
