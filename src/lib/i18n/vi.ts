import { viPapers } from './viPapers';

/** Everything a citizen reads that is not in the catalogue. `typeof vi` is the shape every other language must have. */
export const vi = {
	brand: 'Một Cửa',
	tagline: 'Đủ giấy tờ, đi một lần',
	pageTitle: (title: string) => `${title} – Một Cửa`,
	errorTitle: (title: string) => `Lỗi: ${title} – Một Cửa`,
	back: 'Quay lại',
	optional: '(không bắt buộc)',
	continue: 'Tiếp tục',
	unsure: 'Tôi không rõ',
	nav: {
		label: 'Các mục chính',
		home: 'Trang đầu',
		procedures: 'Thủ tục',
		myDossiers: 'Hồ sơ',
		lookup: 'Tra cứu'
	},
	footer: {
		text: 'Thông tin lấy từ cơ sở dữ liệu thủ tục hành chính quốc gia. Chỗ nào chưa kiểm chứng đều ghi rõ.',
		staff: 'Dành cho cán bộ',
		figures: 'Kết quả phục vụ',
		feedback: 'Phản ánh, góp ý'
	},
	storage: {
		blockedTitle: 'Điện thoại này không cho lưu dữ liệu',
		blocked:
			'Có thể bạn đang mở ở chế độ ẩn danh, hoặc máy đã hết chỗ trống. Hãy mở bằng cửa sổ thường hoặc xóa bớt ảnh, rồi thử lại.',
		notSaved: 'Chưa lưu được vào máy. Đừng đóng trang này.',
		filed: 'Hồ sơ này đã được nộp ở một cửa sổ khác, nên không sửa ở đây được nữa.',
		openFiled: 'Xem hồ sơ đã nộp',
		saved: 'Đã lưu trên máy này',
		saving: 'Đang lưu…'
	},
	loading: 'Đang mở…',
	notFound: {
		title: 'Không thấy trang này',
		text: 'Có thể địa chỉ bị gõ sai, hoặc thủ tục này không còn được đăng.',
		home: 'Về trang đầu'
	},
	failure: {
		title: 'Trang này chưa mở được',
		text: 'Hãy thử lại. Những gì bạn đã nhập vẫn còn trong máy.',
		retry: 'Thử lại'
	},
	home: {
		title: 'Bạn cần làm giấy tờ gì?',
		lead: 'Trả lời vài câu hỏi để biết đúng giấy tờ của mình, nộp ngay trên điện thoại, rồi theo dõi đến khi có kết quả.',
		searchLabel: 'Tìm thủ tục',
		searchHelp: 'Gõ như bạn vẫn nói, có dấu hay không dấu đều được.',
		searchButton: 'Tìm',
		byEvent: 'Theo việc trong đời sống',
		byField: 'Theo lĩnh vực',
		drafts: 'Bạn đang làm dở',
		resume: (title: string) => `Làm tiếp: ${title}`,
		howTitle: 'Làm thế nào?',
		how: [
			'Tìm thủ tục và trả lời vài câu hỏi về trường hợp của bạn.',
			'Chuẩn bị đúng những giấy tờ trong danh sách.',
			'Khai tờ khai và bấm nộp. Mất mạng cũng không sao, máy sẽ tự gửi sau.',
			'Theo dõi hồ sơ và đến nhận kết quả đúng ngày hẹn.'
		],
		countProcedures: (count: number) => `${count} thủ tục`
	},
	/** What a turn in life brings with it, in a few words. */
	lifeEventHelp: {
		'having-a-child': 'Khai sinh, thường trú, thẻ bảo hiểm, nhận con nuôi',
		marrying: 'Đăng ký kết hôn, giấy độc thân, ly hôn ở nước ngoài',
		'a-death': 'Khai tử, tiền mai táng, chia tài sản để lại',
		land: 'Sang tên, làm sổ đỏ, sửa sổ ghi sai, tranh chấp',
		building: 'Hỏi quy hoạch, giấy phép xây, sửa, gia hạn',
		'opening-a-shop': 'Hộ kinh doanh, hợp tác xã, giấy phép riêng',
		'old-age': 'Trợ cấp, giấy khuyết tật, hộ nghèo, ủy quyền',
		school: 'Chuyển trường, bản sao giấy tờ, miễn học phí',
		papers: 'Sao y, chứng thực chữ ký, xin lại giấy đã mất'
	},
	lifeEvents: {
		'having-a-child': 'Sinh con',
		marrying: 'Kết hôn',
		'a-death': 'Người thân qua đời',
		land: 'Nhà đất',
		building: 'Xây nhà',
		'opening-a-shop': 'Mở cửa hàng',
		'old-age': 'Người già, người cần giúp đỡ',
		school: 'Học hành',
		papers: 'Giấy tờ, bản sao'
	},
	list: {
		title: 'Tất cả thủ tục',
		all: 'Tất cả thủ tục',
		results: (count: number, query: string) =>
			count === 0 ? `Chưa thấy thủ tục nào cho “${query}”` : `${count} thủ tục cho “${query}”`,
		noResults: 'Hãy thử từ khác, ví dụ tên tờ giấy bạn muốn có. Hoặc gọi cho quầy để hỏi.',
		meant: 'Có phải bạn tìm:',
		meantWords: (words: string) => `${words}?`,
		lifeEvent: (name: string) => `${name}: xem lần lượt các việc cần làm`,
		showAll: 'Xem tất cả thủ tục',
		counts: (procedures: number, fields: number) =>
			`${procedures} thủ tục trong ${fields} lĩnh vực đang được niêm yết.`,
		fieldCount: (name: string, count: number) => `${name} (${count})`,
		wholeField: 'Xem cả lĩnh vực, có mô tả từng thủ tục',
		printField: 'In tờ niêm yết lĩnh vực này',
		searchOut: 'Chưa tìm được vì máy chưa tải danh mục về và đang mất mạng. Có mạng rồi hãy gõ lại.'
	},
	procedure: {
		start: 'Bắt đầu chuẩn bị',
		resume: 'Làm tiếp phần đang dở',
		startHelp: 'Không cần tài khoản. Mất mạng vẫn làm được.',
		youGet: 'Bạn nhận được',
		time: 'Thời gian',
		timeOf: (channel: string) =>
			`Thời gian, khi ${channel.charAt(0).toLowerCase()}${channel.slice(1)}`,
		fee: 'Lệ phí',
		who: 'Ai làm được',
		decidedBy: 'Nơi giải quyết',
		deadline: 'Cần nhớ',
		papers: 'Giấy tờ có thể cần',
		papersHelp: 'Bạn chỉ cần một phần trong số này. Trả lời câu hỏi để biết đúng phần của mình.',
		papersNone: 'Chưa có danh sách giấy tờ. Hãy hỏi quầy.',
		channels: 'Cách làm',
		proxy: 'Nhờ người khác làm thay',
		mistakes: 'Nhiều người nhầm ở đây',
		lookalikes: 'Có phải bạn cần việc khác?',
		lookalike: (notThisIf: string) => `Chọn việc này nếu: ${notThisIf}`,
		official: 'Tên và căn cứ chính thức',
		officialTitle: 'Tên chính thức',
		code: 'Mã thủ tục',
		decision: 'Quyết định công bố',
		legalBasis: 'Căn cứ pháp lý',
		retention: 'Lưu hồ sơ',
		source: 'Nguồn',
		asOf: (date: string) => `Thông tin tính đến ${date}.`,
		partial:
			'Thông tin lấy từ nguồn chính thức nhưng chưa có cán bộ xác nhận. Nếu khác với quầy, hãy theo quầy.',
		listedTitle: 'Chưa có danh sách giấy tờ',
		listed:
			'Chúng tôi mới biết chắc tên của thủ tục này. Hãy hỏi quầy trước khi chuẩn bị giấy tờ, để khỏi đi lại.',
		whereToAsk: 'Hỏi ở đâu?',
		onPortal: (code: string) => `Muốn tự xem, tìm mã ${code} trên Cổng Dịch vụ công quốc gia:`,
		related: 'Việc thường làm cùng',
		sample: 'Tờ khai điền mẫu',
		sampleOpen: 'Xem cách điền',
		sampleStamp: 'MẪU',
		sampleHelp: 'Người và số trong mẫu là bịa ra, chỉ để xem cách ghi.',
		printPosting: 'In tờ niêm yết thủ tục này',
		unverified: 'Chỗ chưa kiểm chứng',
		newer: 'Nội dung trên máy này mới hơn bản đã đăng và đang được hiển thị.',
		withdrawnTitle: 'Thủ tục này không còn áp dụng',
		withdrawn: (reason: string) => reason || 'Hãy hỏi quầy để biết thủ tục thay thế.'
	},
	channel: {
		online: 'Nộp trên điện thoại, máy tính',
		'in-person': 'Đến quầy',
		post: 'Gửi bưu điện'
	},
	limit: {
		'same-day': 'Trong ngày',
		'working-day': (value: number) => `${value} ngày làm việc`,
		'calendar-day': (value: number) => `${value} ngày, kể cả ngày nghỉ`,
		'working-hour': (value: number) => `${value} giờ làm việc`,
		unknown: 'Hỏi quầy'
	},
	fee: {
		free: 'Không mất tiền',
		province: 'Do Hội đồng nhân dân tỉnh quy định; hỏi quầy',
		unknown: 'Hỏi quầy',
		amount: (amount: string, per?: string) => (per ? `${amount}/${per}` : amount),
		/** "từ trang thứ 3: 1.000 đồng/trang" */
		tier: (from: number, per: string, amount: string) =>
			`từ ${per} thứ ${from}: ${amount}${per ? `/${per}` : ''}`,
		most: (amount: string, per: string) => `nhiều nhất ${amount}/${per}`,
		only: (channels: string) => `Khi ${channels.toLowerCase()}`
	},
	kind: {
		'submit-original': (count: number, copies: number) =>
			copies > 0
				? `Nộp ${count} bản chính và ${copies} bản sao. Quầy giữ lại.`
				: `Nộp ${count} bản chính. Quầy giữ lại.`,
		'certified-copy': (count: number) => `Nộp ${count} bản sao có chứng thực. Quầy giữ lại.`,
		'photocopy-with-original': (count: number) =>
			`Nộp ${count} bản chụp, đưa xem bản chính để đối chiếu rồi nhận lại.`,
		photocopy: (count: number) =>
			`Nộp ${count} bản chụp (bản photo). Mang theo bản chính, phòng khi quầy cần xem.`,
		'show-original': () => 'Đưa xem bản chính rồi nhận lại. Không phải nộp bản sao.',
		electronic: () => 'Dùng bản điện tử. Không phải nộp bản giấy.',
		'data-lookup': () => 'Không phải mang. Cán bộ tự tra cứu.'
	},
	builtByForm: 'Khai ngay trong ứng dụng này. Không phải mang tờ giấy nào.',
	questions: {
		progress: (index: number) => `Câu\u00A0${index}`,
		required: 'Hãy chọn một câu trả lời để đi tiếp.',
		requiredTitle: 'Chưa chọn câu trả lời'
	},
	checklist: {
		title: 'Giấy tờ của bạn',
		lead: 'Đây là những giấy tờ pháp luật yêu cầu cho trường hợp của bạn.',
		none: 'Trường hợp này không có giấy tờ nào phải chuẩn bị. Hãy đọc kỹ phần lưu ý dưới đây.',
		bring: 'Cần chuẩn bị',
		nothing: 'Không phải mang theo',
		maybe: 'Có thể cần',
		maybeHelp: 'Vì có câu bạn chưa rõ. Hãy hỏi quầy, hoặc mang theo cho chắc.',
		ready: 'Tôi đã có giấy này',
		why: 'Để làm gì? Không có thì sao?',
		ifMissing: 'Nếu không có',
		official: 'Tên chính thức',
		notes: 'Xin lưu ý',
		answers: 'Bạn đã trả lời',
		change: 'Đổi',
		fee: 'Lệ phí',
		progress: (ready: number, total: number) => `Đã có ${ready} trên ${total} giấy tờ`,
		fill: 'Khai tờ khai',
		fillHelp: 'Khai xong là nộp được ngay trên máy này.',
		fillAtDesk: 'Khai sẵn ở nhà rồi đưa quầy xem. Đỡ phải viết tại chỗ.',
		noForm: 'Thủ tục này chưa nộp được trên máy. Hãy mang giấy tờ trong danh sách đến quầy.',
		print: 'In danh sách này',
		startOver: 'Làm lại từ đầu',
		startOverConfirm:
			'Xóa những gì đã trả lời, đã khai và đã chụp cho thủ tục này? Việc này không lấy lại được.'
	},
	papers: viPapers,
	form: {
		step: (index: number, total: number) => `Bước\u00A0${index}\u00A0trên\u00A0${total}`,
		applicant: 'Về bạn, người nộp hồ sơ',
		applicantHelp: 'Chúng tôi chỉ dùng để giải quyết hồ sơ này theo quy định của pháp luật.',
		office: 'Nộp đến nơi nào?',
		errorTitle: 'Có chỗ cần sửa',
		fault: {
			required: (label: string) => `${label}: chưa điền.`,
			'date-unfinished': (label: string) => `${label}: hãy ghi đủ ngày, tháng và năm.`,
			'not-a-year': (label: string) => `${label}: hãy ghi bốn chữ số, ví dụ 1995.`,
			'too-short': (label: string) => `${label}: ngắn quá. Hãy ghi rõ hơn.`,
			'not-a-date': (label: string) =>
				`${label}: ngày này không có thật. Hãy ghi ngày, tháng và năm bằng số, ví dụ 27 / 3 / 2026.`,
			'date-too-early': (label: string) => `${label}: ngày này xa quá. Hãy xem lại năm.`,
			'date-too-late': (label: string) => `${label}: ngày này chưa đến. Hãy xem lại.`,
			'not-a-number': (label: string) => `${label}: chỉ ghi chữ số.`,
			'number-out-of-range': (label: string, min?: number, max?: number) =>
				`${label}: hãy ghi số${min === undefined ? '' : ` từ ${min}`}${max === undefined ? '' : ` đến ${max}`}.`,
			'too-long': (label: string, maxLength: number) =>
				`${label}: dài quá ${maxLength} chữ cái. Hãy viết ngắn lại.`,
			'citizen-id': (label: string) => `${label}: số trên thẻ căn cước có 12 chữ số. Hãy xem lại.`,
			phone: (label: string) => `${label}: số điện thoại có 10 chữ số, bắt đầu bằng 0.`,
			'person-name': (label: string) => `${label}: chỉ ghi chữ, không ghi số hay ký hiệu.`,
			email: (label: string) => `${label}: địa chỉ này chưa đúng, ví dụ đúng: ten@gmail.com.`,
			'not-an-option': (label: string) => `${label}: hãy chọn một mục.`
		}
	},
	check: {
		title: 'Xem lại trước khi nộp',
		lead: 'Đọc kỹ từng dòng. Sai chỗ nào, bấm “Sửa” ở dòng đó.',
		change: 'Sửa',
		empty: 'Bỏ trống',
		papers: 'Giấy tờ bạn đã có',
		papersMissing: 'Giấy tờ bạn chưa có',
		bringOriginals: 'Giấy tờ phải nộp thì mang bản chính đến quầy khi nhận kết quả.',
		notice:
			'Bạn chịu trách nhiệm về điều đã khai. Nộp đủ giấy tờ chưa có nghĩa là hồ sơ được duyệt; cán bộ còn xem xét.',
		submit: 'Nộp hồ sơ',
		submitting: 'Đang cất hồ sơ vào máy…',
		incompleteTitle: 'Còn phần chưa xong',
		incomplete: (section: string) => `Phần “${section}” còn chỗ chưa điền hoặc chưa đúng.`
	},
	dossier: {
		listTitle: 'Hồ sơ của tôi',
		listLead: 'Những hồ sơ đã làm trên máy này. Máy khác thì dùng mục Tra cứu.',
		emptyTitle: 'Chưa có hồ sơ nào trên máy này',
		empty: 'Khi bạn bắt đầu chuẩn bị hoặc nộp hồ sơ, nó sẽ hiện ở đây.',
		find: 'Tìm thủ tục',
		draftAt: (time: string) => `Sửa lần cuối lúc ${time}.`,
		resume: 'Làm tiếp',
		remove: 'Xóa bản đang làm dở này',
		removeConfirm:
			'Xóa những gì đã trả lời, đã khai và đã chụp trong bản này? Việc này không lấy lại được.',
		drafts: 'Đang làm dở',
		sending: 'Đang gửi',
		sent: 'Đã nộp',
		receiptTitle: 'Đã nộp hồ sơ',
		receiptLead: 'Hồ sơ của bạn đã đến quầy. Hãy chụp lại hoặc ghi lại hai mã dưới đây.',
		reference: 'Mã đăng ký',
		code: 'Mã hồ sơ',
		lookupCode: 'Mã tra cứu',
		codesHelp: 'Ai có cả hai mã đều xem được tiến độ hồ sơ. Đừng đưa cho người lạ.',
		qrLabel: (code: string) => `Mã QR để tra cứu hồ sơ ${code}`,
		submittedAt: 'Nộp lúc',
		office: 'Nơi nhận',
		officePhone: 'Điện thoại',
		answerBy: (time: string) => `Quầy sẽ trả lời trước ${time}.`,
		next: 'Việc tiếp theo',
		nextSubmitted:
			'Chờ quầy kiểm tra giấy tờ. Nếu đủ, bạn sẽ thấy ngày hẹn ở đây. Nếu thiếu, quầy sẽ nói rõ thiếu gì.',
		nextReceived: (date: string) => `Hẹn trả kết quả: ${date}, trong giờ làm việc.`,
		nextReceivedBy: (time: string) => `Hẹn trả kết quả trước ${time}.`,
		nextFinished:
			'Đã có kết quả. Mang căn cước và bản chính những giấy tờ phải nộp đến quầy để nhận. Đã xin gửi bưu điện thì chờ bưu tá.',
		nextReturned: 'Kết quả đã được trao. Cảm ơn bạn.',
		history: 'Các bước đã qua',
		checked: (time: string) => `Xem lúc ${time}.`,
		refresh: 'Xem lại ngay',
		refreshFailed: 'Chưa kết nối được nên chưa biết gì mới. Máy sẽ tự xem lại.',
		notOnThisPhone: 'Máy này không có hồ sơ này',
		notOnThisPhoneText: 'Hãy dùng mục Tra cứu với mã hồ sơ và mã tra cứu ghi trên giấy hẹn.',
		print: 'In trang này'
	},
	status: {
		1: 'Đã nộp, chờ quầy kiểm tra',
		2: 'Quầy đã tiếp nhận',
		3: 'Quầy không tiếp nhận',
		4: 'Đang giải quyết',
		5: 'Cần bổ sung giấy tờ',
		6: 'Cần nộp tiền',
		7: 'Bạn đã xin rút hồ sơ',
		8: 'Đã dừng',
		9: 'Đã có kết quả',
		10: 'Đã trả kết quả'
	} as Record<number, string>
};
