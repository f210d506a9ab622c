/**
 * Words of offices that people at the counter do not use, each with what one may say instead. A word may stay where it
 * is explained in brackets or by "tức là": people meet it on forms.
 */
export const OFFICIALESE: readonly { term: string; plain: string }[] = [
	{ term: 'thành phần hồ sơ', plain: 'giấy tờ cần nộp' },
	{ term: 'xuất trình', plain: 'đưa xem' },
	{ term: 'hồ sơ hợp lệ', plain: 'đủ giấy tờ và ghi đúng' },
	{ term: 'hợp lệ', plain: 'đúng, còn dùng được' },
	{ term: 'chủ thể', plain: 'người' },
	{ term: 'đương sự', plain: 'người làm thủ tục' },
	{ term: 'chủ sử dụng đất', plain: 'người có đất' },
	{ term: 'cá nhân, tổ chức', plain: 'người dân, cơ quan, công ty' },
	{ term: 'tổ chức, cá nhân', plain: 'người dân, cơ quan, công ty' },
	{ term: 'pháp nhân', plain: 'công ty, cơ quan, hội' },
	{ term: 'cơ quan có thẩm quyền', plain: 'nơi giải quyết (ghi rõ tên)' },
	{ term: 'có thẩm quyền', plain: 'được giao việc này (ghi rõ nơi nào)' },
	{ term: 'thẩm quyền', plain: 'việc của nơi nào' },
	{ term: 'biến động', plain: 'thay đổi' },
	{ term: 'hợp thức', plain: 'làm cho đúng giấy tờ' },
	{ term: 'trích lục', plain: 'bản ghi lại từ sổ' },
	{ term: 'thụ lý', plain: 'nhận để giải quyết' },
	{ term: 'hợp pháp hóa lãnh sự', plain: 'đóng dấu để giấy nước ngoài dùng được ở Việt Nam' },
	{ term: 'tống đạt', plain: 'giao tận tay' },
	{ term: 'nghĩa vụ tài chính', plain: 'khoản tiền phải nộp' },
	{ term: 'chuyển nhượng', plain: 'bán' },
	{ term: 'di dời', plain: 'chuyển đi' },
	{ term: 'thu hồi', plain: 'lấy lại' },
	{ term: 'giám hộ', plain: 'trông nom thay cha mẹ' },
	{ term: 'năng lực hành vi dân sự', plain: 'tự quyết định được việc của mình' },
	{ term: 'di sản', plain: 'tài sản người chết để lại' },
	{ term: 'trích đo', plain: 'đo vẽ thửa đất' },
	{ term: 'hiện hành', plain: 'đang áp dụng' },
	{ term: 'theo quy định của pháp luật', plain: 'ghi rõ quy định đó nói gì' },
	{ term: 'theo quy định', plain: 'ghi rõ quy định đó nói gì' },
	{ term: 'trường hợp', plain: 'nếu, khi' },
	{ term: 'khai thác dữ liệu', plain: 'tra cứu' },
	{ term: 'phôi', plain: 'tờ giấy in sẵn' },
	{ term: 'cơ sở dữ liệu', plain: 'dữ liệu' },
	{ term: 'tiếp nhận', plain: 'nhận' },
	{ term: 'phối hợp', plain: 'cùng làm' },
	{ term: 'thẩm định', plain: 'xem xét' },
	{ term: 'phê duyệt', plain: 'đồng ý, ký duyệt' },
	{ term: 'ban hành', plain: 'ra (quyết định)' },
	{ term: 'nhân thân', plain: 'họ tên, ngày sinh, số căn cước' },
	{ term: 'tố tụng', plain: 'việc ở tòa' },
	{ term: 'kê khai', plain: 'khai' }
];

/** Marks by which a text explains a word that stands before them. */
const EXPLAINED = /^[^.!?;]{0,40}?(?:\(|tức là|nghĩa là|là tờ|là giấy|là việc)|^[^(]{0,24}\)/iu;
const EXPLAINED_LATER = /^.{0,60}[.!?;]\s*(?:tức là|nghĩa là|đó là|đây là)/iu;

const PATTERNS = OFFICIALESE.map(({ term, plain }) => ({
	term,
	plain,
	pattern: new RegExp(`(?<![\\p{L}\\p{N}])${term}(?![\\p{L}\\p{N}])`, 'iu')
}));

/** The words of this kind that a text uses and does not explain, the longest first where they overlap. */
export function unexplainedTerms(text: string): { term: string; plain: string }[] {
	const found: { term: string; plain: string; at: number }[] = [];
	for (const { term, plain, pattern } of PATTERNS) {
		const at = text.search(pattern);
		if (at === -1) continue;
		if (found.some((other) => at >= other.at && at < other.at + other.term.length)) continue;
		const after = text.slice(at + term.length);
		if (EXPLAINED.test(after) || EXPLAINED_LATER.test(after)) continue;
		found.push({ term, plain, at });
	}
	return found.sort((a, b) => a.at - b.at).map(({ term, plain }) => ({ term, plain }));
}
