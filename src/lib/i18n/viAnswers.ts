/** What the phone says when the desk asks for papers, refuses, or has a result; and when a person withdraws. */
export const viAnswers = {
	title: (count: number, until: string) => `Cần bổ sung ${count} giấy tờ, chậm nhất ${until}`,
	titleSent: (count: number) => `Quầy đã yêu cầu bổ sung ${count} giấy tờ`,
	slip: (number: string) => `Phiếu yêu cầu số ${number}`,
	asked: (by: string, time: string) => `${by} gửi lúc ${time}.`,
	round: (round: number) => `Đây là lần yêu cầu thứ ${round}.`,
	againReason: 'Vì sao quầy phải hỏi thêm lần nữa',
	countsLate:
		'Đúng ra quầy chỉ được yêu cầu bổ sung một lần. Lần này tính là quầy làm chậm, không phải lỗi của bạn.',
	note: 'Quầy nhắn thêm',
	pastTitle: (until: string) => `Đã qua ngày ${until}`,
	past: (phone: string) =>
		`Bạn vẫn gửi được. Hãy gọi cho quầy, số ${phone}, để hỏi hồ sơ còn được giữ không.`,
	verdict: { wrong: 'Giấy đã gửi chưa dùng được', missing: 'Còn thiếu giấy này' },
	/** The same where the desk asks for something that is no paper, such as a line of the form. */
	verdictOfOther: { wrong: 'Chỗ này cần sửa', missing: 'Chỗ này còn thiếu' },
	pieces: {
		need: (what: string) => `Cần: ${what}.`,
		originals: (count: number) => `${count} bản chính`,
		certified: (count: number) => `${count} bản sao có chứng thực`,
		copies: (count: number) => `${count} bản chụp`
	},
	sentBefore: 'Ảnh bạn đã gửi',
	ways: {
		legend: (name: string) => `Bạn làm gì với “${name}”?`,
		files: { wrong: 'Chụp lại giấy này', missing: 'Chụp giấy này' },
		'cannot-get': 'Tôi không lấy được giấy này',
		question: 'Tôi muốn hỏi'
	},
	waysOfOther: {
		files: 'Chụp ảnh gửi quầy',
		'cannot-get': 'Tôi không làm được',
		question: 'Tôi viết cho quầy, hoặc hỏi lại'
	},
	reason: 'Vì sao bạn không lấy được?',
	reasonOfOther: 'Vì sao bạn không làm được?',
	reasons: {
		'does-not-apply': 'Trường hợp của tôi không cần giấy này',
		'cannot-find': 'Tôi có nhưng tìm không thấy',
		'cannot-obtain': 'Tôi không xin được giấy này'
	},
	reasonsOfOther: {
		'does-not-apply': 'Trường hợp của tôi không cần',
		'cannot-find': 'Tôi tìm không thấy',
		'cannot-obtain': 'Tôi không xin được'
	},
	words: 'Nói rõ thêm cho quầy',
	question: 'Bạn muốn hỏi quầy điều gì?',
	questionOfOther: 'Bạn viết gì cho quầy?',
	answeredBefore: (what: string) => `Bạn đã gửi: ${what}`,
	waitingLine: (what: string) => `Chờ gửi: ${what}`,
	said: {
		files: (count: number) => `${count} ảnh hoặc tệp.`,
		'cannot-get': (reason: string, words: string) => (words ? `${reason}. ${words}` : `${reason}.`),
		question: (words: string) => `lời nhắn “${words}”`
	},
	send: 'Gửi bổ sung',
	sending: 'Đang cất vào máy…',
	partly: (names: string[]) =>
		`Còn ${names.length} mục chưa trả lời: ${names.join('; ')}. Bạn gửi phần đã xong trước cũng được. Nhớ gửi nốt trước ngày hẹn.`,
	nothing: 'Hãy trả lời ít nhất một mục ở trên, rồi bấm lại.',
	tooLong: 'Có chỗ viết dài quá 1.000 chữ cái. Hãy viết ngắn lại rồi gửi.',
	refusedPhotos: 'Có ảnh chưa lưu được. Hãy xem lại phần ảnh rồi gửi.',
	notKept: 'Chưa cất được vào máy. Những gì bạn đã làm vẫn ở trang này. Hãy thử lại.',
	offline:
		'Máy này không cho lưu để gửi sau. Đừng đóng trang; khi có mạng hãy bấm “Gửi bổ sung” lại.',
	saveState: {
		saved: 'Đã lưu trên máy này. Bạn đóng trang, lúc khác làm tiếp cũng được.',
		unkept: 'Chỉ đang giữ trong trang này. Đừng đóng trang.',
		saving: 'Đang lưu…',
		failed: 'Chưa lưu được vào máy. Đừng đóng trang này.',
		filed: 'Phần này đã gửi từ một cửa sổ khác.'
	},
	atDesk: {
		title: 'Hoặc mang đến quầy',
		text: (number: string) =>
			`Không gửi bằng điện thoại cũng được. Hãy mang giấy đến quầy và nói số phiếu ${number}.`
	},
	waitingTitle: 'Phần bổ sung đã cất trong máy, đang chờ gửi',
	waiting:
		'Có mạng thì máy tự gửi, miễn là ứng dụng đang mở. Chỉ coi là đã gửi khi trang này hiện “Đã gửi”.',
	waitingUnkept: 'Máy này không cho lưu. Đừng đóng trang cho đến khi hiện “Đã gửi”.',
	sendingTitle: 'Đang gửi phần bổ sung…',
	sendingFiles: (sent: number, total: number) => `Đã gửi ${sent} trên ${total} ảnh.`,
	sendNow: 'Gửi ngay',
	reopen: 'Mở lại để sửa',
	heldTitle: 'Phần bổ sung đang chờ',
	quarantinedTitle: 'Phần bổ sung chưa gửi được, cần bạn xem lại',
	quarantined: {
		'supplement-closed':
			'Quầy đã làm tiếp trước khi phần bổ sung của bạn đến. Ảnh bạn chụp vẫn còn trong máy. Chưa rõ thì gọi cho quầy.',
		'answer-differs': 'Máy chủ đã có một bản khác cùng số. Hãy mở lại rồi gửi thành bản mới.',
		'submission-unknown':
			'Máy chủ không tìm thấy hồ sơ này. Phần bổ sung vẫn còn trong máy. Hãy gọi cho quầy.',
		'file-not-taken':
			'Máy đã gửi một ảnh năm lần mà không tới nơi nguyên vẹn. Hãy mở lại rồi gửi từ đầu.',
		'file-lost': 'Một ảnh không còn trong máy này. Hãy mở lại, chụp lại ảnh đó rồi gửi.',
		'file-refused':
			'Quầy không nhận một ảnh hoặc tệp vì nặng quá hay sai kiểu. Hãy chụp lại, hoặc chọn tệp khác.',
		'files-too-large': 'Tất cả ảnh cộng lại nặng quá. Hãy bỏ bớt trang không cần rồi gửi lại.',
		other: 'Máy chủ không nhận nội dung này. Hãy mở lại để xem, hoặc gọi cho quầy.'
	} as Record<string, string>,
	moveOn: 'Đưa sang phiếu mới của quầy',
	drop: 'Bỏ phần bổ sung này',
	dropConfirm:
		'Bỏ phần bổ sung này cùng ảnh của nó? Ảnh nào còn cần thì lưu trước. Bỏ rồi không lấy lại được.',
	notSent: 'Những gì bạn định gửi',
	kept: {
		title: 'Ảnh còn trong máy này',
		help: 'Còn cần thì lưu ảnh ra máy, hoặc mang giấy đó đến quầy.',
		unasked: 'Ảnh bạn chụp cho phiếu trước, nay quầy không hỏi nữa'
	},
	leftTitle: 'Bạn có phần bổ sung chưa gửi',
	left: 'Quầy không chờ phần này nữa. Những gì bạn đã làm vẫn còn trong máy. Chưa rõ thì gọi cho quầy.',
	sentTitle: (time: string) => `Đã gửi phần bổ sung lúc ${time}`,
	sent: 'Quầy sẽ xem lại và trả lời ở trang này. Bạn chưa phải làm gì thêm.',
	sentReplied: 'Quầy đã trả lời ở ngay dưới. Cần gửi thêm gì, bạn gửi ở trang này.',
	sentPartly: (count: number) => `Còn ${count} mục bạn chưa trả lời, ở ngay dưới đây.`,
	more: 'Gửi thêm hoặc sửa',
	replyTitle: (by: string, time: string) => `${by} trả lời lúc ${time}`,
	historyTitle: 'Các lần bổ sung trước',
	youAnswered: (time: string) => `Bạn gửi lúc ${time}`,
	outcome: {
		accepted: 'Quầy đã nhận đủ.',
		again: 'Quầy đã gửi phiếu khác.',
		refused: 'Quầy không tiếp nhận hồ sơ.',
		withdrawn: 'Hồ sơ đã rút.'
	},
	short: (count: number, until: string) => `${count} giấy tờ, chậm nhất ${until}`,
	owed: (amount: string, until: string) => `Cần nộp ${amount}, chậm nhất ${until}`,
	shortSent: 'Đã gửi bổ sung, chờ quầy xem lại',
	shortWaiting: 'Phần bổ sung đang chờ gửi',
	shortRefused: 'Phần bổ sung chưa gửi được, cần bạn xem lại',
	next: {
		supplement:
			'Quầy cần thêm giấy tờ. Nộp bằng điện thoại thì mở mục Hồ sơ trên máy đó để xem thiếu gì và gửi bổ sung. Nộp tại quầy thì xem phiếu quầy đã đưa, rồi mang giấy đến quầy. Chưa rõ thì gọi số điện thoại dưới đây.',
		refused:
			'Nộp bằng điện thoại thì mở mục Hồ sơ trên máy đó để xem lý do. Nộp tại quầy thì lý do và nơi cần đến ghi trên phiếu từ chối quầy đã đưa. Chưa rõ thì gọi số điện thoại dưới đây. Sửa xong bạn nộp lại được.',
		payment:
			'Bạn nộp tiền xong thì quầy làm tiếp. Nộp hồ sơ bằng điện thoại thì mở mục Hồ sơ trên máy đó để xem số tiền và nơi nộp. Nộp tại quầy thì xem thông báo nộp tiền. Chưa rõ thì gọi số điện thoại dưới đây.',
		withdrawing:
			'Quầy sẽ xác nhận và trả lại bản chính bạn đã nộp. Muốn làm tiếp thì gọi ngay cho quầy.',
		stopped: 'Hồ sơ đã dừng, quầy không làm tiếp nữa. Cần thì bạn nộp hồ sơ mới.'
	},
	refusal: {
		title: 'Quầy không tiếp nhận hồ sơ này',
		reason: 'Vì sao',
		rightPlace: 'Nơi cần đến',
		help: 'Chưa rõ chỗ nào, hãy gọi cho quầy:'
	},
	withdraw: {
		title: 'Không muốn làm nữa?',
		ask: 'Xin rút hồ sơ',
		confirmTitle: 'Rút hồ sơ này?',
		consequences: [
			'Quầy sẽ dừng giải quyết hồ sơ này.',
			'Quầy trả lại bản chính bạn đã nộp.',
			'Sau này cần, bạn phải nộp hồ sơ mới.'
		],
		reason: 'Lý do',
		yes: 'Rút hồ sơ',
		no: 'Không rút nữa',
		busy: 'Đang gửi…',
		offline: 'Chưa kết nối được nên chưa rút được. Hồ sơ vẫn như cũ. Hãy bấm lại khi có mạng.',
		tooLate: 'Hồ sơ này không rút được nữa. Hãy gọi cho quầy.',
		failed: 'Chưa rút được. Hồ sơ vẫn như cũ. Hãy thử lại, hoặc gọi cho quầy.'
	},
	result: {
		title: 'Kết quả',
		text: 'Bản điện tử của kết quả, mở được bất cứ lúc nào.',
		button: 'Tải kết quả',
		again: 'Tải lại kết quả',
		busy: 'Đang tải…',
		saved: (name: string) => `Đã tải “${name}” về máy. Tìm trong mục Tải về.`,
		size: (size: string) => `Dung lượng ${size}.`,
		offline: 'Chưa kết nối được nên chưa tải được. Hãy bấm lại khi có mạng.',
		differs: 'Tệp tải về không nguyên vẹn nên máy không lưu. Hãy bấm tải lại.',
		failed: 'Chưa tải được. Hãy thử lại, hoặc gọi cho quầy.'
	}
};
