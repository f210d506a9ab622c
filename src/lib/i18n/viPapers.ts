/** What is said around the papers of a checklist: photographs, reasons for not having one, sharing the list. */
export const viPapers = {
	status: {
		ready: 'Đã có',
		photographed: (count: number) => (count === 1 ? 'Đã chụp 1 trang' : `Đã chụp ${count} trang`),
		missing: 'Chưa có',
		'cannot-get': 'Chưa lấy được'
	},
	open: 'Chụp ảnh giấy này',
	openAgain: 'Xem ảnh đã chụp',
	cannotGet: 'Không có giấy này?',
	/** Read out only, behind a button that stands once for each paper or page. */
	about: (what: string) => ` (${what})`,
	drawing: 'Hình vẽ minh họa, giấy thật có thể hơi khác.',
	lead: 'Chụp ở nhà rồi gửi kèm hồ sơ. Quầy xem trước, thiếu gì báo ngay.',
	notByPhoto: 'Giấy này không gửi ảnh được. Hãy mang theo khi đến quầy.',
	onlyAtDesk: 'Thủ tục này làm tại quầy nên không phải gửi ảnh. Hãy mang giấy theo.',
	notFiledHere:
		'Thủ tục này chưa nộp được trên máy nên không phải gửi ảnh. Hãy mang giấy theo khi đến quầy.',
	camera: 'Chụp ảnh',
	cameraNext: 'Chụp trang tiếp theo',
	gallery: 'Chọn ảnh hoặc tệp PDF có sẵn',
	tips: 'Chụp thế nào cho rõ?',
	tipLines: [
		'Đặt giấy nằm phẳng, chỗ đủ sáng, không bị bóng tay che.',
		'Cầm máy thẳng trên tờ giấy, thấy đủ bốn góc.',
		'Chụp đủ các trang có chữ, cả mặt sau nếu có chữ.'
	],
	accepted: 'Nhận ảnh chụp và tệp PDF. Ảnh được thu nhỏ ngay trên máy để gửi nhanh.',
	working: (done: number, total: number) =>
		total === 1 ? 'Đang xử lý ảnh…' : `Đang xử lý ảnh ${done} trên ${total}…`,
	page: (index: number, total: number) => `Trang ${index} trên ${total}`,
	pdf: (name: string) => (name ? `Tệp PDF: ${name}` : 'Tệp PDF'),
	openPdf: 'Mở tệp',
	lost: 'Trang này không mở được nữa. Hãy chụp lại hoặc xóa.',
	turn: 'Xoay',
	retake: 'Chụp lại',
	replaceFile: 'Chọn tệp khác',
	earlier: 'Đưa lên trước',
	later: 'Đưa ra sau',
	remove: 'Xóa',
	removeConfirm: 'Xóa trang này?',
	removeShared: 'Trang này còn dùng cho giấy khác. Chỉ bỏ khỏi giấy này?',
	added: (count: number) => `Đã lưu. Giấy này có ${count} trang.`,
	removed: (count: number) =>
		count === 0 ? 'Đã xóa. Giấy này không còn trang nào.' : `Đã xóa. Giấy này còn ${count} trang.`,
	isReadable: 'Hãy phóng to xem có đọc được từng chữ không. Mờ thì chụp lại.',
	enlarge: (index: number) => `Xem to trang ${index}`,
	reuse: 'Ảnh đã chụp cho giấy khác',
	reuseHelp: 'Cùng một tờ dùng cho hai mục thì không phải chụp lại.',
	reuseButton: (paper: string) => `Dùng ảnh của: ${paper}`,
	done: 'Xong, về danh sách',
	doneChecking: 'Xong, về trang xem lại',
	interruptedTitle: 'Trang này bị đóng trước khi lưu xong ảnh',
	interrupted:
		'Ảnh vừa chụp hoặc vừa chọn có thể chưa kịp lưu. Những gì trước đó vẫn còn nguyên. Hãy xem lại các trang bên dưới. Thiếu trang nào thì chụp lại, hoặc chụp bằng ứng dụng camera rồi chọn ảnh có sẵn.',
	refusedTitle: (names: string[], count: number) =>
		count > 1
			? `Chưa nhận được ${count} tệp${names.length > 0 ? `: ${names.join(', ')}` : ''}`
			: names[0]
				? `Chưa nhận được “${names[0]}”`
				: 'Chưa nhận được ảnh này',
	refused: {
		empty: 'Tệp này trống, không có gì bên trong. Hãy chọn tệp khác hoặc chụp lại.',
		'not-a-page': 'Đây không phải ảnh chụp hay tệp PDF. Hãy chụp ảnh tờ giấy, hoặc chọn tệp PDF.',
		broken: 'Ảnh này bị hỏng, không mở được. Hãy chụp lại.',
		'too-many-pixels': 'Ảnh này quá lớn so với máy. Hãy chụp lại bằng camera của máy.',
		heic: 'Máy này không mở được ảnh kiểu HEIC của iPhone. Hãy bấm “Chụp ảnh” để chụp lại tại đây. Hoặc gửi ảnh đó qua Zalo cho chính mình rồi tải về, ảnh tải về thường mở được.',
		'too-large': 'Tệp này nặng quá 10 MB. Hãy chụp ảnh từng trang thay cho tệp này.',
		'pdf-locked':
			'Tệp PDF này có khóa bằng mật khẩu nên quầy không mở được. Hãy chọn bản không khóa, hoặc chụp ảnh từng trang.',
		'pdf-broken': 'Tệp PDF này bị hỏng hoặc tải về chưa hết. Hãy tải lại, hoặc chụp ảnh từng trang.'
	} as Record<string, string>,
	refusedUnknown: 'Máy chưa xử lý được ảnh này. Hãy thử lại, hoặc chụp lại.',
	full: 'Máy đã hết chỗ nên chưa lưu được ảnh này. Chữ bạn đã khai vẫn còn nguyên. Hãy xóa bớt ảnh, video trong máy rồi chụp lại.',
	notKept: 'Chưa lưu được ảnh này vào máy. Chữ bạn đã khai vẫn còn nguyên. Hãy chụp lại.',
	tooMany: (most: number) =>
		`Một hồ sơ gửi được nhiều nhất ${most} trang. Hãy bỏ bớt trang không cần.`,
	reasons: {
		legend: 'Bạn không có giấy này?',
		help: 'Chọn một lý do. Quầy sẽ thấy lý do này và biết trước để giúp bạn.',
		helpAtDesk: 'Chọn một lý do để biết nên làm gì.',
		none: 'Tôi có, hoặc sẽ chuẩn bị',
		'does-not-apply': 'Trường hợp của tôi không cần giấy này',
		'cannot-find': 'Tôi có nhưng tìm không thấy',
		'cannot-obtain': 'Tôi không xin được giấy này'
	},
	nextStep: 'Việc nên làm',
	doesNotApply:
		'Hãy xem lại các câu đã trả lời: đổi câu trả lời thì danh sách đổi theo. Nếu vẫn thấy không cần, cứ nộp; quầy sẽ xem lý do của bạn.',
	doesNotApplyAtDesk:
		'Hãy xem lại các câu đã trả lời: đổi câu trả lời thì danh sách đổi theo. Nếu vẫn thấy không cần, hãy hỏi quầy trước khi đi.',
	reviewAnswers: 'Xem lại câu trả lời',
	lostGeneral: 'Hãy hỏi nơi đã cấp giấy để xin cấp lại hoặc xin bản sao.',
	askFirst: 'Hãy hỏi quầy trước khi đi xem thiếu giấy này có làm được không.',
	stillFile: 'Bạn vẫn nộp được hồ sơ. Quầy sẽ cho biết có nhận hay không.',
	share: {
		title: 'Mang danh sách này đi',
		picture: 'Lưu hoặc gửi thành ảnh',
		pictureName: 'giay-to-can-chuan-bi.png',
		pictureFailed: 'Máy này chưa tạo được ảnh. Hãy dùng nút in.',
		pictureSaved: 'Đã lưu ảnh vào mục Tải về của máy.',
		qr: 'Mã QR cho quầy',
		qrHelp:
			'Quầy có máy đọc mã này thì quét là thấy danh sách của bạn, không cần mạng. Chưa chắc quầy đọc được thì hãy lưu ảnh hoặc in danh sách. Mã không chứa tên hay số giấy tờ.',
		qrLabel: 'Mã QR chứa danh sách giấy tờ của bạn',
		printLarge: 'In chữ to',
		discreet: 'Một giấy riêng tư, xem tên trong ứng dụng',
		bring: 'Mang theo',
		nothing: 'Không phải mang',
		maybe: 'Có thể cần',
		office: 'Nơi nộp',
		made: (date: string) => `Lập ngày ${date}. Nếu quầy nói khác, hãy theo quầy.`
	},
	check: {
		photos: 'Ảnh gửi kèm',
		pages: (count: number) => `${count} trang`,
		total: (size: string) => `Tổng cộng ${size}.`,
		fee: 'Lệ phí ước tính',
		atDesk:
			'Thủ tục này làm tại quầy. Hãy in phiếu này, hoặc chụp màn hình, rồi mang theo cùng bản chính.',
		printSheet: 'In phiếu này',
		sheetLead:
			'Đọc kỹ từng dòng. Sai chỗ nào, bấm “Sửa” ở dòng đó. Xong thì in ra, hoặc chụp màn hình.',
		refusedTitle: 'Có ảnh chưa lưu được',
		refused: 'Trong các ảnh bạn vừa thêm có ảnh chưa nhận được. Hãy xem lại trước khi nộp.',
		seeRefused: 'Xem ảnh đó'
	}
};
