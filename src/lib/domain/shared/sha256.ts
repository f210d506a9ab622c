/** SHA-256 of the text's UTF-8 bytes as 64 hex digits; the same as SQL's app.hash_text(). */
export async function sha256Hex(text: string): Promise<string> {
	return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Bytes as hex digits, two each. */
export function toHex(bytes: ArrayBuffer): string {
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
