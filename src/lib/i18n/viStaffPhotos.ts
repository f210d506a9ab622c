/** What the desk reads around the photographs of papers. */
export const viStaffPhotos = {
	count: (pages: number) => `Người dân đã chụp ${pages} trang.`,
	none: 'Hồ sơ này không kèm ảnh chụp nào.',
	others: 'Trang chưa gắn với giấy nào',
	cannotGet: (reason: string) => `Người dân báo không có giấy này: ${reason}.`,
	reasons: {
		'does-not-apply': 'cho là trường hợp này không cần',
		'cannot-find': 'tìm không thấy',
		'cannot-obtain': 'không xin được'
	},
	thumbnail: (page: number, paper: string) => `Xem trang ${page}: ${paper}`,
	thumbnailStates: {
		loading: 'Đang tải…',
		damaged: 'Bị hỏng',
		failed: 'Chưa tải được',
		unreadable: 'Không mở được'
	},

	viewer: 'Ảnh giấy tờ',
	stage: 'Khung ảnh',
	page: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
	picture: (page: number, pages: number, paper: string) => `Trang ${page} trên ${pages}: ${paper}`,
	previousPage: 'Trang trước',
	nextPage: 'Trang sau',
	previousPaper: 'Giấy trước',
	nextPaper: 'Giấy sau',
	zoomIn: 'Phóng to',
	zoomOut: 'Thu nhỏ',
	fit: 'Vừa khung',
	full: 'Cỡ thật',
	turn: 'Xoay',
	scale: (percent: number) => `Cỡ ảnh ${percent} %`,
	close: 'Đóng ảnh',
	retry: 'Thử lại',

	loading: 'Đang tải ảnh…',
	offline: 'Chưa tải được ảnh: không liên lạc được với máy chủ. Kiểm tra mạng rồi thử lại.',
	failed: 'Chưa mở được ảnh này. Thử lại; nếu vẫn không được, nhờ người nộp mang giấy đến.',
	damaged: 'Ảnh này bị hỏng trên đường gửi. Máy đã yêu cầu điện thoại của người nộp gửi lại.',
	damagedUntold:
		'Ảnh này bị hỏng trên đường gửi. Máy chưa báo được cho điện thoại của người nộp. Bấm thử lại.',
	unreadable:
		'Ảnh đến nguyên vẹn nhưng máy này không mở được. Nhờ người nộp gửi ảnh khác, hoặc mang giấy đến.',
	noViewer: 'Chưa mở được khung ảnh. Tải lại trang này rồi thử lại.',

	pdf: 'Trang này là tệp PDF.',
	openPdf: 'Mở PDF trong thẻ mới',
	savePdf: 'Tải PDF về máy',
	pdfName: (paper: string, page: number) => `${paper} - ${page}.pdf`,
	pdfHelp: 'Tệp tải về nằm lại trên máy này. Xem xong, bạn nhớ xóa.',

	shortcuts: 'Phím tắt khi xem ảnh',
	shortcutList: [
		['← →', 'trang trước, trang sau; ảnh to hơn khung thì sang trái, sang phải'],
		['↑ ↓', 'giấy trước, giấy sau; ảnh to hơn khung thì lên, xuống'],
		['PgUp PgDn', 'trang trước, trang sau, cả khi ảnh đang to'],
		['+ −', 'phóng to, thu nhỏ'],
		['0', 'vừa khung'],
		['1', 'cỡ thật'],
		['R', 'xoay'],
		['Dấu cách', 'chọn Đúng cho giấy này, khi đang ở khung ảnh'],
		['Esc', 'đóng ảnh, về chỗ đã bấm']
	]
} as const;
