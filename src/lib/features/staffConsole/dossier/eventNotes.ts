import { readEventData, type EventData } from '$lib/domain/dossier/eventData';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { formatDate, formatMoney, formatTime } from '$lib/i18n/format';
import { viLife } from '$lib/i18n/viLife';
import { viStaff } from '$lib/i18n/viStaff';
import { viSupplement } from '$lib/i18n/viSupplement';
import { routingNotes } from '../routing/routingNotes';

type DossierEvent = StaffDossier['events'][number];

const words = viSupplement.history;

/** The name of an event: a withdrawal for a newer filing says so. */
export function eventName(event: Pick<DossierEvent, 'action' | 'toStatus' | 'data'>): string {
	if (event.action === 'withdraw' && readEventData(event.data).replacedBy)
		return viSupplement.history.replaced;
	if (event.action === 'return' && readEventData(event.data).post) return viSupplement.post.event;
	return viStaff.events[event.action] ?? viStaff.status[event.toStatus] ?? event.action;
}

/** What an event says beside its name and time, one short note after another; who did it comes first. */
export function eventNotes(event: DossierEvent): string[] {
	const data = readEventData(event.data);
	// On receipt the papers stand on the slip beside; only what came later is told here.
	const later = event.action === 'resume' || event.action === 'paid' ? coming(data) : [];
	const moved =
		data.fromDate && data.dueDate
			? [words.moved(formatDate(data.fromDate), formatDate(data.dueDate))]
			: [];
	const notes =
		routingNotes(event.action, data) ?? (event.action === 'bill' ? billing(data) : asking(data));
	return [
		viStaff.eventBy(event.actor),
		...later,
		...moved,
		...notes,
		...life(data),
		...ending(data)
	];
}

/** Notes as one text; a sentence that somebody ended with a full stop gets no second one. */
export function joinNotes(notes: readonly string[]): string {
	return notes.map((note) => note.replace(/\.\s*$/, '')).join('. ');
}

function asking(data: EventData): string[] {
	return [
		data.lines?.length ? words.lines(data.lines.map(({ name }) => name).join(', ')) : '',
		data.until ? words.slipUntil(formatDate(data.until)) : '',
		data.countsLate ? words.countsLate : '',
		data.reason ? words.reason(data.reason) : '',
		data.rightPlace ? words.rightPlace(data.rightPlace) : '',
		data.text ? words.text(data.text) : '',
		data.identityCheck ? words.identity[data.identityCheck] : '',
		data.source ? words.source[data.source] : ''
	].filter(Boolean);
}

function billing(data: EventData): string[] {
	const told = viLife.history;
	return [
		data.amount === undefined ? '' : told.amount(formatMoney(data.amount)),
		data.reason ? words.reason(data.reason) : '',
		data.documentNumber ? told.document(data.documentNumber) : '',
		data.payTo ? told.payTo(data.payTo) : '',
		data.until ? told.payUntil(formatDate(data.until)) : ''
	].filter(Boolean);
}

/** How something was paid, how a date was moved, why the office stopped or corrected. */
function life(data: EventData): string[] {
	const told = viLife.history;
	const { receipt, reference } = viLife.payments;
	return [
		data.method ? viLife.method.kinds[data.method] : '',
		data.receiptNumber ? receipt(data.receiptSeries ?? '', data.receiptNumber) : '',
		data.transferReference ? reference(data.transferReference) : '',
		data.exemption ? told.exemption(data.exemption, data.exemptionProof ?? '') : '',
		data.oldDate && data.newDate
			? told.moved(formatDate(data.oldDate), formatDate(data.newDate))
			: '',
		data.kind ? told.kind[data.kind] : '',
		data.basis ? told.basis(data.basis) : '',
		data.officeFault === undefined ? '' : data.officeFault ? told.officeFault : told.citizenFault
	]
		.filter(Boolean)
		.map((note) => note.charAt(0).toLocaleUpperCase('vi') + note.slice(1));
}

function coming(data: EventData): string[] {
	return [
		data.papers?.length ? words.papers(data.papers.map(({ name }) => name).join(', ')) : '',
		data.completedAt ? words.completed(formatTime(data.completedAt)) : '',
		data.dueDate ? words.due(formatDate(data.dueDate)) : ''
	].filter(Boolean);
}

function ending(data: EventData): string[] {
	return [
		data.resultNumber ? viStaff.resultNumber(data.resultNumber) : '',
		data.signedBy ? words.signedBy(data.signedBy) : '',
		data.recipientName ? viStaff.handedTo(data.recipientName, data.proxy === true) : '',
		data.post
			? viSupplement.post.parcel(data.post.carrier, data.post.number, data.post.address)
			: '',
		data.proxyPaper ? viSupplement.returning.proxyPaperLine(data.proxyPaper) : '',
		data.originals?.length ? viSupplement.givenBack.list(data.originals.join(', ')) : '',
		data.total ? words.total(formatMoney(data.total)) : ''
	].filter(Boolean);
}
