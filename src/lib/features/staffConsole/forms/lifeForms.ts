import { isLocalDate, isWeekend } from '$lib/domain/clock/localTime';
import { findOpenSupplement, type Supplement } from '$lib/domain/dossier/Supplement';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { formatDate } from '$lib/i18n/format';
import { viLife } from '$lib/i18n/viLife';
import { viStaff } from '$lib/i18n/viStaff';
import type { FormError } from './receiveDraft.svelte';
import { isLong } from './shortForms';

/** What is wrong with the forms of a dossier's later life, each fault with the id of the control to go to. */

/** `oldDate` is the date that stands (local date); the server also refuses holidays. */
export function extendErrors(
	draft: { newDate: string; reason: string },
	oldDate: string
): FormError[] {
	const words = viLife.extend;
	const errors: FormError[] = [];
	if (!isLocalDate(draft.newDate) || draft.newDate <= oldDate)
		errors.push({ id: 'extend-date', message: words.dateInvalid });
	else if (isWeekend(draft.newDate)) errors.push({ id: 'extend-date', message: words.dateWeekend });
	if (!isLong(draft.reason, 5, 1000))
		errors.push({ id: 'extend-reason', message: words.reasonMissing });
	return errors;
}

/** The request's own part. */
export function extendRequest(draft: { newDate: string; reason: string }) {
	return { newDate: draft.newDate, reason: tidyText(draft.reason) };
}

/** As typed; `kind` '' = not chosen yet. */
export type HaltDraft = { kind: string; reason: string; basis: string };

export function haltErrors(draft: HaltDraft): FormError[] {
	const words = viLife.halt;
	const errors: FormError[] = [];
	if (draft.kind !== 'stop' && draft.kind !== 'refuse')
		errors.push({ id: 'halt-kind', message: words.kindMissing });
	if (!isLong(draft.reason, 5, 1000))
		errors.push({ id: 'halt-reason', message: words.reasonMissing });
	if (!isLong(draft.basis, 3, 500)) errors.push({ id: 'halt-basis', message: words.basisMissing });
	return errors;
}

/** The request's own part; `originals` are the names of what is given back. */
export function haltRequest(draft: HaltDraft, originals: readonly string[]) {
	return {
		kind: draft.kind === 'refuse' ? ('refuse' as const) : ('stop' as const),
		reason: tidyText(draft.reason),
		basis: tidyLine(draft.basis),
		originals: [...originals]
	};
}

/**
 * Why the office must not stop a dossier yet, in words: who was asked for papers has until the last day (a local date,
 * as `today`), and what they sent since the desk last did something is looked at first. Undefined = it may.
 */
export function haltHindrance(
	dossier: { supplements: readonly Supplement[]; answeredAt: string | null },
	today: string
): string | undefined {
	const round = findOpenSupplement(dossier.supplements);
	if (!round) return undefined;
	if (round.until >= today) return viLife.halt.tooEarly(formatDate(round.until));
	return dossier.answeredAt ? viLife.halt.answered : undefined;
}

/** As typed; `fault` is office or citizen, '' = not chosen yet. */
export type CorrectDraft = { reason: string; fault: string; resultNumber: string };

/** `hasFile`: a corrected file was chosen. */
export function correctErrors(draft: CorrectDraft, hasFile: boolean): FormError[] {
	const words = viLife.correct;
	const number = tidyLine(draft.resultNumber);
	const errors: FormError[] = [];
	if (!isLong(draft.reason, 5, 500))
		errors.push({ id: 'correct-reason', message: words.reasonMissing });
	if (draft.fault !== 'office' && draft.fault !== 'citizen')
		errors.push({ id: 'correct-fault', message: words.faultMissing });
	if (number.length > 60)
		errors.push({ id: 'result-number', message: viStaff.finish.numberTooLong });
	else if (!number && !hasFile) errors.push({ id: 'result-number', message: words.nothing });
	return errors;
}

/** The request's own part. */
export function correctRequest(draft: CorrectDraft, fileId: string | undefined) {
	const resultNumber = tidyLine(draft.resultNumber);
	return {
		reason: tidyText(draft.reason),
		officeFault: draft.fault === 'office',
		...(resultNumber ? { resultNumber } : {}),
		...(fileId ? { resultFileId: fileId } : {})
	};
}
