import type { StaffDossier, StaffFile } from '$lib/domain/dossier/StaffDossier';
import type { CannotGetReason } from '$lib/domain/dossier/Payload';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';

/** A paper of the case with the pages that the citizen photographed for it, in their order. */
export type PhotoPaper = {
	id: string;
	name: string;
	reason: CannotGetReason | undefined;
	files: StaffFile[];
};

/** Stands for the pages that no paper of the case shows. */
export const OTHERS = 'other-pages';

/**
 * The papers of a dossier in the order of its checklist, also those without a page. A stored page that none of them
 * shows is never hidden: such pages come last, together, under `othersName`.
 */
export function photoPapers(dossier: StaffDossier, othersName: string): PhotoPaper[] {
	const fileOf = new Map(dossier.files.map((file) => [file.fileId, file]));
	const said = new Map(dossier.payload.papers.map((paper) => [paper.requirementId, paper]));
	const { items } = resolveChecklist(dossier.procedure, dossier.payload.answers);
	const papers: PhotoPaper[] = items.map(({ id, name }) => ({
		id,
		name,
		reason: said.get(id)?.reason,
		files: (said.get(id)?.files ?? []).flatMap((fileId) => fileOf.get(fileId) ?? [])
	}));
	const shown = new Set(papers.flatMap((paper) => paper.files));
	const others = dossier.files.filter((file) => !shown.has(file));
	if (others.length > 0)
		papers.push({ id: OTHERS, name: othersName, reason: undefined, files: others });
	return papers;
}
