/** The words of the register (sổ theo dõi hồ sơ), on screen and on paper. */
export const viRegister = {
	title: 'Sổ theo dõi hồ sơ',
	titleOf: (year: number) => `Sổ theo dõi hồ sơ năm ${year}`,
	lead: 'Mỗi hồ sơ đã tiếp nhận là một dòng, theo thứ tự nhận. Sổ tự lập từ nhật ký hồ sơ, không ai sửa được.',
	year: 'Năm',
	search: 'Tìm theo mã hồ sơ',
	searchSubmit: 'Tìm',
	searchClear: 'Về cả sổ',
	notFound: (code: string) => `Sổ không có hồ sơ mã ${code}.`,
	loading: 'Đang mở sổ…',
	failed: 'Chưa mở được sổ. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Sổ này dành cho người tiếp nhận và lãnh đạo.',
	empty: (year: number) => `Năm ${year} chưa nhận hồ sơ nào.`,
	next: 'Trang sau',
	first: 'Về đầu sổ',
	range: (from: number, to: number) => `Dòng ${from} đến ${to}`,
	print: 'In sổ',
	printWhole: (year: number) => `In cả năm ${year}`,
	printDays: 'In từ ngày đến ngày',
	from: 'Từ ngày',
	to: 'Đến ngày',
	daysWrong: (year: number) => `Chọn hai ngày trong năm ${year}, ngày đầu trước ngày cuối.`,
	columns: {
		number: 'STT',
		code: 'Mã hồ sơ',
		procedure: 'Tên thủ tục hành chính',
		sets: 'Số bộ',
		person: 'Tên cá nhân, tổ chức',
		contact: 'Địa chỉ, số điện thoại',
		department: 'Cơ quan chủ trì giải quyết',
		received: 'Nhận hồ sơ',
		due: 'Hẹn trả',
		returned: 'Trả kết quả',
		way: 'Phương thức nhận kết quả',
		signed: 'Ký nhận',
		note: 'Ghi chú'
	},
	days: 'Ngày, tháng, năm',
	subject: (name: string) => `Chủ hồ sơ: ${name}`,
	own: 'Hồ sơ của chính bạn',
	atDesk: 'Tại một cửa',
	byProxy: 'Ủy quyền, tại một cửa',
	byPost: 'Qua bưu điện',
	parcel: (name: string, number: string) => `${name} (bưu gửi ${number})`,
	electronic: 'Bản điện tử',
	proxy: (name: string) => `${name} (nhận thay)`,
	notes: {
		late: 'Quá hạn',
		withdrawn: 'Người dân xin rút',
		stopped: 'Dừng giải quyết',
		refused: 'Từ chối',
		blank: 'Giấy hẹn viết tay',
		firstDue: (day: string) => `Hẹn lần đầu ${day}`
	},

	close: {
		title: (year: number) => `Khóa sổ năm ${year}`,
		help: 'Khóa rồi thì không ghi thêm hồ sơ nào vào năm đó, cả hồ sơ viết tay nhập muộn. Không mở lại được.',
		blanks: (count: number) =>
			`Còn ${count} giấy hẹn in sẵn chưa nhập và chưa hủy. Giấy nào đã viết cho người dân trong năm đó thì nhập trước khi khóa.`,
		sure: (year: number) => `Tôi đã xem lại sổ năm ${year}`,
		submit: 'Khóa sổ',
		busy: 'Đang khóa…',
		notSure: 'Xem lại sổ rồi đánh dấu vào ô trên.',
		failed: 'Chưa khóa được. Bấm lại khi có mạng; bấm nhiều lần cũng chỉ khóa một lần.',
		closed: (by: string, when: string) => `Sổ đã khóa. Người khóa: ${by}, lúc ${when}.`,
		ends: (lines: number, first: string, last: string) => `${lines} dòng, từ ${first} đến ${last}.`,
		sum: 'Mã kiểm tra (SHA-256)',
		broken:
			'Sổ hiện nay không còn giống lúc khóa: có dòng đã bị đổi. Báo ngay người quản trị của cơ quan.',
		refusals: {
			'register-year-open': 'Năm này chưa hết nên chưa khóa sổ được.',
			'register-closed': 'Sổ năm này đã khóa rồi. Tải lại trang để xem.',
			'register-empty': 'Sổ năm này không có dòng nào.',
			'role-missing': 'Chỉ lãnh đạo được khóa sổ.'
		} as Record<string, string>
	},

	prints: {
		title: (count: number) => `Ai đã in sổ (${count} lần)`,
		none: 'Chưa ai in sổ năm này.',
		line: (by: string, at: string) => `${by}, lúc ${at}`,
		reason: (reason: string) => `Lý do: ${reason}`
	},

	paper: {
		loading: (lines: number) => `Đang lấy sổ… ${lines} dòng`,
		button: 'In sổ này',
		help: 'Khổ A4, in ngang.',
		unlogged: 'Máy chủ chưa ghi nhận lần in này. Giữ trang này mở và in lại khi có mạng.',
		back: 'Về sổ theo dõi',
		period: (from: string, to: string) => `Từ ngày ${from} đến ngày ${to}`,
		ends: (lines: number) => `Cộng: ${lines} dòng.`,
		signs: ['NGƯỜI LẬP SỔ', 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'],
		signHint: '(Ký, ghi rõ họ tên)'
	}
} as const;
