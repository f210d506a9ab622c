import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { OutboxFile } from '$lib/domain/dossier/Submission';
import { viSending } from '$lib/i18n/viSending';

export type FileRow = { file: OutboxFile; name: string };

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
