/** The choices of a select from words by value; `values` gives their order. */
export function optionsOf<T extends string>(
	values: readonly T[],
	words: Record<string, string>
): { value: T; label: string }[] {
	return values.map((value) => ({ value, label: words[value] ?? value }));
}
