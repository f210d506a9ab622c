import type { ReceiptSlip } from '$lib/domain/slip/ReceiptSlip';
import { formatDate } from '$lib/i18n/format';
import { viStaff } from '$lib/i18n/viStaff';

const words = viStaff.slip;

/** A local time YYYY-MM-DDTHH:mm as the form writes it: "08 giờ 05 phút, Thứ Hai, 23/11/2026". */
export function slipTime(local: string): string {
	return `${local.slice(11, 13)} giờ ${local.slice(14, 16)} phút, ${formatDate(local.slice(0, 10))}`;
}

/** "Ngày 23 tháng 11 năm 2026" of a local time or date. */
export function slipDay(local: string, place: string): string {
	const [year = '', month = '', day = ''] = local.slice(0, 10).split('-');
	return place ? words.inPlace(place, day, month, year) : words.onDay(day, month, year);
}

/** Line 3: the time limit of the law; without a verified one, the basis of the date the officer entered. */
export function slipLimit(slip: Pick<ReceiptSlip, 'limit' | 'dueBasis'>): string {
	if (!slip.limit) return words.noLimit(slip.dueBasis ?? '');
	return slip.limit.unit === 'same-day'
		? viStaff.limits['same-day']
		: viStaff.limits[slip.limit.unit](slip.limit.value);
}

/** The lookup code in groups of four, so that it can be read aloud and typed. */
export function spacedCode(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1 ');
}
