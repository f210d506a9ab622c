import type { RequirementKind } from '../catalogue/Requirement.ts';
import { shorten } from './cleanText.ts';

/** One line of a table of papers: its words, the counts behind it, the names of its blank forms, and any doubt. */
export type PaperRow = {
	text: string;
	originals: number;
	copies: number;
	forms: string[];
	/** The counts in the words of the source. */
	counted: string;
	/** The kind, where a list names it in our own words: then the line is a paper, whatever its words. */
	kind?: RequirementKind;
	/** Why the counts are in doubt: digits of the name and of the count stand glued together. */
	doubt?: string;
};

const COUNT =
	/(?:Bản chính:\s*(?<o2>\d+)\s*Bản sao:\s*(?<c2>\d+))|(?:(?<o>\d+) bản chính(?:, ?(?<c>\d+) bản sao)?)|(?:(?<c1>\d+) bản sao)/gu;

/** More of one paper than this is not asked for: longer runs of digits hold the end of the name. */
const MOST = 20;

/**
 * Cuts a table whose cells were glued together into its lines. A count ends a line when it is glued to what stands
 * before it and nothing of a sentence follows: "theo mẫu;1 bản chính" is one, "nộp 02 bản chính tờ khai" is not. In
 * "Mẫu số 181 bản chính" only the last digit is the count. `rest` = what stands behind the last count.
 */
export function splitRows(table: string): { rows: PaperRow[]; rest: string } {
	const rows: PaperRow[] = [];
	let start = 0;
	for (const match of table.matchAll(COUNT)) {
		const { o2, c2, o, c, c1 } = match.groups ?? {};
		const end = match.index + match[0].length;
		const before = table.slice(start, match.index);
		if (o2 !== undefined) {
			rows.push(rowOf(before, [Number(o2), Number(c2)], match[0]));
			start = end;
			continue;
		}
		const digits = o ?? c1 ?? '';
		if (!endsLine(before, digits, table.slice(end))) continue;
		const cut = cutDigits(before, digits);
		const counts: [number, number] = o === undefined ? [0, cut.count] : [cut.count, Number(c ?? 0)];
		rows.push(rowOf(before + cut.kept, counts, match[0], cut.doubt));
		start = end;
	}
	return { rows, rest: table.slice(start).trim() };
}

function endsLine(before: string, digits: string, after: string): boolean {
	if (before.trim() === '') return false;
	// "01 bản chính" is always part of a sentence: the count column has no leading zeros.
	if (/^0\d$/.test(digits)) return false;
	if (/^[.;:)\]/,]/.test(after)) return false;
	if (/^\s+[^\s*\-+•–]/u.test(after) && !/^\s*\n/.test(after)) return false;
	if (/\S$/.test(before)) return true;
	return digits.length > 1 || after === '' || /^\S/.test(after);
}

function cutDigits(
	before: string,
	digits: string
): { kept: string; count: number; doubt?: string } {
	if (digits.length === 1)
		return /(?:\s|số|mẫu|phụ lục|điều|khoản)$/iu.test(before)
			? {
					kept: '',
					count: Number(digits),
					doubt: `“${tail(before)}${digits}” có thể là phần cuối của tên giấy`
				}
			: { kept: '', count: Number(digits) };
	const whole = Number(digits);
	const isOwn = /[\p{Ll};.:)]$/u.test(before) && whole <= MOST && !digits.startsWith('0');
	const doubt = `“${tail(before)}${digits}”: số của tên giấy và số lượng dính liền`;
	return isOwn
		? { kept: '', count: whole, doubt }
		: { kept: digits.slice(0, -1), count: Number(digits.at(-1)), doubt };
}

function tail(text: string): string {
	return text.slice(-12).trimStart();
}

function rowOf(
	cell: string,
	[originals, copies]: [number, number],
	counted: string,
	doubt?: string
): PaperRow {
	const { text, forms } = cutForms(cell.trim());
	return { text, originals, copies, forms, counted, ...(doubt === undefined ? {} : { doubt }) };
}

/** Whether the name of a file still ends the text: it could not be told from the name of the paper. */
export function endsInForm(text: string): boolean {
	return FORM_END.test(text);
}

const FORM_END = /\.(?:docx?|xlsx?|pdf|zip|rar|rtf|odt|jpe?g|png)(?:\s*\(\d+\))?$/iu;
const FORM_LENGTH = 110;

/** Names of files behind a cell ("…;Mẫu số 09.docx") belong to the column of blank forms. */
export function cutForms(cell: string): { text: string; forms: string[] } {
	let text = cell;
	const forms: string[] = [];
	while (forms.length < 20 && FORM_END.test(text)) {
		const at = formStart(text);
		if (at === undefined) break;
		forms.unshift(shorten(text.slice(at).trim(), FORM_LENGTH));
		text = text.slice(0, at).trimEnd();
	}
	return { text, forms };
}

/** The end of a sentence or of another file's name, glued to what follows. */
const AFTER_SENTENCE =
	/(?:\.(?:docx|doc(?!x)|xlsx|xls(?!x)|pdf|rar|zip)|[;)\]”]\.?)(?=[\p{L}\d])/giu;
/** The usual beginning of a form's name, glued to what stands before. */
const USUAL_NAME = /(?<=\S)(?=(?:Mau|Mẫu|Phụ lục|Phu luc|PL|Mus|BM)[\s\-_]{0,3}\d)/giu;
const WEAK_START = /(?<!\d)\.(?=[\p{L}\d])|\p{Ll}(?=[\p{Lu}\d])/gu;

/** Where the name of the last file begins: glued to the end of a sentence, else to a word ("theo mẫuMẫu 1.doc"). */
function formStart(text: string): number | undefined {
	const from = Math.max(0, text.length - FORM_LENGTH);
	const body = text.slice(from).replace(FORM_END, '');
	const after = [...body.matchAll(AFTER_SENTENCE)].at(-1);
	if (after) return from + after.index + after[0].length;
	const [usual] = body.matchAll(USUAL_NAME);
	if (usual) return from + usual.index;
	const [weak] = body.matchAll(WEAK_START);
	if (weak) return from + weak.index + weak[0].length;
	return from === 0 && !/\s/.test(body) ? 0 : undefined;
}
