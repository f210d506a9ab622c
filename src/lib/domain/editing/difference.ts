import { canonicalJson } from '../catalogue/contentHash.ts';
import { isItems, isLines, isOpen, isPart, keysOf, type Part } from './parts.ts';
import type { Path } from './Path.ts';

/**
 * One thing that differs. `path` is where it stands now, or stood when it is gone; `owners` are the things of lists
 * around it (a paper, one of its answers), outermost first, as they are now. `order` = the same things in another order.
 */
export type Difference = {
	kind: 'added' | 'removed' | 'changed' | 'order';
	path: Path;
	owners: Part[];
	before?: unknown;
	after?: unknown;
};

/** Everything that differs between two contents, in the order of the model. No content = nothing to compare with. */
export function differencesOf(before: object, after: object): Difference[] {
	const found: Difference[] = [];
	compareParts({ path: [], owners: [] }, before as Part, after as Part, found);
	return found;
}

type Place = { path: Path; owners: Part[] };

function compareParts(place: Place, before: Part, after: Part, found: Difference[]): void {
	for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
		compare({ path: [...place.path, key], owners: place.owners }, before[key], after[key], found);
}

function compare(place: Place, before: unknown, after: unknown, found: Difference[]): void {
	if (isSame(before, after)) return;
	const key = place.path.at(-1) ?? '';
	if (isOpen(key)) {
		if (isPart(before) && isPart(after)) return compareParts(place, before, after, found);
		if (Array.isArray(before) && Array.isArray(after) && (isItems(before) || isItems(after)))
			return compareItems(place, before as Part[], after as Part[], found);
		if (isLines(before) && isLines(after) && hasSameLines(before, after)) {
			found.push({ ...place, kind: 'order', before, after });
			return;
		}
	}
	const kind = isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed';
	found.push({ ...place, kind, before, after });
}

function compareItems(place: Place, before: Part[], after: Part[], found: Difference[]): void {
	const [oldKeys, newKeys] = [keysOf(before), keysOf(after)];
	oldKeys.forEach((key, index) => {
		if (newKeys.includes(key)) return;
		const item = before[index] as Part;
		found.push({
			kind: 'removed',
			path: [...place.path, index],
			owners: [...place.owners, item],
			before: item
		});
	});
	newKeys.forEach((key, index) => {
		const item = after[index] as Part;
		const inside = { path: [...place.path, index], owners: [...place.owners, item] };
		const old = before[oldKeys.indexOf(key)];
		if (old) compareParts(inside, old, item, found);
		else found.push({ ...inside, kind: 'added', after: item });
	});
	const kept = oldKeys.filter((key) => newKeys.includes(key));
	if (kept.join('\n') !== newKeys.filter((key) => oldKeys.includes(key)).join('\n'))
		found.push({ ...place, kind: 'order', before, after });
}

function hasSameLines(before: string[], after: string[]): boolean {
	return [...before].sort().join('\n') === [...after].sort().join('\n');
}

/** Not said is the same as absent: empty texts, empty lists and marks that are not set. */
function isNothing(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		(Array.isArray(value) && value.length === 0)
	);
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
	if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
	return canonicalJson(a) === canonicalJson(b);
}
