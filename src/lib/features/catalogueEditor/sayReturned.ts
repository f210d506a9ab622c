import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';
import { viEditor } from '$lib/i18n/viEditor';

/** Why a proposal is a draft again, and whether somebody else gave it back or one took it back; undefined when it is not. */
export function sayReturned(
	{ returnedReason, events }: ProcedureDraft,
	me: string | undefined
): string | undefined {
	if (!returnedReason) return undefined;
	const who = events.find(({ action }) => action === 'return')?.actor;
	return who && who === me ? viEditor.takenBack(returnedReason) : viEditor.returned(returnedReason);
}
