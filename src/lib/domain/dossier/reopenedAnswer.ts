import { moveLines, type AnswerDraft, type FreshAnswer } from './Answer.ts';
import type { AnswerItem } from './OutboxItem.ts';

/**
 * The answer that a row becomes when it is reopened, or undefined while it is on its way. Under a fresh id also before it
 * was sent, when the desk has meanwhile sent another slip: what is still asked for moves there.
 */
export function reopenedAnswer(
	{ draft, openSent, state }: AnswerItem,
	fresh: FreshAnswer
): AnswerDraft | undefined {
	if (openSent && state !== 'quarantined') return undefined;
	const { id, updatedAt, moved } = fresh;
	return {
		...draft,
		id,
		updatedAt,
		supplementId: moved?.supplementId ?? draft.supplementId,
		lines: moveLines(draft.lines, fresh)
	};
}
