import type { Path } from '$lib/domain/editing/Path';
import { viEditorForm } from '$lib/i18n/viEditorForm';
import { shortened } from './shortened';

const words = viEditorForm;

type Item = Record<string, unknown>;

/** What the part at a path is called, e.g. "Để làm gì"; the numbers of lists do not matter. */
export function labelOf(path: Path): string {
	const keys = path.filter((key) => typeof key === 'string');
	for (let length = keys.length; length > 0; length -= 1) {
		const label = words.labels[keys.slice(0, length).join('.')];
		if (label) return label;
	}
	return words.otherPart(String(keys[0] ?? ''));
}

/** What one thing of a list is called by its own words; undefined while it has none. */
export function findName(item: Item): string | undefined {
	const kind = typeof item.kind === 'string' ? words.channels[item.kind] : undefined;
	const name = [item.name, item.agency, item.label, item.title, item.text, kind].find(
		(text) => typeof text === 'string' && text.trim() !== ''
	);
	return typeof name === 'string' ? shortened(name, 60) : undefined;
}

/** One thing of a list with its sort: "Giấy tờ “Giấy chứng sinh”"; without words of its own its number. */
export function nameOf(list: string, item: Item, index: number): string {
	const one = oneOf(list);
	const name = findName(item);
	return name ? `${one} “${name}”` : words.itemTitle(one, index + 1);
}

/** What a thing of this list is called in the singular. */
function oneOf(list: string): string {
	const known = words.lists[list as keyof typeof words.lists];
	return (known ?? words.lists.line).one;
}

/** The things around a place and then the place: "Giấy tờ “Giấy chứng sinh” › Để làm gì". */
export function trailOf(path: Path, owners: readonly Item[]): string {
	const parts: string[] = [];
	let owner = 0;
	path.forEach((key, index) => {
		const list = path[index - 1];
		const item = owners[owner];
		if (typeof key !== 'number' || typeof list !== 'string' || !item) return;
		parts.push(nameOf(list, item, key));
		owner += 1;
	});
	// The thing itself has no part behind it.
	if (typeof path.at(-1) !== 'number' || owner === 0) parts.push(labelOf(path));
	return parts.join(' › ');
}
