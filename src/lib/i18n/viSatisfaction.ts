import { formatPercent } from './numbers';

/** The words of the staff page with the figures of the survey. */
export const viSatisfaction = {
	title: 'Mức độ hài lòng',
	lead: 'Người dân chấm bằng mã trên giấy hẹn, phiếu bổ sung, phiếu từ chối, hoặc trên điện thoại khi xong việc.',
	notSipas:
		'Đây là điểm chấm tại một cửa. Chỉ số SIPAS là cuộc điều tra riêng của Bộ Nội vụ; không cộng, không so hai số này với nhau.',
	year: 'Năm',
	period: 'Thời gian',
	wholeYear: 'Cả năm',
	quarter: (number: number) => `Quý ${['I', 'II', 'III', 'IV'][number - 1]}`,
	month: (number: number) => `Tháng ${number}`,
	monthOf: (key: string) => `Tháng ${Number(key.slice(5))}/${key.slice(0, 4)}`,
	by: 'Chia theo',
	parts: {
		month: 'Tháng',
		department: 'Phòng',
		field: 'Lĩnh vực',
		procedure: 'Thủ tục',
		channel: 'Cách nộp',
		agency: 'Cơ quan'
	},
	agency: 'Cơ quan',
	allAgencies: 'Tất cả',
	channels: { '1': 'Nộp tại quầy', '2': 'Nộp qua mạng', '3': 'Gửi bưu điện' } as Record<
		string,
		string
	>,
	noDepartment: 'Chưa chuyển phòng',
	rest: 'Còn lại (mỗi nhóm dưới 5 phiếu)',

	loading: 'Đang lấy số liệu…',
	failed: 'Chưa lấy được số liệu. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Trang này dành cho lãnh đạo và người quản trị.',
	emptyTitle: 'Chưa có số liệu để xem',
	empty: (least: number) =>
		`Câu trả lời chỉ hiện khi đủ ${least} phiếu, để không ai đoán được phiếu nào của ai.`,
	waiting: (count: number, least: number) =>
		`${count} phiếu đã gửi nhưng chưa hiện. Phiếu được mở ${least} cái một lần, tính vào tháng mở.`,
	wholeMonths: 'Bảng này chỉ tính những tháng đã hết.',

	total: (share: string, n: number) => `${share} hài lòng hoặc rất hài lòng, trên ${n} phiếu`,
	share: formatPercent,
	tableCaption: 'Kết quả đánh giá chung',
	answers: 'Số phiếu (n)',
	verySatisfied: 'Rất hài lòng',
	satisfied: 'Hài lòng',
	dissatisfied: 'Không hài lòng',
	sharePart: 'Hài lòng trở lên',

	questionsTitle: 'Từng câu hỏi',
	questionsHelp: (least: number) =>
		`Câu nào cũng được bỏ qua, nên số người trả lời mỗi câu khác nhau. Câu có dưới ${least} người trả lời thì không hiện.`,
	question: 'Câu hỏi',
	given: 'Số trả lời (n)',
	spread: 'Trả lời',
	option: (label: string, count: number, share: string) => `${label}: ${count} (${share})`,

	commentsTitle: (count: number) => `Lời người dân viết thêm (${count})`,
	commentsHelp: 'Không ghi tháng, không ghi việc gì, xếp ngẫu nhiên. Đừng tìm xem ai viết.',
	noComments: 'Không ai viết thêm gì trong thời gian này.'
};
