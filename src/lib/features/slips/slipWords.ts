import type { ReceiptSlip } from '$lib/domain/slip/ReceiptSlip';
import { formatDate } from '$lib/i18n/format';
import { viSlips } from '$lib/i18n/viSlips';
import { viStaff } from '$lib/i18n/viStaff';

const words = viSlips.shared;

/** A local time YYYY-MM-DDTHH:mm as the form writes it: "08 giờ 05 phút, Thứ Hai, 23/11/2026". */
export function slipTime(local: string): string {
	return words.time(local.slice(11, 13), local.slice(14, 16), formatDate(local.slice(0, 10)));
}

/** "Ngày 23 tháng 11 năm 2026" of a local time or date; '' leaves gaps to write the date by hand. */
export function slipDay(local: string, place: string): string {
	const { gap, wideGap } = viSlips.blank;
	const [year = '', month = '', day = ''] = local
		? local.slice(0, 10).split('-')
		: [wideGap, gap, gap];
	return place ? words.inPlace(place, day, month, year) : words.onDay(day, month, year);
}

/** Line 3: the time limit of the law; without a verified one, the basis of the date the officer entered. */
export function slipLimit(slip: Pick<ReceiptSlip, 'limit' | 'dueBasis'>): string {
	if (!slip.limit) return viSlips.receipt.noLimit(slip.dueBasis ?? '');
	return slip.limit.unit === 'same-day'
		? viStaff.limits['same-day']
		: viStaff.limits[slip.limit.unit](slip.limit.value);
}

/** The lookup code in groups of four, so that it can be read aloud and typed. */
export function spacedCode(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What a slip is looked up by, with its name: the dossier code, before there is one the reference. */
export function slipKey(slip: { code: string | null; reference?: string }) {
	return slip.code === null
		? { label: words.reference, value: slip.reference ?? '' }
		: { label: words.code, value: slip.code };
}

/** "Số điện thoại: …. Email: …", of what the person gave; '' when they gave neither. */
export function slipContact(applicant: { phone: string; email: string }): string {
	return [
		applicant.phone && `${words.phone}: ${applicant.phone}`,
		applicant.email && `${words.email}: ${applicant.email}`
	]
		.filter(Boolean)
		.join('. ');
}

/** Whom to ask and how: the officer's own number, else the office's, else at the counter. */
export function slipHelp(slip: {
	officer: { name: string; phone: string };
	agency: { phone: string };
}): string {
	return words.askWho(slip.officer.name, slip.officer.phone || slip.agency.phone);
}

/** The title of a form in capitals: as its form set calls it, else as we do. */
export function slipTitle(slip: { formTitle?: string }, ours: string): string {
	return slip.formTitle?.toLocaleUpperCase('vi') ?? ours;
}
