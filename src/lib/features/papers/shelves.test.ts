import { describe, expect, it } from 'vitest';
import { findShelf, holdShelf, settleShelves } from './shelves';

function aShelf(draftId: string) {
	let finish = () => {};
	const gate = new Promise<void>((resolve) => (finish = resolve));
	const shelf = {
		draftId,
		paper: 'identity',
		working: undefined as unknown,
		refused: [] as string[]
	};
	const work = (refused: string[] = []) => {
		shelf.working = {};
		const done = holdShelf(shelf, () =>
			gate.then(() => {
				shelf.working = undefined;
				shelf.refused = refused;
			})
		);
		return { done, finish };
	};
	return { shelf, work };
}

describe('photographs still being worked on', () => {
	it('are found again by a page that was left, until they are done', async () => {
		const { shelf, work } = aShelf('a');
		const { done, finish } = work();
		expect(findShelf('a', 'identity')).toBe(shelf);
		expect(findShelf('a', 'identity')).toBe(shelf);
		expect(findShelf('a', 'marriage')).toBeUndefined();
		finish();
		await done;
		expect(findShelf('a', 'identity')).toBeUndefined();
	});
	it('are waited for by the page that files', async () => {
		const { work } = aShelf('b');
		const { finish } = work();
		let isSettled = false;
		const settled = settleShelves('b').then((paper) => {
			isSettled = true;
			return paper;
		});
		await settleShelves('other');
		expect(isSettled).toBe(false);
		finish();
		expect(await settled).toBeUndefined();
	});
	it('refused while nobody looked: told once, and still there to be read', async () => {
		const { shelf, work } = aShelf('c');
		const { done, finish } = work(['broken']);
		finish();
		await done;
		expect(await settleShelves('c')).toBe('identity');
		expect(await settleShelves('c')).toBeUndefined();
		expect(findShelf('c', 'identity')).toBe(shelf);
		expect(findShelf('c', 'identity')).toBeUndefined();
	});
});
