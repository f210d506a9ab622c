/** Every text of the counter: intake, what waits to be sent, blank slips. */
export const viCounter = {
	nav: { intake: 'Tiếp nhận tại quầy', blanks: 'Giấy hẹn in sẵn' },

	unsent: {
		on: (count: number, name: string) => `Máy này còn ${count} việc chưa gửi của ${name}`,
		onHelp: 'Chỉ người đó đăng nhập lại mới gửi được. Báo cho họ biết.'
	},

	leaving: {
		title: 'Chưa đăng xuất: còn việc chưa gửi',
		unsent: (count: number) =>
			`${count} việc đã bấm nhưng máy chủ chưa ghi. Gửi xong rồi hãy đăng xuất.`,
		begun: (count: number) => `${count} tờ đang nhập dở, chưa bấm gửi.`,
		sure: 'Bỏ thì mất hẳn, không lấy lại được. Người dân sẽ phải làm lại.',
		send: 'Gửi ngay',
		sending: 'Đang gửi…',
		stay: 'Ở lại làm tiếp',
		discard: 'Bỏ và đăng xuất',
		discardSure: 'Tôi chắc chắn: bỏ hết và đăng xuất'
	},

	page: {
		title: 'Tiếp nhận tại quầy',
		keys: 'Enter: chọn. Tab: sang ô sau. Ctrl + Enter: gửi. Alt + N: người tiếp theo.',
		loading: 'Đang mở danh mục…',
		noReceiver: 'Tài khoản này chưa được giao việc tiếp nhận. Hỏi người quản trị của cơ quan.',
		withoutLine: 'Đang mất mạng. Bạn cứ làm tiếp, máy gửi ngay khi có mạng.',
		notKept: 'Trình duyệt này không lưu được. Đóng trang là mất những gì chưa gửi.',
		noSetup: 'Máy chưa lấy được danh sách phòng và người ký. Máy đang tự thử lại.',
		errorsTitle: 'Xem lại trước khi gửi',
		storageFailed:
			'Máy này không lưu được việc vừa bấm, nên chưa gửi. Xóa bớt dữ liệu rồi bấm lại.',
		nextPerson: 'Người tiếp theo',
		mendTitle: 'Bạn đang sửa một việc bị từ chối',
		mendFiled:
			'Hồ sơ đã vào máy chủ. Giờ chỉ sửa được phần giấy tờ và kết quả, không đổi thủ tục và người nộp.',
		mendStop: 'Thôi sửa'
	},

	procedure: {
		label: 'Thủ tục',
		help: 'Gõ mã (1.001193) hoặc tên, có dấu hay không đều được. Enter để chọn.',
		found: (count: number) => `${count} thủ tục. Bấm mũi tên xuống để chọn.`,
		none: 'Không thấy thủ tục nào. Thử từ khác hoặc gõ mã.',
		change: 'Chọn thủ tục khác',
		limit: (limit: string) => `Thời hạn: ${limit}. Ngày hẹn in trên giấy.`,
		noLimit: 'Chưa có thời hạn đã kiểm chứng. Bạn tự ghi ngày hẹn.',
		channel: 'Cách nộp',
		channels: { 1: 'Tại quầy', 2: 'Nộp giúp trên mạng', 3: 'Bưu điện gửi đến' },
		assistHelp: 'Người dân đứng tên nộp. Đừng hỏi mật khẩu hay mã OTP của họ.'
	},

	person: {
		title: 'Người nộp',
		citizenId: 'Số định danh',
		phone: 'Điện thoại',
		fullName: 'Họ và tên',
		address: 'Nơi ở',
		email: 'Email',
		known: (name: string, address: string) => `Đã từng nộp: ${name}, ${address}`,
		use: 'Dùng lại',
		again: (procedure: string, date: string) => `Làm tiếp từ hồ sơ cũ: ${procedure}, nộp ${date}`,
		check: 'Đã xem giấy tờ chưa?',
		checks: { card: 'Xem thẻ', vneid: 'Xem VNeID', known: 'Quen biết', none: 'Chưa xem' },
		subject: 'Hồ sơ này về ai?',
		subjectSelf: 'Chính người nộp',
		subjectOther: 'Người khác',
		subjectName: 'Tên chủ hồ sơ',
		subjectAddress: 'Nơi ở của chủ hồ sơ'
	},

	papers: {
		title: 'Giấy tờ',
		questions: 'Trường hợp (bỏ qua cũng được, giấy sẽ ghi “có thể cần”)',
		clear: 'Bỏ chọn',
		all: 'Đủ tất cả',
		paper: 'Giấy tờ',
		taken: (name: string) => `Đã có: ${name}`,
		originals: 'Chính',
		certified: 'Chứng thực',
		copies: 'Chụp',
		countOf: (kind: string, name: string) => `${kind}: ${name}`,
		maybe: 'có thể cần',
		said: 'người dân nói đã có',
		lookedAt: 'Xem rồi trả lại ngay',
		lookedUp: 'Quầy tự tra',
		built: 'Lập từ tờ khai trên mạng',
		reason: (name: string) => `Vì sao thiếu: ${name}`,
		reasonStart: 'Chưa có khi nộp.',
		none: 'Thủ tục này không đòi giấy tờ nào.'
	},

	outcome: {
		title: 'Kết quả',
		legend: 'Làm gì với hồ sơ này?',
		options: {
			receive: 'Tiếp nhận và lập giấy hẹn',
			supplement: 'Thiếu giấy: lập phiếu yêu cầu bổ sung',
			refuse: 'Từ chối',
			settle: 'Trả kết quả ngay'
		},
		submit: {
			receive: 'Tiếp nhận và lập giấy hẹn',
			supplement: 'Lập phiếu yêu cầu bổ sung',
			refuse: 'Từ chối và lập phiếu',
			settle: 'Trả kết quả và kết thúc'
		},
		department: 'Chuyển cho phòng',
		departmentSettle: 'Phòng giải quyết',
		departmentEmpty: 'Chọn phòng',
		dueDate: 'Ngày hẹn trả',
		dueBasis: 'Căn cứ pháp lý của ngày hẹn',
		until: 'Bổ sung chậm nhất ngày',
		note: 'Dặn thêm',
		refuseReason: 'Vì sao không nhận',
		rightPlace: 'Nơi nhận đúng, nếu biết',
		wantsSlip: 'Người dân xin giấy hẹn thì chọn “Tiếp nhận và lập giấy hẹn”.',
		signer: 'Người ký',
		signerEmpty: 'Chọn người ký',
		resultNumber: 'Số kết quả, số chứng thực',
		recipient: 'Người nhận',
		recipientHelp: 'Bỏ trống nếu chính người nộp nhận.',
		proxy: 'Nhận thay',
		proxyPaper: 'Giấy ủy quyền đã xem',
		feesTitle: 'Phí, lệ phí',
		feeUnits: (label: string, per: string) => `${label}: số ${per}`,
		feeTimes: 'Số bản',
		feePer: 'lượt',
		total: 'Phải thu',
		exemption: 'Lý do miễn, giảm',
		busy: 'Đang lưu…'
	},

	blank: {
		use: 'Đã viết giấy hẹn in sẵn lúc mất mạng',
		number: 'Số của giấy in sẵn',
		date: 'Ngày nhận',
		time: 'Giờ nhận',
		timeHelp: 'Ví dụ: 09:30',
		due: 'Ngày hẹn đã ghi trên giấy'
	},

	matters: {
		sitting: (name: string) => `Đã làm cho ${name || 'người này'} trong lượt này`,
		add: 'Thêm thủ tục cho người này',
		waitingTitle: (count: number) => `${count} việc chờ gửi`,
		sendNow: 'Gửi ngay',
		lateTitle: 'Vừa gửi xong',
		sending: 'Đang gửi…',
		waiting: 'Chờ mạng. Máy tự gửi, bạn không phải bấm lại.',
		blankGiven: (number: string) => `Đã đưa giấy hẹn in sẵn số ${number}.`,
		refused: 'Máy chủ không nhận:',
		mend: 'Sửa lại',
		open: 'Mở hồ sơ',
		discard: 'Bỏ',
		discardSure: 'Chắc chắn bỏ',
		hide: 'Ẩn',
		received: (code: string, when: string) => `Đã tiếp nhận ${code}. Hẹn trả ${when}.`,
		settled: (code: string) => `Đã trả kết quả. Mã hồ sơ ${code}.`,
		total: (money: string) => `Thu ${money}`,
		supplement: (number: string) => `Đã lập phiếu yêu cầu bổ sung số ${number}.`,
		refusal: (number: string) => `Đã từ chối, phiếu số ${number}.`,
		print: 'In giấy',
		keys: {
			'supplement-lines': 'Phiếu yêu cầu bổ sung chưa có dòng nào.',
			'supplement-until': 'Hạn bổ sung chưa đúng. Chọn ngày sau hôm nay.',
			'supplement-reason': 'Viết rõ vì sao thiếu từng giấy.',
			'refuse-reason': 'Viết rõ vì sao không nhận.',
			'not-same-day': 'Thủ tục này không trả trong ngày. Hãy tiếp nhận và hẹn ngày.',
			'signer-unknown': 'Người ký đã chọn không còn ký ở đây. Chọn người khác.',
			'signer-own-dossier': 'Đây là hồ sơ của chính người ký. Chọn người khác ký.',
			'fee-unknown': 'Khoản phí này không còn trong thủ tục. Tải lại danh mục.',
			'blank-unknown': 'Không có giấy in sẵn số này. Xem lại số in trên giấy.',
			'blank-used': 'Giấy in sẵn này đã dùng cho hồ sơ khác.',
			'blank-time': 'Giờ ghi trên giấy in sẵn chưa đúng.',
			'slip-needed': 'Hồ sơ này phải có giấy hẹn.',
			'count-malformed': 'Số trang, số bản chưa đúng.',
			'version-stale': 'Có người vừa xử lý hồ sơ này. Mở hồ sơ xem trước.',
			'status-changed': 'Có người vừa xử lý hồ sơ này. Mở hồ sơ xem trước.',
			'procedure-withdrawn': 'Thủ tục này không còn nhận. Xem thủ tục thay thế.',
			'procedure-unknown': 'Cơ quan này không nhận thủ tục đó. Chọn thủ tục khác.',
			'not-online': 'Thủ tục này không nộp trên mạng được. Chọn cách nộp khác.'
		} as Record<string, string>
	},

	scan: {
		'unknown-procedure': 'Máy này chưa có thủ tục của mã vừa quét. Chọn thủ tục bằng tay.',
		outdated: 'Danh sách làm theo bản cũ của thủ tục. Hỏi lại người dân từng câu.',
		malformed: 'Không đọc được mã vừa quét. Quét lại, hoặc nhập bằng tay.',
		dossier: (code: string) => `Mã vừa quét là hồ sơ ${code}. Tìm hồ sơ này ở “Hồ sơ cần làm”.`,
		unknown: 'Mã vừa quét không phải của Một Cửa.'
	},

	faults: {
		procedure: 'Chọn thủ tục.',
		subject: 'Viết tên chủ hồ sơ.',
		count: (name: string) => `Số bản của “${name}” phải là số từ 0 đến 999.`,
		department: 'Chọn phòng sẽ giải quyết.',
		'due-date': 'Viết ngày hẹn trả, từ hôm nay trở đi.',
		'due-basis': 'Viết căn cứ pháp lý của ngày hẹn.',
		lines: 'Giấy đã đủ, không có gì để yêu cầu bổ sung.',
		reason: (name: string) => `Viết vì sao thiếu “${name}”.`,
		until: 'Viết hạn bổ sung, sau hôm nay.',
		'refuse-reason': 'Viết vì sao không nhận.',
		signer: 'Chọn người ký.',
		recipient: 'Viết tên người nhận.',
		'proxy-paper': 'Ghi rõ đã xem giấy ủy quyền nào.',
		fee: (label: string) => `Số lượng của “${label}” phải là số từ 1 đến 9999, hoặc bỏ trống.`,
		'blank-number': 'Viết số của giấy in sẵn.',
		'blank-time': 'Viết ngày giờ nhận, không muộn hơn bây giờ. Ví dụ giờ: 09:30.',
		'blank-due': 'Viết ngày hẹn đã ghi trên giấy, từ ngày nhận trở đi.'
	},

	blanks: {
		title: 'Giấy hẹn in sẵn',
		lead: 'In sẵn vài tờ để dùng khi mất mạng, mất điện. Mỗi tờ đã có số và mã tra cứu riêng.',
		count: 'Lấy thêm mấy tờ',
		countInvalid: 'Viết số từ 1 đến 50.',
		reserve: 'Lấy số',
		reserving: 'Đang lấy số…',
		openTitle: (count: number) => `${count} tờ chưa dùng`,
		none: 'Chưa có tờ nào. Lấy vài tờ rồi in sẵn.',
		print: 'In các giấy này',
		number: 'Số giấy',
		reserved: 'Lấy lúc',
		by: 'Người lấy',
		use: 'Nhập tờ đã dùng',
		void: 'Hủy tờ này',
		reason: 'Vì sao hủy',
		reasonMissing: 'Viết vì sao hủy, ví dụ: in hỏng.',
		voidSure: (number: string) => `Hủy tờ ${number}`,
		cancel: 'Thôi',
		failed: 'Chưa tải được danh sách.',
		stale: 'Đang mất mạng. Đây là danh sách lúc có mạng lần cuối.',
		errorsTitle: 'Chưa làm được'
	}
};
