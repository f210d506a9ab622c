/** Texts of what a dossier goes through after receipt: money, a new date, a stop by the office, a corrected result. */
export const viLife = {
	/** How something was paid, and what shows it. */
	method: {
		legend: 'Nộp bằng cách nào?',
		kinds: {
			cash: 'Tiền mặt',
			transfer: 'Chuyển khoản',
			post: 'Qua bưu điện',
			online: 'Trên cổng dịch vụ công'
		},
		missing: 'Chọn cách nộp tiền.',
		series: 'Ký hiệu biên lai',
		seriesHelp: 'Chép từ biên lai, ví dụ AB/26E.',
		number: 'Số biên lai',
		numberHelp: 'Chép từ biên lai thật.',
		reference: 'Mã giao dịch',
		referenceHelp: 'Chép từ giấy báo của ngân hàng, ví dụ FT26330123456.',
		proofMissing: 'Ghi số biên lai hoặc mã giao dịch, để thấy tiền đã nộp thật.'
	},

	bill: {
		open: 'Yêu cầu nộp thuế hoặc khoản tiền khác',
		body: 'Dùng khi người dân phải nộp một khoản tiền thì mới giải quyết tiếp được. Trong lúc chờ, thời hạn tạm dừng. Người dân thấy ngay trên điện thoại phải nộp bao nhiêu, ở đâu.',
		amount: 'Số tiền (đồng)',
		amountHelp: 'Ví dụ: 1.250.000',
		amountInvalid: 'Viết số tiền bằng đồng, từ 1 đến 2 tỷ, không có số lẻ.',
		reason: 'Nộp khoản gì',
		reasonHelp: 'Ví dụ: Lệ phí trước bạ nhà, đất',
		reasonMissing: 'Viết rõ nộp khoản gì, từ 5 đến 500 chữ cái.',
		document: 'Số thông báo nộp tiền',
		documentHelp: 'Ghi trên thông báo của cơ quan thuế, ví dụ 1024/TB-CCT.',
		documentMissing: 'Viết số của thông báo nộp tiền.',
		payTo: 'Nộp ở đâu, vào tài khoản nào',
		payToHelp: 'Ví dụ: Kho bạc Nhà nước khu vực VI, tài khoản 7111, hoặc nộp tại quầy số 2.',
		payToLong: 'Viết nơi nộp gọn lại, tối đa 500 chữ cái.',
		until: 'Nộp chậm nhất ngày',
		untilInvalid: 'Viết đủ ngày, tháng, năm, sau hôm nay và không quá một năm; hoặc bỏ trống.',
		transfer: 'Nội dung chuyển khoản thì máy tự đặt theo mã hồ sơ.',
		submit: 'Gửi yêu cầu nộp tiền',
		busy: 'Đang gửi…',
		done: 'Đã gửi yêu cầu nộp tiền. Người dân thấy trên điện thoại; thời hạn tạm dừng.'
	},

	paid: {
		title: 'Ghi nhận đã nộp tiền',
		body: 'Xem biên lai hoặc giấy báo của ngân hàng rồi mới ghi. Thời hạn chạy tiếp từ lúc này.',
		owed: (amount: string, reason: string) => `Phải nộp ${amount}: ${reason}`,
		document: (number: string) => `Thông báo số ${number}.`,
		payTo: (where: string) => `Nộp tại: ${where}`,
		transferText: (text: string) => `Nội dung chuyển khoản: ${text}`,
		until: (date: string) => `Hạn nộp: hết ${date}.`,
		submit: 'Đã nộp đủ, giải quyết tiếp',
		busy: 'Đang ghi…',
		done: (when: string) => `Đã ghi nhận nộp tiền. Ngày hẹn mới: ${when}.`
	},

	fee: {
		open: 'Thu phí, lệ phí',
		body: 'Số tiền tính theo mức phí của thủ tục. Khoản nào không thu thì bỏ trống.',
		nothing: 'Trường hợp này không có khoản phí nào ghi sẵn mức thu.',
		taken: (amount: string) => `Hồ sơ này đã thu ${amount}.`,
		unitsMissing: 'Viết số lượng của ít nhất một khoản.',
		exempt: 'Người dân được miễn',
		exemption: 'Vì sao được miễn',
		exemptionHelp: 'Ví dụ: hộ nghèo, người có công',
		exemptionMissing: 'Viết vì sao được miễn.',
		proof: 'Giấy tờ đã xem',
		proofHelp: 'Ví dụ: Giấy chứng nhận hộ nghèo số 12/2026',
		proofMissing: 'Ghi giấy tờ chứng minh được miễn.',
		submit: 'Ghi đã thu',
		submitExempt: 'Ghi được miễn',
		busy: 'Đang ghi…',
		done: (amount: string) => `Đã ghi thu ${amount}.`,
		doneExempt: 'Đã ghi: được miễn, không thu tiền.'
	},

	extend: {
		open: 'Xin lỗi và hẹn lại ngày trả',
		body: 'Chỉ được hẹn lại một lần, chậm nhất một ngày trước ngày hẹn. Máy lập văn bản xin lỗi (Mẫu 04). Người dân thấy lý do và ngày mới trên điện thoại.',
		tooLate: (date: string) =>
			`Không hẹn lại được nữa: phải làm chậm nhất một ngày trước ngày hẹn, ${date}.`,
		old: (date: string) => `Ngày hẹn đang ghi: ${date}.`,
		date: 'Ngày hẹn mới',
		dateHelp: 'Chọn ngày cơ quan làm việc. Nút bên dưới đã bỏ qua thứ Bảy, Chủ Nhật.',
		days: (count: number) => `Thêm ${count} ngày làm việc`,
		dateInvalid: 'Viết đủ ngày, tháng, năm, sau ngày hẹn cũ và không quá một năm.',
		dateWeekend: 'Ngày đó là thứ Bảy hoặc Chủ Nhật. Chọn một ngày làm việc.',
		reason: 'Vì sao chưa xong',
		reasonHelp: 'Người dân đọc đúng những lời này. Nói thật, nói rõ.',
		reasonMissing: 'Viết vì sao phải hẹn lại, từ 5 đến 1.000 chữ cái.',
		submit: 'Xin lỗi và hẹn lại',
		busy: 'Đang ghi…',
		done: (number: string) => `Đã hẹn lại. Văn bản xin lỗi số ${number}`,
		doneText: 'In văn bản để gửi người dân. Người nộp qua mạng thấy trên điện thoại.',
		print: 'Mở văn bản xin lỗi để in'
	},

	halt: {
		open: 'Cơ quan dừng giải quyết hồ sơ',
		body: 'Dùng khi xem xét xong thì thấy không thể giải quyết. Việc này không lùi lại được.',
		tooEarly: (date: string) =>
			`Người dân còn được bổ sung đến hết ${date}. Sau ngày đó mới dừng được.`,
		answered: 'Người dân đã trả lời phiếu bổ sung. Xem phần trả lời rồi mới quyết định.',
		kind: 'Kết thúc thế nào?',
		stop: 'Dừng giải quyết',
		stopHelp: 'Máy lập thông báo dừng giải quyết (Mẫu 05).',
		refuse: 'Từ chối giải quyết',
		refuseHelp: 'Máy lập phiếu từ chối (Mẫu 03).',
		kindMissing: 'Chọn dừng hay từ chối giải quyết.',
		reason: 'Lý do',
		reasonHelp: 'Viết để người dân hiểu ngay. Họ đọc đúng những lời này.',
		reasonMissing: 'Viết lý do, từ 5 đến 1.000 chữ cái.',
		basis: 'Căn cứ pháp lý',
		basisHelp: 'Ví dụ: khoản 2 Điều 16 Luật Hộ tịch',
		basisMissing: 'Viết căn cứ pháp lý, từ 3 đến 500 chữ cái.',
		originals: 'Bản chính phải trả lại',
		originalsHelp: 'Đánh dấu giấy mà cơ quan còn giữ. Phiếu mời người dân đến nhận lại.',
		submit: 'Dừng và lập phiếu',
		busy: 'Đang ghi…',
		done: (number: string) => `Đã dừng giải quyết. Phiếu số ${number}`,
		doneText: 'In phiếu rồi gửi người dân. Người nộp qua mạng thấy lý do trên điện thoại.',
		print: 'Mở phiếu để in'
	},

	correct: {
		open: 'Cấp lại kết quả đã sửa',
		body: 'Kết quả cũ vẫn được giữ. Ngày hoàn thành không đổi. Người dân thấy cả hai bản và lý do.',
		reason: 'Sai ở đâu, sửa thế nào',
		reasonHelp: 'Người dân đọc đúng những lời này.',
		reasonMissing: 'Viết sai ở đâu, sửa thế nào, từ 5 đến 500 chữ cái.',
		fault: 'Sai do ai?',
		office: 'Do cơ quan',
		officeHelp: 'Người dân không phải trả tiền để sửa.',
		citizen: 'Do giấy tờ hoặc lời khai của người dân',
		faultMissing: 'Chọn sai do ai.',
		nothing: 'Ghi số mới của kết quả, hoặc chọn tệp kết quả đã sửa.',
		submit: 'Cấp lại kết quả',
		busy: 'Đang ghi…',
		done: 'Đã cấp lại kết quả. Người dân thấy bản mới trên điện thoại.'
	},

	/** Whether the date is kept. */
	timeliness: {
		early: 'Trước hạn',
		'on-time': 'Đúng hạn',
		late: 'Quá hạn',
		running: 'Đang trong hạn',
		waiting: 'Đang chờ, thời hạn tạm dừng',
		withdrawn: 'Đã rút'
	},
	unkept: 'Không tính hạn',
	haltedAt: (when: string) => `Cơ quan dừng giải quyết lúc ${when}.`,
	extended: (when: string, old: string, date: string) =>
		`Đã xin lỗi và hẹn lại một lần, lúc ${when}: từ ${old} sang ${date}.`,
	waitsForMoney: (amount: string) => `Chờ người dân nộp ${amount}.`,
	waitsForMoneyUntil: (amount: string, date: string) =>
		`Chờ người dân nộp ${amount}, chậm nhất ${date}.`,
	moneyPassed: (amount: string, date: string) =>
		`Đã quá ngày phải nộp (${date}) mà chưa thấy nộp ${amount}.`,
	waitsForPayer: 'Hồ sơ đang chờ người dân nộp tiền. Ghi nhận khi có biên lai.',

	waits: {
		title: 'Những lần phải chờ',
		money: (reason: string) => `Chờ nộp tiền: ${reason}`,
		agency: (reason: string) => `Chờ cơ quan khác: ${reason}`,
		amount: (amount: string) => `Số tiền ${amount}`,
		document: (number: string) => `Văn bản số ${number}`,
		from: (when: string, by: string) => `Từ ${when}, ${by} ghi`,
		to: (when: string, by: string) => `Đến ${when}, ${by} ghi`,
		open: 'Chưa xong',
		until: (date: string) => `Hạn: hết ${date}`,
		pauses: 'Thời hạn tạm dừng trong lúc chờ',
		runs: 'Thời hạn vẫn chạy trong lúc chờ',
		outcomes: {
			paid: 'đã nộp đủ',
			withdrawn: 'hồ sơ đã rút',
			answered: 'đã có trả lời',
			silent: 'không trả lời'
		}
	},

	payments: {
		title: 'Phí, lệ phí đã thu',
		line: (label: string, count: string, amount: string) =>
			`${label}, số lượng ${count}: ${amount}`,
		count: (units: number, times: number) => (times === 1 ? `${units}` : `${units} × ${times}`),
		receipt: (series: string, number: string) =>
			series ? `biên lai ${series} số ${number}` : `biên lai số ${number}`,
		reference: (text: string) => `mã giao dịch ${text}`,
		exempt: (why: string, proof: string) => `Được miễn: ${why}. Đã xem: ${proof}`,
		by: (when: string, name: string) => `${when}, ${name} ghi`
	},

	results: {
		first: 'Kết quả, bản đầu',
		later: (n: number) => `Kết quả, bản ${n} (đã sửa)`,
		given: (when: string) => `Cấp lúc ${when}.`,
		why: (reason: string) => `Vì sao cấp lại: ${reason}`
	},

	history: {
		amount: (amount: string) => `Số tiền: ${amount}`,
		document: (number: string) => `Thông báo số ${number}`,
		payTo: (where: string) => `Nộp tại: ${where}`,
		payUntil: (date: string) => `Nộp chậm nhất ${date}`,
		exemption: (why: string, proof: string) => `Được miễn: ${why} (đã xem ${proof})`,
		moved: (old: string, date: string) => `Từ ${old} sang ${date}`,
		kind: { stop: 'Dừng giải quyết', refuse: 'Từ chối giải quyết' },
		basis: (text: string) => `Căn cứ: ${text}`,
		officeFault: 'Sai do cơ quan',
		citizenFault: 'Sai do giấy tờ hoặc lời khai của người dân'
	},

	/** What the server answers, by its key. */
	refusals: {
		'bill-reason': 'Viết rõ nộp khoản gì.',
		'bill-document': 'Viết số của thông báo nộp tiền.',
		'amount-malformed': 'Viết số tiền bằng đồng, từ 1 đến 2 tỷ, không có số lẻ.',
		'payment-method': 'Chọn cách nộp tiền.',
		'payment-proof': 'Ghi số biên lai hoặc mã giao dịch.',
		'exemption-proof': 'Ghi giấy tờ chứng minh được miễn.',
		'receipt-used': 'Biên lai này đã ghi cho một lần thu khác. Xem lại ký hiệu và số biên lai.',
		'fee-unknown': 'Khoản phí này không có trong thủ tục của hồ sơ. Tải lại trang rồi làm lại.',
		'count-malformed': 'Số lượng phải là số từ 1 đến 9999.',
		'extend-once': 'Hồ sơ này đã hẹn lại một lần, không hẹn lại được nữa.',
		'extend-too-late': 'Không hẹn lại được nữa: phải làm chậm nhất một ngày trước ngày hẹn.',
		'extend-reason': 'Viết vì sao phải hẹn lại.',
		'extend-date': 'Ngày hẹn mới phải sau ngày hẹn cũ.',
		'halt-too-early':
			'Chưa dừng được: người dân còn thời gian bổ sung, hoặc đã trả lời mà chưa ai xem.',
		'halt-kind': 'Chọn dừng hay từ chối giải quyết.',
		'halt-reason': 'Viết lý do và căn cứ pháp lý.',
		'correct-reason': 'Viết sai ở đâu, sửa thế nào.',
		'correct-nothing': 'Ghi số mới của kết quả, hoặc chọn tệp kết quả đã sửa.'
	} as Record<string, string>
} as const;
