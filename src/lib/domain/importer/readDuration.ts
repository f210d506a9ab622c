import type { TimeLimit } from '../clock/clockInput.ts';

/**
 * A time limit as read: `limit` only when the source states one whole number with its unit; `text` always, for people;
 * `doubt` = why a limit is not certain; `lost` = why there is none although the source says something.
 */
export type Duration = { limit: TimeLimit | null; text: string; doubt?: string; lost?: string };

const NOTHING: Duration = { limit: null, text: '' };

type Unit = 'working-day' | 'calendar-day' | 'hour' | 'month' | 'year';

const UNITS: [RegExp, Unit][] = [
	[/^ngày\s+làm\s+việc/iu, 'working-day'],
	[/^ngày/iu, 'calendar-day'],
	[/^giờ(?:\s+làm\s+việc)?/iu, 'hour'],
	[/^tháng/iu, 'month'],
	[/^năm/iu, 'year']
];

const SPAN =
	/(\d+(?:[.,]\d+)?)\s*(?:\([^()]{1,30}\)\s*)?(ngày\s+làm\s+việc|ngày|giờ\s+làm\s+việc|giờ|tháng|năm)(?![\p{L}])/giu;

const WITHIN_THE_DAY = /^(?:ngay\s+)?trong\s+(?:cùng\s+)?ngày(?:\s+làm\s+việc)?(?![\p{L}])(.*)$/isu;
/** Words that move the end to another day, or make it depend on when the papers came. */
const NEXT_DAY = /tiếp\s+(?:theo|sau)|kế\s+tiếp|hôm\s+sau|ngày\s+sau|sang\s+ngày|ngày\s+mai|\d/iu;
/** Words before a time of day: "nhận sau 15 giờ". */
const BEFORE_CLOCK = /(?<![\p{L}])(?:sau|trước|lúc|vào|từ|đến|tới|hồi)\s*$/iu;

/** A number and a unit given apart, as the API has them. */
export function durationOf(value: number, unit: Unit | undefined, text: string): Duration {
	if (unit === undefined)
		return { limit: null, text, lost: 'nguồn không ghi đơn vị (ngày, ngày làm việc hay giờ)' };
	if (unit === 'month' || unit === 'year')
		return {
			limit: null,
			text,
			lost: 'đơn vị tháng, năm chưa tính được ngày hẹn; hãy ghi bằng ngày'
		};
	if (!Number.isInteger(value) || value < 1 || value > 1000)
		return { limit: null, text, lost: 'không phải số nguyên từ 1 đến 1000' };
	if (unit === 'hour')
		return {
			limit: { unit: 'working-hour', value },
			text,
			doubt: 'nguồn ghi “giờ”; ở đây tính theo giờ làm việc'
		};
	return { limit: { unit, value }, text };
}

/** The limit a short text states ("05 ngày làm việc", "Trong ngày", "7"); several different ones give none. */
export function readDuration(text: string): Duration {
	const plain = text.trim();
	if (plain === '') return NOTHING;
	const spans = spansOf(plain);
	const found = spans.filter(({ isClock }) => !isClock);
	const [first] = found;
	if (first === undefined) return withoutSpan(plain, spans.length > 0);
	if (new Set(found.map(({ value, unit }) => `${value} ${unit}`)).size > 1)
		return { limit: null, text: plain, lost: 'có nhiều thời hạn khác nhau' };
	const read = durationOf(first.value, first.unit, plain);
	const isBare =
		/^(?:tối đa|không quá|trong(?: thời hạn)?|thời hạn)?\s*\d[\d.,]*\s*(?:\([^()]*\)\s*)?\p{L}+(?:\s+làm\s+việc)?[.;]?$/iu.test(
			plain
		);
	return isBare || read.limit === null
		? read
		: { ...read, doubt: read.doubt ?? 'thời hạn nằm trong một câu dài' };
}

/** What a text without a span of time says: "within the day" or nothing sure. A time of day ("sau 15 giờ") is no span. */
function withoutSpan(text: string, hasClock: boolean): Duration {
	const [, rest] = WITHIN_THE_DAY.exec(text) ?? [];
	if (rest !== undefined) {
		if (hasClock || NEXT_DAY.test(rest))
			return {
				limit: null,
				text,
				lost: 'câu này còn nói đến ngày khác hoặc giờ nhận hồ sơ; hãy đọc rồi chọn thời hạn'
			};
		return /[\p{L}]/u.test(rest)
			? { limit: { unit: 'same-day' }, text, doubt: 'còn điều kiện khác trong câu' }
			: { limit: { unit: 'same-day' }, text };
	}
	if (hasClock)
		return {
			limit: null,
			text,
			lost: 'con số trong câu là giờ trong ngày, không phải thời hạn bao lâu'
		};
	const [, digits] = /^(\d+(?:[.,]\d+)?)$/.exec(text) ?? [];
	return digits
		? durationOf(Number(digits.replace(',', '.')), undefined, text)
		: { limit: null, text, lost: 'không tìm thấy số ngày trong câu này' };
}

/** A time cell of the portal followed by its note: the note may contradict it. */
export function withNote(duration: Duration, note: string): Duration {
	const { limit } = duration;
	if (limit === null || !('value' in limit) || duration.doubt) return duration;
	const others = spansOf(note).filter(
		({ value, unit }) => value !== limit.value || unit !== limit.unit
	);
	const [other] = others;
	if (other === undefined) return duration;
	return {
		...duration,
		doubt:
			other.value === limit.value
				? 'phần mô tả ghi cùng con số nhưng đơn vị khác'
				: 'phần mô tả còn ghi thời hạn khác'
	};
}

/** Every number of days, hours, months in a text, with its unit; parts of a date ("ngày 02 tháng 4") are none. */
function spansOf(text: string): { value: number; unit: Unit; isClock: boolean }[] {
	return [...text.matchAll(SPAN)].flatMap((match) => {
		const [whole, digits = '', word = ''] = match;
		const unit = UNITS.find(([start]) => start.test(word))?.[1];
		if (unit === undefined) return [];
		const isDate =
			(unit === 'month' || unit === 'year') &&
			(/(?:ngày|tháng)\s*$/iu.test(text.slice(0, match.index)) ||
				/^\s*\d/u.test(text.slice(match.index + whole.length)));
		const isClock =
			/^giờ$/iu.test(word) &&
			(BEFORE_CLOCK.test(text.slice(0, match.index)) ||
				/^\s*\d{1,2}(?!\d)/u.test(text.slice(match.index + whole.length)));
		return isDate ? [] : [{ value: Number(digits.replace(',', '.')), unit, isClock }];
	});
}
