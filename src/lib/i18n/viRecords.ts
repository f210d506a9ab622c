/** Every text of the office's papers of record: control sheet, joint receipt, register, and why somebody looks. */
export const viRecords = {
	control: {
		title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
		make: 'Lập phiếu kiểm soát',
		making: 'Đang lập phiếu…',
		open: (number: string) => `Mở phiếu kiểm soát số ${number}`,
		help: 'Phiếu ghi ai giao, ai nhận, lúc nào, tính đến khi bấm nút. Lập bao nhiêu phiếu cũng được; phiếu đã lập thì không đổi.',
		failed: 'Chưa lập được phiếu. Bấm lại khi có mạng; bấm nhiều lần cũng chỉ lập một phiếu.',
		applicant: 'Người nộp',
		papers: 'Thành phần hồ sơ',
		noPapers: 'Không có giấy tờ nộp kèm.',
		received: 'Nhận lúc',
		limit: 'Thời gian giải quyết theo quy định',
		due: 'Hẹn trả, muộn nhất có kết quả tại một cửa',
		firstDue: (day: string) => `hẹn lần đầu: ${day}`,
		noDue: 'đang chờ, chưa có ngày hẹn',
		out: 'I. Giao hồ sơ',
		back: 'II. Nhận và trả kết quả',
		nothingBack: 'Chưa có kết quả.',
		columns: {
			way: 'Nơi giao → nơi nhận',
			given: 'Giao',
			taken: 'Nhận',
			kept: 'Đúng hạn?',
			note: 'Ghi chú'
		},
		notTaken: 'chưa ký nhận',
		notAnswered: 'chưa trả lời',
		timeliness: {
			early: 'Trước hạn',
			'on-time': 'Đúng hạn',
			late: 'Quá hạn',
			running: '',
			waiting: '',
			withdrawn: 'Không tính'
		},
		kinds: {
			transfer: '',
			move: 'Chuyển phòng',
			stage: 'Bước nội bộ',
			consult: 'Hỏi ý kiến',
			part: 'Liên thông',
			papers: 'Yêu cầu bổ sung',
			back: 'Kết quả',
			return: 'Trả kết quả'
		},
		outcomes: {
			answered: 'đã trả lời',
			silent: 'không trả lời',
			finish: 'đã ký',
			halt: 'dừng giải quyết',
			correct: 'sửa lại',
			post: 'qua bưu điện',
			done: 'xong',
			failed: 'không thành',
			running: 'đang làm'
		} as Record<string, string>,
		number: (number: string) => `số ${number}`,
		until: (day: string) => `(${day})`,
		closing: 'Lập từ nhật ký hồ sơ, tính đến lúc ghi trên phiếu. Lưu tại cơ quan.',
		signs: 'NGƯỜI LẬP PHIẾU'
	},

	joint: {
		title: 'GIẤY TIẾP NHẬN NHIỀU HỒ SƠ',
		pageTitle: 'Giấy tiếp nhận nhiều hồ sơ',
		back: 'Về giấy hẹn',
		link: (count: number) => `In chung ${count} hồ sơ của lần nộp này trên một tờ`,
		visit: (count: number) => `Đã tiếp nhận ${count} hồ sơ trong cùng một lần nộp:`,
		code: 'Mã hồ sơ',
		slip: 'Giấy hẹn số',
		procedure: 'Thủ tục, chủ hồ sơ',
		due: 'Hẹn trả',
		lookup: 'Mã tra cứu',
		note: 'Tờ này kê lại các giấy hẹn; từng giấy hẹn vẫn có giá trị riêng. Khi đến nhận, mang theo tờ này hoặc các giấy hẹn, cùng giấy tờ tùy thân.',
		noNumber: 'Tờ kê, không có số riêng'
	},

	certified: {
		link: 'Xem mẫu dành cho chứng thực',
		plain: 'Xem mẫu thường',
		pages: 'Số trang',
		sheets: 'Số bản giấy',
		electronic: 'Ký bản điện tử'
	},

	why: {
		title: 'Hồ sơ này đã kết thúc',
		label: 'Lý do xem giấy tờ',
		help: 'Giấy tờ có thông tin riêng của người dân. Ghi lý do rồi ảnh và kết quả mới mở; hệ thống lưu ai xem, lúc nào, vì sao.',
		submit: 'Mở giấy tờ',
		missing: 'Viết lý do, ít nhất 3 chữ.',
		printLabel: 'Lý do in lại',
		printMissing: 'Hồ sơ đã kết thúc. Viết lý do in lại, ít nhất 3 chữ.'
	},

	log: {
		title: 'Ai đã xem, đã in giấy tờ',
		show: 'Xem danh sách',
		none: 'Chưa ai mở hay in giấy tờ nào của hồ sơ này.',
		failed: 'Chưa tải được danh sách. Thử lại khi có mạng.',
		kinds: { photo: 'Xem ảnh', result: 'Mở kết quả', joint: 'Mở tờ kê chung', print: 'In' },
		slips: {
			'01': 'giấy hẹn',
			'02': 'phiếu yêu cầu bổ sung',
			'03': 'phiếu từ chối',
			'04': 'văn bản xin lỗi',
			'05': 'thông báo dừng',
			'06': 'phiếu kiểm soát'
		} as Record<string, string>,
		slip: (name: string, number: string) => `${name} số ${number}`,
		reason: (reason: string) => `Lý do: ${reason}`
	}
} as const;
