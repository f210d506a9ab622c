/** Texts of judging papers and of the supplement, refusal, withdrawal and result at the desk. */
export const viSupplement = {
	check: {
		title: 'Kiểm tra giấy tờ',
		help: 'Xem từng giấy rồi chọn một ô. Máy sẽ hiện việc làm được tiếp theo.',
		keys: [
			['1', 'Đúng'],
			['2', 'Sai'],
			['3', 'Thiếu'],
			['4', 'Không cần'],
			['J hoặc ↓', 'xuống giấy dưới'],
			['K hoặc ↑', 'lên giấy trên']
		],
		keysTitle: 'Phím tắt khi kiểm tra giấy tờ',
		verdicts: { right: 'Đúng', wrong: 'Sai', missing: 'Thiếu', 'not-needed': 'Không cần' },
		legend: (paper: string) => `Giấy đang xem: ${paper}`,
		taken: 'Đã nhận',
		restRight: (count: number) => `Đánh dấu đúng ${count} giấy còn lại`,
		asked: (reason: string) => `Đã yêu cầu bổ sung: ${reason}`,
		chosenReason: 'Lý do có sẵn',
		chooseReason: 'Chọn lý do, hoặc tự viết ở ô bên cạnh',
		reason: 'Lý do',
		reasonHelp: 'Người dân đọc đúng những lời này.',
		reasons: {
			wrong: [
				'Ảnh mờ, không đọc được chữ. Chụp lại ở chỗ sáng, để giấy phẳng.',
				'Thiếu trang sau.',
				'Giấy đã hết hạn.',
				'Tên trong giấy khác tên trong tờ khai.',
				'Chưa ký tên.',
				'Phải là bản có chứng thực.'
			],
			missing: ['Hồ sơ chưa có giấy này.', 'Thiếu trang sau.', 'Cần nộp bản chính.']
		},
		needed: 'Cần nộp',
		addLine: 'Thêm dòng không phải giấy tờ',
		extra: (n: number) => `Dòng thêm ${n}`,
		extraName: 'Chỗ cần sửa',
		extraHelp: 'Ví dụ: Tờ khai: ngày sinh của mẹ',
		extraRemove: 'Bỏ dòng này',
		unjudged: (paper: string) => `Chọn Đúng, Sai, Thiếu hoặc Không cần cho “${paper}”.`,
		reasonMissing: (name: string) => `Viết lý do cho “${name}”, từ 3 đến 500 chữ cái.`,
		extraMissing: (n: number) => `Viết chỗ cần sửa ở dòng thêm ${n}.`,
		countInvalid: (name: string) => `Số bản cần nộp của “${name}” phải là số từ 0 đến 999.`,
		onlinePhoto: (name: string) => `${name} (ảnh gửi trực tuyến)`
	},

	ask: {
		title: 'Lập phiếu yêu cầu bổ sung',
		open: 'Yêu cầu bổ sung giấy tờ',
		nothing: 'Chọn Sai hoặc Thiếu ở giấy cần bổ sung, rồi phiếu hiện ra ở đây.',
		once: 'Phiếu chỉ lập một lần, nên ghi hết mọi chỗ thiếu. Người dân thấy phiếu khi bạn bấm gửi.',
		lines: (count: number) => `Phiếu có ${count} dòng`,
		until: 'Bổ sung chậm nhất ngày',
		untilHelp: 'Chọn ngày cơ quan làm việc. Nút bên dưới đã bỏ qua thứ Bảy, Chủ Nhật.',
		days: (count: number) => `${count} ngày làm việc`,
		untilInvalid: 'Viết đủ ngày, tháng, năm, sau hôm nay và không quá một năm.',
		untilWeekend: 'Ngày đó là thứ Bảy hoặc Chủ Nhật. Chọn một ngày làm việc.',
		note: 'Lời dặn thêm',
		noteHelp: 'Ví dụ: có thể chụp gửi qua điện thoại, không phải đến lại.',
		noteLong: 'Lời dặn dài quá 1.000 chữ cái. Viết ngắn lại.',
		submit: 'Gửi phiếu yêu cầu bổ sung',
		busy: 'Đang gửi phiếu…',
		errorsTitle: 'Xem lại trước khi gửi phiếu',
		againTitle: 'Lần yêu cầu thứ hai: hồ sơ sẽ bị tính là quá hạn',
		again:
			'Quy định chỉ cho yêu cầu bổ sung một lần. Chỉ gửi tiếp khi không còn cách nào khác, và ghi rõ vì sao.',
		againReason: 'Vì sao phải yêu cầu lần nữa',
		againReasonMissing: 'Viết vì sao phải yêu cầu lần nữa, từ 3 đến 500 chữ cái.',
		againSure: 'Tôi hiểu: hồ sơ này sẽ bị tính là quá hạn.',
		againSureMissing: 'Đánh dấu vào ô xác nhận hồ sơ sẽ bị tính là quá hạn.',
		leaderTitle: 'Chỉ lãnh đạo được yêu cầu bổ sung lần nữa',
		leader:
			'Hồ sơ này đã yêu cầu bổ sung một lần. Nhờ lãnh đạo trung tâm mở hồ sơ này để lập phiếu lần nữa.',
		leaderReply: 'Nếu chỉ cần nói rõ thêm, bạn viết lời trả lời cho người dân ở phần bổ sung.',
		done: (number: string) => `Đã gửi phiếu yêu cầu bổ sung số ${number}`,
		doneText: 'Người dân thấy phiếu này trên điện thoại. In phiếu nếu họ đang ở quầy.',
		print: 'Mở phiếu để in'
	},

	rounds: {
		title: (round: number) => `Yêu cầu bổ sung lần ${round}`,
		earlier: 'Các lần yêu cầu bổ sung trước',
		asked: (by: string, when: string, number: string) =>
			`${by} gửi lúc ${when}. Phiếu số ${number}.`,
		until: (date: string) => `Hạn bổ sung: hết ${date}.`,
		passed: (date: string) => `Đã hết hạn bổ sung (${date}) mà chưa xong.`,
		late: 'Lần yêu cầu này làm hồ sơ bị tính là quá hạn.',
		note: (text: string) => `Lời dặn: ${text}`,
		waiting: 'Người dân chưa trả lời.',
		answered: (when: string) => `Người dân trả lời lúc ${when}.`,
		lineVerdict: { wrong: 'Sai', missing: 'Thiếu' },
		lineOpen: 'Chưa có trả lời',
		files: (count: number) => `${count} ảnh gửi bổ sung`,
		cannotGet: (reason: string) => `Không lấy được giấy này: ${reason}`,
		question: (text: string) => `Người dân hỏi: ${text}`,
		said: (text: string) => `Người dân viết: ${text}`,
		before: (when: string) => `Trả lời trước đó, lúc ${when}`,
		reply: (by: string, when: string, text: string) => `${by} trả lời lúc ${when}: ${text}`,
		outcomes: {
			accepted: 'Đã nhận đủ phần bổ sung.',
			again: 'Đã yêu cầu bổ sung lần nữa.',
			refused: 'Hồ sơ đã bị từ chối.',
			withdrawn: 'Người dân đã rút hồ sơ.'
		},
		addedMark: 'Bổ sung'
	},

	reply: {
		open: 'Viết trả lời cho người dân',
		text: 'Trả lời cho người dân',
		help: 'Người dân đọc lời này trên điện thoại. Hồ sơ vẫn chờ bổ sung.',
		missing: 'Viết lời trả lời, từ 2 đến 1.000 chữ cái.',
		submit: 'Gửi trả lời',
		busy: 'Đang gửi…',
		done: 'Đã gửi trả lời cho người dân.'
	},

	resume: {
		title: 'Nhận phần bổ sung và giải quyết tiếp',
		body: 'Xem phần người dân gửi ở trên. Đánh dấu thêm giấy mà họ đưa tận tay tại quầy.',
		papers: 'Giấy nhận tại quầy',
		none: 'Không đánh dấu gì nếu mọi thứ đã gửi qua điện thoại.',
		restart: 'Thời hạn tính lại từ đầu, kể từ ngày nhận đủ phần bổ sung. Máy tự tính ngày hẹn mới.',
		pause: 'Thời gian chờ bổ sung được cộng thêm vào hạn cũ. Máy tự tính ngày hẹn mới.',
		noLimit: 'Thủ tục này chưa có thời hạn đã kiểm chứng. Bạn tự ghi ngày hẹn mới và căn cứ.',
		submit: 'Đã nhận đủ, giải quyết tiếp',
		busy: 'Đang ghi…',
		errorsTitle: 'Xem lại trước khi giải quyết tiếp',
		done: (when: string) => `Đã nhận đủ bổ sung. Ngày hẹn mới: ${when}.`
	},

	refuse: {
		open: 'Từ chối hồ sơ',
		body: 'Dùng khi hồ sơ không thể giải quyết, hoặc không thuộc nơi này. Máy lập phiếu từ chối (Mẫu 03). Việc này không lùi lại được.',
		reason: 'Lý do từ chối',
		reasonHelp: 'Viết để người dân hiểu ngay, đừng chỉ ghi số điều luật.',
		reasonMissing: 'Viết lý do từ chối, từ 3 đến 1.000 chữ cái.',
		place: 'Nơi đúng để nộp',
		placeHelp: 'Tên cơ quan và địa chỉ, để người dân không phải đi hỏi.',
		placeLong: 'Nơi đúng để nộp dài quá 300 chữ cái.',
		submit: 'Từ chối và lập phiếu',
		busy: 'Đang ghi…',
		done: (number: string) => `Đã từ chối. Phiếu số ${number}`,
		doneText: 'In phiếu rồi đưa cho người dân. Người nộp qua mạng thấy lý do trên điện thoại.',
		print: 'Mở phiếu từ chối để in'
	},

	withdraw: {
		open: 'Người dân xin rút hồ sơ',
		body: 'Ghi lại khi người nộp đến quầy xin rút. Sau đó bạn xác nhận dừng hồ sơ và trả giấy tờ.',
		reason: 'Lý do người dân nói',
		reasonLong: 'Lý do dài quá 500 chữ cái.',
		submit: 'Ghi yêu cầu rút hồ sơ',
		busy: 'Đang ghi…',
		done: 'Đã ghi yêu cầu rút. Xác nhận dừng hồ sơ khi đã trả giấy tờ.'
	},

	stop: {
		title: 'Xác nhận dừng hồ sơ',
		body: 'Người dân xin rút hồ sơ. Trả lại bản chính đang giữ, đánh dấu, rồi xác nhận.',
		submit: 'Dừng hồ sơ',
		busy: 'Đang ghi…',
		done: 'Đã dừng hồ sơ theo yêu cầu của người dân.'
	},

	givenBack: {
		legend: 'Bản chính trả lại cho người dân',
		help: 'Theo giấy hẹn. Chỉ đánh dấu giấy bạn trả lại thật.',
		nothing: 'Giấy hẹn không ghi bản chính nào quầy đang giữ.',
		list: (names: string) => `Trả lại bản chính: ${names}`
	},

	result: {
		file: 'Tệp kết quả đã ký',
		fileHelp: 'PDF hoặc ảnh (JPEG, PNG, WebP), tối đa 4 MB. Người dân mở được trên điện thoại.',
		chosen: (name: string, size: string) => `Đã chọn: ${name}, ${size}.`,
		look: 'Mở tệp đã chọn để xem lại',
		drop: 'Bỏ tệp này',
		empty: 'Tệp này trống. Chọn tệp khác.',
		tooLarge: (size: string) => `Tệp nặng ${size}, quá 4 MB. Quét lại cho nhẹ hơn rồi chọn lại.`,
		wrongType: 'Tệp này không phải PDF, JPEG, PNG hay WebP. Chọn tệp khác.',
		unreadable: 'Máy không đọc được tệp này. Chọn lại tệp.',
		reading: 'Đang đọc tệp…',
		sending: (percent: number) => `Đang gửi tệp: ${percent} %`,
		stored: 'Tệp kết quả',
		open: (name: string) => `Mở ${name} trong thẻ mới`,
		fetch: 'Tải tệp kết quả để xem',
		fetching: 'Đang tải tệp…',
		failed: 'Chưa tải được tệp kết quả. Kiểm tra mạng rồi thử lại.',
		damaged: 'Tệp kết quả không khớp với tệp đã lưu. Báo người quản trị của cơ quan.'
	},

	returning: {
		proxyPaper: 'Giấy tờ người nhận thay đưa xem',
		proxyPaperHelp: 'Ví dụ: giấy ủy quyền ngày 20/11/2026',
		proxyPaperMissing: 'Ghi giấy tờ mà người nhận thay đưa xem, từ 3 đến 200 chữ cái.',
		proxyPaperLine: (paper: string) => `Giấy đã xem: ${paper}`,
		errorsTitle: 'Xem lại trước khi trả kết quả'
	},

	post: {
		way: 'Nhận kết quả',
		atDesk: 'Tại quầy',
		toAddress: (address: string) => `Qua bưu điện, gửi đến ${address}`,
		choice: 'Gửi qua bưu điện',
		choiceHelp: 'Chỉ ghi khi bưu điện đã nhận bưu gửi và cho số.',
		asked: 'Người dân đăng ký nhận qua bưu điện.',
		copy: 'Chép tên, số điện thoại và địa chỉ',
		copied: 'Đã chép. Dán vào phiếu gửi của bưu điện.',
		copyFailed: 'Máy không cho chép. Bôi đen rồi chép bằng Ctrl + C.',
		name: 'Người nhận ghi trên bưu gửi',
		address: 'Địa chỉ ghi trên bưu gửi',
		addressMissing: 'Viết địa chỉ nhận, từ 3 đến 300 chữ cái.',
		number: 'Số bưu gửi',
		numberHelp:
			'Chép đúng số bưu điện cho, ví dụ EE123456789VN. Người dân đọc số này để hỏi bưu điện.',
		numberMissing: 'Viết số bưu gửi: từ 4 đến 40 chữ và số, không dấu.',
		carrier: 'Đơn vị nhận chuyển',
		carrierDefault: 'Bưu điện Việt Nam',
		carrierLong: 'Tên đơn vị nhận chuyển dài quá 80 chữ cái.',
		backInParcel: 'Bản chính gửi trả trong cùng bưu gửi',
		backInParcelHelp: 'Theo giấy hẹn. Chỉ đánh dấu giấy bạn bỏ vào bưu gửi thật.',
		submit: 'Đã gửi bưu điện',
		event: 'Gửi kết quả qua bưu điện',
		parcel: (carrier: string, number: string, address: string) =>
			`${carrier}, bưu gửi ${number}, gửi đến ${address}`
	},

	head: {
		waiting: (date: string) => `Chờ người dân bổ sung đến hết ${date}.`,
		passed: (date: string) => `Đã hết hạn bổ sung ${date}.`,
		answered: (when: string) => `Người dân đã trả lời lúc ${when}. Xem rồi làm tiếp.`,
		twice: 'Đã yêu cầu bổ sung 2 lần: tính quá hạn',
		more: (count: number) => `Đã yêu cầu bổ sung ${count} lần: tính quá hạn`,
		stillWaiting:
			'Hồ sơ đang chờ người dân bổ sung. Làm tiếp khi họ đã gửi, hoặc mang giấy đến quầy.'
	},

	history: {
		slipUntil: (date: string) => `Bổ sung chậm nhất ${date}`,
		lines: (names: string) => `Cần bổ sung: ${names}`,
		countsLate: 'Lần này tính quá hạn',
		reason: (text: string) => `Lý do: ${text}`,
		rightPlace: (place: string) => `Nơi đúng để nộp: ${place}`,
		text: (text: string) => `Lời trả lời: ${text}`,
		papers: (names: string) => `Giấy nhận tại quầy: ${names}`,
		completed: (when: string) => `Đủ bổ sung lúc ${when}`,
		due: (date: string) => `Ngày hẹn mới: ${date}`,
		moved: (from: string, to: string) => `Từ ${from} sang ${to}`,
		signedBy: (name: string) => `Người ký: ${name}`,
		replaced: 'Người dân nộp hồ sơ khác thay cho hồ sơ này',
		total: (amount: string) => `Đã thu: ${amount}`,
		identity: {
			card: 'Đã xem thẻ căn cước',
			vneid: 'Đã xem VNeID',
			known: 'Cán bộ quen biết người nộp',
			none: 'Chưa xác minh người nộp'
		},
		source: {
			typed: 'Cán bộ gõ thông tin',
			checklist: 'Quét mã danh sách giấy tờ',
			'person-code': 'Quét mã thông tin của người nộp',
			earlier: 'Lấy từ hồ sơ trước'
		}
	},

	slips: {
		'01': (number: string) => `Giấy hẹn số ${number}`,
		'02': (number: string) => `Phiếu yêu cầu bổ sung số ${number}`,
		'03': (number: string) => `Phiếu từ chối số ${number}`,
		'04': (number: string) => `Văn bản xin lỗi số ${number}`,
		'05': (number: string) => `Thông báo dừng số ${number}`,
		'06': (number: string) => `Phiếu kiểm soát số ${number}`
	} as Record<string, (number: string) => string>,
	otherSlip: (number: string) => `Giấy số ${number}`,

	/** What the server answers, by its key. */
	refusals: {
		'supplement-again-needed':
			'Hồ sơ này đã yêu cầu bổ sung một lần. Chỉ lãnh đạo được lập phiếu lần nữa.',
		'supplement-first': 'Hồ sơ này chưa có lần yêu cầu bổ sung nào. Tải lại trang rồi làm lại.',
		'supplement-lines': 'Phiếu cần từ 1 đến 40 dòng, mỗi dòng đủ tên và số bản.',
		'supplement-reason': 'Mỗi dòng của phiếu phải có lý do.',
		'supplement-until': 'Ngày đó phải là ngày cơ quan làm việc, sau hôm nay và trong vòng một năm.',
		'supplement-closed': 'Lần yêu cầu bổ sung này đã kết thúc. Tải lại trang để xem.',
		'again-reason': 'Viết vì sao phải yêu cầu bổ sung lần nữa.',
		'refuse-reason': 'Viết lý do từ chối.',
		'reply-text': 'Viết lời trả lời cho người dân.',
		'withdraw-too-late': 'Hồ sơ đã có kết quả nên không rút được nữa.',
		'result-incomplete': 'Tệp kết quả chưa gửi xong. Bấm lại để gửi tiếp.',
		'result-malformed': 'Máy chủ không nhận tệp kết quả này. Chọn lại tệp rồi bấm lại.',
		'result-type': 'Tệp kết quả phải là PDF, JPEG, PNG hoặc WebP. Chọn tệp khác.',
		'result-unknown': 'Máy chủ chưa có tệp kết quả này. Chọn lại tệp rồi bấm lại.',
		'result-differs': 'Tệp kết quả khác với lần gửi trước. Chọn lại tệp rồi bấm lại.',
		'register-closed':
			'Sổ theo dõi của năm đó đã khóa nên không ghi thêm hồ sơ nào được. Báo lãnh đạo; giấy viết tay vẫn có giá trị.',
		'file-differs': 'Tệp nhận được không khớp với tệp đã lưu. Báo người quản trị của cơ quan.',
		'proxy-paper': 'Ghi giấy tờ mà người nhận thay đưa xem.'
	} as Record<string, string>
} as const;
