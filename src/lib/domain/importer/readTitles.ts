import { damageOf, isMissing, withoutBullet } from './cleanText.ts';
import type { Section } from './paperKind.ts';

/**
 * What the title of a table of papers means. `all` = its papers are for everybody; `case` = only in the case the title
 * names; `extra` = on top of the others in that case; `remarks` = it holds remarks.
 */
export type TableMeaning = {
	role: 'all' | 'case' | 'extra' | 'remarks';
	section: Section;
	/** The title without numbering, empty where it says nothing. */
	title: string;
	/** Why the meaning is in doubt. */
	doubt?: string;
};

const UNCLEAR = 'tên bảng không rõ là một trường hợp hay một nhóm giấy';
const REMARKS = /^(?:lưu ý|ghi chú|chú ý)/iu;
const SHOW = /xuất trình/iu;
const SUBMIT = /^(?:các )?(?:giấy tờ|hồ sơ|tài liệu) (?:(?:phải|cần) nộp|nộp$)/iu;
const PLAIN =
	/^(?:(?:thành phần(?:,? (?:và )?số lượng)?|số lượng)(?: hồ sơ)?(?: thủ tục)?|hồ sơ|giấy tờ|tài liệu|các giấy tờ)(?:[\s,]*(?:bao )?gồm(?: có)?)?$/iu;
const EXTRA =
	/nộp (?:bổ sung|thêm)|(?:cần|phải)? ?bổ sung (?:các |thành phần|tài liệu|hồ sơ|giấy tờ)/iu;
const CASE_START = /^(?:trong |các )?(?:trường hợp|đối với|nếu|khi)(?=\s)/iu;
const CASE_INSIDE = /(?:trong trường hợp|đối với)\s/iu;
const ACTION =
	/^(?:(?:hồ sơ|thủ tục) (?:đề nghị |xin |đăng ký )?)?(?:cấp(?: mới| lại| đổi)?|gia hạn|điều chỉnh|sửa đổi|thay đổi|bổ sung|chuyển(?: đổi)?|thu hồi|chấm dứt|tạm ngừng|xác nhận|công nhận|phê duyệt|thành lập|tách|nhập|thông báo|dừng|đăng ký)\s/iu;

/** Reads the titles of all tables of one record together: a lone table is for everybody, whatever it is called. */
export function readTitles(titles: readonly string[]): TableMeaning[] {
	const read = titles.map(readTitle);
	if (read.length !== 1) return read;
	return read.map(({ role, ...rest }) =>
		role === 'case' || role === 'extra'
			? { ...rest, role: 'all', doubt: 'bảng giấy tờ duy nhất lại có tên một trường hợp' }
			: { ...rest, role }
	);
}

function readTitle(raw: string): TableMeaning {
	const title = withoutBullet(raw.replace(/^\(?\d\)\s*/, ''));
	const plain: TableMeaning = { role: 'all', section: undefined, title };
	if (isMissing(title)) return { ...plain, title: '' };
	if (REMARKS.test(title)) return { ...plain, role: 'remarks' };
	if (SUBMIT.test(title)) return { ...plain, section: 'submit' };
	if (SHOW.test(title) && title.length < 80) return { ...plain, section: 'show' };
	if (PLAIN.test(title)) return plain;
	// "Ngoài hồ sơ nêu trên …", "Số lượng của từng thành phần …" name no case.
	if (/^(?:ngoài|số lượng)\s/iu.test(title)) return { ...plain, doubt: UNCLEAR };
	const damage = damageOf(raw);
	if (EXTRA.test(title))
		return { ...plain, role: 'extra', doubt: 'nguồn nói “bổ sung”: cần xem thêm hay thay' };
	if (CASE_START.test(title))
		return { ...plain, role: 'case', ...(damage ? { doubt: damage } : {}) };
	if (CASE_INSIDE.test(title) || ACTION.test(title))
		return { ...plain, role: 'case', doubt: 'tên bảng có vẻ là một trường hợp' };
	return { ...plain, doubt: UNCLEAR };
}
