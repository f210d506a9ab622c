import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';
import { viEditor } from '$lib/i18n/viEditor';

/** Why a proposal is a draft again, and whether somebody else gave it back or one took it back; undefined when it is not. */
export function sayReturned({ returnedReason, events }: ProcedureDraft): string | undefined {
	if (!returnedReason) return undefined;
	const isMine = events.find(({ action }) => action === 'return')?.mine;
	return isMine ? viEditor.takenBack(returnedReason) : viEditor.returned(returnedReason);
}
