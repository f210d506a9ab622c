/** Every text of the desk's queue. */
export const viQueue = {
	pageTitle: 'Hồ sơ cần làm',
	title: 'Hồ sơ cần làm',
	groupsLabel: 'Nhóm hồ sơ',
	groups: {
		new: 'Mới nộp',
		answered: 'Có phản hồi',
		working: 'Đang giải quyết',
		today: 'Hẹn hôm nay',
		late: 'Quá hạn',
		waiting: 'Đang chờ',
		ready: 'Chờ trả kết quả',
		ended: 'Đã kết thúc'
	},
	whoseLabel: 'Việc của ai',
	whose: { all: 'Cả cơ quan', department: 'Phòng tôi', mine: 'Việc của tôi' },
	way: 'Cách nộp',
	anyWay: 'Mọi cách',
	search: 'Tìm trong nhóm này',
	searchHelp: 'Họ tên (không cần dấu), mã hồ sơ, số giấy hẹn, căn cước hoặc điện thoại',
	clearSearch: 'Xóa ô tìm kiếm',

	columns: {
		code: 'Mã hồ sơ',
		when: 'Hạn',
		procedure: 'Thủ tục',
		subject: 'Chủ hồ sơ',
		applicant: 'Người nộp',
		department: 'Phòng',
		next: 'Việc tiếp theo'
	},
	noDepartment: 'Chưa chuyển',

	tags: {
		answerLate: 'Quá giờ trả lời',
		answerSoon: 'Còn dưới 2 giờ làm việc',
		withdrawal: 'Xin rút',
		answered: 'Có phản hồi',
		late: 'Quá hạn',
		today: 'Hẹn hôm nay',
		tomorrow: 'Hẹn ngày mai',
		supplementPassed: 'Quá hạn bổ sung',
		countsLate: 'Tính quá hạn',
		extended: 'Đã hẹn lại'
	},
	when: {
		answerBy: (time: string) => `Trả lời trước ${time}`,
		submitted: (stamp: string) => `Nộp lúc ${stamp}`,
		answered: (stamp: string) => `Người dân trả lời lúc ${stamp}`,
		withdrawal: (stamp: string) => `Người dân xin rút lúc ${stamp}`,
		due: (date: string) => `Hẹn trả ${date}`,
		noDue: 'Chưa có hẹn',
		supplementUntil: (date: string) => `Hạn bổ sung ${date}`,
		finished: (stamp: string) => `Xong lúc ${stamp}`,
		returned: (stamp: string) => `Trả lúc ${stamp}`,
		ended: (stamp: string) => `Kết thúc lúc ${stamp}`
	},
	next: {
		check: 'Kiểm tra giấy tờ rồi tiếp nhận',
		readAnswer: 'Xem phần người dân trả lời',
		confirmWithdrawal: 'Xác nhận cho rút, trả lại bản chính',
		take: 'Phòng chuyên môn nhận việc',
		sign: 'Ký và ghi kết quả',
		wait: 'Chờ người dân bổ sung',
		call: 'Gọi hỏi người dân',
		waitForMoney: 'Chờ nộp phí, thuế',
		handOut: 'Trả kết quả cho người dân',
		refused: 'Không tiếp nhận',
		stopped: 'Đã dừng',
		returned: 'Đã trả kết quả'
	},

	shown: (count: number, more: boolean) =>
		more ? `Đang hiện ${count} hồ sơ đầu.` : `${count} hồ sơ.`,
	refreshed: (time: string) => `Cập nhật lúc ${time}.`,
	more: 'Hiện thêm hồ sơ',
	loadingMore: 'Đang tải thêm…',
	empty: {
		new: 'Chưa có hồ sơ mới nộp',
		answered: 'Chưa có phản hồi nào của người dân',
		working: 'Không có hồ sơ nào đang giải quyết',
		today: 'Không có hồ sơ nào hẹn trả hôm nay',
		late: 'Không có hồ sơ nào quá hạn',
		waiting: 'Không có hồ sơ nào chờ bổ sung',
		ready: 'Không có kết quả nào chờ trả',
		ended: 'Chưa có hồ sơ nào kết thúc'
	},
	emptyBody: 'Danh sách tự cập nhật, bạn không cần tải lại trang.',
	notFound: (text: string) => `Không thấy hồ sơ nào có “${text}” trong nhóm này`,
	notFoundBody: 'Thử viết ngắn hơn.',
	elsewhere: 'Có ở nhóm khác. Bấm Enter để sang nhóm đầu tiên.',
	elsewhereLink: (group: string, count: number) =>
		`${group}: ${count >= 100 ? 'từ 100' : count} hồ sơ`,

	toCatalogue: 'Mở danh mục thủ tục',
	noReaderTitle: 'Tài khoản này không xem hồ sơ',
	noReader:
		'Chỉ cán bộ tiếp nhận, cán bộ giải quyết, người ký kết quả và lãnh đạo xem được hồ sơ. Cần xem, bạn nhờ người quản trị giao thêm việc cho tài khoản này.',
	stale: (time: string) =>
		`Chưa cập nhật được. Danh sách dưới đây là lúc ${time}, máy đang tự thử lại.`,
	failedTitle: 'Chưa tải được danh sách',
	shortcuts: 'Phím tắt',
	shortcutList: [
		['1 đến 8', 'sang nhóm thứ 1 đến thứ 8'],
		['J hoặc ↓', 'xuống hồ sơ dưới'],
		['K hoặc ↑', 'lên hồ sơ trên'],
		['Page Up, Page Down', 'lên, xuống 10 hồ sơ'],
		['Home, End', 'về hồ sơ đầu, hồ sơ cuối'],
		['Enter', 'mở hồ sơ đang chọn'],
		['M', 'chỉ xem việc của tôi, bấm lần nữa để xem tất cả'],
		['/', 'vào ô tìm kiếm'],
		['Esc', 'rời ô tìm kiếm; bấm lần nữa để xóa phần đang tìm']
	]
} as const;
