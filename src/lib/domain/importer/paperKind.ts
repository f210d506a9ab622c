import type { RequirementKind } from '../catalogue/Requirement.ts';

/** How a table says its papers are handed over: kept, only shown, or it says nothing. */
export type Section = 'submit' | 'show' | undefined;

/** The kind of a paper, and why it is in doubt. */
export type ReadKind = { kind: RequirementKind; doubt?: string };

const COPY_START = /^(?:bản sao|bản chụp|bản photo|bản phô ?tô|bản scan|sao y|bản trích sao)/iu;
const COPY_ASIDE = /\((?:bản sao|bản chụp|bản photo)(?:\s[^()]*)?\)/iu;
const CERTIFIED =
	/(?:bản sao|bản chụp|sao)\s(?:[\p{L}]+\s){0,3}?(?:chứng thực|công chứng)|bản sao chứng thực|sao y/iu;
const COMPARED = /đối chiếu/iu;
const ORIGINAL_OR_COPY = /(?:bản chính|bản gốc)\s+\(?hoặc\s+(?:là\s+)?(?:bản sao|bản chụp)/iu;
const ORIGINAL_START = /^(?:bản chính|bản gốc)(?!\s+\(?hoặc)/iu;
const DIGITAL_START = /^(?:bản điện tử|dữ liệu điện tử|tệp tin|file|bản mềm)/iu;
const CHOICE = /\shoặc\s/iu;
/** Words that make the plain reading of the counts doubtful. */
const OTHER_WORDS =
	/bản sao|bản chụp|chứng thực|công chứng|xuất trình|bản điện tử|đối chiếu|bản phô ?tô/iu;

/**
 * How a paper is asked for, by its words first and its counts second. Where the words allow several ways the lightest
 * one is taken, and it is in doubt; so it is where words and counts say different things.
 */
export function readKind(
	text: string,
	originals: number,
	copies: number,
	section: Section
): ReadKind {
	const onlyCopies = originals === 0 && copies > 0;
	const contradicts = onlyCopies ? undefined : 'tên giấy nói bản sao, cột số lượng nói bản chính';
	if (section === 'show' || /^xuất trình/iu.test(text))
		return OTHER_WORDS.test(text.replace(/xuất trình/giu, '')) || copies > 0
			? { kind: 'show-original', doubt: 'mục “xuất trình” nhưng có nói đến bản sao' }
			: {
					kind: 'show-original',
					...(section === 'show' ? {} : { doubt: 'suy từ chữ “xuất trình”' })
				};
	if (DIGITAL_START.test(text)) return { kind: 'electronic', doubt: 'suy từ tên giấy' };
	if (ORIGINAL_OR_COPY.test(text))
		return {
			kind: copyKind(text) === 'photocopy' ? 'photocopy' : 'certified-copy',
			doubt: 'nộp bản chính hoặc bản sao đều được'
		};
	if (COPY_START.test(text) || (COPY_ASIDE.test(text) && !/\(bản chính\)/iu.test(text))) {
		const kind = copyKind(text);
		const others = text.replace(COPY_START, '');
		const isChoice =
			CHOICE.test(text) && (OTHER_WORDS.test(others) || /bản chính|bản gốc/iu.test(others));
		const doubt = contradicts ?? (isChoice ? 'nguồn cho chọn nhiều cách' : undefined);
		return { kind, ...(doubt === undefined ? {} : { doubt }) };
	}
	if (ORIGINAL_START.test(text))
		return originals > 0
			? { kind: 'submit-original' }
			: { kind: 'submit-original', doubt: 'tên giấy nói bản chính, cột số lượng nói bản sao' };
	return byCounts(text, originals, onlyCopies);
}

function copyKind(text: string): RequirementKind {
	// Of several ways that all do, the lightest: "bản sao chụp" alone, then with the original beside it, then certified.
	if (
		/(?:bản sao chụp|bản chụp|bản sao không có chứng thực)(?! (?:kèm|có|và xuất trình))[^;]*?\shoặc\s/iu.test(
			text
		) &&
		!COMPARED.test(text.slice(0, 60))
	)
		return /không có chứng thực/iu.test(text) && COMPARED.test(text)
			? 'photocopy-with-original'
			: 'photocopy';
	if (COMPARED.test(text)) return 'photocopy-with-original';
	return CERTIFIED.test(text) ? 'certified-copy' : 'photocopy';
}

function byCounts(text: string, originals: number, onlyCopies: boolean): ReadKind {
	if (onlyCopies) {
		const kind = CERTIFIED.test(text) ? 'certified-copy' : 'photocopy';
		return OTHER_WORDS.test(text) || /bản chính|bản gốc/iu.test(text)
			? { kind, doubt: 'trong tên giấy có nói cách nộp khác' }
			: { kind };
	}
	if (originals === 0) return { kind: 'submit-original', doubt: 'nguồn ghi số lượng 0' };
	return OTHER_WORDS.test(text)
		? { kind: 'submit-original', doubt: 'trong tên giấy có nói bản sao hoặc cách nộp khác' }
		: { kind: 'submit-original' };
}
