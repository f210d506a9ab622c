import type { ChecklistItem } from '../checklist/resolveChecklist.ts';
import type { Draft, PaperMark } from './Draft.ts';
import { CannotGetReason } from './Payload.ts';

/** Where one paper of a preparation stands, as the citizen sees it. */
export type PaperStatus = 'nothing-to-bring' | 'ready' | 'photographed' | 'missing' | 'cannot-get';

/**
 * A looked-up or form-built paper needs nothing. What is photographed counts as there, whatever was marked before: the
 * pages are the proof.
 */
export function paperStatus(
	item: Pick<ChecklistItem, 'id' | 'kind' | 'builtByForm'>,
	draft: Pick<Draft, 'papers'>,
	pageCount: number
): PaperStatus {
	if (item.kind === 'data-lookup' || item.builtByForm) return 'nothing-to-bring';
	if (pageCount > 0) return 'photographed';
	const mark = draft.papers[item.id] ?? 'missing';
	return isReason(mark) ? 'cannot-get' : mark;
}

/** Whether a mark is one of the three reasons for not bringing a paper. */
export function isReason(mark: PaperMark | undefined): mark is CannotGetReason {
	return CannotGetReason.options.some((reason) => reason === mark);
}
