import { tidyText } from '../shared/tidyText.ts';

/** Spellings of "nothing is said" in the portal and in lists. */
const MISSING = /^(?:không có thông tin|không quy định|không có|không|chưa có|n\/a|[-–—.\s]*)$/iu;

/** Buttons and pickers of the portal's page, caught with the text that stood before them. */
const RESIDUE =
	/(?:Từ khóa(?:(?!Từ khóa)[\s\S])*Mô tả|Từ khóaKhông có thông tin|Chọn cơ quan thực hiện)[\s\S]*$/u;

/** Bullets and numbering before a line: "- ", "+ ", "a) ", "(i) ", "1. ", "a.2) ". */
const BULLET =
	/^(?:[-+*•–·]+\s*|\(?(?:\d{1,2}|[a-zđ]\d?|[ivx]{2,4})\)\s*|[a-zđ]\.\d\)\s*|\d{1,2}\.(?:\d{1,2}\.?)?\s+|[a-zđ]\.\s+)+/iu;

/** Any value as text of several lines: NFC, plain blanks, no invisible letters; other than text is empty. */
export function cleanText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return '';
	return tidyText(value)
		.replace(/\r\n?/g, '\n')
		.replace(/[ \t\f\v]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.trim();
}

/** The same in one line. */
export function cleanLine(value: unknown): string {
	return cleanText(value).replace(/\s+/g, ' ');
}

/** Whether a text only says that nothing is said. */
export function isMissing(text: string): boolean {
	return MISSING.test(text.trim());
}

/** The text, or nothing when it says nothing. */
export function stated(text: string): string {
	return isMissing(text) ? '' : text;
}

/** The text without what belongs to the page and not to the record. */
export function withoutResidue(text: string): string {
	return text.replace(RESIDUE, '').trim();
}

/** The text without numbering and bullets in front and without loose marks behind. */
export function withoutBullet(text: string): string {
	return text
		.replace(BULLET, '')
		.replace(/[\s;,:.]+$/u, '')
		.trim();
}

/**
 * Why a text looks damaged, or undefined: it begins or breaks off in the middle of a sentence, its brackets do not
 * match, or a line goes on where another ended without an end (lines of two columns mixed).
 */
export function damageOf(text: string): string | undefined {
	const plain = text.replace(BULLET, '').trim();
	if (plain.includes('�')) return 'có ký tự hỏng';
	if (/^[\p{Ll})\],;:]/u.test(plain)) return 'bắt đầu giữa câu, có thể bị mất chữ';
	if (/[(,]$/u.test(plain)) return 'dừng giữa câu, có thể bị mất chữ';
	const lines = text.split('\n').map((line) => line.trim());
	const isMixed = lines.some((line, index) => {
		const before = lines[index - 1];
		return before !== undefined && /[\p{L}\d]$/u.test(before) && /^\p{Ll}[^).]/u.test(line);
	});
	if (isMixed) return 'có dòng bị ngắt hoặc lẫn vào nhau';
	return undefined;
}

/** Why a text is not whole that `shorten` cut. */
export const TOO_LONG = 'quá dài, đã cắt bớt; xem toàn văn ở nguồn';

/** A short text of whole words, with "…" when something was cut. */
export function shorten(text: string, most: number): string {
	if (text.length <= most) return text;
	return `${text
		.slice(0, most)
		.replace(/\s+\S*$/u, '')
		.replace(/[\s;,:.]+$/u, '')}…`;
}
