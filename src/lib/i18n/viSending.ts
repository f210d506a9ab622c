/**
 * What the phone says about keeping and sending: the status line, refusals and their way out, corrections, and loss.
 * Not a part of `vi`: no page needs it before its first paint.
 */
export const viSending = {
	line: {
		refused: (count: number) => `${count} hồ sơ chưa gửi được, cần bạn xem lại`,
		waiting: (count: number) => `${count} hồ sơ đã cất trong máy này, chờ gửi`,
		waitingUnkept: (count: number) => `${count} hồ sơ đang chờ gửi. Đừng đóng trang này`,
		sending: 'Đang gửi hồ sơ',
		sendingFiles: (sent: number, total: number) => `Đang gửi: ${sent} trên ${total} ảnh`,
		filed: (reference: string) => `Đã nộp, mã ${reference}`,
		answerRefused: 'Phần bổ sung chưa gửi được, cần bạn xem lại',
		answerWaiting: 'Phần bổ sung đã cất trong máy này, chờ gửi',
		answerSending: 'Đang gửi phần bổ sung'
	},
	waitingTitle: 'Hồ sơ đã cất trong máy, đang chờ gửi',
	waiting:
		'Chưa có mạng hoặc máy chủ chưa trả lời. Có mạng thì máy tự gửi, miễn là ứng dụng đang mở. Đóng lại thì hồ sơ vẫn còn trong máy; nhớ mở lại để gửi. Hồ sơ chỉ coi là đã nộp khi trang này hiện mã đăng ký.',
	waitingUnkeptTitle: 'Hồ sơ đang chờ gửi. Đừng đóng trang này',
	waitingUnkept:
		'Máy này không cho lưu, nên đóng trang là mất hồ sơ. Máy đang thử gửi lại. Hồ sơ chỉ coi là đã nộp khi trang này hiện mã đăng ký.',
	sendingTitle: 'Đang gửi hồ sơ…',
	sending: 'Hãy để trang này mở đến khi hiện mã đăng ký. Lỡ mất mạng thì máy sẽ tự gửi tiếp.',
	sendNow: 'Gửi ngay',
	reopen: 'Mở lại để sửa',
	heldTitle: 'Hồ sơ đang chờ',
	held: {
		throttled: 'Nơi này đang nhận quá nhiều hồ sơ cùng lúc. Máy sẽ tự gửi lại sau ít phút.',
		outdated:
			'Ứng dụng trên máy đã cũ. Hãy bấm “Dùng bản mới” hoặc mở lại trang, rồi gửi lại. Hồ sơ vẫn còn nguyên.',
		other: 'Máy chủ chưa cho gửi. Máy sẽ tự thử lại. Hồ sơ vẫn còn nguyên.'
	},
	files: {
		title: 'Ảnh gửi kèm',
		progress: (sent: number, total: number) => `Đã gửi ${sent} trên ${total} ảnh.`,
		page: (paper: string, index: number, total: number) =>
			total === 1 ? paper : `${paper}, trang ${index}`,
		sent: 'Đã gửi',
		waiting: 'Chờ gửi',
		save: 'Lưu ảnh này'
	},
	quarantinedTitle: 'Hồ sơ chưa gửi được, cần bạn xem lại',
	quarantined: {
		'applicant-name': 'Họ tên người nộp chưa đúng.',
		'applicant-phone': 'Số điện thoại chưa đúng.',
		'applicant-citizen-id': 'Số định danh cá nhân chưa đúng.',
		'applicant-address': 'Nơi ở chưa đủ.',
		'applicant-email': 'Địa chỉ email chưa đúng.',
		'subject-address': 'Nơi ở của người được làm giấy tờ chưa đúng.',
		'post-address': 'Địa chỉ nhận kết quả qua bưu điện chưa đúng.',
		'subject-name': 'Tên người được làm giấy tờ chưa đúng.',
		'procedure-withdrawn': 'Thủ tục này không còn áp dụng. Hãy gọi cho quầy để biết làm gì tiếp.',
		'procedure-unknown': 'Nơi này không nhận thủ tục này. Hãy gọi cho quầy.',
		'office-unknown': 'Nơi nhận hồ sơ không còn. Hãy chọn lại nơi nộp.',
		'submission-differs':
			'Máy chủ đã có một hồ sơ cùng số nhưng khác nội dung. Hãy nộp lại thành hồ sơ mới.',
		'file-not-taken':
			'Máy đã gửi một ảnh năm lần mà không tới nơi nguyên vẹn. Hãy bấm “Sửa và nộp lại” để gửi lại từ đầu.',
		'file-lost': 'Một ảnh không còn trong máy này. Hãy chụp lại ảnh đó rồi nộp lại.',
		'file-refused':
			'Quầy không nhận một ảnh hoặc tệp vì nặng quá hay sai kiểu. Hãy chụp lại, hoặc chọn tệp khác.',
		'files-too-large':
			'Tất cả ảnh cộng lại nặng quá 120 MB. Hãy bỏ bớt trang không cần rồi nộp lại.',
		'already-received':
			'Quầy đã tiếp nhận hồ sơ bạn nộp trước, nên bản sửa này không thay được nữa. Cần đổi gì thì gọi cho quầy.',
		'submission-replaced': 'Bạn đã nộp một bản khác thay cho bản này, nên bản này không gửi nữa.',
		other: 'Máy chủ không nhận nội dung này. Hãy xem lại các mục đã khai, hoặc gọi cho quầy.'
	} as Record<string, string>,
	withdrawn: {
		kept: 'Những gì bạn đã khai và đã chụp vẫn còn trong máy này.',
		open: 'Xem bản đang làm dở'
	},
	outdated: {
		title: 'Thủ tục này đã được cập nhật từ khi bạn bắt đầu',
		nothing: 'Lần cập nhật này không đổi gì trong giấy tờ, thời gian và lệ phí của bạn.',
		added: 'Nay cần thêm:',
		dropped: 'Nay không cần nữa:',
		otherwise: 'Nay nộp khác trước (số bản, bản chính hay bản sao):',
		questions: 'Có câu hỏi mới:',
		time: 'Thời gian giải quyết đã thay đổi.',
		fees: 'Lệ phí đã thay đổi.',
		text: 'Những gì bạn đã trả lời, đã khai và đã chụp vẫn còn. Hãy xem lại danh sách giấy tờ và tờ khai trước khi nộp.'
	},
	notRemoved: 'Chưa xóa được. Hãy thử lại.',
	correct: 'Sửa và nộp lại',
	photographAgain: 'Chụp lại ảnh',
	openReceived: 'Xem hồ sơ quầy đã nhận',
	openReplacing: 'Xem bản đã thay',
	keepAsDraft: 'Giữ lại làm bản nháp',
	drop: 'Bỏ bản này',
	dropConfirm: 'Bỏ bản này cùng ảnh của nó? Việc này không lấy lại được.',
	copy: {
		title: 'Giữ một bản sao',
		help: 'Lưu những gì đã khai ra một tệp để đọc, in hoặc mang đến quầy.',
		button: 'Lưu bản sao ra tệp',
		fileName: 'ban-sao-ho-so.html',
		photoName: (index: number, ending: string) => `anh-${index}.${ending}`,
		heading: (title: string) => `Bản sao hồ sơ: ${title}`,
		notFiled: 'Đây là bản sao trên máy người nộp. Chưa phải là hồ sơ đã nộp.',
		made: (time: string) => `Lưu lúc ${time}.`,
		applicant: 'Người nộp',
		applicantRows: {
			fullName: 'Họ và tên',
			phone: 'Số điện thoại',
			citizenId: 'Số định danh cá nhân',
			address: 'Nơi ở',
			email: 'Email'
		},
		postTo: 'Nhận kết quả qua bưu điện, gửi đến',
		answers: 'Đã trả lời',
		form: 'Đã khai',
		photos: 'Ảnh gửi kèm',
		photosNone: 'Không có ảnh.'
	},
	correctFiled: {
		title: 'Cần sửa hồ sơ đã nộp?',
		text: 'Quầy chưa tiếp nhận nên bạn còn sửa được. Máy chép sang một bản mới để bạn sửa rồi nộp. Khi bản mới đến quầy, bản này tự rút.',
		button: 'Sửa hồ sơ đã nộp',
		begun: 'Bạn đang sửa hồ sơ này. Bản cũ vẫn có hiệu lực đến khi bản mới đến quầy.',
		resume: 'Làm tiếp bản sửa',
		underWay: 'Bản sửa đã cất trong máy này, chờ gửi. Khi nó đến quầy, bản này tự rút.',
		openWaiting: 'Xem bản sửa',
		replacedBy: (reference: string) => `Đã thay bằng hồ sơ ${reference}`,
		open: 'Xem bản thay thế',
		failed: 'Chưa mở được bản sửa. Hồ sơ đã nộp vẫn còn nguyên. Hãy thử lại.',
		full: 'Máy đã hết chỗ nên chưa chép được ảnh sang bản sửa. Hồ sơ đã nộp vẫn còn nguyên. Hãy xóa bớt ảnh, video trong máy rồi thử lại.'
	},
	photos: {
		verified: 'Quầy đã nhận đủ ảnh.',
		checking: (verified: number, total: number) =>
			`Ảnh đã gửi hết. Máy chủ đã kiểm tra ${verified} trên ${total} ảnh.`,
		resending: (count: number) =>
			count === 1
				? 'Một ảnh cần gửi lại, máy đang tự gửi.'
				: `${count} ảnh cần gửi lại, máy đang tự gửi.`,
		bring: (count: number) =>
			count === 1
				? 'Một ảnh không tới nơi nguyên vẹn và máy này không gửi lại được. Hãy mang giấy đó khi đến quầy.'
				: `${count} ảnh không tới nơi nguyên vẹn và máy này không gửi lại được. Hãy mang các giấy đó khi đến quầy.`
	},
	unkept: {
		title: 'Máy này không cho lưu dữ liệu',
		text: 'Có thể bạn đang mở ở chế độ ẩn danh, hoặc bộ nhớ trình duyệt bị lỗi. Bạn vẫn khai và nộp được khi có mạng.',
		stay: 'Đừng đóng trang cho đến khi nộp xong. Nộp xong hãy chụp lại mã hồ sơ.',
		offline: 'Chưa có mạng nên chưa nộp được. Những gì bạn đã khai vẫn ở trang này.',
		offlineStay:
			'Máy này không cho lưu hồ sơ để gửi sau. Đừng đóng trang; khi có mạng hãy bấm “Nộp hồ sơ” lại.',
		notSaved: 'Chỉ đang giữ trong trang này. Đừng đóng trang.'
	},
	mayBeCleared:
		'Trình duyệt có thể tự xóa dữ liệu khi máy gần hết chỗ hoặc lâu ngày không mở. Hãy thêm ứng dụng vào màn hình chính, hoặc nộp sớm.',
	loss: {
		title: 'Trình duyệt đã xóa dữ liệu của ứng dụng trên máy này',
		why: 'Máy gần hết chỗ, hoặc lâu ngày không mở ứng dụng, thì trình duyệt tự xóa. Bạn không làm gì sai.',
		gone: (what: string) => `Đã mất: ${what}.`,
		drafts: (count: number) => `${count} bản đang làm dở`,
		answers: (count: number) => `${count} lần bổ sung chưa gửi xong`,
		pages: (count: number) => `${count} ảnh giấy tờ`,
		and: ' và ',
		searching: (count: number) =>
			`Máy đang tìm lại ${count} hồ sơ trên máy chủ. Nếu chưa có mạng, máy sẽ tự tìm khi có mạng.`,
		found: (count: number) => `Đã tìm lại được ${count} hồ sơ đã nộp.`,
		openFound: 'Xem trong mục Hồ sơ',
		notSent: (name: string) => `Hồ sơ “${name}” chưa kịp gửi nên đã mất. Xin bạn làm lại.`,
		notKnown: (name: string) =>
			`Hồ sơ “${name}” không còn thấy trên máy chủ. Hãy gọi cho quầy để hỏi.`,
		again: 'Làm lại',
		read: 'Tôi đã biết',
		empty: 'Chưa thấy hồ sơ nào trên máy này. Xem lời báo ở đầu trang.'
	}
};
