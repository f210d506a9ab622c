import { eventNames } from './viStaffEvents';
import { paperKinds, paperStates } from './viStaffPapers';

/** Every text of the staff console; the printed slips have viSlips. */
export const viStaff = {
	brand: 'Một Cửa',
	deskTagline: 'Dành cho cán bộ',
	navQueue: 'Hồ sơ cần làm',
	navLabel: 'Các mục dành cho cán bộ',
	retry: 'Thử lại',
	loading: 'Đang tải…',
	optional: '(không bắt buộc)',

	signIn: {
		pageTitle: 'Đăng nhập dành cho cán bộ',
		title: 'Đăng nhập',
		lead: 'Trang này dành cho cán bộ của cơ quan. Người dân không cần đăng nhập.',
		citizenLink: 'Về trang dành cho người dân',
		email: 'Địa chỉ thư điện tử (email)',
		password: 'Mật khẩu',
		submit: 'Đăng nhập',
		busy: 'Đang đăng nhập…',
		errorsTitle: 'Chưa đăng nhập được',
		emailMissing: 'Viết địa chỉ email của bạn.',
		emailMalformed: 'Địa chỉ email chưa đúng. Ví dụ: ten@donvi.gov.vn',
		passwordMissing: 'Viết mật khẩu của bạn.',
		wrong: 'Email hoặc mật khẩu chưa đúng. Kiểm tra lại, nhất là phím Caps Lock.',
		notStaff:
			'Tài khoản này chưa gắn với cán bộ nào, hoặc đã bị tạm khóa. Hỏi người quản trị của cơ quan.',
		throttled: 'Bạn đã thử nhiều lần. Chờ vài phút rồi thử lại.',
		offline: 'Không liên lạc được với máy chủ. Kiểm tra mạng rồi thử lại.',
		unknown: 'Máy chủ đang gặp trục trặc. Chờ một lát rồi thử lại.',
		expiredTitle: 'Phiên làm việc đã hết',
		expired: 'Đăng nhập lại để làm tiếp. Những gì bạn vừa nhập vẫn còn.',
		signOut: 'Đăng xuất',
		signingOut: 'Đang đăng xuất…'
	},

	unreachable: {
		title: 'Chưa mở được trang dành cho cán bộ',
		body: 'Máy chủ không trả lời. Kiểm tra mạng của máy này rồi thử lại.'
	},

	status: {
		1: 'Mới nộp',
		2: 'Đã tiếp nhận',
		3: 'Không tiếp nhận',
		4: 'Đang giải quyết',
		5: 'Chờ người dân bổ sung',
		6: 'Chờ nộp phí, thuế',
		7: 'Người dân xin rút',
		8: 'Đã dừng',
		9: 'Đã có kết quả',
		10: 'Đã trả kết quả'
	} as Record<number, string>,

	channel: { 1: 'Nộp tại quầy', 2: 'Nộp trực tuyến', 3: 'Gửi bưu điện' } as Record<number, string>,

	due: {
		late: 'Quá hạn',
		today: 'Hẹn hôm nay',
		appointment: (when: string) => `Hẹn trả ${when}.`,
		wasLate: (when: string) => `Đã quá hẹn: hẹn trả ${when} mà chưa xong.`,
		isToday: (when: string) => `Hẹn trả hôm nay, ${when}.`,
		moved: (when: string) => `Hẹn lần đầu: ${when}.`,
		basis: (law: string) => `Căn cứ ngày hẹn do cán bộ ghi: ${law}`,
		notReceived: 'Chưa tiếp nhận nên chưa tính ngày hẹn trả.',
		early: (when: string) => `Xong trước hạn: ${when}.`,
		onTime: (when: string) => `Xong đúng hạn: ${when}.`,
		tooLate: (when: string) => `Xong quá hạn: ${when}.`
	},

	dossier: {
		back: 'Về danh sách hồ sơ',
		next: (subject: string) => `Hồ sơ tiếp theo: ${subject}`,
		keysTitle: 'Phím tắt của trang này',
		keys: [
			['J', 'đến giấy đầu tiên chưa kiểm tra'],
			['A', 'đánh dấu đúng mọi giấy còn lại'],
			['Ctrl + Enter', 'bấm nút chính của việc đang làm'],
			['N', 'sang hồ sơ tiếp theo'],
			['Esc', 'về danh sách; khi đang xem ảnh thì đóng ảnh'],
			['B', 'yêu cầu bổ sung giấy tờ'],
			['C', 'từ chối hồ sơ'],
			['X', 'người dân xin rút'],
			['V', 'viết cho người dân'],
			['P', 'yêu cầu nộp tiền'],
			['T', 'thu phí, lệ phí'],
			['H', 'xin lỗi và hẹn lại ngày trả'],
			['D', 'cơ quan dừng giải quyết'],
			['S', 'cấp lại kết quả đã sửa']
		] as const,
		reference: (reference: string) => `Mã đăng ký ${reference}, chưa có mã hồ sơ`,
		code: (code: string) => `Hồ sơ ${code}`,
		notFoundTitle: 'Không thấy hồ sơ này',
		notFound: 'Hồ sơ không có, hoặc thuộc nơi khác nên bạn không xem được.',
		failedTitle: 'Chưa tải được hồ sơ',
		failed: 'Kiểm tra mạng của máy này rồi thử lại.',
		staleNow: 'Chưa cập nhật được hồ sơ. Bạn đang xem bản đã tải trước đó.',
		people: 'Người nộp và chủ hồ sơ',
		subject: 'Chủ hồ sơ',
		applicant: 'Người nộp',
		phone: 'Số điện thoại',
		citizenId: 'Số căn cước hoặc hộ chiếu',
		address: 'Địa chỉ',
		email: 'Email',
		channel: 'Cách nộp',
		submitted: 'Nộp lúc',
		department: 'Phòng giải quyết',
		noDepartment: 'Chưa chuyển phòng nào',
		answers: 'Trường hợp của người dân',
		noAnswers: 'Thủ tục này không hỏi thêm câu nào.',
		form: 'Tờ khai',
		noForm: 'Không có tờ khai điện tử.',
		otherValues: 'Mục của bản tờ khai cũ',
		unsure: 'Người dân không rõ',
		papers: 'Giấy tờ của trường hợp này',
		paperState: 'Người dân báo',
		noPapers: 'Trường hợp này không cần giấy tờ nào.',
		maybe: '(có thể cần, tùy câu trả lời còn thiếu)',
		history: 'Diễn biến',
		slips: 'Giấy đã in',
		actions: 'Việc của bạn bây giờ',
		nobody: 'Hồ sơ đã xong, không còn việc nào phải làm.',
		noActionNow: 'Hồ sơ đang chờ. Chưa có việc nào làm được ngay trên trang này.',
		waitsFor: (role: string, step: string) => `Việc tiếp theo là của ${role}: ${step}.`,
		waitsForDepartment: (role: string, department: string, step: string) =>
			`Việc tiếp theo là của ${role}, phòng ${department}: ${step}.`,
		roles: {
			receiver: 'cán bộ tiếp nhận và trả kết quả',
			officer: 'cán bộ giải quyết',
			approver: 'người ký kết quả',
			leader: 'lãnh đạo trung tâm',
			editor: 'cán bộ soạn thủ tục',
			admin: 'người quản trị'
		} as Record<string, string>,
		steps: {
			1: 'kiểm tra giấy tờ rồi tiếp nhận',
			2: 'nhận việc',
			4: 'ký và ghi kết quả',
			6: 'ghi nhận đã nộp tiền',
			7: 'xác nhận dừng hồ sơ',
			9: 'trả kết quả cho người dân'
		} as Record<number, string>
	},

	kinds: paperKinds,
	paperStates,

	events: eventNames,
	eventBy: (actor: string) => `Người làm: ${actor}`,
	resultNumber: (number: string) => `Số kết quả: ${number}`,
	handedTo: (name: string, proxy: boolean) =>
		proxy ? `Người nhận thay: ${name}` : `Người nhận: ${name}`,

	receive: {
		title: 'Tiếp nhận hồ sơ',
		papersHelp:
			'Số bản điền sẵn theo quy định. Sửa lại cho đúng số bạn thật sự nhận. Giấy chỉ đưa xem thì trả lại ngay.',
		taken: (name: string) => `Đã nhận: ${name}`,
		originals: 'Bản chính',
		certified: 'Bản chứng thực',
		copies: 'Bản chụp',
		countInvalid: (name: string) => `Số bản của “${name}” phải là số từ 0 đến 999.`,
		notKept: '. Chỉ đánh dấu khi bạn giữ lại giấy.',
		built: 'Tờ khai điện tử, đã có trong hồ sơ này',
		builtName: (name: string) => `${name} (bản điện tử)`,
		notTakenTitle: (count: number) => `Còn ${count} giấy chưa đánh dấu`,
		notTaken: 'Giấy hẹn chỉ ghi những giấy đã đánh dấu. Chỉ tiếp nhận khi hồ sơ đủ theo quy định.',
		department: 'Chuyển cho phòng',
		departmentEmpty: 'Chọn phòng giải quyết',
		departmentHandles: (name: string) => `${name} (phụ trách lĩnh vực này)`,
		departmentMissing: 'Chọn phòng sẽ giải quyết hồ sơ.',
		dueTitle: 'Ngày hẹn trả',
		dueLoading: 'Đang tính ngày hẹn trả…',
		duePromise: (when: string) => `Hẹn trả ${when}`,
		dueLimit: (limit: string) =>
			`Thời hạn: ${limit}. Máy đã bỏ qua ngày nghỉ, ngày lễ. Tính theo giờ bấm nút tiếp nhận.`,
		dueUndecidedTitle: 'Lịch nghỉ chưa chốt',
		dueUndecided: (from: string, to: string, note: string) =>
			`Từ ${from} đến ${to}: ${note}. Ngày hẹn có thể phải xem lại.`,
		dueFailed: 'Chưa tính được ngày hẹn trả. Kiểm tra mạng rồi thử lại.',
		noLimitTitle: 'Chưa có thời hạn đã kiểm chứng',
		noLimit: 'Bạn tự ghi ngày hẹn và căn cứ pháp lý. Giấy hẹn sẽ in rõ căn cứ này.',
		noCalendarTitle: 'Chưa tiếp nhận được: thiếu lịch làm việc',
		noCalendar:
			'Ngày hẹn rơi vào năm chưa có lịch nghỉ lễ. Hỏi người quản trị bổ sung lịch rồi làm lại.',
		limitUnusableTitle: 'Chưa tiếp nhận được: thời hạn ghi sai',
		dueDate: 'Ngày hẹn trả',
		dueDateHelp: 'Ví dụ: 26 11 2026. Chọn ngày cơ quan làm việc, không quá một năm kể từ hôm nay.',
		dueDateInvalid: 'Viết ngày hẹn trả đủ ngày, tháng, năm, từ hôm nay trở đi.',
		dueBasis: 'Căn cứ pháp lý của ngày hẹn',
		dueBasisHelp: 'Ví dụ: khoản 2 Điều 5 Quyết định số …',
		dueBasisMissing: 'Viết căn cứ pháp lý của ngày hẹn.',
		errorsTitle: 'Xem lại trước khi tiếp nhận',
		submit: 'Tiếp nhận và lập giấy hẹn',
		busy: 'Đang tiếp nhận…',
		doneTitle: (code: string) => `Đã tiếp nhận. Mã hồ sơ: ${code}`,
		done: (when: string) => `Hẹn trả ${when}. In giấy hẹn rồi đưa cho người dân.`,
		doneDifferent:
			'Ngày hẹn khác với lúc xem trước, vì đã qua mốc giờ tính. Giấy in theo ngày mới.',
		print: 'Mở giấy hẹn để in',
		unusedTitle: 'Những gì bạn đã nhập mà chưa dùng đến'
	},

	start: {
		title: 'Nhận việc',
		body: 'Hồ sơ chuyển sang đang giải quyết. Người dân thấy ngay bước này.',
		submit: 'Nhận việc',
		busy: 'Đang ghi…',
		done: 'Đã nhận việc.'
	},

	finish: {
		title: 'Ghi kết quả đã ký',
		body: 'Chỉ bấm khi kết quả đã ký xong. Giờ bấm là giờ hoàn thành, không sửa lại được.',
		number: 'Số của kết quả',
		numberHelp: 'Ví dụ: 125/2026',
		numberTooLong: 'Số của kết quả dài quá 60 chữ cái.',
		submit: 'Ghi kết quả đã ký',
		busy: 'Đang ghi…',
		done: 'Đã ghi kết quả. Quầy trả kết quả thấy hồ sơ này ngay.'
	},

	returning: {
		title: 'Trả kết quả',
		body: 'Xem giấy hẹn hoặc giấy tờ của người nhận, rồi ghi tên người nhận.',
		who: 'Trả cho ai, bằng cách nào?',
		self: 'Chủ hồ sơ hoặc người nộp',
		proxy: 'Người được ủy quyền',
		proxyHelp: 'Xem giấy ủy quyền trước khi trả.',
		name: 'Họ và tên người nhận',
		nameMissing: 'Viết họ và tên người nhận, ít nhất 2 chữ.',
		submit: 'Đã trả kết quả',
		busy: 'Đang ghi…',
		done: 'Đã trả kết quả. Hồ sơ kết thúc.'
	},

	refusals: {
		overtakenTitle: 'Hồ sơ đã thay đổi trước khi bạn bấm',
		overtaken: (actor: string, event: string, when: string) =>
			`${actor} đã làm: “${event}”, lúc ${when}. Trang này vừa tải bản mới, việc của bạn chưa ghi.`,
		overtakenUnknown: 'Trang này vừa tải bản mới, việc của bạn chưa ghi. Xem lại rồi làm tiếp.',
		changedTitle: 'Có người vừa xử lý hồ sơ này',
		changed: (actor: string, event: string, when: string) =>
			`${actor}: “${event}”, lúc ${when}. Bạn đang xem bản mới.`,
		failedTitle: 'Chưa ghi được',
		offline:
			'Không liên lạc được với máy chủ. Bấm lại khi có mạng; bấm nhiều lần cũng chỉ ghi một lần.',
		unauthorized: 'Phiên làm việc vừa hết. Bấm lại để ghi; bấm nhiều lần cũng chỉ ghi một lần.',
		unknown: 'Máy chủ đang gặp trục trặc. Bấm lại sau ít phút; bấm nhiều lần cũng chỉ ghi một lần.',
		keys: {
			'own-dossier': 'Đây là hồ sơ của chính bạn. Nhờ đồng nghiệp làm thay.',
			'role-missing': 'Bạn chưa được giao việc này. Hỏi người quản trị của cơ quan.',
			'not-staff': 'Tài khoản của bạn đã bị tạm khóa. Hỏi người quản trị của cơ quan.',
			'dossier-unknown': 'Hồ sơ này không còn thuộc phần việc của bạn.',
			'department-unknown': 'Phòng đã chọn không còn nữa. Chọn phòng khác.',
			'papers-malformed': 'Bảng giấy tờ có chỗ chưa đúng. Xem lại số bản.',
			'due-date-needed': 'Viết ngày hẹn trả và căn cứ pháp lý.',
			'due-date-out-of-range': 'Ngày hẹn phải từ hôm nay đến một năm sau.',
			'due-date-day-off': 'Ngày hẹn là ngày cơ quan nghỉ. Chọn một ngày làm việc.',
			'limit-unusable': 'Thời hạn của thủ tục ghi chưa đúng. Báo người quản trị của cơ quan.',
			'calendar-missing': 'Chưa có lịch nghỉ lễ của năm đó. Hỏi người quản trị bổ sung lịch.',
			'recipient-name': 'Viết họ và tên người nhận.',
			'post-number': 'Số bưu gửi chưa đúng. Chép đúng số bưu điện cho.',
			'post-address': 'Viết địa chỉ nhận bưu gửi.',
			'text-too-long': 'Có ô viết dài quá. Viết ngắn lại.',
			'protocol-version': 'Trang này là bản cũ. Tải lại trang rồi làm tiếp.'
		} as Record<string, string>,
		forbidden: 'Bạn không được giao việc này.',
		invalid: 'Máy chủ không nhận nội dung vừa nhập. Xem lại từng ô.'
	},

	limits: {
		'working-day': (value: number) => `${value} ngày làm việc`,
		'calendar-day': (value: number) => `${value} ngày`,
		'working-hour': (value: number) => `${value} giờ làm việc`,
		'same-day': 'Trong ngày làm việc; nhận sau 15 giờ thì trả ngày làm việc tiếp theo'
	}
} as const;
