import type { ChecklistItem } from '../checklist/resolveChecklist.ts';
import { pagesOf, type Page, type PageType } from './Page.ts';

/** What opens a submission or a dossier: its id and the secret only this phone knows. */
export type Capability = { id: string; secret: string };

/** A file as open_submission declares it. */
export type DeclaredFile = {
	fileId: string;
	requirementId: string;
	sha256: string;
	size: number;
	type: PageType;
};

/** A declared file on its way: where its bytes lie, which attempt is next (1–5), and whether the server has it. */
export type OutboxFile = DeclaredFile & { pageId: string; attempt: number; isSent: boolean };

/** The most attempts at one file; the names the server admits end there. */
export const MOST_ATTEMPTS = 5;

/**
 * The files of a checklist, page after page, and which of them each paper shows. A page that serves two papers is one
 * file. Papers that are not asked for in this case keep their photos on the phone and send none.
 */
export function freezeFiles(
	items: readonly ChecklistItem[],
	pages: readonly Page[],
	newId: () => string
): { files: OutboxFile[]; filesOf: Record<string, string[]> } {
	const files = new Map<string, OutboxFile>();
	const filesOf: Record<string, string[]> = {};
	for (const item of items.filter((one) => one.photo)) {
		const ids = pagesOf(pages, item.paper).map((page) => {
			const file = files.get(page.id) ?? toFile(page, item.id, newId());
			files.set(page.id, file);
			return file.fileId;
		});
		if (ids.length > 0) filesOf[item.id] = ids;
	}
	return { files: [...files.values()], filesOf };
}

/** A page as a file that is declared and not yet sent. */
export function toFile(page: Page, requirementId: string, fileId: string): OutboxFile {
	const { sha256, size, type } = page;
	return {
		fileId,
		requirementId,
		sha256,
		size,
		type,
		pageId: page.id,
		attempt: 1,
		isSent: false
	};
}

/** The declared part of a file. */
export function declarationOf(file: OutboxFile): DeclaredFile {
	const { fileId, requirementId, sha256, size, type } = file;
	return { fileId, requirementId, sha256, size, type };
}
