/** The words around the editor's form: head, saving, sections, warnings, trying out, conflicts, proposing. */
export const viEditor = {
	pageTitle: (title: string) => `Sửa: ${title}`,
	untitled: 'Thủ tục chưa có tên',
	back: 'Về danh mục',
	backToCode: 'Về thủ tục này',
	head: (code: string, base: string) => `${code} · ${base}`,
	baseNew: 'thủ tục mới',
	baseVersion: (number: number) => `sửa từ bản ${number} đang dùng`,
	baseOld: 'sửa từ một bản cũ',
	by: (name: string) => `Người soạn: ${name}`,

	sectionsLabel: 'Các phần của thủ tục',
	sections: {
		names: 'Tên và cách gọi',
		who: 'Ai, ở đâu, được gì',
		questions: 'Câu hỏi',
		papers: 'Giấy tờ',
		channels: 'Cách nộp, thời hạn',
		fees: 'Phí',
		notes: 'Lưu ý, dễ nhầm',
		form: 'Tờ khai',
		sources: 'Căn cứ và nguồn'
	},
	faultCount: (count: number) => `${count} chỗ cần sửa`,

	status: {
		saved: 'Đã lưu',
		savedAt: (time: string) => `Đã lưu lúc ${time}`,
		waiting: 'Đang giữ trên máy này…',
		saving: 'Đang lưu lên máy chủ…',
		offline: 'Mất mạng. Bài đang giữ trên máy này và tự gửi khi có mạng.',
		expired: 'Phiên làm việc hết hạn. Bài vẫn trên máy này; đăng nhập lại là tự lưu.',
		refused: 'Máy chủ chưa nhận bản này. Bài vẫn giữ trên máy này.',
		unkept: 'Trình duyệt này không giữ được bài. Đừng đóng trang khi mất mạng.',
		joined: (who: string) => `${who} vừa sửa bản nháp này. Máy đã gộp vào đây.`,
		joinedSelf: 'Bạn vừa sửa bản nháp này ở nơi khác. Máy đã gộp vào đây.',
		joinedRead: 'Đã rõ'
	},
	saveNow: 'Lưu ngay',

	panes: {
		label: 'Xem và kiểm tra',
		form: 'Soạn',
		preview: 'Xem trước',
		walk: 'Đi thử',
		warnings: 'Nhắc',
		difference: 'Khác bản cũ',
		report: 'Từ tệp'
	},

	preview: {
		frame: 'Trang thủ tục trên điện thoại của người dân',
		note: 'Đường dẫn trong khung này không mở đi đâu. “Bắt đầu chuẩn bị” sẽ mở phần Đi thử.',
		failed: 'Chưa xem trước được vì còn chỗ dở dang. Xem mục Nhắc.'
	},

	walk: {
		lead: 'Chọn câu trả lời như người dân để xem danh sách giấy tờ họ nhận được.',
		none: 'Thủ tục này không hỏi gì. Ai cũng nhận danh sách này.',
		open: (count: number) => `Còn ${count} câu chưa trả lời.`,
		restart: 'Chọn lại từ đầu',
		clear: 'Bỏ chọn',
		papers: (count: number) => `Cần chuẩn bị (${count})`,
		maybe: (count: number) => `Có thể cần (${count})`,
		nothing: (count: number) => `Không phải mang (${count})`,
		notAsked: (count: number) => `Trường hợp này không hỏi đến (${count})`,
		notes: 'Lưu ý hiện ra',
		fees: 'Phí',
		noPapers: 'Trường hợp này không có giấy tờ nào.',
		noFees: 'Chưa ghi phí nào cho trường hợp này.',
		edit: 'Sửa'
	},

	warnings: {
		faultsTitle: (count: number) => `Phải sửa trước khi gửi (${count})`,
		meaningTitle: (count: number) => `Nên xem lại nội dung (${count})`,
		wordingTitle: (count: number) => `Lời chưa dễ hiểu (${count})`,
		none: 'Không có gì phải nhắc.',
		lead: 'Bấm vào dòng nào thì đến đúng ô đó.'
	},

	difference: {
		none: 'Chưa khác gì bản đang dùng.',
		newCode: 'Thủ tục mới: chưa có bản nào để so.',
		lead: (count: number, number: number) => `${count} chỗ khác với bản ${number} đang dùng.`,
		oldBase:
			'Trong lúc bạn soạn đã có bản mới được công bố. So với bản mới, có chỗ không phải bạn sửa.',
		added: 'Thêm',
		removed: 'Bỏ',
		changed: 'Đổi',
		order: 'Đổi thứ tự',
		before: 'Trước',
		after: 'Nay',
		nothing: '(chưa ghi)',
		in: 'thêm:',
		out: 'bỏ:'
	},

	discard: {
		button: 'Bỏ bản nháp',
		title: 'Bỏ bản nháp này?',
		body: 'Bản nháp rời danh sách và không sửa tiếp được nữa. Bản đang công bố không đổi.',
		yes: 'Bỏ hẳn bản nháp',
		busy: 'Đang bỏ…',
		done: 'Đã bỏ bản nháp.',
		keep: 'Thôi, giữ lại'
	},

	conflict: {
		title: 'Người khác vừa lưu bản nháp này',
		who: (name: string, when: string) => `${name} lưu lúc ${when}.`,
		whoUnknown: (when: string) => `Bản trên máy chủ lưu lúc ${when}.`,
		someone: 'Người khác',
		titleSelf: 'Bạn vừa lưu bản nháp này ở nơi khác',
		whoSelf: (when: string) => `Thẻ kia hoặc máy kia lưu lúc ${when}.`,
		safe: 'Phần bạn viết còn nguyên trên máy này. Chọn một cách:',
		closed: 'Bản nháp này đã được gửi đi hoặc đã bỏ trong lúc bạn đang viết.',
		fork: 'Lưu phần của tôi thành bản nháp riêng',
		forkHelp: 'Bản kia để nguyên. Hai bản nháp đứng cạnh nhau.',
		forking: 'Đang lưu…',
		compare: 'Xem khác nhau rồi chọn',
		compareHelp: 'Chỗ chỉ một bên sửa thì lấy của bên đó. Chỗ cả hai bên cùng sửa thì bạn chọn.',
		clashTitle: (count: number) => `${count} chỗ cả hai bên cùng sửa`,
		noClash: 'Không chỗ nào trùng nhau: gộp được hết cả hai bên.',
		mine: 'Của tôi',
		theirs: 'Của người kia',
		mineSelf: 'Viết ở đây',
		theirsSelf: 'Viết ở nơi kia',
		removed: '(đã xóa)',
		merge: 'Gộp lại và soạn tiếp',
		back: 'Quay lại',
		theirChanges: (count: number) => `Người kia đã sửa ${count} chỗ`,
		myChanges: (count: number) => `Bạn đã sửa ${count} chỗ`,
		theirChangesSelf: (count: number) => `Ở nơi kia sửa ${count} chỗ`,
		myChangesSelf: (count: number) => `Ở đây sửa ${count} chỗ`
	},

	leftOver: {
		title: 'Máy này còn phần bạn viết mà chưa lưu kịp',
		body: 'Bản nháp đã được gửi đi hoặc đã bỏ, nên không lưu thêm vào đó được nữa.',
		fork: 'Lưu thành bản nháp riêng',
		drop: 'Bỏ phần này',
		dropSure: 'Chắc chắn bỏ'
	},

	propose: {
		button: 'Đề nghị công bố',
		title: 'Gửi đề nghị công bố',
		lead: 'Người khác sẽ đọc lại rồi công bố. Bạn không tự công bố bài của mình.',
		faults: 'Chưa gửi được: còn chỗ phải sửa',
		faultsBody: 'Bấm vào từng dòng để đến đúng ô.',
		unchanged: 'Bản nháp chưa khác gì bản đang dùng, nên không có gì để công bố.',
		readOne: 'Tôi đã xem, nội dung này đúng ý',
		readWording: (count: number) => `Tôi đã đọc ${count} chỗ nhắc về lời viết`,
		warningsTitle: 'Đọc những chỗ này rồi đánh dấu',
		summary: 'Bạn đổi gì, vì sao?',
		summaryHelp: 'Người công bố đọc dòng này trước tiên. Nêu số văn bản nếu có.',
		summaryMissing: 'Viết bạn đổi gì và vì sao, ít nhất một câu ngắn.',
		unread: 'Đánh dấu đã xem ở từng chỗ nhắc.',
		when: 'Áp dụng từ',
		whenToday: 'Ngay khi được công bố',
		whenLater: 'Một ngày khác',
		date: 'Ngày áp dụng',
		dateHelp: 'Đến ngày đó máy tự đổi cho người dân.',
		dateMissing: 'Ghi đủ ngày, tháng, năm.',
		datePast: 'Ngày áp dụng không được ở quá khứ.',
		send: 'Gửi cho người công bố',
		busy: 'Đang gửi…',
		back: 'Về soạn tiếp',
		errorsTitle: 'Xem lại trước khi gửi',
		sent: 'Đã gửi. Chờ người khác công bố.'
	},
	returned: (reason: string) => `Bị trả lại: ${reason}`,
	takenBack: (reason: string) => `Bạn đã lấy lại để sửa: ${reason}`
};
