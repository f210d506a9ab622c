import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { Draft } from '$lib/domain/dossier/Draft';

export type DescribedDraft = { draft: Draft; title: string; subject: string };

/** A preparation with the words it is known by: the procedure's short title and whom it is about, once that is typed. */
export async function describeDraft(
	draft: Draft,
	catalogue: CatalogueStore
): Promise<DescribedDraft> {
	const procedure = (await catalogue.find(draft.procedureCode))?.procedure;
	const subject = draft.form[procedure?.eForm?.subjectField ?? ''] ?? '';
	return { draft, title: procedure?.shortTitle ?? draft.procedureCode, subject: subject.trim() };
}
