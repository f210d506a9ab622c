/** Every text of the citizen's pages for complaints and suggestions (phản ánh, kiến nghị). */
export const viFeedback = {
	title: 'Phản ánh, góp ý',
	lead: 'Có việc chưa ổn, hoặc muốn góp ý cho cơ quan làm tốt hơn? Viết ở đây, lãnh đạo cơ quan trả lời.',
	nameless: 'Bạn không phải ghi tên. Cán bộ bị phản ánh không đọc được lời bạn viết.',
	toStatus: 'Đã gửi rồi? Xem trả lời',
	notCase:
		'Khiếu nại một quyết định, hoặc tố cáo, có luật và thời hạn riêng: nộp đơn tại cơ quan, trang này không thay được.',

	kind: 'Bạn muốn làm gì?',
	kinds: {
		complaint: 'Phản ánh: có việc chưa đúng, chưa tốt',
		suggestion: 'Góp ý: muốn sửa đổi cho tốt hơn'
	},
	topic: 'Về điều gì?',
	topics: {
		procedure: 'Thủ tục, giấy tờ, thời gian, lệ phí',
		attitude: 'Thái độ hoặc cách làm của cán bộ',
		leader: 'Người đứng đầu cơ quan này',
		other: 'Việc khác'
	},
	topicHelp: 'Phản ánh về người đứng đầu thì cơ quan cấp trên trả lời.',
	content: 'Bạn muốn nói gì?',
	contentHelp: 'Việc gì, ngày nào, ở đâu. Càng rõ càng dễ giải quyết.',
	office: 'Cơ quan nào?',
	pickOffice: 'Chọn một cơ quan',

	more: 'Ghi thêm cho rõ (không bắt buộc)',
	matter: 'Thủ tục nào',
	dossierCode: 'Mã hồ sơ',
	aboutName: 'Họ tên cán bộ, nếu biết',
	aboutNameHelp: 'Ghi đủ họ tên, để đúng người đó không phải là người trả lời bạn.',
	who: 'Cách liên lạc với bạn (không bắt buộc)',
	whoHelp:
		'Chỉ lãnh đạo trả lời bạn mới thấy. Không ghi thì xem trả lời bằng hai mã nhận sau khi gửi.',
	name: 'Họ tên',
	phone: 'Số điện thoại',
	email: 'Email',

	send: 'Gửi',
	sending: 'Đang gửi…',
	kept: 'Những gì bạn gõ được giữ trên máy này cho đến khi gửi xong.',
	notKept: 'Máy này không cho giữ lại gì: đóng trang là mất những gì đã gõ. Hãy viết rồi gửi ngay.',
	errorTitle: 'Còn thiếu hoặc chưa đúng',
	errors: {
		kind: 'Hãy chọn phản ánh hay góp ý.',
		topic: 'Hãy chọn việc bạn muốn nói đến.',
		content: 'Hãy viết từ 10 đến 4000 chữ cái.',
		office: 'Hãy chọn cơ quan.',
		email: 'Email chưa đúng, ví dụ đúng: ten@gmail.com'
	},
	refusedTitle: 'Chưa nhận được',
	refused: 'Máy chủ không nhận nội dung này. Hãy xem lại rồi gửi lại.',
	refusals: {
		'feedback-nobody-above':
			'Cơ quan cấp trên chưa dùng trang này, nên gửi ở đây không ai đọc được. Hãy gửi thẳng đến UBND cấp trên, hoặc trên dichvucong.gov.vn, mục Phản ánh kiến nghị. Những gì bạn viết vẫn còn đây để chép lại.',
		'feedback-differs': 'Bản trước của bạn đã đến nơi. Bấm Gửi lần nữa nếu muốn gửi thêm bản này.',
		'office-unknown': 'Hãy chọn cơ quan bạn muốn nói đến.'
	} as Record<string, string>,
	waitingTitle: 'Đã giữ trên máy này, chưa gửi được',
	waiting: 'Có mạng là máy tự gửi, cả khi bạn mở trang khác của ứng dụng này.',
	waitingThrottled: 'Nơi bạn đang dùng mạng đã gửi quá nhiều. Máy sẽ tự gửi lại sau.',
	sendAgain: 'Gửi lại ngay',

	receiptTitle: 'Đã nhận. Cảm ơn bạn!',
	receiptText: (office: string) => `Nơi trả lời: ${office}.`,
	receiptDay: (day: string) => `Chậm nhất ${day} sẽ có trả lời.`,
	days: (days: { reject: number; ask: number; resolve: number }) =>
		`Không nhận thì cơ quan báo trong ${days.reject} ngày làm việc, cần hỏi thêm thì hỏi trong ${days.ask} ngày, trả lời trong ${days.resolve} ngày.`,
	keepCodes: 'Ghi hai mã này ra giấy. Ai có cả hai mã thì xem được trả lời.',
	code: 'Mã phản ánh',
	lookupCode: 'Mã tra cứu',
	seeAnswer: 'Xem trả lời',
	another: 'Viết phản ánh khác',
	sentTitle: 'Đã gửi từ máy này',
	sentLine: (code: string, day: string) => `${code}, gửi ${day}`,

	publishedTitle: 'Đã trả lời công khai',
	publishedLine: (office: string, day: string) => `${office}, ${day}`,

	status: {
		title: 'Xem trả lời phản ánh, góp ý',
		lead: 'Dùng hai mã bạn nhận khi gửi.',
		codeHelp: 'Ví dụ PA-7K3M-XQ2P.',
		lookupHelp: '8 ký tự. Chữ hoa hay chữ thường đều được.',
		button: 'Xem',
		emptyCode: 'Hãy điền mã phản ánh.',
		emptyLookup: 'Hãy điền mã tra cứu.',
		errorTitle: 'Còn thiếu mã',
		missTitle: 'Không thấy phản ánh nào khớp cả hai mã',
		miss: 'Hãy xem lại từng chữ.',
		throttledTitle: 'Bạn đã thử nhiều lần',
		throttled: 'Để giữ an toàn cho mọi người, hãy chờ một giờ rồi thử lại.',
		offlineTitle: 'Chưa kết nối được',
		offline: 'Xem trả lời cần có mạng. Hãy xem lại mạng rồi bấm lại.',
		states: {
			new: 'Đã đến cơ quan, đang chờ xem',
			asked: 'Cơ quan hỏi thêm, chờ bạn trả lời',
			accepted: 'Đã nhận, đang giải quyết',
			rejected: 'Cơ quan không giải quyết việc này',
			resolved: 'Đã trả lời',
			published: 'Đã trả lời, và đăng công khai',
			kept: 'Đã trả lời'
		},
		sent: (when: string) => `Gửi lúc ${when}.`,
		by: (office: string) => `Nơi trả lời: ${office}.`,
		lastDay: (day: string) => `Hạn trả lời: hết ${day}.`,
		late: 'Đã quá hạn trả lời. Bạn có quyền hỏi lại cơ quan.',
		question: 'Cơ quan hỏi',
		answer: 'Trả lời của cơ quan',
		answered: (when: string) => `Trả lời lúc ${when}.`,
		reply: 'Trả lời của bạn',
		replySend: 'Gửi trả lời',
		replyEmpty: 'Hãy viết trả lời rồi gửi.',
		replyFailed: 'Chưa gửi được. Chữ vẫn còn đây, hãy bấm lại khi có mạng.',
		replied: 'Đã gửi trả lời của bạn.',
		back: 'Phản ánh, góp ý'
	}
} as const;
