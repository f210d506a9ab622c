import type { CitizenText } from '../catalogue/plainLanguage.ts';

/**
 * Words of offices that people at the counter do not use, each with what one may say instead. A word may stay where it
 * is explained in brackets or by "tức là": people meet it on forms.
 */
const OFFICIALESE: readonly { term: string; plain: string }[] = [
	{ term: 'năng lực hành vi dân sự', plain: 'tự quyết định được việc của mình' },
	{ term: 'theo quy định của pháp luật', plain: 'ghi rõ quy định đó nói gì' },
	{ term: 'theo quy định hiện hành', plain: 'ghi rõ quy định đó nói gì' },
	{ term: 'hợp pháp hóa lãnh sự', plain: 'đóng dấu để giấy nước ngoài dùng được ở Việt Nam' },
	{ term: 'cơ quan có thẩm quyền', plain: 'ghi rõ tên nơi đó' },
	{ term: 'nghĩa vụ tài chính', plain: 'khoản tiền phải nộp' },
	{ term: 'trong trường hợp', plain: 'nếu, khi' },
	{ term: 'thành phần hồ sơ', plain: 'giấy tờ cần nộp' },
	{ term: 'chủ sử dụng đất', plain: 'người có đất' },
	{ term: 'khai thác dữ liệu', plain: 'tra cứu' },
	{ term: 'cá nhân, tổ chức', plain: 'người dân, cơ quan, công ty' },
	{ term: 'tổ chức, cá nhân', plain: 'người dân, cơ quan, công ty' },
	{ term: 'quyền sử dụng đất', plain: 'quyền dùng đất (sổ đỏ)' },
	{ term: 'có thẩm quyền', plain: 'ghi rõ nơi nào, ai' },
	{ term: 'hồ sơ hợp lệ', plain: 'đủ giấy tờ và ghi đúng' },
	{ term: 'cơ sở dữ liệu', plain: 'dữ liệu' },
	{ term: 'chuyển nhượng', plain: 'bán, sang tên' },
	{ term: 'thẩm quyền', plain: 'việc của nơi nào' },
	{ term: 'xuất trình', plain: 'đưa xem' },
	{ term: 'hợp thức', plain: 'làm cho đúng giấy tờ' },
	{ term: 'biến động', plain: 'thay đổi' },
	{ term: 'pháp nhân', plain: 'công ty, cơ quan, hội' },
	{ term: 'thẩm định', plain: 'xem xét' },
	{ term: 'phê duyệt', plain: 'ký duyệt, đồng ý' },
	{ term: 'trích lục', plain: 'bản ghi lại từ sổ' },
	{ term: 'trích đo', plain: 'đo vẽ thửa đất' },
	{ term: 'nhân thân', plain: 'họ tên, ngày sinh, số căn cước' },
	{ term: 'đương sự', plain: 'người làm thủ tục' },
	{ term: 'ban hành', plain: 'ra (quyết định)' },
	{ term: 'phối hợp', plain: 'cùng làm' },
	{ term: 'tống đạt', plain: 'giao tận tay' },
	{ term: 'giám hộ', plain: 'trông nom thay cha mẹ' },
	{ term: 'thu hồi', plain: 'lấy lại' },
	{ term: 'thụ lý', plain: 'nhận để giải quyết' },
	{ term: 'tố tụng', plain: 'việc ở tòa' },
	{ term: 'chủ thể', plain: 'người' },
	{ term: 'hợp lệ', plain: 'đúng, còn dùng được' },
	{ term: 'di sản', plain: 'tài sản người chết để lại' }
];

/** A word of this kind that nobody explains: where it stands first, and in how many texts it stands. */
export type UnexplainedTerm = { at: string; term: string; plain: string; texts: number };

/** In brackets or with "tức là" behind the word, the word in brackets behind plain ones, or a sentence of its own. */
const EXPLAINED =
	/^[^.!?;]{0,40}?(?:\(|tức là|nghĩa là|là tờ|là giấy|là việc|là đóng)|^[^(]{0,24}\)|^.{0,60}[.!?;]\s*(?:tức là|nghĩa là|đó là|đây là)/iu;

const PATTERNS = OFFICIALESE.map((entry) => ({
	...entry,
	pattern: new RegExp(`(?<![\\p{L}\\p{N}])${entry.term}(?![\\p{L}\\p{N}])`, 'giu')
}));

/** The words of offices in these texts that none of them explains, each once, in the order of the texts. */
export function unexplainedTerms(texts: readonly CitizenText[]): UnexplainedTerm[] {
	const found = new Map<string, UnexplainedTerm & { isExplained: boolean }>();
	for (const { at, text } of texts) {
		for (const { term, plain, index } of termsIn(text)) {
			const isExplained = EXPLAINED.test(text.slice(index + term.length));
			const known = found.get(term);
			found.set(term, {
				...(known ?? { at, term, plain }),
				texts: (known?.texts ?? 0) + 1,
				isExplained: isExplained || (known?.isExplained ?? false)
			});
		}
	}
	return [...found.values()]
		.filter(({ isExplained }) => !isExplained)
		.map(({ at, term, plain, texts: count }) => ({ at, term, plain, texts: count }));
}

/** The terms of a text, each once; one inside a longer one ("có thẩm quyền") is that longer one. */
function termsIn(text: string): { term: string; plain: string; index: number }[] {
	const found: { term: string; plain: string; index: number }[] = [];
	for (const { term, plain, pattern } of PATTERNS) {
		const match = [...text.matchAll(pattern)].find(
			({ index }) =>
				!found.some((other) => index >= other.index && index < other.index + other.term.length)
		);
		if (match) found.push({ term, plain, index: match.index });
	}
	return found;
}
