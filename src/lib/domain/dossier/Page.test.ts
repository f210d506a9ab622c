import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anId } from '$lib/testing/builders';
import { movePage, nextPosition, pagesOf, useAt, type Page } from './Page';

function aPage(number: number, uses: Page['uses']): Page {
	return {
		id: anId(number),
		draftId: anId(1),
		uses,
		type: 'image/jpeg',
		size: 10,
		sha256: 'a'.repeat(64),
		width: 3,
		height: 4,
		name: '',
		addedAt: `2026-11-23T02:00:${String(number).padStart(2, '0')}.000Z`
	};
}

const at = (position: number, paper = 'identity') => [{ paper, position }];
const ids = (pages: readonly Page[]) => pages.map(({ id }) => id);

describe('the pages of a paper', () => {
	const pages = [
		aPage(3, at(2)),
		aPage(1, at(1)),
		aPage(4, at(5, 'marriage')),
		aPage(2, at(2)),
		aPage(5, [...at(9), ...at(1, 'marriage')])
	];
	it('stand in order, those of one position by age', () =>
		expect(ids(pagesOf(pages, 'identity'))).toEqual([anId(1), anId(2), anId(3), anId(5)]));
	it('may serve another paper too, at another place', () =>
		expect(ids(pagesOf(pages, 'marriage'))).toEqual([anId(5), anId(4)]));
	it('are none where nothing was photographed', () =>
		expect(pagesOf(pages, 'residence')).toEqual([]));
	it('are followed by the next one', () => {
		expect(nextPosition(pages, 'identity')).toBe(10);
		expect(nextPosition(pages, 'residence')).toBe(1);
	});
});

describe('moving a page', () => {
	it('changes places with its neighbour, also after two tabs gave one position twice', () => {
		const pages = [aPage(1, at(1)), aPage(2, at(1)), aPage(3, at(4, 'marriage'))];
		const moved = movePage(pages, 'identity', anId(2), -1);
		expect(moved).toEqual([
			{ id: anId(2), uses: at(1) },
			{ id: anId(1), uses: at(2) }
		]);
	});
	it('leaves its place in other papers alone', () =>
		expect(useAt(aPage(1, [...at(1), ...at(3, 'marriage')]), 'identity', 2)).toEqual([
			...at(3, 'marriage'),
			...at(2)
		]));
	it.each([
		['the first one earlier', 1, -1],
		['the last one later', 2, 1],
		['one that is not there', 9, 1]
	] as const)('%s changes nothing', (_, number, by) =>
		expect(movePage([aPage(1, at(1)), aPage(2, at(2))], 'identity', anId(number), by)).toEqual([])
	);

	const SEED = 20261124;
	it(`loses no page and doubles none (seed ${SEED})`, () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }),
				fc.array(fc.tuple(fc.nat(8), fc.constantFrom(-1 as const, 1 as const)), { maxLength: 20 }),
				(positions, moves) => {
					let pages = positions.map((position, index) => aPage(index, at(position)));
					for (const [index, by] of moves) {
						const changes = movePage(pages, 'identity', anId(index), by);
						const before = ids(pagesOf(pages, 'identity'));
						pages = pages.map((page) => ({
							...page,
							uses: changes.find(({ id }) => id === page.id)?.uses ?? page.uses
						}));
						const after = ids(pagesOf(pages, 'identity'));
						expect([...after].sort()).toEqual([...before].sort());
						const from = before.indexOf(anId(index));
						const isPossible = from >= 0 && from + by >= 0 && from + by < before.length;
						expect(after.indexOf(anId(index))).toBe(isPossible ? from + by : from);
					}
				}
			),
			{ seed: SEED, numRuns: 300 }
		);
	});
});
