import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { tidyContent } from '$lib/domain/editing/tidyContent';
import type { Result } from '$lib/domain/shared/Result';
import type { CatalogueState } from './catalogueState.svelte';

type Office = Pick<CatalogueState, 'ask'>;

/** Begins a second draft, with what is written here, beside one that cannot take it. The same ids again change nothing. */
export async function forkDraft(
	office: Office,
	ids: { actionId: string; draftId: string },
	{ procedureCode, baseVersionId }: ProcedureDraft,
	content: Procedure
): Promise<Result<unknown>> {
	const request = { ...ids, procedureCode, baseVersionId, content: tidyContent(content) };
	const answer = await office.ask((port) => port.begin(request));
	// It was begun by a press whose answer got lost.
	return !answer.ok && answer.error.key === 'draft-exists' ? { ok: true, value: null } : answer;
}
