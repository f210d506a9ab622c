import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import { pagesOf, type Page } from '$lib/domain/dossier/Page';
import { viSending } from '$lib/i18n/viSending';

/** A photograph on this phone: where its bytes lie, and the words for it. */
export type KeptRow = { file: Pick<OutboxFile, 'pageId' | 'type'>; name: string };
export type FileRow = { file: OutboxFile; name: string };

/** The photographs of a preparation that was never filed, by the names of their papers. */
export function pageFileRows(
	pages: readonly Page[],
	procedure: Pick<Procedure, 'requirements'> | undefined
): KeptRow[] {
	return pages.map((page) => {
		const paper = page.uses[0]?.paper ?? '';
		const siblings = pagesOf(pages, paper);
		const requirement = procedure?.requirements.find((one) => one.paper === paper);
		const name = requirement?.name ?? viSending.files.title;
		return {
			file: { pageId: page.id, type: page.type },
			name: viSending.files.page(name, siblings.indexOf(page) + 1, siblings.length)
		};
	});
}

/** The files of a submission by the names of their papers, page after page; without the procedure by number. */
export function fileRows(
	files: readonly OutboxFile[],
	procedure: Pick<Procedure, 'requirements'> | undefined
): FileRow[] {
	return files.map((file) => {
		const siblings = files.filter((other) => other.requirementId === file.requirementId);
		const requirement = procedure?.requirements.find(({ id }) => id === file.requirementId);
		const name = requirement?.name ?? viSending.files.title;
		return {
			file,
			name: viSending.files.page(name, siblings.indexOf(file) + 1, siblings.length)
		};
	});
}
