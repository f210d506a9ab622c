type Words = { ask: string; help?: string; options: Record<string, string> };

/** The questions as a person reads and hears them; keys as in the domain's SURVEY. */
const questions: Record<string, Words> = {
	returnTime: {
		ask: 'Bạn nhận kết quả khi nào, so với ngày hẹn?',
		help: 'Chưa đến ngày hẹn thì chọn dòng cuối.',
		options: { early: 'Sớm hơn ngày hẹn', 'on-time': 'Đúng ngày hẹn', late: 'Muộn hơn ngày hẹn' }
	},
	offices: {
		ask: 'Bạn phải đến mấy cơ quan để làm việc này?',
		options: { one: 'Một cơ quan', two: 'Hai cơ quan', more: 'Ba cơ quan trở lên' }
	},
	contacts: {
		ask: 'Bạn phải đến hoặc gọi cho cơ quan mấy lần?',
		options: { one: 'Một lần', two: 'Hai lần', more: 'Ba lần trở lên' }
	},
	information: {
		ask: 'Giấy tờ, lệ phí, thời gian niêm yết có đúng với thực tế không?',
		help: 'Niêm yết là bảng dán ở cơ quan, hoặc thông tin trên mạng.',
		options: { right: 'Đúng', partly: 'Có chỗ chưa đúng', wrong: 'Không đúng' }
	},
	attitude: {
		ask: 'Cán bộ đón tiếp bạn thế nào?',
		options: { good: 'Lịch sự, tận tình', fair: 'Bình thường', bad: 'Chưa tốt' }
	},
	result: {
		ask: 'Kết quả bạn nhận có đúng không?',
		help: 'Đúng tên, đúng ngày, đúng việc bạn xin làm.',
		options: { right: 'Đúng', wrong: 'Có chỗ sai' }
	},
	extraCosts: {
		ask: 'Ngoài phí và lệ phí có biên lai, bạn có phải trả thêm tiền không?',
		options: {
			none: 'Không',
			asked: 'Có người gợi ý, tôi không trả',
			paid: 'Có, tôi đã trả thêm'
		}
	},
	explanation: {
		ask: 'Khi bạn hỏi, cán bộ giải thích có dễ hiểu không?',
		options: { clear: 'Dễ hiểu', fair: 'Tạm hiểu', unclear: 'Khó hiểu' }
	},
	online: {
		ask: 'Nộp hồ sơ qua mạng có dễ không?',
		options: { easy: 'Dễ', fair: 'Bình thường', hard: 'Khó' }
	},
	convenience: {
		ask: 'Nhìn chung, làm việc này có thuận tiện không?',
		options: { convenient: 'Thuận tiện', fair: 'Bình thường', inconvenient: 'Bất tiện' }
	},
	overall: {
		ask: 'Bạn có hài lòng với lần làm việc này không?',
		options: {
			'very-satisfied': 'Rất hài lòng',
			satisfied: 'Hài lòng',
			dissatisfied: 'Không hài lòng'
		}
	}
};

/** Every text of the survey: the citizen's pages, the link on slips and on the dossier. */
export const viSurvey = {
	title: 'Đánh giá lần làm việc',
	lead: 'Hơn mười câu ngắn, khoảng hai phút. Câu nào không muốn trả lời thì bỏ qua.',
	secret:
		'Không ai biết bạn là ai: câu trả lời không kèm tên, không kèm mã hồ sơ. Cán bộ làm việc với bạn không xem được phiếu của riêng bạn.',
	code: 'Mã đánh giá',
	codeHelp: '8 ký tự, in cuối giấy hẹn, phiếu yêu cầu bổ sung hoặc phiếu từ chối.',
	start: 'Bắt đầu',
	resume: 'Trả lời tiếp',
	resumed: 'Máy này còn giữ câu trả lời dở của bạn.',
	emptyCode: 'Hãy điền mã đánh giá.',
	errorTitle: 'Còn thiếu',
	missTitle: 'Mã này không dùng được',
	miss: 'Mã gõ chưa đúng, hoặc đã dùng một lần, hoặc đã quá 180 ngày. Hãy xem lại từng chữ trên giấy.',
	noneTitle: 'Hồ sơ này không còn gì để đánh giá',
	none: 'Hồ sơ chưa xong, hoặc bạn đã đánh giá rồi.',
	throttledTitle: 'Bạn đã thử nhiều lần',
	throttled: 'Hãy chờ một giờ rồi thử lại.',
	needsNetwork: 'Mở phiếu từ hồ sơ cần có mạng. Hãy xem lại mạng rồi bấm lại.',
	retry: 'Thử lại',
	toDossier: 'Về hồ sơ',
	home: 'Về trang đầu',

	questions,
	progress: (at: number, of: number) => `Câu ${at} trên ${of}`,
	noOpinion: 'Không biết, hoặc không muốn nói',
	next: 'Tiếp tục',
	back: 'Câu trước',
	pick: 'Hãy chọn một dòng. Riêng câu này cần có câu trả lời.',
	listen: 'Nghe câu hỏi',
	stop: 'Dừng đọc',
	notKept:
		'Máy này không cho giữ lại gì: đóng trang là mất câu trả lời. Hãy trả lời một mạch rồi gửi.',

	remark: 'Bạn muốn nói thêm gì không?',
	remarkWhy: 'Điều gì làm bạn chưa hài lòng?',
	remarkLabel: 'Lời của bạn',
	remarkHelp:
		'Không bắt buộc. Lãnh đạo cơ quan đọc được dòng này, nên đừng ghi tên, số điện thoại của bạn.',
	remarkLong: 'Dài quá 1000 chữ cái. Hãy viết ngắn lại.',
	send: 'Gửi đánh giá',
	sending: 'Đang gửi…',
	doneTitle: 'Đã gửi. Cảm ơn bạn!',
	done: 'Cơ quan xem câu trả lời gộp chung, ít nhất năm phiếu một lần.',
	doneMore: 'Muốn cơ quan trả lời riêng một việc thì gửi phản ánh:',
	toFeedback: 'Phản ánh, góp ý',
	waitingTitle: 'Đã giữ trên máy này, chưa gửi được',
	waiting: 'Có mạng là máy tự gửi, cả khi bạn mở trang khác của ứng dụng này.',
	sendAgain: 'Gửi lại ngay',

	/** On paper. */
	slip: (place: string) => `Mời đánh giá: quét mã, hoặc mở ${place}, gõ mã`,
	slipQr: (code: string) => `Mã QR mở phiếu đánh giá ${code}`
};
