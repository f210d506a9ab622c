import { formatNumber } from './numbers';

/** Points or per cent as people write them, two decimals at most: "7", "7,5", "8,76". */
export function formatPoints(value: number): string {
	return String(Math.round(value * 100) / 100).replace('.', ',');
}

/** The words of the index of QĐ 766/QĐ-TTg. */
export const viIndex = {
	title: 'Bộ chỉ số 766',
	lead: 'Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg), tính từ số liệu của chính cơ quan. Điểm chính thức là điểm Cổng Dịch vụ công quốc gia công bố; trang này giúp biết trước và biết vì sao.',
	gloss:
		'“Chưa kiểm chứng” nghĩa là con số này ghi theo trí nhớ, chưa ai đối chiếu với văn bản: đừng đưa vào báo cáo khi chưa hỏi lại.',
	unverified: 'chưa kiểm chứng',
	/** Online payment has points of its own, no number of its own. */
	group: (code: string, name: string) => (code === '3-pay' ? name : `${code}. ${name}`),
	most: (points: number) => `Nhiều nhất ${formatPoints(points)} điểm`,
	groupPoints: (points: number, max: number) => `${formatPoints(points)}/${formatPoints(max)} điểm`,
	groupBecause: {
		'split-unknown': (max: number) =>
			`Chưa tính được điểm của nhóm: chưa biết ${formatPoints(max)} điểm chia cho từng chỉ số thế nào.`,
		'not-whole': () => 'Chưa tính được điểm của nhóm: còn chỉ số chưa có điểm.'
	},
	source: (source: string) => `Nguồn: ${source.replace(/\.$/, '')}.`,
	rules: (sources: string) => `Cách tính theo: ${sources}.`,
	heads: {
		line: 'Chỉ số',
		counted: 'Đếm được',
		share: 'Tỷ lệ',
		points: 'Điểm'
	},
	fullAt: (percent: number) => `Đạt từ ${formatPoints(percent)} % thì đủ điểm.`,
	linePoints: (points: number, max: number) => `${formatPoints(points)}/${formatPoints(max)}`,
	because: {
		'no-data': 'không có số liệu ở đây',
		'nothing-yet': 'chưa có số liệu',
		'max-unknown': 'chưa biết điểm tối đa',
		'full-unknown': 'chưa biết mức đủ điểm'
	},
	units: {
		'on-time': 'hồ sơ',
		'time-used': 'ngày làm việc',
		'services-used': 'thủ tục',
		'online-share': 'hồ sơ',
		'paid-online': 'hồ sơ',
		'e-results': 'hồ sơ',
		digitised: 'hồ sơ',
		feedback: 'phản ánh, kiến nghị'
	} as Record<string, string>,
	of: (part: number, n: number, unit: string) =>
		`${formatNumber(part)} trên ${formatNumber(n)} ${unit}`,
	percent: (percent: string) => `${percent} %`,
	none: '–',
	parts: {
		reject: 'Từ chối đúng hạn',
		ask: 'Hỏi thêm đúng hạn',
		resolve: 'Trả lời đúng hạn',
		publish: 'Công khai đúng hạn',
		overdue: 'Hồ sơ giải quyết quá hạn',
		disliked: 'Trả lời “Không hài lòng”',
		counted: 'Hồ sơ tính được số ngày'
	},
	part: (name: string, share: string) => `${name}: ${share}`,
	behind: {
		done: 'xem hồ sơ đã giải quyết',
		late: 'xem hồ sơ quá hạn',
		received: 'xem hồ sơ tiếp nhận',
		receivedOnline: 'xem hồ sơ nộp trực tuyến'
	},
	sheetHeads: [
		'Chỉ số',
		'Tên',
		'Tử số',
		'Mẫu số',
		'Đơn vị',
		'Tỷ lệ (%)',
		'Đủ điểm từ (%)',
		'Điểm',
		'Điểm tối đa',
		'Ghi chú',
		'Kiểm chứng',
		'Nguồn'
	],
	verified: 'đã thấy trong nguồn',
	sheetName: 'Chỉ số 766',
	fileName: (from: string, to: string) => `chi-so-766_${from}_${to}`,

	form: {
		title: 'Ghi điểm tối đa, mức đủ điểm',
		help: 'Bộ chỉ số dùng chung cho mọi cơ quan trên hệ thống này. Ai sửa, sửa gì, theo văn bản nào đều được ghi lại.',
		which: 'Nhóm hoặc chỉ số',
		choose: 'Chọn một mục',
		max: 'Điểm tối đa',
		maxHelp: 'Thí dụ: 7,5. Để trống nếu chưa biết (chỉ với chỉ số).',
		fullAt: 'Đủ điểm từ bao nhiêu phần trăm',
		fullAtHelp: 'Thí dụ: 80. Dưới mức này điểm giảm theo tỷ lệ. Để trống nếu chưa biết.',
		source: 'Nguồn',
		sourceHelp: 'Văn bản nào, điều nào, trang nào.',
		verified: 'Tôi đã thấy con số này trong nguồn',
		reason: 'Vì sao sửa',
		submit: 'Ghi lại',
		saved: 'Đã ghi. Bảng đã tính lại.',
		wrongPoints: 'Ghi một số lớn hơn 0, không quá 100, nhiều nhất hai chữ số sau dấu phẩy.',
		noSource: 'Ghi nguồn, ít nhất 5 chữ.',
		noReason: 'Ghi vì sao sửa, ít nhất 3 chữ.',
		noChoice: 'Chọn nhóm hoặc chỉ số.'
	},
	refusals: {
		'version-stale': 'Có người vừa sửa trước bạn. Trang đã tải bản mới: xem lại rồi ghi tiếp.',
		'index-split': 'Điểm của các chỉ số cộng lại không được hơn điểm tối đa của nhóm.',
		'index-points': 'Điểm hoặc phần trăm không đúng: lớn hơn 0, không quá 100.',
		'index-source': 'Ghi nguồn, ít nhất 5 chữ.',
		'index-reason': 'Ghi vì sao sửa, ít nhất 3 chữ.',
		'index-unknown': 'Không còn chỉ số này. Tải lại trang.',
		'role-missing': 'Việc này chỉ người quản trị làm được.'
	} as Record<string, string>,
	refused: 'Chưa ghi được. Kiểm tra mạng rồi bấm lại: bấm lại không ghi hai lần.'
};
