/** What may be handed in as a page: the same list as the bucket's in SQL. */
export const PAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/** The most one file may weigh (10 MiB, as the bucket admits) and the most files of one submission. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_PAGES = 60;

/**
 * One page of a paper on this phone: a photo, or a PDF. The bytes lie in a row of their own. `uses` says which papers
 * of the checklist it belongs to and where it stands in each: one photo may serve two papers.
 */
export type Page = {
	id: string;
	/** The preparation it belongs to; it stays the same when that becomes a submission. */
	draftId: string;
	uses: PageUse[];
	type: PageType;
	/** Bytes. */
	size: number;
	sha256: string;
	/** Pixels; 0 for a PDF. */
	width: number;
	height: number;
	/** The file's own name, for a PDF; empty for a photo. */
	name: string;
	addedAt: string;
};

/** `paper` as in Requirement.paper; `position` orders the pages of that paper, gaps allowed. */
export type PageUse = { paper: string; position: number };

/** The pages of one paper in their order; two with the same position in the order they were added. */
export function pagesOf(pages: readonly Page[], paper: string): Page[] {
	const positionOf = (page: Page) => page.uses.find((use) => use.paper === paper)?.position;
	return pages
		.filter((page) => positionOf(page) !== undefined)
		.sort(
			(a, b) => (positionOf(a) ?? 0) - (positionOf(b) ?? 0) || (a.addedAt < b.addedAt ? -1 : 1)
		);
}

/** The position behind the last page of a paper. */
export function nextPosition(pages: readonly Page[], paper: string): number {
	const positions = pages.flatMap((page) =>
		page.uses.filter((use) => use.paper === paper).map((use) => use.position)
	);
	return Math.max(0, ...positions) + 1;
}

/** The uses of every page whose place changes when `id` moves one place earlier (-1) or later (1) in its paper. */
export function movePage(
	pages: readonly Page[],
	paper: string,
	id: string,
	by: -1 | 1
): { id: string; uses: PageUse[] }[] {
	const order = pagesOf(pages, paper);
	const from = order.findIndex((page) => page.id === id);
	const to = from + by;
	if (from < 0 || to < 0 || to >= order.length) return [];
	order.splice(to, 0, ...order.splice(from, 1));
	// Numbered anew: two pages may have had the same position, after two tabs added one each.
	return order.map((page, index) => ({ id: page.id, uses: useAt(page, paper, index + 1) }));
}

/** The uses of a page with this paper at this position. */
export function useAt(page: Page, paper: string, position: number): PageUse[] {
	return [...page.uses.filter((use) => use.paper !== paper), { paper, position }];
}
