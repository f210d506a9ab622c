/** Every text about papers that change hands (bàn giao). */
export const viHandovers = {
	pageTitle: 'Bàn giao giấy tờ',
	lead: 'Giấy tờ đi từ quầy về phòng, kết quả từ phòng về quầy. Mỗi lần bàn giao có một phiếu, hai bên cùng xác nhận.',
	loading: 'Đang tải…',
	failedTitle: 'Chưa tải được phiếu bàn giao',
	toTake: 'Chờ bạn nhận',
	nothingToTake: 'Không có phiếu nào chờ bạn nhận.',
	others: 'Đã bàn giao trong bảy ngày qua',
	direction: {
		'to-department': (department: string) => `Quầy giao ${department}`,
		'to-desk': (department: string) => `${department} giao quầy`
	},
	number: (number: string) => `Phiếu số ${number}`,
	made: (name: string, stamp: string) => `${name} giao lúc ${stamp}`,
	taken: (name: string, stamp: string) => `${name} nhận lúc ${stamp}`,
	notTaken: 'Chưa ai nhận',
	missing: 'Thiếu',
	count: (count: number) => `${count} hồ sơ`,
	thereLegend: 'Đánh dấu hồ sơ có đủ giấy tờ ở đây. Bỏ dấu ở hồ sơ bị thiếu.',
	take: 'Xác nhận đã nhận',
	taking: 'Đang ghi…',
	print: 'In phiếu',

	makeTitle: { 'to-department': 'Giao giấy tờ về phòng', 'to-desk': 'Giao kết quả về quầy' },
	makeErrors: 'Chưa lập được phiếu',
	nothingToMake: {
		'to-department': 'Không có hồ sơ nào đang giải quyết để giao về phòng.',
		'to-desk': 'Chưa có kết quả nào để giao về quầy.'
	},
	department: 'Giao cho phòng',
	pick: 'Chọn hồ sơ',
	all: 'Chọn tất cả',
	due: (date: string) => `hẹn trả ${date}`,
	note: 'Ghi chú trên phiếu',
	make: (count: number) =>
		count === 0 ? 'Lập phiếu bàn giao' : `Lập phiếu bàn giao ${count} hồ sơ`,
	making: 'Đang lập phiếu…',
	madeNow: (number: string) => `Đã lập phiếu bàn giao số ${number}`,
	nothingPicked: 'Chọn ít nhất một hồ sơ.',
	tooMany: (most: number) => `Mỗi phiếu nhiều nhất ${most} hồ sơ.`,
	optional: 'không bắt buộc',

	refusals: {
		'handover-mixed': 'Có hồ sơ vừa chuyển phòng hoặc đổi trạng thái. Tải lại trang rồi chọn lại.',
		'status-changed': 'Có hồ sơ vừa đổi trạng thái. Tải lại trang rồi chọn lại.',
		'role-missing': 'Tài khoản của bạn không được bàn giao loại này.',
		'handover-taken':
			'Phiếu này vừa có người khác nhận, với số hồ sơ thiếu khác. Tải lại trang để xem.',
		'handover-unknown': 'Không thấy phiếu này, hoặc phiếu không giao cho bạn.'
	} as Record<string, string>,

	sheet: {
		title: 'PHIẾU BÀN GIAO',
		titles: { 'to-department': 'hồ sơ giấy', 'to-desk': 'kết quả giải quyết' },
		from: 'Bên giao',
		to: 'Bên nhận',
		desk: 'Bộ phận tiếp nhận và trả kết quả',
		columns: {
			no: 'TT',
			code: 'Mã hồ sơ',
			procedure: 'Thủ tục',
			subject: 'Chủ hồ sơ',
			due: 'Hẹn trả',
			remark: 'Ghi chú'
		},
		signGive: 'NGƯỜI GIAO',
		signTake: 'NGƯỜI NHẬN',
		signHelp: '(ký, ghi rõ họ tên)',
		total: (count: number) => `Tổng số: ${count} hồ sơ.`
	},
	back: 'Về trang bàn giao'
} as const;
