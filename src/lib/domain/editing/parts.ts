/** Parts that change as a whole: half of a condition or of a time limit says nothing. */
const WHOLE = new Set([
	'when',
	'limit',
	'count',
	'most',
	'tiers',
	'replacedBy',
	'sample',
	'differences',
	'levels'
]);

/** Lists of lines without an order that matters: what two people add stands side by side. */
const SETS = new Set(['synonyms', 'lifeEvents', 'mistakes', 'related', 'legalBasis', 'unverified']);

export type Part = Record<string, unknown>;

export function isPart(value: unknown): value is Part {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True where one looks inside for what differs. */
export function isOpen(key: string | number): boolean {
	return !WHOLE.has(String(key));
}

export function isSet(key: string | number): boolean {
	return SETS.has(String(key));
}

/** A list of things that are told from each other by a name. */
export function isItems(value: unknown): value is Part[] {
	return Array.isArray(value) && value.length > 0 && value.every(isPart);
}

export function isLines(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The names of the items of a list, each once: id, way to file, label, value, title, name or agency; then a number. */
export function keysOf(items: readonly Part[]): string[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const names = item.id ?? (item.label === undefined ? item.kind : undefined);
		const name = String(
			names ?? item.value ?? item.label ?? item.title ?? item.name ?? item.agency ?? ''
		);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? name : `${name} ${count}`;
	});
}
