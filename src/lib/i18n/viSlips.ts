/** What a slip says when it says more than once who, where and when. */
const shared = {
	country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
	motto: 'Độc lập - Tự do - Hạnh phúc',
	formName: (form: string, formSet: string) => `Mẫu số ${form} – ${formSet}`,
	number: 'Số',
	code: 'Mã hồ sơ',
	reference: 'Mã đăng ký',
	address: 'Địa chỉ',
	phone: 'Số điện thoại',
	email: 'Email',
	content: 'Nội dung yêu cầu giải quyết',
	subject: 'Chủ hồ sơ',
	line: 'TT',
	paper: 'Tên giấy tờ',
	originals: 'Bản chính',
	certified: 'Bản chứng thực',
	copies: 'Bản chụp',
	lookup: 'Mã tra cứu',
	lookupHelp: (place: string, key: string) =>
		`Quét mã QR, hoặc mở ${place}, gõ ${key.toLowerCase()} và mã tra cứu.`,
	qrLabel: (key: string) => `Mã QR mở trang tra cứu hồ sơ ${key}`,
	applicantSigns: 'NGƯỜI NỘP HỒ SƠ',
	receiverSigns: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
	guideSigns: 'NGƯỜI HƯỚNG DẪN',
	signHint: '(Ký và ghi rõ họ tên)',
	reprint: (time: number) => `Bản in lại lần ${time}`,
	inPlace: (place: string, day: string, month: string, year: string) =>
		`${place}, ngày ${day} tháng ${month} năm ${year}`,
	onDay: (day: string, month: string, year: string) => `Ngày ${day} tháng ${month} năm ${year}`,
	time: (hour: string, minute: string, day: string) => `${hour} giờ ${minute} phút, ${day}`,
	/** The name of the page on a citizen's phone that holds what was filed from it. */
	ownPage: 'Hồ sơ của tôi',
	askWho: (who: string, phone: string) =>
		phone ? `Chưa rõ, gọi ${who}: ${phone}.` : `Chưa rõ, hỏi ${who} tại quầy.`
};

/** The screen around a slip: opening it, printing it, what went wrong. */
const screen = {
	pageTitle: {
		'01': (number: string) => `Giấy hẹn số ${number}`,
		'02': (number: string) => `Phiếu yêu cầu bổ sung số ${number}`,
		'03': (number: string) => `Phiếu từ chối số ${number}`,
		'04': (number: string) => `Văn bản xin lỗi số ${number}`,
		'05': (number: string) => `Thông báo dừng số ${number}`,
		'06': (number: string) => `Phiếu kiểm soát số ${number}`
	},
	loading: 'Đang mở giấy…',
	print: 'In giấy này',
	printHelp: 'Khổ A5, in dọc. In lại vẫn đúng bản đã lập.',
	printed: (times: number) => `Đã in ${times} lần. Bản in tới ghi “${shared.reprint(times)}”.`,
	unlogged: 'Chưa ghi nhận lần in này. Giữ trang này mở, máy đang tự ghi lại.',
	back: 'Về hồ sơ',
	toSignIn: 'Đăng nhập để xem giấy này',
	toSignInText: 'Đăng nhập xong, giấy này tự mở lại.',
	notFoundTitle: 'Không thấy giấy này',
	notFound: 'Giấy không có, hoặc thuộc nơi khác nên bạn không xem được.',
	unreadableTitle: 'Không đọc được giấy này',
	unreadable: 'Trang đang mở là bản cũ, chưa biết mẫu của giấy này. Tải lại trang.'
};

/** Every text of the printed slips and of the screens that print them. */
export const viSlips = {
	shared,
	screen,

	receipt: {
		title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
		from: 'Tiếp nhận hồ sơ của Ông (Bà)',
		citizenId: 'Số căn cước/hộ chiếu',
		papers: 'Thành phần hồ sơ nộp gồm',
		noPapers: 'Không có giấy tờ nộp kèm.',
		sets: 'Số lượng hồ sơ',
		setsValue: (count: number) => `${String(count).padStart(2, '0')} bộ`,
		limit: 'Thời gian giải quyết theo quy định',
		noLimit: (basis: string) => `hẹn theo ${basis}`,
		received: 'Thời gian nhận hồ sơ',
		due: 'Thời gian trả kết quả',
		collect: 'Nhận kết quả tại',
		byPost: (address: string) =>
			`${address} (bưu điện mang đến, người nhận trả tiền cước khi nhận)`,
		replaces: (number: string) => `Giấy này thay giấy hẹn số ${number}.`,
		dueBefore: (date: string) => `Giấy đó hẹn: ${date}.`,
		firstDue: (date: string) => `Ngày hẹn lần đầu: ${date}.`,
		moveReason: (reason: string) => `Lý do: ${reason.replace(/[.]+$/, '')}.`,
		typedIn: 'Hồ sơ nhận khi mất mạng. Giấy viết tay cùng số này vẫn có giá trị.',
		note: (phone: string, byPost: boolean) =>
			[
				'Kết quả có thể xong trước hẹn; chúng tôi sẽ báo',
				byPost
					? 'Gửi bưu điện xong, chúng tôi báo số bưu gửi'
					: 'Khi đến nhận, mang theo giấy này và giấy tờ tùy thân',
				phone ? `Cần hỏi, gọi ${phone}` : ''
			]
				.filter(Boolean)
				.join('. ') + '.'
	},

	supplement: {
		title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
		of: 'Hồ sơ của Ông (Bà)',
		ask: (count: number) =>
			`Yêu cầu Ông (Bà) hoàn thiện hồ sơ gồm những nội dung như sau (${count} mục):`,
		what: 'Cần mang đến hoặc sửa lại',
		verdicts: { missing: 'Còn thiếu', wrong: 'Cần làm lại' },
		reason: 'Lý do',
		note: 'Dặn thêm',
		again: (round: number, reason: string) =>
			`Đây là lần yêu cầu thứ ${round}${reason ? `, vì: ${reason}` : ''}`,
		late: 'Lần này tính là cơ quan giải quyết quá hạn. Xin lỗi Ông (Bà).',
		until: 'Hạn bổ sung',
		untilDay: (day: string) => `hết ${day}`,
		where: 'Nộp tại',
		byPhone: `Đã nộp bằng điện thoại? Mở mục “${shared.ownPage}” trên chính máy đó để chụp gửi hoặc hỏi lại, không phải đến.`,
		notReceived: 'Hồ sơ chưa được tiếp nhận. Đủ giấy tờ, cơ quan mới nhận và hẹn ngày trả.',
		received: 'Trong lúc chờ, ngày hẹn trả tạm dừng. Đủ giấy tờ, cơ quan sẽ hẹn ngày mới.',
		keep: 'Khi đến quầy, mang theo phiếu này.'
	},

	refusal: {
		title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
		of: 'Hồ sơ của Ông (Bà)',
		refuses: (agency: string) =>
			`Qua xem xét, ${agency} không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
		rightPlace: 'Nơi giải quyết việc này',
		papersBack: 'Giấy tờ đã nộp: trả lại Ông (Bà) cùng phiếu này.',
		rights: 'Không đồng ý, Ông (Bà) có quyền kiến nghị, khiếu nại theo quy định.'
	},

	/** The slips after receipt: the apology, and the end by the office. */
	later: {
		dear: 'Kính gửi Ông (Bà)',
		received: 'Hồ sơ nhận lúc',
		reason: 'Lý do',
		basis: 'Căn cứ',
		signs: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'
	},

	extension: {
		title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
		oldDate: 'Ngày hẹn trả trước đây',
		sorry: (agency: string) =>
			`${agency} không kịp giải quyết xong hồ sơ này vào ngày đã hẹn. Chúng tôi xin lỗi Ông (Bà) vì sự chậm trễ này.`,
		newDate: 'Hẹn trả kết quả vào',
		once: 'Chúng tôi chỉ hẹn lại một lần này. Khi đến nhận, mang theo giấy hẹn và giấy tờ tùy thân.'
	},

	halt: {
		title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
		stops: (agency: string) => `${agency} dừng giải quyết hồ sơ này, vì:`,
		refusesLater: (agency: string) =>
			`Sau khi xem xét, ${agency} từ chối giải quyết hồ sơ này với lý do cụ thể như sau:`,
		originals: 'Bản chính trả lại Ông (Bà)',
		fetch: 'Mời Ông (Bà) đến quầy nhận lại, mang theo giấy hẹn và giấy tờ tùy thân.',
		noOriginals: 'Cơ quan không còn giữ bản chính nào của Ông (Bà).'
	},

	blank: {
		key: 'Số giấy này',
		outage: 'Hồ sơ nhận khi mất mạng; nhập máy sau theo đúng số này.',
		gap: '……',
		wideGap: '…………',
		/** What follows each gap of a time that is written by hand. */
		timeParts: ['giờ', 'phút, ngày', 'tháng', 'năm 20'],
		note: 'Nhập máy xong mới tra cứu được. Đến nhận, mang giấy này và giấy tờ tùy thân.'
	},

	/** The screen that prints blanks. */
	blanks: {
		title: 'Giấy hẹn in sẵn, dùng khi mất mạng',
		loading: 'Đang mở giấy in sẵn…',
		lead: 'Nên in sẵn vài tờ khi còn mạng. Mạng vừa mất mà trang này đang mở thì vẫn in được.',
		choose: 'Chọn tờ cần in',
		chooseHelp: 'Tờ nào đã in rồi thì bỏ dấu, để không có hai tờ trùng số.',
		item: (number: string, when: string, by: string) => `Số ${number}, ${by} lấy lúc ${when}`,
		print: (count: number) => `In ${count} tờ`,
		printHelp: 'Khổ A5, in dọc, mỗi tờ một trang.',
		noneChosen: 'Đánh dấu ít nhất một tờ để in.',
		emptyTitle: 'Chưa có giấy in sẵn nào',
		empty: 'Lấy số ở trang dành cho cán bộ, rồi mở lại trang này để in.',
		back: 'Về trang dành cho cán bộ'
	}
} as const;
