import { fold } from '$lib/domain/shared/fold';

/**
 * Words that mean several procedures, or one of another name: what to ask, and where each answer leads. The words are
 * looked for in what was typed, with or without marks.
 */
export type SearchQuestion = {
	words: string[];
	ask: string;
	note?: string;
	options: { label: string; code: string }[];
};

/** Found by listening at the counter (domain research §7.1): same words, different procedures. */
export const SEARCH_QUESTIONS: readonly SearchQuestion[] = [
	{
		words: ['mai táng', 'tiền tuất', 'chôn cất', 'tiền tử tuất'],
		ask: 'Người mất được hưởng theo diện nào?',
		note: 'Mỗi diện là một thủ tục khác nhau. Không rõ thì hỏi người trong nhà hoặc gọi quầy trước.',
		options: [
			{ label: 'Đang hưởng trợ cấp xã hội hàng tháng', code: '1.001731' },
			{ label: 'Cựu chiến binh', code: '2.002307' },
			{ label: 'Thanh niên xung phong thời kỳ chống Pháp', code: '2.002308' },
			{ label: 'Người có công đang hưởng trợ cấp ưu đãi', code: '1.010824' }
		]
	},
	{
		words: ['sổ đỏ', 'sổ hồng', 'bìa đỏ', 'giấy tờ nhà', 'giấy tờ đất'],
		ask: 'Đất hoặc sổ đang có chuyện gì?',
		options: [
			{ label: 'Mua bán, cho tặng, thừa kế: sang tên', code: '1.013831' },
			{ label: 'Đất chưa có sổ: làm lần đầu', code: '1.013978' },
			{ label: 'Sổ ghi sai: đính chính', code: '1.012796' },
			{ label: 'Đất ở ghi thiếu so với giấy cũ: xác định lại diện tích', code: '1.012817' },
			{ label: 'Đang tranh chấp với người khác', code: '1.012812' }
		]
	},
	{
		words: ['công chứng'],
		ask: 'Ở xã gọi là chứng thực. Bạn cần việc nào?',
		note: 'Công chứng là việc của văn phòng công chứng. Nhiều giấy chỉ cần chứng thực ở xã là đủ.',
		options: [
			{ label: 'Bản sao giấy tờ (sao y)', code: '2.000815' },
			{ label: 'Chữ ký, giấy ủy quyền', code: '2.000884' },
			{ label: 'Hợp đồng mua bán, tặng cho', code: '2.001035' },
			{ label: 'Di chúc', code: '2.001019' }
		]
	},
	{
		words: ['thừa kế', 'di sản'],
		ask: 'Bạn đang ở bước nào của việc thừa kế?',
		options: [
			{ label: 'Lập di chúc', code: '2.001019' },
			{ label: 'Chia tài sản người mất để lại', code: '2.001406' },
			{ label: 'Không nhận phần của mình', code: '2.001016' },
			{ label: 'Đã chia xong, sang tên sổ đỏ', code: '1.013831' }
		]
	},
	{
		words: ['mất giấy khai sinh', 'làm lại giấy khai sinh', 'cấp lại khai sinh'],
		ask: 'Xã còn sổ ghi việc khai sinh không?',
		note: 'Không biết thì cứ hỏi quầy; cán bộ tra sổ giúp bạn.',
		options: [
			{ label: 'Còn sổ, hoặc không biết: xin bản sao', code: '2.000635' },
			{ label: 'Không còn sổ và mất bản chính: đăng ký lại', code: '1.004884' },
			{ label: 'Chưa từng làm khai sinh, đã có giấy tờ khác', code: '1.004772' }
		]
	},
	{
		words: ['giấy phép xây dựng', 'xin phép xây', 'phép xây nhà'],
		ask: 'Bạn cần giấy phép cho việc gì?',
		options: [
			{ label: 'Xây nhà mới', code: '1.013225' },
			{ label: 'Sửa chữa, cải tạo', code: '1.013229' },
			{ label: 'Đổi bản vẽ đã được duyệt', code: '1.013226' },
			{ label: 'Sắp hết hạn: gia hạn', code: '1.013227' },
			{ label: 'Mất hoặc rách: cấp lại', code: '1.013228' }
		]
	},
	{
		words: ['trợ cấp', 'tiền hàng tháng'],
		ask: 'Trợ cấp cho ai?',
		options: [
			{
				label: 'Người già, người khuyết tật, trẻ mồ côi, người đơn thân nuôi con',
				code: '1.001776'
			},
			{ label: 'Người già không có lương hưu (hưu trí xã hội)', code: '1.014027' },
			{ label: 'Gia đình có bộ đội đang tại ngũ gặp khó khăn', code: '2.002764' }
		]
	}
];

/**
 * The question that the typed words raise, if any. The longest words win ("mất giấy khai sinh" before others). Words
 * with marks are compared with marks when the query has some, so "bán" raises nothing that "bản" does.
 */
export function findSearchQuestion(query: string): SearchQuestion | undefined {
	const typed = ` ${query.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()} `;
	const isPlain = fold(typed) === typed;
	const says = (words: string) =>
		isPlain ? typed.includes(` ${fold(words)} `) : typed.includes(` ${words} `);
	const found = SEARCH_QUESTIONS.flatMap((question) =>
		question.words.filter(says).map((words) => ({ question, length: words.length }))
	);
	return found.sort((a, b) => b.length - a.length)[0]?.question;
}
