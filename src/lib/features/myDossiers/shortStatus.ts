import { STATUS } from '$lib/domain/dossier/Status';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import type { Progress } from '$lib/domain/dossier/Receipt';
import { formatDate, formatMoney, formatTime } from '$lib/i18n/format';
import { openRoundOf, roundState } from '$lib/domain/dossier/AnswerState';
import { vi } from '$lib/i18n/vi';
import { viAnswers } from '$lib/i18n/viAnswers';

/** Where a dossier stands, in a few words, with the promised date while it is being worked on. */
export function shortStatus(dossier: MyDossier): string {
	const status = dossier.progress?.status ?? STATUS.submitted;
	const words = vi.status[status] ?? '';
	const round = openRoundOf(dossier);
	if (status === STATUS.supplement && round)
		return roundState(round, dossier).isDesksTurn
			? viAnswers.shortSent
			: viAnswers.short(round.lines.length, formatDate(round.until));
	const bill = dossier.progress?.own?.bill;
	if (status === STATUS.payment && bill) {
		const amount = formatMoney(bill.amount);
		return bill.until ? viAnswers.owed(amount, formatDate(bill.until)) : `${words}: ${amount}`;
	}
	const due = dossier.progress?.dueDate;
	const isOpen = status === STATUS.received || status === STATUS.processing;
	return isOpen && due ? `${words}. ${vi.dossier.nextReceived(formatDate(due))}` : words;
}

/** What happens next, in one or two sentences; never that the result is sure. */
export function nextStep(progress: Progress): string {
	const text = vi.dossier;
	switch (progress.status) {
		case STATUS.submitted:
			return text.nextSubmitted;
		case STATUS.finished:
			return text.nextFinished;
		case STATUS.returned:
			return text.nextReturned;
		case STATUS.refused:
			return viAnswers.next.refused;
		case STATUS.supplement:
			return viAnswers.next.supplement;
		case STATUS.payment:
			return viAnswers.next.payment;
		case STATUS.withdrawing:
			return viAnswers.next.withdrawing;
		case STATUS.stopped:
			return viAnswers.next.stopped;
		default:
			return progress.dueAt
				? text.nextReceivedBy(formatTime(progress.dueAt))
				: progress.dueDate
					? text.nextReceived(formatDate(progress.dueDate))
					: text.nextSubmitted;
	}
}
