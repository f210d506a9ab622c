/** Dates, times and money as a person in Vietnam says them. Everything is Asia/Ho_Chi_Minh (UTC+7, no summer time). */
import { formatNumber } from './numbers';

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const OFFSET_MS = 7 * 60 * 60 * 1000;

/** A local date 'YYYY-MM-DD' → "Thứ Năm, 26/11/2026". What is no date comes back as it is. */
export function formatDate(date: string): string {
	const time = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(time)) return date;
	const [year, month, day] = date.split('-');
	return `${WEEKDAYS[new Date(time).getUTCDay()]}, ${day}/${month}/${year}`;
}

/** A local date 'YYYY-MM-DD' → "26/11/2026". */
export function formatShortDate(date: string): string {
	return date.split('-').reverse().join('/');
}

/** An instant (ISO with zone) or a local time 'YYYY-MM-DDTHH:mm' → "16 giờ 05, Thứ Hai, 23/11/2026". */
export function formatTime(instant: string): string {
	const local = localOf(instant);
	const [hour = '', minute = ''] = local.slice(11, 16).split(':');
	const clock = minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
	return `${clock}, ${formatDate(local.slice(0, 10))}`;
}

/** An instant → "23/11 16:05", for dense tables. */
export function formatStamp(instant: string): string {
	const local = localOf(instant);
	return `${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)}`;
}

/** The local time 'YYYY-MM-DDTHH:mm' of an instant; a local time comes back unchanged. */
export function localOf(instant: string | Date): string {
	if (typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(instant))
		return instant.slice(0, 16);
	const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
	return Number.isNaN(time)
		? String(instant)
		: new Date(time + OFFSET_MS).toISOString().slice(0, 16);
}

/** An amount in đồng → "8.000 đồng". */
export function formatMoney(amount: number): string {
	return `${formatNumber(amount)} đồng`;
}

/** A size in bytes → "215 KB", "1,4 MB" (1 MB = 1,000,000 bytes, as phones count). */
export function formatBytes(bytes: number): string {
	if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
	return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
