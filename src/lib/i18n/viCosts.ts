import { formatNumber } from './numbers';

/** Every word about what procedures cost people, and what of them could go. */
export const viCosts = {
	title: 'Thủ tục nào tốn công bà con nhất',
	lead: 'Máy tính từ hồ sơ đã nhận, không ai phải khai. Bấm vào tên thủ tục để xem giấy nào, bước nào có thể bỏ.',
	register: 'Các đề nghị cắt giảm đã lập',
	loading: 'Đang tính…',
	failed: 'Chưa tính được. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Trang này dành cho lãnh đạo, người ký duyệt, người biên tập và người quản trị.',
	empty: 'Những ngày này chưa nhận hồ sơ nào.',
	period: (from: string, to: string) => `Hồ sơ nhận từ ${from} đến hết ${to}`,
	ofAgencies: (count: number) => `Cộng ${formatNumber(count)} cơ quan.`,
	count: (procedures: number, dossiers: number) =>
		`${formatNumber(procedures)} thủ tục, ${formatNumber(dossiers)} hồ sơ.`,
	reckoned:
		'Gánh nặng = số giấy × số lượt đi × số ngày của một hồ sơ, rồi nhân với số hồ sơ; số nào dưới 1 thì tính là 1.',
	columns: {
		name: 'Thủ tục',
		dossiers: 'Hồ sơ',
		papers: 'Giấy mỗi hồ sơ',
		visits: 'Lượt đi mỗi hồ sơ',
		days: 'Ngày mỗi hồ sơ',
		cost: 'Gánh nặng'
	},
	bar: 'So với thủ tục nặng nhất',
	of: (n: number) => `${formatNumber(n)} hồ sơ xong`,
	noneDone: 'chưa xong hồ sơ nào',
	nothing: '–',
	all: (count: number) => `Xem cả ${formatNumber(count)} thủ tục`,
	print: 'In',
	xlsx: 'Tải XLSX',
	fileFailed: 'Chưa làm được tệp. Thử lại.',
	fileName: (from: string, to: string) => `ganh-nang-thu-tuc_${from}_${to}`,
	rulesTitle: 'Tính thế nào',
	rules: [
		'Giấy: những giấy bà con phải mang hoặc gửi theo danh sách của từng hồ sơ. Giấy cán bộ tự tra thì không tính.',
		'Lượt đi: số lần bà con phải đến quầy, kể cả lần phải về không khi chưa nộp được hồ sơ.',
		'Ngày: số ngày làm việc từ hôm sau ngày nhận đến ngày làm xong, trừ những ngày chờ bà con bổ sung giấy hoặc nộp tiền. Xong trong ngày tính là 1.',
		'Ngày chỉ tính trên hồ sơ đã làm xong. Hồ sơ xin rút, hồ sơ rơi vào năm chưa có lịch làm việc thì không tính ngày.',
		'Hồ sơ tính vào ngày được tiếp nhận. Việc xảy ra sau đó vẫn cộng vào, nên số liệu mới đây còn tăng.'
	],
	sheet: {
		name: 'Gánh nặng thủ tục',
		heads: {
			order: 'TT',
			code: 'Mã',
			name: 'Thủ tục',
			field: 'Lĩnh vực',
			dossiers: 'Hồ sơ đã nhận',
			papers: 'Tổng số giấy',
			visits: 'Tổng số lượt đi',
			secondTrips: 'Trong đó đi lại thêm',
			done: 'Hồ sơ đã xong',
			days: 'Tổng số ngày làm việc (hồ sơ đã xong)',
			cost: 'Gánh nặng'
		}
	},

	review: {
		title: (name: string) => `Bỏ được gì: ${name}`,
		untitled: 'Bỏ được gì ở thủ tục này',
		back: 'Về danh sách thủ tục',
		version: (code: string, version: number) => `Mã ${code}, bản số ${version} đang áp dụng.`,
		unknown: 'Không có thủ tục này.',
		basis: (dossiers: number) =>
			dossiers > 0
				? `Xem trên ${formatNumber(dossiers)} hồ sơ đã nhận.`
				: 'Những ngày này chưa nhận hồ sơ nào; phần dưới chỉ dựa vào quy định.',
		papersTitle: 'Giấy tờ',
		noPapers: 'Thủ tục này không hỏi giấy tờ nào.',
		paperColumns: {
			paper: 'Giấy',
			lacking: 'Thiếu hoặc chưa đúng',
			why: 'Vì sao có thể bỏ'
		},
		pick: (name: string) => `Chọn để đề nghị: ${name}`,
		noCases: 'chưa lượt nào phải có',
		noReason: 'Chưa thấy lý do bỏ.',
		inDatabase: (database: string) => `Đã có trong ${database}`,
		lookedUp: 'Cán bộ tự tra được trong cơ sở dữ liệu',
		neverLacked: (cases: number) => `Chưa ai thiếu trong ${formatNumber(cases)} lượt`,
		unread: (sent: number) =>
			`Gửi ảnh trong ${formatNumber(sent)} hồ sơ, chưa cán bộ nào mở ra xem`,
		duplicate: (count: number) => `${formatNumber(count)} thủ tục khác cũng hỏi giấy này`,
		examples: (names: readonly string[], more: number) =>
			`${names.join('; ')}${more > 0 ? ` và ${formatNumber(more)} thủ tục nữa` : ''}.`,
		share: (part: number, whole: number, share: number | undefined) =>
			share === undefined
				? `${formatNumber(part)} trong ${formatNumber(whole)}`
				: `${formatNumber(part)} trong ${formatNumber(whole)} (${share}%)`,
		stepsTitle: 'Hồ sơ nằm ở đâu, bao lâu',
		stepsLead:
			'Ngày để yên là ngày làm việc mà không cán bộ nào ghi việc gì vào hồ sơ. Ngày chờ bà con không tính.',
		noSteps: 'Chưa có hồ sơ nào đi qua bước nào.',
		stepColumns: {
			step: 'Bước',
			dossiers: 'Hồ sơ đã qua',
			days: 'Ngày làm việc, bình quân',
			idle: 'Ngày để yên, bình quân',
			share: 'Phần để yên',
			propose: 'Đề nghị'
		},
		steps: {
			'taking-up': 'Từ lúc nhận đến lúc có người làm',
			working: 'Từ lúc bắt tay làm đến lúc ký',
			'to-counter': 'Từ lúc ký đến lúc kết quả ra quầy'
		},
		proposeStep: 'Đề nghị rút ngắn',
		proposeStepOf: (name: string) => `: ${name}`,
		propose: 'Lập đề nghị cắt giảm',
		proposeWith: (papers: number) => `Lập đề nghị bỏ ${formatNumber(papers)} giấy đã chọn`,
		rules: [
			'“61 trong 214”: 214 lượt phải có giấy này, 61 lượt thiếu hoặc mang chưa đúng. Tính cả hồ sơ bị hỏi giấy rồi không nộp nữa và người phải về không vì thiếu giấy.',
			'“Chưa ai thiếu” chỉ nói khi có từ 20 lượt trở lên. Ai cũng có sẵn một giấy thì nên hỏi: có cần nộp nữa không.',
			'“Chưa cán bộ nào mở” chỉ tính giấy gửi ảnh qua mạng, từ 20 hồ sơ trở lên. Giấy nộp ở quầy thì máy không biết ai đã đọc.',
			'“Thủ tục khác cũng hỏi” là giấy có cùng tên trong quy định, hoặc cùng một giấy lấy từ cùng một cơ sở dữ liệu. Đơn, tờ khai, giấy ủy quyền viết riêng cho từng việc thì không tính.',
			'Đây là gợi ý để xem lại, chưa phải kết luận. Giấy chỉ bỏ được khi quy định cho phép.',
			'Thời gian kết quả nằm ở quầy chờ bà con đến lấy không tính cho cơ quan.'
		]
	}
} as const;
