import { tidyLine } from '$lib/domain/shared/tidyText';
import { viStaff } from '$lib/i18n/viStaff';
import { areCounts, toNumbers } from '$lib/domain/checklist/pieces';
import type { BroughtLine } from './dossierDrafts.svelte';
import { dueErrors, type FormError } from './receiveDraft.svelte';

type Due = { dueDate: string; dueBasis: string };

/** What is wrong, each with the id of the control to go to. `entersDate`: no verified limit gives the next date. */
export function resumeErrors(
	brought: readonly BroughtLine[],
	due: Due,
	entersDate: boolean,
	today: string
): FormError[] {
	const errors = brought
		.filter((line) => line.taken && !areCounts(line))
		.map((line) => ({
			id: `brought-${line.id}-originals`,
			message: viStaff.receive.countInvalid(line.name)
		}));
	return entersDate ? [...errors, ...dueErrors(due, today)] : errors;
}

/** The request's own part: only what was handed over at the desk is a paper of it. */
export function resumeRequest(brought: readonly BroughtLine[], due: Due, entersDate: boolean) {
	return {
		papers: brought
			.filter(({ taken }) => taken)
			.map((line) => ({ name: line.name, ...toNumbers(line) })),
		...(entersDate ? { dueDate: due.dueDate, dueBasis: tidyLine(due.dueBasis) } : {})
	};
}
