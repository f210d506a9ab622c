import { formatNumber } from './numbers';

/** The words of the reports: Biểu II.06a, the lists behind its figures. */
export const viFigures = {
	title: 'Báo cáo tình hình giải quyết hồ sơ',
	form: 'Biểu số II.06a/VPCP/KSTT',
	formNote: 'Các cột theo biểu II.06a; cơ sở pháp lý hiện hành của biểu chưa được kiểm chứng.',
	lead: 'Số liệu tính từ nhật ký hồ sơ, không ai gõ vào. Bấm vào một con số để xem những hồ sơ làm nên nó.',
	choices: {
		'this-month': 'Tháng này',
		'last-month': 'Tháng trước',
		'this-quarter': 'Quý này',
		'last-quarter': 'Quý trước',
		'this-year': 'Năm nay',
		'last-year': 'Năm trước'
	},
	choose: 'Chọn nhanh',
	from: 'Từ ngày',
	to: 'Đến hết ngày',
	by: 'Xem theo',
	lines: {
		field: 'Lĩnh vực',
		procedure: 'Thủ tục',
		department: 'Phòng chuyên môn',
		agency: 'Cơ quan',
		officer: 'Cán bộ',
		channel: 'Cách nộp'
	},
	show: 'Xem',
	wrongDays: 'Chọn ngày đầu không sau ngày cuối, cách nhau không quá 6 năm.',
	loading: 'Đang tính…',
	failed: 'Chưa tính được. Kiểm tra mạng rồi thử lại.',
	forbidden: 'Bạn chưa được giao xem báo cáo này.',
	inconsistent:
		'Số liệu không khớp nhau nên không hiện ra: tổng tiếp nhận khác tổng đã và đang giải quyết. Báo ngay người quản trị hệ thống.',
	empty: 'Những ngày này không có hồ sơ nào.',
	days: (from: string, to: string) => `Từ ${from} đến hết ${to}`,
	judged: (when: string) => `Hồ sơ chưa xong được xét vào lúc ${when}.`,
	judgedAtEnd: 'Hồ sơ chưa xong được xét vào cuối ngày cuối cùng.',
	ofDepartment: (name: string) => `Chỉ hồ sơ của ${name}.`,
	ofAgencies: (count: number) => `Cộng ${formatNumber(count)} cơ quan.`,
	total: 'Tổng số',
	order: 'TT',
	groups: {
		received: 'Số hồ sơ nhận giải quyết',
		inPeriod: 'Trong kỳ',
		done: 'Số hồ sơ đã giải quyết',
		open: 'Số hồ sơ đang giải quyết'
	},
	columns: {
		counted: 'Tổng số',
		receivedOnline: 'Trực tuyến',
		receivedOther: 'Trực tiếp, bưu chính',
		carried: 'Từ kỳ trước',
		done: 'Tổng số',
		early: 'Trước hạn',
		onTime: 'Đúng hạn',
		late: 'Quá hạn',
		open: 'Tổng số',
		openInTime: 'Trong hạn',
		openLate: 'Quá hạn'
	},
	/** What a list of dossiers is called. */
	lists: {
		counted: 'Hồ sơ nhận giải quyết',
		received: 'Hồ sơ tiếp nhận trong kỳ',
		receivedOnline: 'Hồ sơ nộp trực tuyến',
		receivedOther: 'Hồ sơ nộp trực tiếp, qua bưu chính',
		carried: 'Hồ sơ từ kỳ trước chuyển qua',
		done: 'Hồ sơ đã giải quyết',
		early: 'Hồ sơ giải quyết trước hạn',
		onTime: 'Hồ sơ giải quyết đúng hạn',
		late: 'Hồ sơ giải quyết quá hạn',
		open: 'Hồ sơ đang giải quyết',
		openInTime: 'Hồ sơ đang giải quyết, còn hạn',
		openLate: 'Hồ sơ đang giải quyết, đã quá hạn',
		everyReceived: 'Sổ tiếp nhận',
		everyLate: 'Danh sách hồ sơ quá hạn',
		withdrawn: 'Hồ sơ người dân xin rút',
		noDue: 'Hồ sơ không có ngày hẹn',
		waiting: 'Hồ sơ đang chờ giấy tờ hoặc chờ nộp tiền',
		reappointed: 'Hồ sơ đã hẹn lại',
		supplemented: 'Hồ sơ phải bổ sung'
	},
	beside: {
		title: 'Ngoài biểu và nói thêm',
		withdrawn: (count: number, carried: number) =>
			`Người dân xin rút: ${formatNumber(count)}${carried > 0 ? `, trong đó ${formatNumber(carried)} từ kỳ trước` : ''}. Không tính vào cột nào của biểu.`,
		noDue: (count: number, carried: number) =>
			`Không có ngày hẹn (chờ bổ sung rồi dừng, hoặc chưa hẹn): ${formatNumber(count)}${carried > 0 ? `, trong đó ${formatNumber(carried)} từ kỳ trước` : ''}. Không tính vào cột nào của biểu.`,
		openBefore: (count: number, carried: number, left: number) =>
			left > 0
				? `Kỳ trước còn ${formatNumber(count)} hồ sơ: ${formatNumber(carried)} ở cột 6, ${formatNumber(left)} ngoài biểu như trên.`
				: `Kỳ trước còn ${formatNumber(count)} hồ sơ, bằng cột 6.`,
		waiting: (count: number) =>
			`Đang chờ giấy tờ hoặc chờ nộp tiền: ${formatNumber(count)} trong cột 11.`,
		reappointed: (count: number, kept: number) =>
			`Đã hẹn lại: ${formatNumber(count)} trong cột 7, xét theo ngày hẹn mới; ${formatNumber(kept)} vẫn kịp ngày hẹn đầu.`,
		onTime: (share: string) => `Giải quyết trước hạn và đúng hạn: ${share}.`,
		online: (share: string) => `Nộp trực tuyến: ${share} hồ sơ nhận trong kỳ.`,
		supplemented: (share: string) => `Phải bổ sung giấy tờ: ${share} hồ sơ đã giải quyết.`,
		files: (papers: string, results: string) =>
			`Giấy tờ có bản điện tử: ${papers}; kết quả có bản điện tử: ${results}.`
	},
	channels: { '1': 'Trực tiếp', '2': 'Trực tuyến', '3': 'Bưu chính' } as Record<string, string>,
	nobody: {
		field: 'Không rõ lĩnh vực',
		procedure: 'Không rõ thủ tục',
		department: 'Chưa chuyển phòng nào',
		agency: 'Không rõ cơ quan',
		officer: 'Chưa giao cho ai',
		channel: 'Không rõ cách nộp'
	},
	print: 'In',
	xlsx: 'Tải XLSX',
	csv: 'Tải CSV',
	fileFailed: 'Chưa làm được tệp. Thử lại.',
	fileName: (from: string, to: string) => `bao-cao-06a_${from}_${to}`,
	lateList: 'Danh sách quá hạn',
	intakeBook: 'Sổ tiếp nhận',

	list: {
		back: 'Về báo cáo',
		count: (count: number) => `${formatNumber(count)} hồ sơ`,
		more: 'Xem thêm',
		own: 'Hồ sơ của chính bạn',
		empty: 'Không có hồ sơ nào.',
		failed: 'Chưa mở được danh sách. Kiểm tra mạng rồi thử lại.',
		forbidden: 'Bạn xem được con số này, không xem được từng hồ sơ.',
		tooLarge: 'Danh sách dài quá 5.000 hồ sơ: chọn ít ngày hơn rồi tải lại.',
		logged: 'Tệp có tên người dân: hệ thống ghi lại ai đã tải. Giữ tệp cẩn thận.',
		fileName: (column: string, from: string, to: string) => `${column}_${from}_${to}`,
		heads: {
			number: 'STT',
			code: 'Mã hồ sơ',
			procedure: 'Thủ tục',
			applicant: 'Người nộp',
			channel: 'Cách nộp',
			received: 'Nhận lúc',
			due: 'Hẹn trả',
			ended: 'Xong lúc',
			fate: 'Tình trạng',
			days: 'Quá hạn (ngày)',
			why: 'Vì sao quá hạn',
			department: 'Phòng',
			officer: 'Cán bộ'
		},
		fates: {
			early: 'Trước hạn',
			'on-time': 'Đúng hạn',
			late: 'Quá hạn',
			withdrawn: 'Xin rút',
			'no-due': 'Không có ngày hẹn',
			open: 'Đang giải quyết',
			'open-late': 'Đang giải quyết, quá hạn'
		},
		waiting: 'đang chờ',
		reasons: {
			'second-request': 'Yêu cầu bổ sung lần thứ hai',
			'asked-late': 'Hết hạn rồi mới yêu cầu bổ sung hoặc nộp tiền',
			'part-late': 'Phần việc của cơ quan khác bị chậm',
			'consulted-late': 'Cơ quan được hỏi ý kiến trả lời chậm',
			'reappointed-late': 'Hẹn lại rồi vẫn chậm',
			overdue: 'Chưa ghi lý do'
		}
	}
};
