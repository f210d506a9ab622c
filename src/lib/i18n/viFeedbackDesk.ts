/** The words of the leader's page for complaints and suggestions. */
export const viFeedbackDesk = {
	title: 'Phản ánh, góp ý của người dân',
	lead: 'Xếp theo hạn. Phản ánh về chính bạn không hiện ở đây; cơ quan cấp trên trả lời.',
	groups: { open: 'Cần làm', done: 'Đã xong' },
	groupsLabel: 'Nhóm phản ánh',
	loading: 'Đang lấy danh sách…',
	failed: 'Chưa lấy được danh sách. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Trang này dành cho lãnh đạo.',
	empty: { open: 'Không có phản ánh nào đang chờ.', done: 'Chưa có phản ánh nào xong.' },

	columns: {
		code: 'Mã',
		kind: 'Loại',
		topic: 'Về việc',
		sent: 'Gửi lúc',
		due: 'Hạn bước này',
		state: 'Đang ở đâu',
		answered: 'Trả lời lúc'
	},
	kinds: { complaint: 'Phản ánh', suggestion: 'Góp ý' },
	topics: {
		procedure: 'Thủ tục',
		attitude: 'Thái độ cán bộ',
		leader: 'Người đứng đầu',
		other: 'Việc khác'
	},
	states: {
		new: 'Mới, chưa nhận',
		asked: 'Đã hỏi thêm, chờ người gửi',
		accepted: 'Đang giải quyết',
		rejected: 'Đã từ chối',
		resolved: 'Đã trả lời, chưa quyết định công khai',
		published: 'Đã đăng công khai',
		kept: 'Đã trả lời, không đăng'
	},
	overdue: 'Quá hạn',
	late: 'Trả lời muộn',
	noDue: 'Lịch năm sau chưa có',

	itemTitle: (code: string) => `Phản ánh ${code}`,
	close: 'Đóng',
	about: 'Cơ quan',
	matter: 'Thủ tục',
	dossierCode: 'Mã hồ sơ',
	aboutName: 'Cán bộ được nêu tên',
	contact: 'Người gửi',
	nameless: 'Không ghi tên. Người gửi xem trả lời bằng hai mã.',
	history: 'Đã làm gì',
	sender: 'Người dân',
	events: {
		send: 'gửi',
		reply: 'trả lời câu hỏi',
		accept: 'nhận giải quyết',
		ask: 'hỏi thêm',
		reject: 'từ chối',
		resolve: 'trả lời',
		publish: 'đăng công khai',
		keep: 'không đăng',
		'pass-up': 'chuyển lên cấp trên'
	} as Record<string, string>,

	next: 'Bước tiếp theo',
	actions: {
		accept: 'Nhận giải quyết',
		ask: 'Hỏi thêm người gửi',
		reject: 'Từ chối, nói rõ lý do',
		resolve: 'Trả lời',
		publish: 'Đăng công khai câu trả lời',
		keep: 'Không đăng',
		'pass-up': 'Chuyển lên cấp trên: việc liên quan đến lãnh đạo cơ quan này'
	},
	texts: {
		ask: 'Câu hỏi',
		reject: 'Lý do từ chối, và nơi giải quyết nếu thuộc nơi khác',
		resolve: 'Câu trả lời',
		'pass-up': 'Lý do chuyển'
	} as Record<string, string>,
	textHelp: 'Người gửi đọc đúng những lời này.',
	publicQuestion: 'Việc người dân nêu, viết lại cho mọi người đọc',
	publicAnswer: 'Câu trả lời cho mọi người đọc',
	publicHelp: 'Bỏ tên, số điện thoại, mã hồ sơ, chi tiết đoán ra được người gửi.',
	submit: 'Ghi lại',
	busy: 'Đang ghi…',
	pick: 'Chọn một bước.',
	tooShort: 'Viết ít nhất 5 chữ cái.',
	done: 'Đã ghi.',
	refusals: {
		'version-stale': 'Người khác vừa làm việc này. Danh sách đã được lấy lại, xem rồi làm tiếp.',
		'status-changed': 'Người khác vừa làm việc này. Danh sách đã được lấy lại, xem rồi làm tiếp.',
		'feedback-nobody-above': 'Cơ quan cấp trên chưa có lãnh đạo dùng phần mềm này.',
		'feedback-unknown': 'Phản ánh này không còn ở chỗ bạn.',
		'role-missing': 'Chỉ lãnh đạo được làm việc này.'
	} as Record<string, string>,
	notDone: 'Chưa ghi được. Bấm lại khi có mạng; bấm nhiều lần cũng chỉ ghi một lần.'
} as const;
