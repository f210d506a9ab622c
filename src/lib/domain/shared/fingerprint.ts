/**
 * A short mark of a text: the same text has the same, two texts of one person as good as never. Not for what somebody
 * may want to forge; where that matters, `sha256Hex`.
 */
export function fingerprint(text: string): string {
	// Two rounds of FNV-1a with different beginnings.
	let [a, b] = [0x811c9dc5, 0x01000193];
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		a = Math.imul(a ^ code, 0x01000193);
		b = Math.imul(b ^ code, 0x5bd1e995);
	}
	return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length}`;
}
