/** Days of a plan, local dates YYYY-MM-DD, and what a person should look at: the words were not exact. */
export type Period = { from: string; to: string; note?: PeriodNote };

/**
 * - `before`: "trước 30/6" was read as up to and including that day.
 * - `deadline`: one day alone was read as the last day, from New Year or the first of the year on.
 * - `repeated`: "hằng tháng", "định kỳ" was read as the whole year.
 */
export type PeriodNote = 'before' | 'deadline' | 'repeated';

/**
 * - `missing`: no words. `unclear`: not words of time that we know. `backwards`: the end before the beginning.
 * - `no-day`: 31/6. `other-year`: nothing of it is in the plan's year.
 */
export type PeriodFault = 'missing' | 'unclear' | 'backwards' | 'no-day' | 'other-year';

export type PeriodAnswer = { ok: true; period: Period } | { ok: false; fault: PeriodFault };

/** A first and a last day; null = words that name none there is. */
type Span = { from: string; to: string } | null;

/**
 * Reads the time of a task as plans word it ("Quý I", "Tháng 3", "Thường xuyên", "01/3 - 30/6/2026", "Trước 30/6") into
 * the days of the plan's `year`. A year in the words counts for what stands before it without one.
 */
export function readPeriod(words: string, year: number): PeriodAnswer {
	const text = plain(words);
	if (text === '') return { ok: false, fault: 'missing' };
	const whole = readWhole(text, year);
	if (whole) return check(whole, year);
	const end = /^(?:hoan thanh |xong |ket thuc )?(truoc|cham nhat|den het|den|het)(?: ngay)? (.+)$/;
	const [, sign, rest] = end.exec(text) ?? [];
	if (sign && rest) return readEnd(sign, rest, year);
	const parts = text.replace(/^tu (?:ngay )?/, '').split(/ ?- ?| den (?:het )?(?:ngay )?/);
	if (parts.length > 2) return { ok: false, fault: 'unclear' };
	const [first = '', last = first] = parts.map((part) => part.trim());
	return readRange(first, last, parts.length === 1, year);
}

/** What covers the whole year or a half of it. */
function readWhole(text: string, year: number): Period | undefined {
	const [, named] = /(?:^| )nam (20\d\d)$/.exec(text) ?? [];
	const of = named ? Number(named) : year;
	const rest = text.replace(/ ?(?:trong )?(?:ca )?nam(?: 20\d\d)?$/, '').trim();
	const whole = { from: `${of}-01-01`, to: `${of}-12-31` };
	if (/^(thuong xuyen(,? lien tuc)?|trong|ca|trong nam|ca nam)?$/.test(rest)) return whole;
	if (/^(hang( thang| quy| tuan)?|dinh ky( hang( thang| quy| tuan)?)?)$/.test(rest))
		return { ...whole, note: 'repeated' };
	const [, half] = /^(?:6|sau) thang (dau|cuoi)(?: nam)?$/.exec(rest) ?? [];
	if (half === 'dau') return { from: whole.from, to: `${of}-06-30` };
	return half === 'cuoi' ? { from: `${of}-07-01`, to: whole.to } : undefined;
}

/** "trước 30/6": from the first of the year up to that day. "trước tháng 6" ends with May. */
function readEnd(sign: string, rest: string, year: number): PeriodAnswer {
	const span = readSpan(rest, year);
	if (!span) return { ok: false, fault: span === null ? 'no-day' : 'unclear' };
	const first = `${Math.min(year, Number(span.to.slice(0, 4)))}-01-01`;
	const isDay = span.from === span.to;
	if (sign !== 'truoc') return check({ from: first, to: span.to }, year);
	return isDay
		? check({ from: first, to: span.to, note: 'before' }, year)
		: check({ from: first, to: dayBefore(span.from) }, year);
}

function readRange(first: string, last: string, isOne: boolean, year: number): PeriodAnswer {
	const end = readSpan(last, year);
	// "01/3 - 30/6/2026", "tháng 3 - 6", "quý I - III": the second names what the first leaves out, and the other way round.
	const endYear = end ? Number(end.to.slice(0, 4)) : year;
	const begin = isOne ? end : (readSpan(first, endYear) ?? readSpan(kindOf(last) + first, endYear));
	const second = end ?? readSpan(kindOf(first) + last, year);
	if (!begin || !second)
		return { ok: false, fault: begin === null || second === null ? 'no-day' : 'unclear' };
	if (isOne && begin.from === begin.to)
		return check({ from: `${begin.to.slice(0, 4)}-01-01`, to: begin.to, note: 'deadline' }, year);
	return check({ from: begin.from, to: second.to }, year);
}

/** "tháng " or "quý " when the words begin so. */
function kindOf(words: string): string {
	return /^(thang|quy) /.exec(words)?.[0] ?? '';
}

function check(period: Period, year: number): PeriodAnswer {
	if (period.from > period.to) return { ok: false, fault: 'backwards' };
	const isOther = period.to < `${year}-01-01` || period.from > `${year}-12-31`;
	return isOther ? { ok: false, fault: 'other-year' } : { ok: true, period };
}

/** One day, month, quarter or several of them joined by "và" or commas; undefined when it is none. */
function readSpan(text: string, year: number): Span | undefined {
	const day = /^(?:ngay )?(\d{1,2})[/.](\d{1,2})(?:[/.](20\d\d))?$/.exec(text);
	if (day) return dayOf(Number(day[1]), Number(day[2]), day[3] ? Number(day[3]) : year);
	const [, kind, list, named] =
		/^(thang|quy) ([\divx]{1,4}(?:(?:, ?| va |, ?va )(?:thang |quy )?[\divx]{1,4})*)(?:(?:\/| nam |\/nam )(20\d\d))?$/.exec(
			text
		) ?? [];
	const month = /^(\d{1,2})\/(20\d\d)$/.exec(text);
	if (month) return monthsOf([Number(month[1])], Number(month[2]));
	if (!kind || !list) return undefined;
	const numbers = list
		.replace(/thang |quy /g, '')
		.split(/, ?va |, ?| va /)
		.map((one) => ROMAN.indexOf(one) + 1 || Number(one));
	const of = named ? Number(named) : year;
	if (kind === 'thang') return monthsOf(numbers, of);
	if (numbers.some((number) => !(number >= 1 && number <= 4))) return null;
	return monthsOf(
		numbers.flatMap((number) => [number * 3 - 2, number * 3]),
		of
	);
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function dayOf(day: number, month: number, year: number): Span {
	const date = dateOf(year, month, day);
	return date.endsWith(`-${two(month)}-${two(day)}`) ? { from: date, to: date } : null;
}

function monthsOf(months: readonly number[], year: number): Span {
	if (months.some((month) => !(month >= 1 && month <= 12))) return null;
	return {
		from: dateOf(year, Math.min(...months), 1),
		to: dateOf(year, Math.max(...months) + 1, 0)
	};
}

function dayBefore(date: string): string {
	return new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function dateOf(year: number, month: number, day: number): string {
	return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}

/** Lower case without marks; all dashes one, no blanks around slashes, no full stop at the end. */
function plain(words: string): string {
	return words
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[–—−~]/g, '-')
		.replace(/[;:()]/g, ' ')
		.replace(/\s*\/\s*/g, '/')
		.replace(/\s+/g, ' ')
		.replace(/[ .]+$/, '')
		.trim();
}
