/** Words of the panel "where the dossier lies" on the page of a dossier at the desk. */
export const viRouting = {
	title: 'Hồ sơ đang ở đâu',
	failed: 'Chưa tải được phần giao việc và ghi chú. Tải lại trang khi có mạng.',
	tooLong: (most: number) => `Viết ngắn lại, nhiều nhất ${most} chữ cái.`,
	reason: 'Lý do',
	reasonMissing: 'Viết lý do, ít nhất ba chữ cái.',
	choose: 'Chọn một mục',
	busy: 'Đang ghi…',

	done: {
		assign: 'Đã giao việc',
		pass: 'Đã chuyển việc cho đồng nghiệp',
		move: 'Đã chuyển hồ sơ sang phòng khác',
		'stage-done': 'Đã ghi xong bước này',
		consult: 'Đã ghi việc hỏi ý kiến',
		'consult-answer': 'Đã ghi ý kiến của cơ quan được hỏi',
		'part-add': 'Đã thêm phần việc',
		'part-step': 'Đã ghi vào phần việc',
		external: 'Đã ghi mã và trạng thái ở hệ thống kia'
	},

	presence: (names: string) => `${names} cũng đang mở hồ sơ này`,
	and: ' và ',

	whose: {
		mine: 'Việc này của bạn.',
		of: (name: string) => `Việc này của ${name}.`,
		nobody: 'Chưa giao riêng cho ai.',
		nobodyOf: (department: string) =>
			`Chưa giao riêng cho ai; cán bộ nào của ${department} cũng làm được.`,
		pass: 'Chuyển việc cho đồng nghiệp',
		passTo: 'Chuyển cho',
		passSubmit: 'Chuyển việc',
		assign: 'Giao việc cho một cán bộ',
		assignTo: 'Giao cho',
		assignSubmit: 'Giao việc',
		reasonHelp: 'Ví dụ: Chị Lan nghỉ ốm.',
		noColleague: 'Phòng này chưa có cán bộ nào khác để nhận việc.',
		toMissing: 'Chọn người nhận việc.',
		move: 'Chuyển sang phòng khác',
		moveTo: 'Phòng nhận',
		moveHelp: 'Ngày hẹn trả không đổi. Ở phòng mới, cán bộ nào cũng nhận làm được.',
		moveSubmit: 'Chuyển phòng',
		departmentMissing: 'Chọn phòng nhận hồ sơ.',
		noDepartment: 'Cơ quan chưa có phòng nào khác.'
	},

	stages: {
		title: 'Các bước nội bộ',
		body: 'Hạn của từng bước là hạn của cơ quan. Ngày hẹn trả người dân không đổi.',
		waiting: 'Chưa đến bước này',
		limit: (limit: string) => `Hạn: ${limit}.`,
		due: (date: string) => `Hạn xong: ${date}.`,
		noDue: 'Chưa tính được hạn của bước này.',
		paused: 'Đang chờ, hạn của bước này tính tiếp khi hồ sơ được giải quyết tiếp.',
		doneBy: (name: string, when: string) => `${name} ghi xong ${when}.`,
		unfinished: 'Hồ sơ kết thúc khi chưa xong bước này',
		kept: {
			early: 'Xong trước hạn',
			'on-time': 'Xong đúng hạn',
			late: 'Xong quá hạn',
			done: 'Đã xong'
		} as Record<string, string> & { done: string },
		open: { running: 'Đang làm', waiting: 'Tạm dừng', late: 'Quá hạn' },
		submit: 'Xong bước này',
		of: (name: string) => `: ${name}`
	},

	consult: {
		title: 'Hỏi ý kiến cơ quan khác',
		open: 'Hỏi ý kiến một cơ quan',
		body: 'Ngày hẹn trả không đổi trong lúc chờ trả lời.',
		offer: 'Hỏi theo thủ tục',
		otherOffer: 'Cơ quan khác, thủ tục không nêu',
		offered: (limit: string) => `Theo thủ tục, cơ quan này trả lời trong ${limit}.`,
		silences: {
			agrees: 'Quá hạn mà không trả lời thì coi như đồng ý.',
			waits: 'Quá hạn mà không trả lời thì vẫn phải chờ, không coi là đồng ý.'
		},
		procedureRule: 'quy định của thủ tục này',
		agency: 'Cơ quan được hỏi',
		agencyMissing: 'Viết tên cơ quan được hỏi.',
		question: 'Hỏi điều gì',
		questionMissing: 'Viết rõ điều cần hỏi.',
		number: 'Số văn bản hỏi',
		until: 'Hạn trả lời',
		untilHelp: 'Một ngày làm việc sau hôm nay.',
		untilMissing: 'Viết hạn trả lời là một ngày sau hôm nay.',
		silence: 'Điều luật cho phép coi im lặng là đồng ý',
		silenceHelp: 'Chỉ ghi khi luật có quy định, kèm điều, khoản.',
		submit: 'Ghi việc hỏi ý kiến',
		asked: (by: string, when: string, number: string) =>
			`${by} hỏi ${when}${number ? `, văn bản số ${number}` : ''}.`,
		waits: (date: string) => `Hạn trả lời: ${date}.`,
		passed: (date: string) => `Đã quá hạn trả lời ${date}.`,
		passedTag: 'Quá hạn',
		law: (law: string) => `Im lặng coi là đồng ý theo ${law}.`,
		answered: (when: string, number: string) =>
			`Đã trả lời ${when}${number ? `, văn bản số ${number}` : ''}:`,
		silent: (when: string) => `Không trả lời; ghi nhận ${when}.`,
		answer: 'Ghi ý kiến trả lời',
		answerText: 'Nội dung trả lời',
		answerMissing: 'Viết nội dung trả lời.',
		answerNumber: 'Số văn bản trả lời',
		answerSubmit: 'Ghi ý kiến',
		silentSubmit: 'Ghi: im lặng, không trả lời',
		none: 'Chưa hỏi cơ quan nào.'
	},

	parts: {
		title: 'Phần việc của các cơ quan khác (liên thông)',
		none: 'Hồ sơ này không có phần việc nào của cơ quan khác.',
		add: 'Thêm phần việc',
		body: 'Mỗi phần có hạn riêng. Một phần không làm được thì các phần khác vẫn làm tiếp.',
		legend: (position: number) => `Phần ${position}`,
		name: 'Tên phần việc',
		nameMissing: 'Viết tên phần việc.',
		agency: 'Cơ quan làm',
		agencyMissing: 'Viết tên cơ quan làm phần này.',
		after: 'Khi nào bắt đầu',
		atOnce: 'Bắt đầu ngay',
		afterPart: (position: number, title: string) =>
			`Sau phần ${position}${title ? `: ${title}` : ''}`,
		due: 'Hạn xong',
		dueHelp: 'Một ngày làm việc sau hôm nay.',
		dueMissing: 'Hạn xong phải là một ngày sau hôm nay.',
		more: 'Thêm một phần nữa',
		fewer: 'Bỏ phần cuối',
		submit: 'Ghi các phần việc',
		heading: (position: number, title: string) => `${position}. ${title}`,
		waiting: (position: number) => `Chờ phần ${position} kết thúc`,
		running: (date: string) => `Đang làm từ ${date}`,
		done: (date: string) => `Xong ngày ${date}`,
		failed: (date: string) => `Không làm được, ngày ${date}`,
		dueOn: (date: string) => `Hạn xong: ${date}.`,
		late: 'Quá hạn',
		result: (number: string) => `Số kết quả: ${number}.`,
		why: (note: string) => `Lý do: ${note}`,
		collected: (when: string) => `Đã trao cho người dân ${when}.`,
		stepDone: 'Xong',
		number: 'Số kết quả',
		doneSubmit: 'Ghi là đã xong',
		stepFailed: 'Không làm được',
		failedSubmit: 'Ghi là không làm được',
		collectSubmit: 'Đã trao cho người dân',
		stepCopy: 'Chép mã, trạng thái từ hệ thống khác',
		of: (title: string) => `: ${title}`
	},

	external: {
		title: 'Hồ sơ ở hệ thống khác',
		none: 'Hồ sơ này chỉ có ở đây.',
		open: 'Ghi mã của hồ sơ ở hệ thống khác',
		system: 'Hệ thống',
		systemHelp: 'Ví dụ: Cơ sở dữ liệu hộ tịch điện tử của Bộ Tư pháp.',
		systemMissing: 'Viết tên hệ thống đã chép từ đó.',
		code: 'Mã ở hệ thống đó',
		codeMissing: 'Viết mã ở hệ thống đó.',
		status: 'Trạng thái ở hệ thống đó',
		statusHelp: 'Chép đúng chữ đang hiện ở đó.',
		submit: 'Ghi lại',
		systemLine: (system: string) => `Hệ thống: ${system}`,
		codeLine: (code: string) => `Mã: ${code}`,
		statusLine: (status: string) => `Trạng thái: ${status}`,
		copied: (system: string, when: string) => `chép từ ${system}, lúc ${when}`
	},

	notes: {
		title: 'Ghi chú nội bộ',
		only: 'Chỉ cán bộ thấy, người dân không thấy.',
		text: 'Ghi chú mới',
		missing: 'Viết ghi chú, ít nhất hai chữ cái.',
		submit: 'Lưu ghi chú',
		done: 'Đã lưu ghi chú',
		by: (name: string, when: string) => `${name}, ${when}`
	},

	history: {
		to: (name: string) => `Giao cho: ${name}`,
		moved: (from: string, to: string) => `Từ ${from} sang ${to}`,
		stage: (name: string) => `Bước: ${name}`,
		kept: {
			early: 'Xong trước hạn',
			'on-time': 'Xong đúng hạn',
			late: 'Xong quá hạn'
		} as Record<string, string>,
		next: (name: string, date = '') => `Bước tiếp theo: ${name}${date ? `, hạn ${date}` : ''}`,
		agency: (name: string) => `Cơ quan: ${name}`,
		question: (text: string) => `Hỏi: ${text}`,
		document: (number: string) => `Văn bản số ${number}`,
		until: (date: string) => `Hạn trả lời: ${date}`,
		answer: (text: string) => `Trả lời: ${text}`,
		silent: 'Không trả lời đến hết hạn',
		parts: (list: string) => `Các phần: ${list}`,
		part: (title: string) => `Phần: ${title}`,
		steps: {
			done: 'Đã xong',
			failed: 'Không làm được',
			copy: 'Chép từ hệ thống khác',
			collect: 'Đã trao cho người dân'
		}
	},

	refusals: {
		'assignee-unknown': 'Người được chọn không còn làm ở phòng này. Chọn người khác.',
		'assignee-own-dossier': 'Đây là hồ sơ của chính người được chọn. Chọn người khác.',
		'not-yours': 'Việc này không còn là của bạn nên bạn không chuyển được. Tải lại trang để xem.',
		'reason-missing': 'Viết lý do, ít nhất ba chữ cái.',
		'department-unknown': 'Phòng đã chọn không còn nữa. Chọn phòng khác.',
		'consult-agency': 'Viết tên cơ quan được hỏi.',
		'consult-question': 'Viết rõ điều cần hỏi.',
		'consult-answer': 'Viết nội dung trả lời.',
		'consultation-unknown': 'Không tìm thấy lần hỏi ý kiến này. Tải lại trang để xem.',
		'consultation-closed': 'Đã có người ghi ý kiến trả lời rồi. Tải lại trang để xem.',
		'consultation-early':
			'Chưa hết hạn trả lời nên chưa ghi là im lặng được. Chờ qua ngày hạn rồi ghi.',
		'parts-malformed':
			'Mỗi phần cần tên và cơ quan làm; mỗi lần thêm tối đa 10 phần, cả hồ sơ tối đa 20 phần.',
		'stage-changed':
			'Bước này vừa được người khác ghi xong, hoặc hồ sơ đã sang bước khác. Tải lại trang để xem.',
		'part-unknown': 'Không tìm thấy phần việc này. Tải lại trang để xem.',
		'part-changed': 'Phần việc này vừa được người khác ghi rồi. Tải lại trang để xem.',
		'part-step': 'Chưa rõ ghi gì cho phần việc này. Xem lại các ô rồi bấm lại.',
		'external-malformed': 'Ghi cả mã lẫn tên hệ thống đã chép từ đó.',
		'note-text': 'Viết ghi chú, ít nhất hai chữ cái.',
		'supplement-until': 'Ngày hạn phải là ngày làm việc sau hôm nay, trong vòng một năm.'
	} as Record<string, string>
} as const;
