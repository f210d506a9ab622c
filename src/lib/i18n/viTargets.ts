import { formatNumber, formatPercent, formatShare } from './numbers';

type Share = NonNullable<Parameters<typeof formatShare>[0]>;

/** The words of the targets of an office. */
export const viTargets = {
	title: 'Chỉ tiêu',
	titleOf: (year: number) => `Chỉ tiêu năm ${year}`,
	lead: 'Mức mỗi phòng đăng ký phải đạt trong năm. Số đã đạt lấy từ báo cáo, không ai gõ vào.',
	ofAgencies: (count: number) => `Số chung cộng ${formatNumber(count)} cơ quan, kể cả cấp dưới.`,
	judged: (when: string) => `Tính đến ${when}.`,
	moving: 'Hồ sơ nhận thêm cũng làm tăng tổng số, nên số còn thiếu được tính lại mỗi lần mở trang.',
	year: 'Năm',
	below: 'Cơ quan cấp dưới',
	home: 'Về cơ quan mình',
	loading: 'Đang tính…',
	failed: 'Chưa mở được chỉ tiêu. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Bạn chưa được giao xem chỉ tiêu của cơ quan này.',
	print: 'In',
	whole: 'Toàn cơ quan',
	none: 'Chưa đăng ký chỉ tiêu nào.',

	/** Until 2021 online services had levels 3 and 4; from 2022 they are một phần and toàn trình. */
	kind: (kind: string, year: number) =>
		({
			online:
				year <= 2021
					? 'Hồ sơ nộp trực tuyến mức độ 3 và 4'
					: 'Hồ sơ nộp trực tuyến, một phần và toàn trình',
			'online-full':
				year <= 2021 ? 'Hồ sơ nộp trực tuyến mức độ 4' : 'Hồ sơ nộp trực tuyến toàn trình',
			'on-time': 'Hồ sơ giải quyết trước hạn và đúng hạn',
			satisfaction: 'Người dân hài lòng'
		})[kind] ?? kind,
	gloss: (kind: string, year: number) =>
		kind === 'online-full'
			? year <= 2021
				? 'Mức độ 4: nộp, trả tiền và nhận kết quả qua mạng; từ năm 2022 gọi là toàn trình.'
				: 'Toàn trình: từ nộp đến nhận kết quả đều qua mạng; trước năm 2022 gọi là mức độ 4.'
			: kind === 'online' && year <= 2021
				? 'Mức độ 3: nộp qua mạng, trả tiền hoặc nhận kết quả tại nơi tiếp nhận.'
				: '',
	atLeast: (percent: number) => `ít nhất ${formatPercent(percent)}`,
	counted: {
		online: 'hồ sơ đã nhận',
		'online-full': 'hồ sơ đã nhận',
		'on-time': 'hồ sơ đã giải quyết',
		satisfaction: 'lượt trả lời'
	} as Record<string, string>,

	standing: {
		unmeasured: 'Chưa có số liệu',
		'nothing-yet': 'Chưa có hồ sơ',
		reached: 'Đang đạt',
		'reached-over': 'Đạt',
		'on-the-way': 'Đang tiến gần',
		behind: 'Còn thấp',
		missed: 'Không đạt'
	} as Record<string, string>,
	soFar: ({ percent, part, n }: Share, counted: string) =>
		`Đã đạt ${percent} % (${formatNumber(part)}/${formatNumber(n)} ${counted}).`,
	nothingYet: (counted: string) => `Chưa có ${counted} nên chưa tính được.`,
	unmeasured: 'Chưa có số liệu đánh giá.',
	lately: (share: Share) => `Riêng 30 ngày gần đây: ${formatShare(share)}.`,
	needed: {
		online: (count: string, percent: number) =>
			`Còn thiếu ${count} hồ sơ trực tuyến để đạt ${formatPercent(percent)}, tính trên số hồ sơ đã nhận đến nay.`,
		'online-full': (count: string, percent: number) =>
			`Còn thiếu ${count} hồ sơ trực tuyến toàn trình để đạt ${formatPercent(percent)}, tính trên số hồ sơ đã nhận đến nay.`,
		'online-full-old': (count: string, percent: number) =>
			`Còn thiếu ${count} hồ sơ trực tuyến mức độ 4 để đạt ${formatPercent(percent)}, tính trên số hồ sơ đã nhận đến nay.`,
		'on-time': (count: string, percent: number) =>
			`${count} hồ sơ tới đều phải kịp hạn thì mới đạt ${formatPercent(percent)}.`,
		satisfaction: (count: string, percent: number) =>
			`Còn thiếu ${count} lượt hài lòng để đạt ${formatPercent(percent)}, tính trên số lượt trả lời đến nay.`
	} as Record<string, (count: string, percent: number) => string>,
	never: (percent: number, missed: number) =>
		`Không đạt ${formatPercent(percent)} được nữa: đã có ${formatNumber(missed)} hồ sơ quá hạn.`,
	missedBy: (count: number, percent: number) =>
		`Hết năm vẫn thiếu ${formatNumber(count)} để đạt ${formatPercent(percent)}.`,
	until: (date: string, days: number) =>
		days > 0 ? `Hạn: hết ngày ${date}, còn ${days} ngày.` : `Hạn: hết hôm nay, ${date}.`,
	unknownLevel: (count: number) =>
		`${formatNumber(count)} hồ sơ trực tuyến thuộc thủ tục chưa ghi mức độ, không tính vào số đã đạt.`,

	state: {
		proposed: 'Chờ duyệt',
		approved: 'Đã duyệt',
		replaced: 'Đã thay',
		returned: 'Bị trả lại',
		withdrawn: 'Đã rút'
	} as Record<string, string>,
	proposedBy: (who: string | null, when: string) =>
		who ? `${who} đăng ký ngày ${when}` : `Đăng ký ngày ${when}`,
	approvedBy: (who: string | null, when: string) =>
		who ? `${who} duyệt ngày ${when}` : `duyệt ngày ${when}`,
	afterYear: 'Ghi lại sau khi đã hết năm.',
	note: 'Ghi chú',
	reason: 'Lý do',
	change: (percent: number) => `Đề nghị đổi thành ít nhất ${formatPercent(percent)}`,
	waits: 'Chờ lãnh đạo duyệt.',
	history: (count: number) => `Những lần trước (${count})`,

	form: {
		open: 'Đăng ký hoặc đổi chỉ tiêu',
		unit: 'Của đơn vị',
		kind: 'Chỉ tiêu',
		percent: 'Ít nhất bao nhiêu phần trăm',
		percentHelp: 'Ví dụ: 5 hoặc 5,5',
		note: 'Căn cứ, ghi chú',
		optional: '(không bắt buộc)',
		submit: 'Gửi lãnh đạo duyệt',
		wrongPercent: 'Viết một số trên 0, không quá 100, nhiều nhất một chữ số sau dấu phẩy.',
		noKind: 'Chọn một chỉ tiêu.',
		choose: 'Chọn',
		done: 'Đã gửi. Lãnh đạo duyệt xong thì chỉ tiêu có hiệu lực.'
	},
	decide: {
		approve: 'Duyệt',
		back: 'Trả lại',
		sendBack: 'Gửi trả lại',
		own: 'Bạn đăng ký chỉ tiêu này: lãnh đạo khác duyệt.',
		alone: 'Bạn tự đăng ký; cơ quan không có lãnh đạo khác nên bạn duyệt được.',
		withdraw: 'Rút lại',
		drop: 'Bỏ chỉ tiêu này',
		sendDrop: 'Bỏ hẳn',
		reason: 'Lý do',
		short: 'Viết lý do, ít nhất 3 chữ cái.',
		approved: 'Đã duyệt. Chỉ tiêu có hiệu lực.',
		returned: 'Đã trả lại.',
		withdrawn: 'Đã rút.'
	},
	refusals: {
		'version-stale': 'Có người vừa sửa trước bạn. Trang đã tải bản mới: xem lại rồi làm tiếp.',
		'target-open': 'Chỉ tiêu này đang có một đề nghị chờ duyệt. Rút đề nghị đó rồi gửi lại.',
		'target-decided': 'Đề nghị này đã có người xử lý. Trang đã tải bản mới.',
		'target-own': 'Bạn đăng ký chỉ tiêu này nên lãnh đạo khác phải duyệt.',
		'target-foreign': 'Bạn chỉ đăng ký, rút được chỉ tiêu của phòng mình.',
		'target-unknown': 'Không còn chỉ tiêu này. Tải lại trang.',
		'target-year': 'Chỉ đăng ký được cho đến hết năm sau.',
		'department-unknown': 'Phòng đã chọn không còn nữa. Tải lại trang.',
		'role-missing': 'Việc này chỉ lãnh đạo làm được.'
	} as Record<string, string>,
	refused: 'Chưa ghi được. Kiểm tra mạng rồi bấm lại: bấm lại không tạo hai lần.'
};
