import { loadProcedure } from '$lib/app/loadCatalogue';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { Draft } from '$lib/domain/dossier/Draft';

export type DescribedDraft = {
	draft: Draft;
	title: string;
	subject: string;
	procedure: Procedure | undefined;
	/** Why its procedure no longer applies; undefined while it does. */
	withdrawn: string | undefined;
};

/**
 * A preparation with the words it is known by: the procedure's short title and whom it is about, once that is typed. Of
 * a withdrawn procedure the build's copy still has the words.
 */
export async function describeDraft(
	draft: Draft,
	catalogue: CatalogueStore
): Promise<DescribedDraft> {
	const code = draft.procedureCode;
	const entry =
		(await catalogue.find(code)) ?? (await loadProcedure(code, (...args) => fetch(...args)));
	const procedure = entry?.procedure;
	const subject = draft.form[procedure?.eForm?.subjectField ?? ''] ?? '';
	return {
		draft,
		title: procedure?.shortTitle ?? code,
		subject: subject.trim(),
		procedure,
		withdrawn: await catalogue.findWithdrawal(code)
	};
}
