import type { ActionRequest, ReturnRequest } from '$lib/data/ports/StaffDesk';
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

/** What the return form holds. `who` is self, proxy or post: a proxy shows a paper, a parcel has a number. */
export type ReturnDraft = {
	recipientName: string;
	who: string;
	proxyPaper: string;
	postAddress: string;
	postNumber: string;
	carrier: string;
};

/** As SQL takes it (`app.get_parcel`): it is read out to the post office. */
const PARCEL_NUMBER = /^[A-Za-z0-9][A-Za-z0-9 .-]{2,38}[A-Za-z0-9]$/;

export function returnErrors(draft: ReturnDraft): FormError[] {
	const errors: FormError[] = [];
	if (tidyLine(draft.recipientName).length < 2)
		errors.push({ id: 'recipient', message: viStaff.returning.nameMissing });
	if (draft.who === 'proxy' && !isLong(draft.proxyPaper, 3, 200))
		errors.push({ id: 'proxy-paper', message: viSupplement.returning.proxyPaperMissing });
	if (draft.who !== 'post') return errors;
	const words = viSupplement.post;
	if (!isLong(draft.postAddress, 3, 300))
		errors.push({ id: 'post-address', message: words.addressMissing });
	if (!PARCEL_NUMBER.test(tidyLine(draft.postNumber)))
		errors.push({ id: 'post-number', message: words.numberMissing });
	if (!isLong(draft.carrier, 0, 80)) errors.push({ id: 'carrier', message: words.carrierLong });
	return errors;
}

/** What a return form that has no errors sends. */
export function returnContent(
	draft: ReturnDraft,
	originals: readonly string[]
): Omit<ReturnRequest, keyof ActionRequest> {
	const proxyPaper = tidyLine(draft.proxyPaper);
	const carrier = tidyLine(draft.carrier);
	return {
		recipientName: tidyLine(draft.recipientName),
		proxy: draft.who === 'proxy',
		...(draft.who === 'proxy' ? { proxyPaper } : {}),
		...(draft.who === 'post'
			? {
					post: {
						number: tidyLine(draft.postNumber),
						address: tidyLine(draft.postAddress),
						...(carrier ? { carrier } : {})
					}
				}
			: {}),
		originals: [...originals]
	};
}

/** True when the text, tidied, has from `least` to `most` letters. */
export function isLong(text: string, least: number, most: number): boolean {
	const { length } = tidyText(text);
	return length >= least && length <= most;
}
