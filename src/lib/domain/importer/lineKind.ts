/** What a line of a table of papers is. A doubt says why it might be the other thing. */
export type LineKind = {
	kind: 'paper' | 'note';
	doubt?: string;
	/** The words are no name of a paper: its name and kind are in doubt, its counts are not. */
	isOdd?: boolean;
};

const REMARK = /^(?:lưu ý|ghi chú|chú ý|chú thích|số lượng hồ sơ|số bộ hồ sơ)/iu;
const RELEASE =
	/không (?:phải|cần|yêu cầu|bắt buộc) (?:nộp|xuất trình|tải lên|cung cấp)|được miễn (?:nộp|xuất trình)/iu;
const SOMEBODY =
	/^(?:trường hợp|doanh nghiệp|tổ chức|cá nhân|người|cơ quan|công dân|cán bộ|nếu|khi|đối với|ngoài ra|các trường hợp)/iu;
const CONDITION = /^(?:trường hợp|đối với|nếu|khi|trong trường hợp)\s/iu;
const RULE =
	/(?:^|\s)(?:thì|phải|có trách nhiệm|không được|được sử dụng|được quyền|có quyền|có thể|chịu trách nhiệm|từ chối|yêu cầu)\s/iu;
const PAPER =
	/^(?:\d+\s*(?:ảnh|bản|tờ|phiếu)|giấy|đơn|tờ|bản|văn bản|hợp đồng|quyết định|biên bản|báo cáo|hồ sơ|danh sách|phiếu|sổ|thẻ|chứng|hộ chiếu|ảnh|nghị quyết|tài liệu|bằng|sơ đồ|sơ yếu|bản đồ|hóa đơn|hoá đơn|vận đơn|vận tải đơn|công văn|phương án|đề án|dự án|dự thảo|kế hoạch|mẫu|điều lệ|lý lịch|căn cước|thuyết minh|bảng|thông báo|giao kèo|di chúc|trích lục|kết quả|lệnh|ý kiến|đề cương|nhật ký|giải trình|quy chế|quy trình|quy định|nội quy|sao kê|cam kết|xác nhận|sơ họa|tóm tắt|các (?:giấy|tài liệu|văn bản|chứng từ|hợp đồng|thỏa thuận|báo cáo|hồ sơ)|một trong|nội dung|thông tin|tệp|hình|album|video|thư|tờ khai|điện tử|thẻ|c\/o)(?=[\s/,(:;.]|$)/iu;
const LONGEST_PAPER = 400;

/**
 * Whether a line names a paper or only says something about papers: remarks, releases ("… thì không phải nộp"), headings
 * that end in a colon, and rules with no count are notes.
 */
export function readLineKind(text: string, originals: number, copies: number): LineKind {
	const counted = originals + copies > 0;
	if (REMARK.test(text)) return { kind: 'note' };
	if (RELEASE.test(text) && SOMEBODY.test(text))
		return counted
			? { kind: 'note', doubt: 'câu nói không phải nộp, nhưng nguồn ghi số lượng' }
			: { kind: 'note' };
	if (/:$/.test(text) && (!counted || /(?:sau|sau đây|gồm|bao gồm|bổ sung)\s*:$/iu.test(text)))
		return counted
			? { kind: 'note', doubt: 'câu dẫn kết thúc bằng dấu hai chấm, nhưng nguồn ghi số lượng' }
			: { kind: 'note' };
	if (counted) {
		if (CONDITION.test(text))
			return { kind: 'paper', doubt: 'dòng này là một điều kiện, có thể không phải tên giấy' };
		return SOMEBODY.test(text) && RULE.test(text)
			? { kind: 'paper', doubt: 'dòng này là một câu quy định, có thể không phải tên giấy' }
			: PAPER.test(text)
				? { kind: 'paper' }
				: { kind: 'paper', isOdd: true };
	}
	const isPaper = PAPER.test(text) && !RULE.test(text) && text.length <= LONGEST_PAPER;
	if (isPaper) return { kind: 'paper', doubt: 'nguồn ghi số lượng 0' };
	return PAPER.test(text)
		? { kind: 'note', doubt: 'nguồn ghi số lượng 0; có thể là tên giấy' }
		: { kind: 'note' };
}
