import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { PdfHashes } from '$lib/domain/photo/pdfLock';

/** For encrypted PDFs only, and fetched only then. The cipher needs https; without it `aesCbc` throws. */
export const pdfHashes: PdfHashes = { md5, sha256, sha384, sha512, aesCbc };

async function aesCbc(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
	const raw = await crypto.subtle.importKey('raw', copy(key), 'AES-CBC', false, ['encrypt']);
	const padded = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: copy(iv) }, raw, copy(bytes));
	// The browser always adds padding, which stands behind the blocks that are wanted.
	return new Uint8Array(padded, 0, bytes.length);
}

/** WebCrypto wants bytes in a plain buffer of their own. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}
