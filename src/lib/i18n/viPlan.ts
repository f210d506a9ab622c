/** The words of the year's reform plan (kế hoạch cải cách hành chính). */
export const viPlan = {
	pageTitle: (year: number) => `Kế hoạch cải cách năm ${year}`,
	title: (year: number) => `Kế hoạch cải cách hành chính năm ${year}`,
	lead: 'Việc gì, ai chủ trì, làm từ ngày nào đến ngày nào, ra kết quả gì. Quá hạn là máy tự tính theo ngày hôm nay.',
	yearNav: 'Chọn năm',
	yearBefore: (year: number) => `Năm ${year}`,
	yearAfter: (year: number) => `Năm ${year}`,
	office: 'Cơ quan',
	nav: {
		label: 'Các phần của kế hoạch',
		tasks: 'Nhiệm vụ',
		outreach: 'Sổ tuyên truyền',
		training: 'Sổ tập huấn',
		import: 'Nhập từ Excel',
		print: 'In báo cáo năm'
	},
	loading: 'Đang mở kế hoạch…',
	noPage: 'Kế hoạch không có trang này',
	failedTitle: 'Chưa mở được kế hoạch',
	forbidden: 'Kế hoạch này dành cho người của cơ quan và lãnh đạo cấp trên.',
	failed: 'Kiểm tra mạng rồi thử lại.',
	empty: (year: number) => `Kế hoạch năm ${year} chưa có nhiệm vụ nào`,
	emptyHelp: 'Nhập cả bảng từ tệp Excel hoặc CSV, hoặc thêm từng nhiệm vụ.',
	emptyReader: 'Lãnh đạo hoặc quản trị nhập kế hoạch thì sẽ hiện ở đây.',

	figures: {
		title: 'Tiến độ đến hôm nay',
		tasks: 'Nhiệm vụ phải làm',
		done: 'Xong đúng hạn',
		doneLate: 'Xong trễ hạn',
		overdue: 'Quá hạn, chưa xong',
		upcoming: 'Chưa đến hạn',
		dropped: 'Không làm nữa (không tính)',
		share: (percent: number, n: number) => `${percent}% của ${n} nhiệm vụ`
	},

	show: 'Chỉ xem',
	shows: {
		all: 'Tất cả',
		overdue: 'Quá hạn',
		open: 'Chưa xong',
		mine: 'Việc tôi được báo cáo'
	} as const,
	nothingShown: 'Không có nhiệm vụ nào như vậy.',

	columns: {
		number: 'STT',
		title: 'Nhiệm vụ',
		lead: 'Chủ trì',
		coordinators: 'Phối hợp',
		time: 'Thời gian',
		deliverable: 'Sản phẩm',
		state: 'Tình trạng',
		evidence: 'Kết quả, minh chứng'
	},
	period: (from: string, to: string) => `${from} – ${to}`,
	states: {
		planned: 'Chưa làm',
		running: 'Đang làm',
		done: 'Xong đúng hạn',
		'done-late': 'Xong trễ hạn',
		overdue: 'Quá hạn',
		dropped: 'Không làm nữa'
	} as const,
	statuses: {
		planned: 'Chưa làm',
		running: 'Đang làm',
		done: 'Đã xong',
		dropped: 'Không làm nữa'
	} as const,
	doneOn: (day: string) => `ngày ${day}`,
	droppedFor: (reason: string) => `Lý do: ${reason}`,

	document: {
		title: 'Văn bản kế hoạch',
		none: 'Chưa ghi số văn bản.',
		line: (number: string, day: string) => `Kế hoạch số ${number} ngày ${day}.`,
		numberOnly: (number: string) => `Kế hoạch số ${number}.`,
		issued: (by: string, at: string) => `${by} xác nhận đã ban hành lúc ${at}.`,
		draft: 'Chưa ban hành: còn sửa tự do.',
		change: 'Ghi số, ngày ban hành',
		number: 'Số văn bản',
		numberHelp: 'Ví dụ: 15/KH-UBND',
		day: 'Ngày văn bản',
		approved: 'Kế hoạch này đã ban hành',
		approvedHelp: 'Từ đó, mỗi lần sửa hay thêm nhiệm vụ phải ghi lý do.',
		save: 'Ghi văn bản',
		saved: 'Đã ghi số và ngày văn bản.'
	},

	task: {
		add: 'Thêm nhiệm vụ',
		addTitle: 'Nhiệm vụ mới',
		change: 'Sửa nhiệm vụ',
		heading: 'Thuộc nhóm',
		headingHelp: 'Như đề mục trong kế hoạch. Ví dụ: Cải cách thủ tục hành chính',
		title: 'Nhiệm vụ',
		lead: 'Cơ quan, phòng chủ trì',
		leadDepartment: 'Phòng của cơ quan mình chủ trì',
		leadDepartmentHelp: 'Cán bộ phòng này được báo tiến độ. Đơn vị ngoài thì để trống.',
		noDepartment: 'Đơn vị ngoài, hoặc chưa rõ',
		coordinators: 'Phối hợp',
		coordinatorsHelp: 'Mỗi dòng một đơn vị.',
		from: 'Từ ngày',
		to: 'Đến hết ngày',
		timeWords: 'Thời gian ghi trong kế hoạch',
		timeWordsHelp: 'Để in đúng chữ. Ví dụ: Quý I; Thường xuyên',
		deliverable: 'Sản phẩm, kết quả phải có',
		reason: 'Lý do sửa kế hoạch đã ban hành',
		save: 'Ghi nhiệm vụ',
		saved: 'Đã ghi nhiệm vụ.',
		back: 'Về kế hoạch',
		unknown: 'Không có nhiệm vụ này trong kế hoạch',
		unknownHelp: 'Có thể ai đó vừa xóa, hoặc địa chỉ sai.',
		facts: 'Kế hoạch ghi'
	},

	report: {
		title: 'Báo tiến độ',
		status: 'Đến nay',
		evidence: 'Kết quả, minh chứng',
		evidenceHelp: 'Số văn bản, đường dẫn, hoặc vài chữ kể đã làm gì. Đã xong thì phải có.',
		doneOn: 'Xong ngày nào',
		reason: 'Lý do',
		reasonHelp: 'Cần khi không làm nữa, hoặc khi sửa việc đã báo xong.',
		save: 'Ghi tiến độ',
		saved: 'Đã ghi tiến độ.',
		notYours: 'Lãnh đạo, quản trị và cán bộ phòng chủ trì báo tiến độ việc này.'
	},

	remove: {
		title: 'Xóa nhiệm vụ nhập nhầm',
		help: 'Chỉ xóa được khi kế hoạch chưa ban hành. Sau đó thì báo tiến độ là "Không làm nữa".',
		reason: 'Vì sao xóa',
		submit: 'Xóa nhiệm vụ',
		done: 'Đã xóa nhiệm vụ. Nhật ký còn giữ.'
	},

	history: {
		title: 'Ai đã sửa gì',
		open: 'Xem nhật ký',
		loading: 'Đang lấy nhật ký…',
		empty: 'Chưa ai sửa gì.',
		line: (by: string, at: string) => `${by}, ${at}`,
		reason: (reason: string) => `Lý do: ${reason}`,
		actions: {
			'save-plan': 'Ghi văn bản kế hoạch',
			'save-task': 'Ghi nhiệm vụ',
			'remove-task': 'Xóa nhiệm vụ',
			'report-task': 'Báo tiến độ',
			'import-tasks': 'Nhập từ tệp'
		} as Record<string, string>,
		imported: (count: number) => `${count} nhiệm vụ`,
		change: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
		nothing: 'trống',
		names: {
			heading: 'Nhóm',
			title: 'Nhiệm vụ',
			lead_name: 'Chủ trì',
			coordinators: 'Phối hợp',
			from_day: 'Từ ngày',
			to_day: 'Đến ngày',
			time_words: 'Thời gian ghi trong kế hoạch',
			deliverable: 'Sản phẩm',
			status: 'Tình trạng',
			evidence: 'Minh chứng',
			done_on: 'Ngày xong',
			dropped_reason: 'Lý do không làm nữa',
			document_number: 'Số văn bản',
			document_date: 'Ngày văn bản',
			approved_name: 'Người xác nhận ban hành'
		} as Record<string, string>
	},

	optional: '(không bắt buộc)',
	saving: 'Đang ghi…',
	cancel: 'Thôi',
	errorsTitle: 'Chưa ghi được',
	wrong: {
		heading: 'Ghi nhiệm vụ thuộc nhóm nào.',
		title: 'Ghi tên nhiệm vụ.',
		lead: 'Ghi ai chủ trì.',
		from: 'Chọn ngày bắt đầu.',
		to: 'Chọn ngày cuối, không trước ngày bắt đầu.',
		reason: 'Ghi lý do, ít nhất 3 chữ cái.',
		evidence: 'Đã xong thì ghi minh chứng: số văn bản, đường dẫn hoặc kết quả.',
		doneOn: 'Chọn ngày xong, không sau hôm nay.',
		number: 'Đã ban hành thì phải có số văn bản.',
		day: 'Đã ban hành thì phải có ngày văn bản.'
	},
	refusals: {
		'version-stale':
			'Người khác vừa sửa chỗ này. Trang đã đọc lại bản mới; xem lại rồi ghi lần nữa.',
		'role-missing': 'Bạn không được ghi chỗ này. Lãnh đạo và quản trị ghi kế hoạch.',
		'action-id-used': 'Việc này đã được ghi rồi. Mở lại trang để xem.',
		'plan-task-unknown': 'Nhiệm vụ này không còn trong kế hoạch.',
		'plan-issued': 'Kế hoạch đã ban hành nên không xóa được. Hãy báo là "Không làm nữa".',
		'plan-year': 'Năm này không ghi được.',
		'plan-text': 'Có ô còn trống hoặc quá ngắn.',
		'text-too-long': 'Có ô viết dài quá.',
		'plan-day': 'Có ngày không đúng.',
		'plan-period':
			'Thời gian phải có ít nhất một ngày trong năm kế hoạch, và ngày đầu trước ngày cuối.',
		'plan-reason': 'Ghi lý do, để người sau đọc hiểu.',
		'plan-status': 'Chọn việc đang ở đâu.',
		'plan-evidence': 'Đã xong thì ghi minh chứng.',
		'plan-done-on': 'Ngày xong không được sau hôm nay.',
		'plan-document': 'Đã ban hành thì phải có số và ngày văn bản.',
		'department-unknown': 'Phòng này không còn trong cơ quan. Chọn lại.',
		'plan-list': 'Mỗi lần nhập từ 1 đến 200 nhiệm vụ.',
		'log-day': 'Chọn ngày đã làm, không sau hôm nay.',
		'log-number': 'Có số ghi chưa đúng.',
		'log-entry-unknown': 'Dòng này không còn trong sổ.',
		'outreach-form': 'Chọn cách tuyên truyền.',
		'outreach-subject': 'Lĩnh vực hoặc thủ tục này không có trong danh mục.',
		'training-kind': 'Chọn loại nội dung tập huấn.',
		'training-people': 'Có người không còn ở cơ quan. Chọn lại người dự.',
		'training-empty': 'Chọn người dự, hoặc ghi số khách dự.'
	} as Record<string, string>,
	offline: 'Chưa ghi được vì mất mạng. Không mất gì; thử lại khi có mạng.',
	unknown: 'Máy chủ gặp trục trặc, chưa ghi được. Thử lại sau ít phút.'
} as const;
