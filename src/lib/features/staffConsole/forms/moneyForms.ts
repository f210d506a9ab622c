import type { PaymentProof } from '$lib/data/ports/StaffDesk';
import { isLocalDate } from '$lib/domain/clock/localTime';
import { PaymentMethod } from '$lib/domain/dossier/life';
import type { FeeLine } from '$lib/domain/intake/intakeFees';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viCounter } from '$lib/i18n/viCounter';
import { viLife } from '$lib/i18n/viLife';
import type { FormError } from './receiveDraft.svelte';
import { isLong } from './shortForms';

/** What is wrong with the forms about money, every fault with the id of the control to go to; empty = ready to send. */

/** The request to pay, as typed. */
export type BillDraft = {
	amount: string;
	reason: string;
	documentNumber: string;
	payTo: string;
	until: string;
};

/** How something was paid, as typed; `method` '' = not chosen yet. */
export type MethodDraft = {
	method: string;
	receiptSeries: string;
	receiptNumber: string;
	transferReference: string;
};

/** Why no fee is taken, as typed. */
export type ExemptionDraft = { exempt: boolean; exemption: string; exemptionProof: string };

const MOST = 2_000_000_000;

/** A sum as people write it ("1.250.000 đ") in đồng; undefined when it is none from 1 to two billion. */
export function readAmount(text: string): number | undefined {
	const digits = tidyLine(text)
		.replace(/\s*(đồng|đ)$/i, '')
		.replace(/[\s.](?=\d{3}(?!\d))/g, '');
	const amount = /^[1-9]\d{0,9}$/.test(digits) ? Number(digits) : MOST + 1;
	return amount <= MOST ? amount : undefined;
}

/** `today` is a local date. A last day is not needed. */
export function billErrors(draft: BillDraft, today: string): FormError[] {
	const words = viLife.bill;
	const errors: FormError[] = [];
	if (readAmount(draft.amount) === undefined)
		errors.push({ id: 'bill-amount', message: words.amountInvalid });
	if (!isLong(draft.reason, 5, 500))
		errors.push({ id: 'bill-reason', message: words.reasonMissing });
	if (!isLong(draft.documentNumber, 1, 60))
		errors.push({ id: 'bill-document', message: words.documentMissing });
	if (!isLong(draft.payTo, 0, 500)) errors.push({ id: 'bill-pay-to', message: words.payToLong });
	if (draft.until && !(isLocalDate(draft.until) && draft.until > today))
		errors.push({ id: 'bill-until', message: words.untilInvalid });
	return errors;
}

/** The request's own part; only after `billErrors` found nothing. */
export function billRequest(draft: BillDraft) {
	const payTo = tidyText(draft.payTo);
	return {
		amount: readAmount(draft.amount) ?? 0,
		reason: tidyLine(draft.reason),
		documentNumber: tidyLine(draft.documentNumber),
		...(payTo ? { payTo } : {}),
		...(draft.until ? { until: draft.until } : {})
	};
}

/** `form` begins the ids of the controls. A receipt's number or a reference is needed: nobody makes one up. */
export function methodErrors(form: string, draft: MethodDraft): FormError[] {
	const words = viLife.method;
	if (!findMethod(draft.method)) return [{ id: `${form}-method`, message: words.missing }];
	const { receiptNumber, transferReference } = methodRequest(draft);
	if (receiptNumber ?? transferReference) return [];
	const place = draft.method === 'transfer' || draft.method === 'online' ? 'reference' : 'receipt';
	return [{ id: `${form}-${place}`, message: words.proofMissing }];
}

/** The request's own part; a reference belongs to money that was not handed over in cash. */
export function methodRequest(draft: MethodDraft): PaymentProof {
	const series = tidyLine(draft.receiptSeries);
	const number = tidyLine(draft.receiptNumber);
	const reference = draft.method === 'cash' ? '' : tidyLine(draft.transferReference);
	return {
		method: findMethod(draft.method) ?? 'cash',
		...(series && number ? { receiptSeries: series } : {}),
		...(number ? { receiptNumber: number } : {}),
		...(reference ? { transferReference: reference } : {})
	};
}

/** A fee is taken with what shows it, or let off with what shows why. */
export function feeErrors(
	lines: readonly FeeLine[],
	draft: MethodDraft & ExemptionDraft
): FormError[] {
	const words = viLife.fee;
	const errors = lines.flatMap((line, index) =>
		line.isFaulty ? [{ id: `fee-${index}`, message: viCounter.faults.fee(line.fee.label) }] : []
	);
	if (errors.length === 0 && lines.every((line) => line.amount === undefined))
		errors.push({ id: 'fee-0', message: words.unitsMissing });
	if (!draft.exempt) return [...errors, ...methodErrors('fee', draft)];
	if (!isLong(draft.exemption, 1, 300))
		errors.push({ id: 'fee-exemption', message: words.exemptionMissing });
	if (!isLong(draft.exemptionProof, 1, 300))
		errors.push({ id: 'fee-proof', message: words.proofMissing });
	return errors;
}

/** The request's own part: the counts of the fees that are taken; the server works out the đồng. */
export function feeRequest(lines: readonly FeeLine[], draft: MethodDraft & ExemptionDraft) {
	const fees = lines
		.filter((line) => line.amount !== undefined)
		.map((line) => ({
			label: line.fee.label,
			units: Number(line.units),
			times: Number(line.times)
		}));
	if (!draft.exempt) return { fees, ...methodRequest(draft) };
	return {
		fees,
		exemption: tidyLine(draft.exemption),
		exemptionProof: tidyLine(draft.exemptionProof)
	};
}

/** The methods in the order they are offered. */
export const METHODS = PaymentMethod.options;

function findMethod(text: string): PaymentMethod | undefined {
	return METHODS.find((method) => method === text);
}
