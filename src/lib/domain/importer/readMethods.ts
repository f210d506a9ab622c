import type { Channel } from '../catalogue/Procedure.ts';
import { isMissing, stated } from './cleanText.ts';
import { durationOf, withNote, type Duration } from './readDuration.ts';
import { readFee, type FeeLine } from './readFee.ts';
import type { SourceMethod } from './Source.ts';

const HEADER = 'Hình thức nộpThời gianPhí, lệ phíMô tả';

const CHANNELS: Record<string, Channel['kind']> = {
	'Trực tuyến': 'online',
	'Trực tiếp': 'in-person',
	'Dịch vụ bưu chính': 'post'
};

/** A row begins with the way to file, glued to its time. */
const ROW = /(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?=\d|Không có thông tin|Miễn phí)/gu;

const TIME = /^(\d+(?:[.,]\d+)?) (Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Năm)/u;

const CURRENCY = '(?:VNĐ|VND|Việt Nam Đồng|[Đđ]ồng|USD|EUR|Đô la Mỹ|Euro|Yên|JPY|CNY)';

const CELL = new RegExp(
	`^(?:Miễn phí|Không có thông tin|\\d[\\d.,]* ?${CURRENCY}(?:\\(/[^()]*\\))?)`,
	'u'
);

const GLUED = new RegExp(`^[\\d.,]+ ?(?:${CURRENCY})?`, 'u');

/** Cuts the glued table of ways to file, times and fees into its rows. `rest` = what stood before the first row. */
export function readGluedMethods(text: string): { methods: SourceMethod[]; rest: string } {
	const body = text.replace(HEADER, '');
	const starts = [...body.matchAll(ROW)];
	const methods = starts.map((match, index) => {
		const end = starts[index + 1]?.index ?? body.length;
		const [name = ''] = match;
		return readRow(CHANNELS[name] ?? 'in-person', body.slice(match.index + name.length, end), name);
	});
	return { methods, rest: stated(body.slice(0, starts[0]?.index ?? body.length).trim()) };
}

function readRow(channel: Channel['kind'], cells: string, name: string): SourceMethod {
	const { time, rest } = readTime(cells);
	const fees: FeeLine[] = [];
	let left = rest;
	const isGlued = time === undefined;
	for (let cell = CELL.exec(left)?.[0]; cell !== undefined; cell = CELL.exec(left)?.[0]) {
		const after = left.slice(cell.length);
		const aside = takeBrackets(after);
		fees.push(readFee(cell, aside.inside));
		left = aside.rest;
	}
	const note = stated(left.trim());
	const aboutFees = /phí/iu.test(note);
	const [first] = fees;
	return {
		channel,
		time: withNote(time ?? gluedTime(cells), note),
		fees: isGlued
			? [gluedFee(cells, note)]
			: first && fees.length === 1 && aboutFees
				? [alsoBeside(first, note, rest)]
				: fees,
		note,
		raw: `${name} ${cells}`.trim()
	};
}

/** The time cell. Undefined when a number without unit is glued to an amount: "1100 VNĐ" is 1 and 100, or 11 and 00. */
function readTime(cells: string): { time: Duration | undefined; rest: string } {
	const unit = TIME.exec(cells);
	if (unit) {
		const [whole, digits = '', word = ''] = unit;
		return {
			time: durationOf(Number(digits.replace(',', '.')), unitOf(word), whole),
			rest: cells.slice(whole.length)
		};
	}
	if (cells.startsWith('Không có thông tin'))
		return { time: { limit: null, text: '' }, rest: cells.slice('Không có thông tin'.length) };
	const [digits] = /^\d+(?=Miễn phí|Không có thông tin)/u.exec(cells) ?? [];
	if (digits !== undefined)
		return {
			time: durationOf(Number(digits), undefined, digits),
			rest: cells.slice(digits.length)
		};
	return /^\d/.test(cells)
		? { time: undefined, rest: cells.replace(GLUED, '') }
		: { time: { limit: null, text: '' }, rest: cells };
}

function unitOf(word: string) {
	if (word === 'Ngày làm việc') return 'working-day';
	if (word === 'Ngày') return 'calendar-day';
	return word.startsWith('Giờ') ? 'hour' : word === 'Tháng' ? 'month' : 'year';
}

function gluedTime(cells: string): Duration {
	const [digits = ''] = /^[\d.,]+/.exec(cells) ?? [];
	return {
		limit: null,
		text: digits,
		lost: 'con số chỉ thời gian dính liền với mức phí, không có đơn vị'
	};
}

function gluedFee(cells: string, note: string): FeeLine {
	return {
		kind: 'unknown',
		note,
		raw: cells.slice(0, 200),
		lost: 'mức phí dính liền với con số chỉ thời gian'
	};
}

/** A fee whose conditions stand in the description instead of in brackets behind it. */
function alsoBeside(fee: FeeLine, note: string, cells: string): FeeLine {
	const cell = CELL.exec(cells)?.[0] ?? '';
	const again = readFee(cell, [fee.note, note].filter((part) => !isMissing(part)).join(' '));
	// A description that mentions a fee only in passing makes a plain reading doubtful, never another one.
	if (again.kind === fee.kind) return again;
	return again.lost && /(?:mức|thu|nộp|lệ) phí|phí\s*:/iu.test(note)
		? again
		: { ...fee, doubt: fee.doubt ?? 'phần mô tả có nhắc đến phí' };
}

/** What stands in brackets at the beginning, brackets inside brackets included; without an end all of it. */
function takeBrackets(text: string): { inside: string; rest: string } {
	if (!text.startsWith('(')) return { inside: '', rest: text };
	let depth = 0;
	// "(a) Đối với …", "(1) Trường hợp …" number a paragraph of the description.
	if (/^\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)/iu.test(text)) return { inside: '', rest: text };
	for (let at = 0; at < text.length; at += 1) {
		if (text[at] === '(') depth += 1;
		if (text[at] === ')') depth -= 1;
		if (depth === 0) return { inside: text.slice(1, at).trim(), rest: text.slice(at + 1) };
	}
	return { inside: text.slice(1).trim(), rest: '' };
}
