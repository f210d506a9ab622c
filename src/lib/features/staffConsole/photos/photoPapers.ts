import type { StaffDossier, StaffFile } from '$lib/domain/dossier/StaffDossier';
import type { CannotGetReason } from '$lib/domain/dossier/Payload';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';

/**
 * A paper of the case with the pages that the citizen photographed for it, in their order: first those of the filing,
 * then, from index `filed` on, those of later answers.
 */
export type PhotoPaper = {
	id: string;
	name: string;
	reason: CannotGetReason | undefined;
	files: StaffFile[];
	filed: number;
};

/** Stands for the pages that no paper of the case shows. */
export const OTHERS = 'other-pages';

/**
 * The papers of a dossier in the order of its checklist, also those without a page; then every line of a supplement
 * slip that is no paper but was answered with photographs. A stored page that none of them shows is never hidden: such
 * pages come last, together, under `othersName`.
 */
export function photoPapers(dossier: StaffDossier, othersName: string): PhotoPaper[] {
	const fileOf = new Map(dossier.files.map((file) => [file.fileId, file]));
	const filesOf = (ids: readonly string[]) => ids.flatMap((fileId) => fileOf.get(fileId) ?? []);
	const said = new Map(dossier.payload.papers.map((paper) => [paper.requirementId, paper]));
	const { items } = resolveChecklist(dossier.procedure, dossier.payload.answers);
	const answers = answeredFiles(dossier);
	const papers: PhotoPaper[] = items.map(({ id, name }) => {
		const filed = filesOf(said.get(id)?.files ?? []);
		return {
			id,
			name,
			reason: said.get(id)?.reason,
			files: [...filed, ...filesOf(answers.get(id)?.files ?? [])],
			filed: filed.length
		};
	});
	const known = new Set(papers.map(({ id }) => id));
	for (const [id, { name, files }] of answers)
		if (!known.has(id))
			papers.push({ id, name, reason: undefined, files: filesOf(files), filed: 0 });
	const shown = new Set(papers.flatMap((paper) => paper.files));
	const others = dossier.files.filter((file) => !shown.has(file));
	if (others.length > 0)
		papers.push({
			id: OTHERS,
			name: othersName,
			reason: undefined,
			files: others,
			filed: others.length
		});
	return papers;
}

/** The paper under which the photographs of a line stand: its own, or one that stands for the line. */
export function photoPaperId(
	round: { id: string },
	line: { id: string; requirementId: string | null }
): string {
	return line.requirementId ?? `${round.id}-${line.id}`;
}

/** The files that answers brought, by paper, in the order they came. */
function answeredFiles(dossier: StaffDossier): Map<string, { name: string; files: string[] }> {
	const found = new Map<string, { name: string; files: string[] }>();
	for (const round of dossier.supplements) {
		const lineOf = new Map(round.lines.map((line) => [line.id, line]));
		for (const { lineId, files } of round.answers.flatMap(({ lines }) => lines)) {
			const line = lineOf.get(lineId);
			if (!line || !files) continue;
			const id = photoPaperId(round, line);
			const entry = found.get(id) ?? { name: line.name, files: [] };
			entry.files.push(...files);
			found.set(id, entry);
		}
	}
	return found;
}
