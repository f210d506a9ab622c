import { readEventData } from '$lib/domain/dossier/eventData';
import type { Payment, Wait } from '$lib/domain/dossier/life';
import type { ReleasedResult } from '$lib/domain/dossier/ResultFile';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { STATUS } from '$lib/domain/dossier/Status';
import { formatDate, formatMoney, formatTime } from '$lib/i18n/format';
import { viLife } from '$lib/i18n/viLife';
import { viSupplement } from '$lib/i18n/viSupplement';

/** Something to tell of a dossier: what it was, and short notes about it. */
export type LifeNote = { id: string; title: string; notes: string[] };

/** The wait for money that goes on, if any. */
export function findMoneyWait(waits: readonly Wait[]): Wait | undefined {
	return waits.find((wait) => wait.kind === 'money' && wait.to === null);
}

/** What a dossier waited for: why, how much, by which document, from when to when, who wrote it. */
export function waitNote(wait: Wait): LifeNote {
	const words = viLife.waits;
	const ended =
		wait.to === null
			? words.open
			: words.to(formatTime(wait.to), wait.toBy ?? '') +
				(wait.outcome ? `: ${words.outcomes[wait.outcome]}` : '');
	return {
		id: wait.id,
		title: words[wait.kind](wait.reason),
		notes: [
			wait.about.amount === undefined ? '' : words.amount(formatMoney(wait.about.amount)),
			wait.documentNumber ? words.document(wait.documentNumber) : '',
			words.from(formatTime(wait.from), wait.fromBy),
			ended,
			wait.until && wait.to === null ? words.until(formatDate(wait.until)) : '',
			wait.pauses ? words.pauses : words.runs
		].filter(Boolean)
	};
}

/** What was taken for a dossier or let off: for what, how, and the paper that shows it. */
export function paymentNote(payment: Payment): LifeNote {
	const words = viLife.payments;
	const proof = [
		payment.method ? viLife.method.kinds[payment.method] : '',
		payment.receiptNumber ? words.receipt(payment.receiptSeries ?? '', payment.receiptNumber) : '',
		payment.transferReference ? words.reference(payment.transferReference) : ''
	].filter(Boolean);
	return {
		id: payment.id,
		title: formatMoney(payment.total),
		notes: [
			...payment.lines.map((line) =>
				words.line(line.label, words.count(line.units, line.times), formatMoney(line.amount))
			),
			payment.exemption ? words.exempt(payment.exemption, payment.exemptionProof ?? '') : '',
			proof.join(', '),
			words.by(formatTime(payment.at), payment.by)
		].filter(Boolean)
	};
}

/** The name of one version of the result; the only one needs no number. */
export function resultTitle(results: readonly ReleasedResult[], file: ReleasedResult): string {
	if (results.length === 1) return viSupplement.result.stored;
	const at = results.indexOf(file);
	return at === 0 ? viLife.results.first : viLife.results.later(at + 1);
}

/** Whether the date is kept, in words; '' before receipt. Stopped because papers never came is no withdrawal. */
export function timelinessWords(
	dossier: Pick<StaffDossier, 'timeliness' | 'status' | 'finishedAt'>
): string {
	const { timeliness, status, finishedAt } = dossier;
	if (timeliness === null) return '';
	const isHalted = status === STATUS.stopped && finishedAt !== null;
	return timeliness === 'withdrawn' && isHalted ? viLife.unkept : viLife.timeliness[timeliness];
}

/** When the one re-appointment was made and both dates, in words; undefined when there was none. */
export function extensionWords(
	dossier: Pick<StaffDossier, 'events' | 'extendedAt' | 'extendedTo'>
): string | undefined {
	const { extendedAt, extendedTo } = dossier;
	if (extendedAt === null || extendedTo === null) return undefined;
	const event = dossier.events.find(({ action }) => action === 'extend');
	const { oldDate } = readEventData(event?.data ?? {});
	return viLife.extended(
		formatTime(extendedAt),
		oldDate ? formatDate(oldDate) : '…',
		formatDate(extendedTo)
	);
}

/** What a dossier in status 6 waits for, and whether its last day has passed. `today` is a local date. */
export function moneyWords(waits: readonly Wait[], today: string): string | undefined {
	const wait = findMoneyWait(waits);
	if (!wait) return undefined;
	const amount = formatMoney(wait.about.amount ?? 0);
	if (!wait.until) return viLife.waitsForMoney(amount);
	return wait.until < today
		? viLife.moneyPassed(amount, formatDate(wait.until))
		: viLife.waitsForMoneyUntil(amount, formatDate(wait.until));
}
