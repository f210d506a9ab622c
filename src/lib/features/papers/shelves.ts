/** The pages of one paper, as far as others need to know of them. */
type Shelf = {
	readonly draftId: string;
	readonly paper: string;
	readonly working: unknown;
	readonly refused: readonly unknown[];
};

/** One open shelf with its work, and whether its refusals were already told elsewhere. */
type Held = { shelf: Shelf; work: Promise<unknown>; isTold: boolean };

/**
 * The shelves whose work goes on after their page was left, and those whose refused files nobody has seen yet. They
 * live as long as this document.
 */
const held = new Map<string, Held>();

/** Does the work of a shelf; until it is done, and longer when files were refused, the shelf can be found again. */
export async function holdShelf<T>(shelf: Shelf, work: () => Promise<T>): Promise<T> {
	const running = work();
	const key = keyOf(shelf);
	held.set(key, { shelf, work: running, isTold: false });
	try {
		return await running;
	} finally {
		if (shelf.refused.length === 0) held.delete(key);
	}
}

/** The shelf of a paper that was left behind, at work or with refusals; shown again, these count as seen. */
export function findShelf(draftId: string, paper: string): Shelf | undefined {
	const key = keyOf({ draftId, paper });
	const shelf = held.get(key)?.shelf;
	if (shelf && !shelf.working) held.delete(key);
	return shelf;
}

/**
 * Waits until no photograph of a preparation is being worked on. Gives the paper of which files were refused while
 * nobody looked, once; undefined when all is well.
 */
export async function settleShelves(draftId: string): Promise<string | undefined> {
	const mine = [...held.values()].filter(({ shelf }) => shelf.draftId === draftId);
	await Promise.allSettled(mine.map(({ work }) => work));
	const untold = mine.find(({ shelf, isTold }) => shelf.refused.length > 0 && !isTold);
	if (untold) untold.isTold = true;
	return untold?.shelf.paper;
}

function keyOf({ draftId, paper }: Pick<Shelf, 'draftId' | 'paper'>): string {
	return `${draftId}/${paper}`;
}
