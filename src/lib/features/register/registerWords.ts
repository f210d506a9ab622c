import type { RegisterDays } from '$lib/data/ports/StaffRecords';
import { STATUS } from '$lib/domain/dossier/Status';
import type { RegisterLine } from '$lib/domain/register/Register';
import { formatShortDate } from '$lib/i18n/format';
import { viRegister } from '$lib/i18n/viRegister';

const words = viRegister;

/** The date of a local time or date, "25/11/2026"; '' when there is none. */
export function dayOf(local: string | null): string {
	return local ? formatShortDate(local.slice(0, 10)) : '';
}

/** How the result was really taken: at the counter, by a proxy, by post, and as a file when there is one; '' before. */
export function wayOf(line: RegisterLine): string {
	if (line.own) return '';
	const handed = line.parcel ? words.byPost : line.proxy ? words.byProxy : words.atDesk;
	const ways = [line.recipient ? handed : '', line.electronic ? words.electronic : ''];
	const [first = '', second] = ways.filter(Boolean);
	return second ? `${first}, ${second.toLowerCase()}` : first;
}

/** Who took it, as the register's column "ký nhận" says; '' while nobody has. */
export function recipientOf(line: RegisterLine): string {
	if (line.own || !line.recipient) return '';
	if (line.parcel) return words.parcel(line.recipient, line.parcel);
	return line.proxy ? words.proxy(line.recipient) : line.recipient;
}

/** What is worth noting about a line: how it ended, that it is late, that its date was moved. */
export function notesOf(line: RegisterLine): string {
	const ended =
		line.status === STATUS.stopped
			? words.notes.stopped
			: line.status === STATUS.refused
				? words.notes.refused
				: line.status === STATUS.withdrawing
					? words.notes.withdrawn
					: '';
	if (line.own) return [words.own, ended].filter(Boolean).join('. ');
	const moved =
		line.firstDueDate && line.firstDueDate !== line.dueDate
			? words.notes.firstDue(formatShortDate(line.firstDueDate))
			: '';
	return [
		ended,
		line.timeliness === 'late' ? words.notes.late : '',
		moved,
		line.blank ? words.notes.blank : ''
	]
		.filter(Boolean)
		.join('. ');
}

/** The days an address of the print page asks for; the whole of `thisYear` when it names no year. */
export function readDays(search: string, thisYear: number): RegisterDays {
	const query = new URLSearchParams(search);
	const year = /^20\d\d$/.test(query.get('nam') ?? '') ? Number(query.get('nam')) : thisYear;
	const from = query.get('tu') ?? '';
	const to = query.get('den') ?? '';
	return areDaysOf(year, from, to) ? { year, from, to } : { year };
}

/** The address that prints these days. */
export function printHref(days: RegisterDays): string {
	const query = new URLSearchParams({ nam: String(days.year) });
	if (days.from && days.to) {
		query.set('tu', days.from);
		query.set('den', days.to);
	}
	return `/in/so-theo-doi?${query.toString()}`;
}

/** True when both are days (YYYY-MM-DD) of this year, in their order. */
export function areDaysOf(year: number, from: string, to: string): boolean {
	// 30 February is read as 2 March: only what comes back as it was is a day.
	const isDay = (day: string) =>
		new RegExp(`^${year}-\\d\\d-\\d\\d$`).test(day) &&
		!Number.isNaN(Date.parse(day)) &&
		new Date(day).toISOString().startsWith(day);
	return isDay(from) && isDay(to) && from <= to;
}
