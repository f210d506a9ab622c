import { formatNumber } from './numbers';

/** The words of the register of proposals to cut (đề nghị cắt giảm). */
export const viCuts = {
	title: 'Đề nghị cắt giảm',
	lead: 'Giấy tờ, thời gian, bước làm việc mà cơ quan đề nghị bỏ bớt: gửi đâu, được trả lời ra sao, quyết định thế nào.',
	toCosts: 'Thủ tục nào tốn công bà con nhất',
	back: 'Về danh sách đề nghị',
	loading: 'Đang mở…',
	failed: 'Chưa mở được. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Bạn chưa được giao xem các đề nghị cắt giảm.',
	unknown: 'Không có đề nghị này, hoặc bạn không được xem.',
	none: 'Chưa có đề nghị nào.',
	noneSo: 'Không có đề nghị nào như vậy.',
	more: (shown: number, total: number) =>
		`Đang hiện ${formatNumber(shown)} đề nghị mới nhất trong ${formatNumber(total)}. Chọn tình trạng để thu hẹp.`,
	filter: 'Tình trạng',
	onlyOf: (code: string) => `Chỉ các đề nghị về thủ tục ${code}.`,
	ofAll: 'Xem mọi thủ tục',
	all: 'Tất cả',
	add: 'Viết đề nghị mới',
	print: 'In',
	xlsx: 'Tải XLSX',
	fileFailed: 'Chưa làm được tệp. Thử lại.',
	fileName: (day: string) => `de-nghi-cat-giam_${day}`,
	asOf: (day: string) => `Tính đến ngày ${day}.`,

	number: (number: number, year: number) => `${number}/${year}`,
	heading: (number: string, procedure: string) => `Đề nghị số ${number}: ${procedure}`,
	columns: {
		number: 'Số',
		agency: 'Cơ quan',
		code: 'Mã thủ tục',
		procedure: 'Thủ tục',
		cuts: 'Đề nghị bỏ gì',
		reason: 'Vì sao',
		savings: 'Bớt được trong 12 tháng',
		dossiers: 'Hồ sơ',
		papers: 'Bớt giấy tờ',
		trips: 'Bớt lượt đi lại',
		days: 'Bớt ngày làm việc',
		from: 'Tính từ ngày',
		to: 'Đến hết ngày',
		state: 'Tình trạng',
		since: 'Từ ngày',
		sentTo: 'Gửi đâu',
		sentPaper: 'Văn bản gửi',
		reply: 'Trả lời',
		decision: 'Quyết định',
		inForce: 'Bản mới'
	},
	states: {
		proposed: 'Chờ gửi đi',
		sent: 'Chờ trả lời',
		replied: 'Chờ quyết định',
		decided: 'Đã quyết định',
		accept: 'Được chấp nhận',
		reject: 'Không được chấp nhận',
		withdrawn: 'Đã rút'
	} as Record<string, string>,
	since: (day: string, days: number) =>
		days > 0 ? `Từ ${day}, đã ${formatNumber(days)} ngày` : `Từ hôm nay, ${day}`,
	on: (day: string) => `Ngày ${day}`,
	paperOf: (number: string, day: string) => `số ${number} ngày ${day}`,

	cut: {
		paper: (name: string) => `Bỏ giấy: ${name}`,
		lookup: (name: string, database: string) =>
			database
				? `Không phải mang, cán bộ tra trong ${database}: ${name}`
				: `Không phải mang, cán bộ tự tra: ${name}`,
		time: (channel: string, from: string, to: string) =>
			`Rút thời hạn ${channel}: ${from} còn ${to}`,
		step: (name: string, limit: string) => `Bỏ bước trong cơ quan: ${name} (${limit})`,
		refused: 'không được chấp nhận',
		missed: 'bản đang dùng không còn mục này'
	},
	channels: {
		'in-person': 'nộp tại quầy',
		online: 'nộp trực tuyến',
		post: 'gửi bưu điện'
	} as Record<string, string>,

	savings: {
		year: (from: string, to: string) => `Trong 12 tháng qua (${from} đến hết ${to})`,
		shorter: (from: string, to: string) =>
			`Từ ${from} đến hết ${to} (cơ quan chưa có đủ 12 tháng số liệu)`,
		dossiers: (count: number) => `${formatNumber(count)} hồ sơ`,
		none: (when: string) => `${when}: chưa nhận hồ sơ nào của thủ tục này nên chưa tính được.`,
		papers: (count: number) => `bớt ${formatNumber(count)} giấy tờ phải mang`,
		trips: (count: number) => `bớt ${formatNumber(count)} lượt đi lại`,
		time: {
			'working-day': (amount: number, n: number) =>
				`bớt ${formatNumber(amount)} ngày làm việc chờ (${formatNumber(n)} hồ sơ)`,
			'calendar-day': (amount: number, n: number) =>
				`bớt ${formatNumber(amount)} ngày chờ, kể cả ngày nghỉ (${formatNumber(n)} hồ sơ)`,
			'working-hour': (amount: number, n: number) =>
				`bớt ${formatNumber(amount)} giờ làm việc chờ (${formatNumber(n)} hồ sơ)`
		} as Record<string, (amount: number, n: number) => string>,
		nothing: 'chưa bớt được gì cho bà con',
		step: (name: string, limit: string, count: number) =>
			`Bước “${name}” (${limit}) ${count > 0 ? `có trong ${formatNumber(count)} hồ sơ` : 'chưa có trong hồ sơ nào'}; bỏ bước này không đổi ngày hẹn với bà con.`,
		agencies: (count: number) => `Cộng ${formatNumber(count)} cơ quan, kể cả cấp dưới.`,
		rulesTitle: 'Tính như thế nào',
		rules: [
			'Chỉ đếm hồ sơ đã nhận trong 12 tháng, đến hết hôm qua. Không suy ra cho những tháng chưa có số liệu.',
			'Giấy tờ: hồ sơ có giấy đó trong danh sách phải mang, hoặc bị yêu cầu bổ sung giấy đó.',
			'Đi lại: chỉ những lượt mà người dân đến vì đúng các giấy đề nghị bỏ. Nếu thiếu cả giấy khác thì không tính, vì vẫn phải đến.',
			'Thời gian: thời hạn cũ trừ thời hạn mới, cộng cho các hồ sơ nộp theo cách đó. Đây là thời gian đã hẹn, không phải thời gian làm thật.'
		]
	},

	one: {
		of: (code: string, version: number) => `Thủ tục ${code}, viết theo bản số ${version}.`,
		agency: 'Cơ quan',
		cuts: 'Đề nghị bỏ bớt',
		reason: 'Vì sao',
		savings: 'Bớt được gì',
		basis: 'Tính vào ngày viết đề nghị.',
		history: 'Đã làm những gì',
		draftTitle: 'Bản mới của thủ tục',
		draft: {
			open: 'Đã có bản nháp bỏ các mục được chấp nhận. Người soạn danh mục xem lại rồi gửi người thứ hai công bố.',
			proposed: 'Bản nháp đã soạn xong, chờ người thứ hai công bố.',
			scheduled: (number: number, day: string) =>
				`Bản số ${number} đã công bố, có hiệu lực từ ${day}.`,
			'in-force': (number: number, day: string) => `Bản số ${number} đang áp dụng từ ${day}.`,
			dropped: 'Bản mới đã bị hủy trước ngày có hiệu lực.',
			discarded: 'Người soạn danh mục đã bỏ bản nháp. Thủ tục vẫn như cũ.'
		},
		noDraft: 'Không có bản nháp: bản đang dùng không còn mục nào trong số được chấp nhận.',
		openDraft: 'Mở bản nháp',
		review: 'Xem thủ tục này tốn công ở đâu',
		others: 'Các đề nghị về thủ tục này'
	},
	history: {
		propose: 'Viết đề nghị',
		send: (body: string, paper: string) => `Gửi ${body}, văn bản ${paper}`,
		reply: (agrees: string, paper: string) => `Trả lời ${paper}: ${agrees}`,
		accept: (paper: string) => `Quyết định ${paper}: chấp nhận`,
		reject: (paper: string) => `Quyết định ${paper}: không chấp nhận`,
		withdraw: 'Rút đề nghị',
		noted: (who: string, when: string) => (who ? `${who} ghi lúc ${when}` : `Ghi lúc ${when}`)
	},
	agrees: { yes: 'đồng ý', partly: 'đồng ý một phần', no: 'không đồng ý' } as Record<
		string,
		string
	>,

	next: 'Việc tiếp theo',
	actions: {
		send: 'Ghi đã gửi đi',
		reply: 'Ghi trả lời',
		replyAgain: 'Ghi thêm trả lời',
		decide: 'Ghi quyết định',
		withdraw: 'Rút đề nghị'
	},
	done: {
		proposed: 'Đã ghi đề nghị.',
		send: 'Đã ghi. Bây giờ chờ trả lời.',
		reply: 'Đã ghi trả lời.',
		withdraw: 'Đã rút đề nghị.',
		decide: 'Đã ghi quyết định.',
		drafted: 'Đã ghi quyết định và tạo bản nháp cho bản tiếp theo của thủ tục.',
		undrafted:
			'Đã ghi quyết định. Bản đang dùng không còn mục nào được chấp nhận nên không tạo bản nháp.',
		missed: (names: string) => `Không áp dụng được vì bản đang dùng không còn: ${names}.`,
		others: (count: number) =>
			`Thủ tục này đang có ${count} bản nháp khác; bản mới nằm riêng, không ghi đè lên.`
	},
	form: {
		wrong: 'Xem lại mấy chỗ này',
		save: 'Ghi lại',
		saving: 'Đang ghi…',
		cancel: 'Thôi',
		optional: '(không bắt buộc)',
		choose: 'Chọn',
		body: 'Gửi cơ quan nào',
		bodyHelp: 'Ví dụ: Sở Tư pháp; Văn phòng UBND tỉnh',
		number: 'Số văn bản',
		numberHelp: 'Ví dụ: 12/TTr-UBND',
		decisionNumber: 'Số quyết định',
		decisionNumberHelp: 'Ví dụ: 345/QĐ-UBND',
		on: 'Ngày văn bản',
		agrees: 'Họ trả lời thế nào',
		summary: 'Tóm tắt trả lời',
		decision: 'Quyết định',
		decisions: { accept: 'Chấp nhận', reject: 'Không chấp nhận' } as Record<string, string>,
		accepted: 'Chấp nhận những mục nào',
		acceptedHelp:
			'Các mục này được bỏ khỏi bản nháp tiếp theo của thủ tục. Người dân chỉ thấy khi bản đó được công bố.',
		withdrawReason: 'Vì sao rút',
		faults: {
			body: 'Ghi tên cơ quan nhận, ít nhất 3 chữ cái.',
			number: 'Ghi số văn bản.',
			on: (from: string) => `Chọn ngày từ ${from} đến hôm nay.`,
			agrees: 'Chọn một câu trả lời.',
			decision: 'Chọn chấp nhận hay không.',
			accepted: 'Chọn ít nhất một mục, hoặc chọn không chấp nhận.',
			reason: 'Viết lý do, ít nhất 3 chữ cái.',
			cuts: 'Chọn ít nhất một thứ để bỏ bớt.',
			procedure: 'Chọn một thủ tục.',
			limit: (unit: string) => `Viết một số nguyên nhỏ hơn ${unit}, ít nhất 1.`
		}
	},
	propose: {
		title: 'Viết đề nghị cắt giảm',
		lead: 'Chọn thứ muốn bỏ bớt; máy tính ngay bớt được bao nhiêu cho bà con.',
		procedure: (name: string, code: string) => `${name} (${code})`,
		change: 'Chọn thủ tục khác',
		notFound: 'Thủ tục này không còn trong danh mục đang áp dụng. Chọn thủ tục khác.',
		papers: 'Giấy tờ',
		noPapers: 'Thủ tục này không đòi giấy tờ nào.',
		how: (name: string) => `Bỏ thế nào: ${name}`,
		drop: 'Bỏ hẳn',
		lookup: 'Cán bộ tự tra',
		lookedUp: 'Đã tự tra, bà con không phải mang',
		database: 'Tra ở đâu',
		databaseHelp: 'Ví dụ: Cơ sở dữ liệu quốc gia về dân cư',
		time: 'Thời hạn',
		timeOf: (channel: string, limit: string) => `Thời hạn mới khi ${channel} (hiện nay: ${limit})`,
		timeHelp: 'Để trống nếu giữ nguyên.',
		steps: 'Bước làm việc trong cơ quan',
		step: (name: string, limit: string) => `Bỏ bước: ${name} (${limit})`,
		savings: 'Bớt được gì',
		counting: 'Đang tính…',
		notCounted: 'Chưa tính được. Kiểm tra mạng rồi thử lại.',
		nothingYet: 'Chưa chọn gì để bỏ.',
		reason: 'Vì sao nên bỏ',
		reasonHelp: 'Ví dụ: giấy này đã có trong cơ sở dữ liệu dân cư, ba năm nay không ai cần đến.',
		submit: 'Ghi đề nghị',
		kept: 'Những gì bạn chọn và viết được giữ trên máy này cho đến khi ghi xong.'
	},
	refusals: {
		'version-stale':
			'Có người vừa sửa trước bạn, hoặc thủ tục vừa có bản mới. Đã tải bản mới: xem lại rồi làm tiếp.',
		'cut-state': 'Đề nghị này vừa có người ghi bước khác. Đã tải lại: xem rồi làm tiếp.',
		'cut-foreign': 'Chỉ người viết đề nghị hoặc lãnh đạo rút được.',
		'cut-day': 'Ngày văn bản không được sau hôm nay, cũng không trước bước liền trước.',
		'cut-limit': 'Thời hạn mới phải ngắn hơn thời hạn hiện nay.',
		'cut-unknown': 'Bản đang dùng không còn mục bạn chọn. Mở lại trang để chọn lại.',
		'cut-looked-up': 'Giấy này cán bộ đã tự tra, không cần đề nghị nữa.',
		'cut-text': 'Còn ô bắt buộc chưa ghi đủ.',
		'cut-proposal-unknown': 'Không còn đề nghị này. Tải lại trang.',
		'procedure-unknown': 'Thủ tục này không còn trong danh mục đang áp dụng.',
		'text-too-long': 'Có ô viết dài quá. Rút gọn rồi ghi lại.',
		'role-missing': 'Việc này bạn chưa được giao.'
	} as Record<string, string>,
	refused: 'Chưa ghi được. Kiểm tra mạng rồi bấm lại: bấm lại không tạo hai lần.'
};
