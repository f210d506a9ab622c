/** The words of the yearly report of plan against done, on paper. */
export const viPlanReport = {
	title: (year: number) => `Báo cáo thực hiện kế hoạch cải cách hành chính năm ${year}`,
	loading: 'Đang lấy số liệu…',
	back: 'Về kế hoạch',
	button: 'In báo cáo',
	help: 'Khổ A4, in ngang.',
	name: 'Báo cáo nội bộ',
	asOf: (day: string) => `Số liệu đến ngày ${day}.`,
	document: (number: string, day: string) => `Theo Kế hoạch số ${number} ngày ${day}.`,
	noDocument: 'Kế hoạch chưa ghi số văn bản và ngày ban hành.',
	notIssued: 'Kế hoạch chưa được xác nhận ban hành.',
	summary: 'I. Kế hoạch và kết quả theo nhóm',
	tasks: 'II. Từng nhiệm vụ',
	outreach: 'III. Tuyên truyền',
	training: 'IV. Tập huấn',
	noTasks: 'Năm này không có nhiệm vụ nào trong kế hoạch.',
	noOutreach: 'Sổ tuyên truyền năm này chưa có dòng nào.',
	noTraining: 'Sổ tập huấn năm này chưa có dòng nào.',
	columns: {
		heading: 'Nhóm nhiệm vụ',
		tasks: 'Phải làm',
		done: 'Xong đúng hạn',
		doneLate: 'Xong trễ hạn',
		overdue: 'Quá hạn, chưa xong',
		upcoming: 'Chưa đến hạn',
		dropped: 'Không làm nữa',
		share: 'Tỷ lệ xong đúng hạn'
	},
	total: 'Cộng',
	share: (percent: number, part: number, n: number) => `${percent}% (${part}/${n})`,
	noShare: 'không có',
	explained:
		'Phải làm = xong đúng hạn + xong trễ hạn + quá hạn + chưa đến hạn; không tính việc không làm nữa.',
	signs: ['NGƯỜI LẬP BÁO CÁO', 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'],
	signHint: '(Ký, ghi rõ họ tên)'
} as const;
