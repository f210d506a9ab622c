import { isSame } from './difference.ts';
import { isItems, isLines, isOpen, isPart, isSet, keysOf, type Part } from './parts.ts';

export type Side = 'mine' | 'theirs';

/** Something both changed, each in another way. `key` names it among the clashes of one merge. */
export type Clash = {
	key: string;
	/** Where it stands; `owners` are the things of lists around it, as they are in one of the two. */
	path: (string | number)[];
	owners: Part[];
	base: unknown;
	mine: unknown;
	theirs: unknown;
};

/** What comes out, and where somebody has to choose; until then mine stands. */
export type Merged = { content: Part; clashes: Clash[] };

/**
 * Brings together what two people made of one content. What only one of them changed is taken from that one; what both
 * changed is a clash, for which `choose` says whose stands. Nothing of either is left out unseen.
 */
export function mergeContents(
	base: object,
	mine: object,
	theirs: object,
	choose: (key: string) => Side = () => 'mine'
): Merged {
	const clashes: Clash[] = [];
	const content = mergeParts(
		{ path: [], owners: [], keys: [] },
		base as Part,
		mine as Part,
		theirs as Part,
		{ clashes, choose }
	);
	return { content, clashes };
}

type Place = { path: (string | number)[]; owners: Part[]; keys: string[] };
type Desk = { clashes: Clash[]; choose: (key: string) => Side };

function mergeParts(place: Place, base: Part, mine: Part, theirs: Part, desk: Desk): Part {
	const merged: Part = {};
	for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
		const inside = {
			path: [...place.path, key],
			owners: place.owners,
			keys: [...place.keys, key]
		};
		const value = mergeValues(inside, base[key], mine[key], theirs[key], desk);
		if (value !== undefined) merged[key] = value;
	}
	return merged;
}

function mergeValues(
	place: Place,
	base: unknown,
	mine: unknown,
	theirs: unknown,
	desk: Desk
): unknown {
	if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
	if (isSame(base, mine)) return theirs;
	const name = place.path.at(-1) ?? '';
	if (isOpen(name)) {
		if (isPart(mine) && isPart(theirs))
			return mergeParts(place, isPart(base) ? base : {}, mine, theirs, desk);
		if ([mine, theirs].every(Array.isArray) && [base, mine, theirs].some(isItems))
			return mergeItems(place, listOf(base), listOf(mine), listOf(theirs), desk);
		if (isSet(name) && isLines(mine) && isLines(theirs))
			return mergeLines(isLines(base) ? base : [], mine, theirs);
	}
	return clash(place, base, mine, theirs, desk);
}

function clash(place: Place, base: unknown, mine: unknown, theirs: unknown, desk: Desk): unknown {
	const key = place.keys.join('/');
	desk.clashes.push({ key, path: place.path, owners: place.owners, base, mine, theirs });
	return desk.choose(key) === 'mine' ? mine : theirs;
}

function listOf(value: unknown): Part[] {
	return isItems(value) ? value : [];
}

/** What one of them took out is out; what either added is in. */
function mergeLines(base: string[], mine: string[], theirs: string[]): string[] {
	const stays = (line: string) => !base.includes(line) || theirs.includes(line);
	const added = theirs.filter((line) => !base.includes(line) && !mine.includes(line));
	return [...mine.filter(stays), ...added];
}

function mergeItems(place: Place, base: Part[], mine: Part[], theirs: Part[], desk: Desk): Part[] {
	const [inBase, inMine, inTheirs] = [byKey(base), byKey(mine), byKey(theirs)];
	const merged: Part[] = [];
	for (const key of mergedOrder(inBase, inMine, inTheirs)) {
		const [old, my, their] = [inBase.get(key), inMine.get(key), inTheirs.get(key)];
		const owner = my ?? their;
		if (!owner) continue;
		const inside = {
			path: [...place.path, (my ? mine : theirs).indexOf(owner)],
			owners: [...place.owners, owner],
			keys: [...place.keys, key]
		};
		const item =
			my && their
				? mergeParts(inside, old ?? {}, my, their, desk)
				: mergeValues(inside, old, my, their, desk);
		if (isPart(item)) merged.push(item);
	}
	return merged;
}

function byKey(items: Part[]): Map<string, Part> {
	const keys = keysOf(items);
	return new Map(items.map((item, index) => [keys[index] ?? '', item]));
}

/** The order of whoever changed it (mine when both did); what only the other has stands behind its neighbour there. */
function mergedOrder(
	base: Map<string, Part>,
	mine: Map<string, Part>,
	theirs: Map<string, Part>
): string[] {
	const order = (keys: Map<string, Part>, others: Map<string, Part>) =>
		[...keys.keys()].filter((key) => others.has(key)).join('\n');
	const isMineMoved = order(mine, base) !== order(base, mine);
	const [first, second] = isMineMoved ? [mine, theirs] : [theirs, mine];
	const merged = [...first.keys()];
	let before = -1;
	for (const key of second.keys()) {
		const at = merged.indexOf(key);
		if (at !== -1) before = at;
		else merged.splice((before += 1), 0, key);
	}
	return merged;
}
