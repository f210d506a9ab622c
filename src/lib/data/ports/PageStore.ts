import type { Page, PageUse } from '$lib/domain/dossier/Page';
import type { Result } from '$lib/domain/shared/Result';

/**
 * Photographed pages on this phone. What a page is and its bytes are two rows, and bytes are never written in one
 * transaction with the text of a draft: a full phone may refuse a photo, never a word. Failures are AppErrors of kind
 * `storage`, key `full` when the phone has no room left; or `conflict`, key `already-filed`, when the preparation was
 * filed meanwhile.
 */
export interface PageStore {
	listFor(draftId: string): Promise<Page[]>;
	add(page: Page, bytes: ArrayBuffer): Promise<Result<null>>;
	/** New bytes in the place of old ones (taken again, turned): the page keeps its id and its papers. */
	replace(page: Page, bytes: ArrayBuffer): Promise<Result<null>>;
	/** Writes which papers these pages belong to, all in one transaction. */
	setUses(changes: { id: string; uses: PageUse[] }[]): Promise<Result<null>>;
	remove(id: string): Promise<Result<null>>;
	removeFor(draftId: string): Promise<Result<null>>;
	findBytes(id: string): Promise<ArrayBuffer | undefined>;
	/** Calls back after every change to the pages of a draft, in this tab or another; gives the function that stops it. */
	watch(draftId: string, onChange: (pages: Page[]) => void): () => void;
}
