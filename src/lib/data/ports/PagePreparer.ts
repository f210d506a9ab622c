import type { PageType } from '$lib/domain/dossier/Page';
import type { Result } from '$lib/domain/shared/Result';

/** A page ready to be kept: upright, without EXIF, shrunk to what is still legible; width and height 0 for a PDF. */
export type PreparedPage = {
	bytes: ArrayBuffer;
	type: PageType;
	width: number;
	height: number;
	name: string;
};

/** Why a file cannot become a page; the words that help are in `viPapers.refused`. */
export const PAGE_REFUSALS = [
	'empty',
	'not-a-page',
	'broken',
	'too-many-pixels',
	'heic',
	'too-large',
	'pdf-locked',
	'pdf-broken'
] as const;
export type PageRefusal = (typeof PAGE_REFUSALS)[number];

/** Makes pages of what camera and gallery give; the heavy work is done off the main thread. */
export interface PagePreparer {
	/** Fails as `invalid` with a PageRefusal as key, or as `unknown` when the browser gave up. */
	prepare(file: Blob & { name?: string }): Promise<Result<PreparedPage>>;
	/** A kept photo turned by a quarter to the right. */
	turn(page: { bytes: ArrayBuffer; type: PageType }): Promise<Result<PreparedPage>>;
}
