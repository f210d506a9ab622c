/** A list with the item at `from` moved to `to`; the same list when there is nothing to move. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
	const copy = [...list];
	if (from === to || !(from in copy) || to < 0 || to >= copy.length) return copy;
	copy.splice(to, 0, ...copy.splice(from, 1));
	return copy;
}

/** The lines of a pasted text, without the bullets and numbers in front of them. */
export function linesOf(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.replace(/^\s*(?:[-–•*+]|\d+[.)])\s+/, '').trim())
		.filter(Boolean);
}
