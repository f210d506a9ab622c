/** The working calendar: what the days are called, how it is changed, and how promised dates are moved after a change. */
export const viCalendar = {
	pageTitle: (year: number) => `Lịch làm việc năm ${year}`,
	title: (year: number) => `Lịch làm việc năm ${year}`,
	lead: 'Ngày hẹn trả kết quả được tính theo lịch này. Thứ Bảy, Chủ Nhật nghỉ sẵn; ở đây chỉ ghi những ngày khác thường.',
	yearBefore: (year: number) => `Năm ${year}`,
	yearAfter: (year: number) => `Năm ${year}`,
	yearNav: 'Chọn năm',
	failedTitle: 'Chưa mở được lịch',
	failed: 'Máy chủ không trả lời. Kiểm tra mạng rồi thử lại.',

	kinds: {
		holiday: 'Nghỉ lễ',
		substitute: 'Nghỉ bù',
		'swap-off': 'Nghỉ hoán đổi',
		'make-up': 'Làm bù',
		closure: 'Đóng cửa (mất điện, sự cố)'
	},
	shortKinds: {
		holiday: 'nghỉ lễ',
		substitute: 'nghỉ bù',
		'swap-off': 'nghỉ hoán đổi',
		'make-up': 'làm bù',
		closure: 'đóng cửa'
	},
	dayLabel: (date: string, kind: string, name: string) => `${date}, ${kind}: ${name}`,
	weekend: 'nghỉ cuối tuần',
	working: 'ngày làm việc',
	undecided: 'chưa có thông báo',
	today: 'hôm nay',
	plainLabel: (date: string, what: string) => `${date}, ${what}`,

	months: {
		title: 'Mười hai tháng',
		help: 'Phím mũi tên đi từng ngày, từng tuần; Enter mở ngày đó.',
		month: (month: number) => `Tháng ${month}`,
		weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
		weekdayNames: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
		legend: 'Chú thích',
		off: 'Nghỉ lễ, nghỉ bù, hoán đổi',
		closed: 'Đóng cửa',
		makeUp: 'Làm bù',
		weekend: 'Cuối tuần',
		undecided: 'Chưa có thông báo'
	},

	year: {
		closedTitle: (year: number) => `Năm ${year} chưa có lịch`,
		closed:
			'Chưa ai xác nhận lịch năm này, nên máy chưa tính ngày hẹn nào rơi vào năm này. Ghi các ngày nghỉ bên dưới, rồi xác nhận.',
		closedReader: 'Chưa ai xác nhận lịch năm này. Báo người quản trị.',
		complete: 'Đã đủ thông báo nghỉ của cả năm.',
		provisionalTitle: 'Còn ngày nghỉ chưa có thông báo',
		gap: (from: string, to: string, note: string) => `Từ ${from} đến ${to}: ${note}`,
		provisional:
			'Ngày hẹn đi qua những ngày này có thể phải dời sau khi có thông báo. Giấy hẹn sẽ nhắc như vậy.',
		source: (source: string) => `Căn cứ: ${source}`,
		open: (year: number) => `Xác nhận lịch năm ${year}`,
		again: (year: number) => `Xác nhận lại lịch năm ${year}`,
		openHelp: 'Sau khi xác nhận, máy tính ngày hẹn trong năm này theo các ngày đã ghi.',
		sourceLabel: 'Căn cứ (số văn bản, thông báo)',
		gapsLabel: 'Những khoảng còn chờ thông báo',
		gapsHelp: 'Bỏ dấu ở khoảng đã có thông báo và đã ghi đủ ngày nghỉ.',
		tetGap: (first: string) => `Tết Âm lịch chưa có thông báo nghỉ (mùng 1 là ${first}).`,
		nationalGap: 'Ngày nghỉ liền kề Quốc khánh 2/9 chưa có thông báo.',
		confirm: 'Xác nhận',
		done: (year: number) => `Đã xác nhận lịch năm ${year}.`
	},

	day: {
		title: (date: string) => date,
		isKind: (kind: string, name: string) => `${kind}: ${name}`,
		isWorking: 'Ngày làm việc bình thường.',
		isWeekend: 'Ngày nghỉ cuối tuần.',
		source: (source: string) => `Căn cứ: ${source}`,
		entered: (who: string, when: string) => `${who} ghi lúc ${when}.`,
		installed: 'Có sẵn khi cài đặt.',
		checks: {
			verified: '',
			'from-memory': 'Chưa đối chiếu với thông báo. Hãy kiểm tra lại.',
			computed: 'Tính theo luật, chưa đối chiếu với thông báo.'
		},
		add: 'Ghi vào lịch',
		change: 'Sửa ngày này',
		close: 'Đóng',
		kind: 'Ngày này là',
		chooseKind: 'Chọn một loại',
		name: 'Tên gọi',
		nameHelp: 'Ví dụ: Giỗ Tổ Hùng Vương; Mất điện cả ngày',
		source_: 'Căn cứ (số văn bản, thông báo)',
		sourceHelp: 'Ví dụ: Thông báo 8546/TB-BNV ngày 9/10/2026',
		reason: 'Vì sao sửa',
		reasonPast: 'Vì sao ghi sau (ngày này đã đến hoặc đã qua)',
		reasonHelp: 'Ghi vào nhật ký, ai cũng đọc được.',
		preview: 'Xem hồ sơ nào đổi ngày hẹn',
		previewing: 'Đang tính…',
		save: 'Ghi vào lịch',
		saving: 'Đang ghi…',
		saved: (date: string) => `Đã ghi ${date} vào lịch.`,
		remove: 'Bỏ ngày này khỏi lịch',
		removeReason: 'Vì sao bỏ',
		removeSure: 'Bỏ khỏi lịch',
		removed: (date: string) => `Đã bỏ ${date} khỏi lịch. Nhật ký vẫn giữ.`,
		movesNothing: 'Ghi lịch không tự dời ngày hẹn nào. Lãnh đạo dời từng hồ sơ, kèm giấy hẹn mới.',
		suggestion: (law: string) => `Gợi ý theo ${law}.`,
		awaits: 'Gợi ý — chờ thông báo chính thức. Ghi số thông báo vào căn cứ.'
	},

	list: {
		title: 'Những ngày khác thường',
		empty: 'Chưa ghi ngày nào.',
		columns: { day: 'Ngày', kind: 'Loại', name: 'Tên gọi', source: 'Căn cứ', entered: 'Người ghi' }
	},

	suggestions: {
		title: 'Gợi ý chưa ghi',
		lead: 'Tính theo luật và âm lịch Việt Nam. Mỗi ngày phải được xem và ghi riêng, có căn cứ.',
		empty: 'Mọi ngày nghỉ theo luật đã được ghi.',
		certain: 'Theo luật',
		awaiting: 'Chờ thông báo chính thức'
	},

	hours: {
		title: 'Giờ làm việc',
		lead: 'Chỉ dùng cho việc có thời hạn tính bằng giờ.',
		period: (opens: string, closes: string) => `${opens} – ${closes}`,
		change: 'Sửa giờ làm việc',
		opens: (index: number) => `Buổi ${index}: từ`,
		closes: 'đến',
		formatHelp: 'Viết giờ và phút, ví dụ 07:30.',
		saved: 'Đã ghi giờ làm việc mới.',
		malformed:
			'Mỗi buổi viết giờ bắt đầu và kết thúc, ví dụ 07:30 và 11:30, buổi trước xong mới đến buổi sau.'
	},

	log: {
		title: 'Nhật ký sửa lịch',
		empty: 'Chưa ai sửa lịch năm này.',
		actions: {
			'save-day': 'Ghi ngày',
			'remove-day': 'Bỏ ngày',
			'open-year': 'Xác nhận năm',
			'office-hours': 'Sửa giờ làm việc'
		},
		by: (who: string) => `Người làm: ${who}.`,
		before: (text: string) => `Trước: ${text}.`,
		after: (text: string) => `Sau: ${text}.`,
		reason: (text: string) => `Lý do: ${text}`
	},

	moved: {
		none: 'Không hồ sơ nào đổi ngày hẹn.',
		total: (count: number) => `${count} hồ sơ đang giải quyết sẽ có ngày hẹn khác.`,
		byHand: (count: number) =>
			`${count} hồ sơ có ngày hẹn do cán bộ ghi tay rơi đúng ngày nghỉ. Máy không dời; cần liên hệ người dân.`,
		columns: { pick: 'Chọn', code: 'Mã hồ sơ', from: 'Đang hẹn', to: 'Hẹn mới' },
		handDate: 'Ghi tay, không dời',
		past: 'Ngày mới đã qua, không dời',
		more: 'Xem thêm',
		caption: 'Hồ sơ đổi ngày hẹn'
	},

	move: {
		pageTitle: 'Dời ngày hẹn theo lịch mới',
		title: 'Dời ngày hẹn theo lịch mới',
		lead: 'Những hồ sơ đang giải quyết có ngày hẹn khác với lịch hiện nay. Mỗi hồ sơ được dời có giấy hẹn mới; giấy cũ vẫn lưu.',
		back: 'Về lịch làm việc',
		none: 'Mọi ngày hẹn đều đúng với lịch hiện nay.',
		reason: 'Lý do dời (in trên giấy hẹn mới)',
		reasonHelp: 'Ví dụ: Thứ Hai 30/11/2026 mất điện, cơ quan đóng cửa',
		pickAll: 'Chọn tất cả trong trang này',
		pick: (code: string) => `Dời hồ sơ ${code}`,
		submit: (count: number) => `Dời ${count} hồ sơ`,
		busy: 'Đang dời…',
		nothingPicked: 'Chọn ít nhất một hồ sơ.',
		tooMany: (most: number) => `Mỗi lần dời nhiều nhất ${most} hồ sơ. Bỏ bớt dấu chọn.`,
		reasonMissing: 'Viết lý do, người dân đọc trên giấy hẹn mới.',
		errorsTitle: 'Chưa dời được',
		onlyLeader:
			'Chỉ lãnh đạo dời được ngày hẹn. Bạn xem được danh sách này; báo lãnh đạo mở trang này để dời.',
		refusals: {
			'role-missing': 'Chỉ lãnh đạo dời được ngày hẹn.',
			'move-reason': 'Viết lý do, người dân đọc trên giấy hẹn mới.',
			'move-list': 'Danh sách vừa thay đổi. Mở lại trang này rồi chọn lại.'
		} as Record<string, string>,
		doneTitle: (count: number) => `Đã dời ${count} hồ sơ`,
		done: 'In giấy hẹn mới và báo người dân.',
		slip: (code: string, number: string) => `Giấy hẹn số ${number} của hồ sơ ${code}`,
		noSlip: (code: string) => `Hồ sơ ${code} không có giấy hẹn`,
		newDate: (date: string) => `hẹn ${date}`,
		skippedTitle: (count: number) => `${count} hồ sơ chưa dời được`,
		why: {
			'version-stale': 'vừa có người làm việc với hồ sơ này; xem lại rồi dời',
			'status-changed': 'hồ sơ không còn đang giải quyết',
			'dossier-unknown': 'không tìm thấy trong cơ quan',
			'own-dossier': 'hồ sơ của chính bạn, người khác phải dời',
			'due-by-hand': 'ngày hẹn do cán bộ ghi tay',
			'due-differs': 'lịch vừa đổi nữa; xem lại ngày mới',
			'due-unmoved': 'ngày hẹn đã đúng',
			'due-past': 'ngày mới đã qua'
		} as Record<string, string>,
		whyUnknown: 'máy chủ không nhận',
		waiting: (count: number) => `${count} hồ sơ có ngày hẹn khác với lịch hiện nay`,
		waitingHelp: 'Xem và dời từng hồ sơ, hoặc nhiều hồ sơ cùng một lý do.',
		link: 'Xem và dời ngày hẹn'
	},

	warning: {
		title: (year: number) => `Chưa có lịch làm việc năm ${year}`,
		next: (year: number) =>
			`Hồ sơ hẹn sang năm ${year} sẽ không tính được ngày trả. Người quản trị cần ghi ngày nghỉ và xác nhận lịch.`,
		link: (year: number) => `Mở lịch năm ${year}`
	},

	errorsTitle: 'Chưa ghi được',
	cancel: 'Thôi',
	refusals: {
		'version-stale': 'Người khác vừa sửa lịch. Trang đã đọc lại lịch mới; xem lại rồi ghi lần nữa.',
		'role-missing': 'Chỉ người quản trị sửa được lịch.',
		'calendar-day': 'Ngày này không có trong lịch.',
		'calendar-kind': 'Chọn ngày này là gì.',
		'calendar-weekday': 'Thứ Bảy, Chủ Nhật chỉ ghi được là làm bù; ngày thường thì không làm bù.',
		'calendar-name': 'Viết tên gọi của ngày này.',
		'calendar-source': 'Viết căn cứ: số văn bản hoặc thông báo.',
		'calendar-reason': 'Viết vì sao, để người sau đọc hiểu.',
		'calendar-day-unknown': 'Ngày này không còn trong lịch.',
		'calendar-year': 'Năm này không mở được.',
		'calendar-year-empty':
			'Năm đã xác nhận phải có ít nhất một ngày nghỉ lễ. Hãy ghi ngày lễ trước rồi làm lại.',
		'calendar-gaps': 'Khoảng chờ thông báo ghi chưa đúng.',
		'office-hours': 'Giờ làm việc ghi chưa đúng.',
		'action-id-used': 'Việc này đã được ghi rồi. Mở lại trang để xem.'
	} as Record<string, string>,
	offline: 'Chưa ghi được vì mất mạng. Không mất gì; thử lại khi có mạng.',
	unknown: 'Máy chủ gặp trục trặc, chưa ghi được. Thử lại sau ít phút.'
};
