/** The bytes from `start` to `end` as Latin-1 text: one character a byte. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
	return String.fromCharCode(...bytes.subarray(start, end));
}

/** Whether `expected` stands at `at`. */
export function bytesAt(bytes: Uint8Array, at: number, expected: ArrayLike<number>): boolean {
	for (let i = 0; i < expected.length; i += 1) if (bytes[at + i] !== expected[i]) return false;
	return true;
}

/** Where `text` (Latin-1) stands first at or behind `from`; -1 for nowhere. */
export function indexOfText(bytes: Uint8Array, text: string, from = 0): number {
	const wanted = [...text].map((letter) => letter.charCodeAt(0));
	const first = wanted[0] ?? 0;
	for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
		if (bytesAt(bytes, at, wanted)) return at;
	return -1;
}

/** Where `text` (Latin-1) stands last; -1 for nowhere. */
export function lastIndexOfText(bytes: Uint8Array, text: string): number {
	const wanted = [...text].map((letter) => letter.charCodeAt(0));
	const first = wanted[0] ?? 0;
	for (let at = bytes.lastIndexOf(first); at >= 0; at = at ? bytes.lastIndexOf(first, at - 1) : -1)
		if (bytesAt(bytes, at, wanted)) return at;
	return -1;
}

/** A view for reading numbers of several bytes. */
export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One array of all parts. */
export function joinBytes(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
