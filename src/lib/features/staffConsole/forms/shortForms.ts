import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viStaff } from '$lib/i18n/viStaff';
import { viSupplement } from '$lib/i18n/viSupplement';
import type { FormError } from './receiveDraft.svelte';

/** What is wrong with each short form, every fault with the id of the control to go to; empty = ready to send. */

export function refuseErrors(draft: { reason: string; rightPlace: string }): FormError[] {
	const errors: FormError[] = [];
	if (!isLong(draft.reason, 3, 1000))
		errors.push({ id: 'refuse-reason', message: viSupplement.refuse.reasonMissing });
	if (!isLong(draft.rightPlace, 0, 300))
		errors.push({ id: 'right-place', message: viSupplement.refuse.placeLong });
	return errors;
}

export function replyErrors(draft: { text: string }): FormError[] {
	return isLong(draft.text, 2, 1000)
		? []
		: [{ id: 'reply-text', message: viSupplement.reply.missing }];
}

export function withdrawErrors(draft: { reason: string }): FormError[] {
	return isLong(draft.reason, 0, 500)
		? []
		: [{ id: 'withdraw-reason', message: viSupplement.withdraw.reasonLong }];
}

/** `who` is self or proxy; a proxy shows a paper, which is noted. */
export function returnErrors(draft: {
	recipientName: string;
	who: string;
	proxyPaper: string;
}): FormError[] {
	const errors: FormError[] = [];
	if (tidyLine(draft.recipientName).length < 2)
		errors.push({ id: 'recipient', message: viStaff.returning.nameMissing });
	if (draft.who === 'proxy' && !isLong(draft.proxyPaper, 3, 200))
		errors.push({ id: 'proxy-paper', message: viSupplement.returning.proxyPaperMissing });
	return errors;
}

/** True when the text, tidied, has from `least` to `most` letters. */
export function isLong(text: string, least: number, most: number): boolean {
	const { length } = tidyText(text);
	return length >= least && length <= most;
}
