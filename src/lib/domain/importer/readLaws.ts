import { cleanLine, stated } from './cleanText.ts';

/** The number of a legal document: "123/2015/NĐ-CP", "60/2014/QH13", "2222/QĐ-BHXH", "66.7/2025/NQ-CP". */
const NUMBER =
	/\d{1,4}(?:\.\d{1,2})?\/(?:(?:19|20)\d{2}\/)?(?:QH\d\d|UBTVQH\d\d|(?:NĐ|TTLT|TT|QĐ|NQ|CT|PL|VBHN|L)(?:-(?:TTg|[A-ZĐ]+(?:(?<=QH)\d\d)?(?:(?!\p{Ll})|(?=số|ngày|của|về|quy định|sửa))))+)/u;

const HEADER = 'Tên văn bản pháp lýMã văn bản';

/**
 * Cuts "name number name number …" without separators into one line per document. The portal writes the number twice
 * when it is part of the name ("Nghị định 118/2014/NĐ-CP118/2014/NĐ-CP"). What repeats stands once.
 */
export function readGluedLaws(text: string): { laws: string[]; rest: string } {
	let rest = cleanLine(text).replace(HEADER, '');
	if (stated(rest) === '') return { laws: [], rest: '' };
	const laws: string[] = [];
	for (let found = findNumber(rest); found; found = findNumber(rest)) {
		const { name, number, length } = found;
		laws.push(lawLine(name, number));
		rest = rest.slice(length).trim();
	}
	return { laws: [...new Set(laws)], rest };
}

/** One document: its name, with its number behind it unless the name holds it. */
export function lawLine(name: string, number: string): string {
	// "…hành chínhThông tư số" + "75/2025/TT-NHNN": the kind belongs to the number.
	const [, own = name, kind = ''] =
		/^([\s\S]*?[\p{L}\d.)])((?:Thông tư|Nghị định|Bộ luật|Luật|Quyết định|Nghị quyết|NĐ|TT|số)(?:\s*số)?\s*:?\s*)$/u.exec(
			name
		) ?? [];
	const plain = cleanLine(own).replace(/^[-–;,.\s]+|[-–;,.\s]+$/gu, '');
	const code = cleanLine(kind + number).replace(/^(?:số|luật số)\s*:?\s*/iu, '');
	if (plain === '') return code;
	return code === '' || plain.includes(code) ? plain : `${plain} (${code})`;
}

/** The end of the first document in the text: a number that the name repeats, or one that a new name follows. */
function findNumber(text: string): { name: string; number: string; length: number } | undefined {
	let from = 0;
	for (;;) {
		const match = NUMBER.exec(text.slice(from));
		if (!match) return undefined;
		const at = from + match.index;
		const [raw] = match;
		const before = text.slice(0, at);
		// "…/QH13" + "84/2015/QH13": the digits of the second number are glued to the first.
		const twice = raw.length > 4 ? text.slice(at + raw.length).startsWith(raw) : false;
		if (twice) return { name: before + raw, number: raw, length: at + 2 * raw.length };
		const after = text.slice(at + raw.length);
		// Inside a sentence a blank, comma or bracket follows; behind the number column comes a new name, or nothing.
		const repeats = /^[-–]/.test(after) && after.includes(raw);
		if (!repeats && (after === '' || /^[\p{L}\d\-–]/u.test(after)))
			return { name: before, number: raw, length: at + raw.length };
		from = at + raw.length;
	}
}
