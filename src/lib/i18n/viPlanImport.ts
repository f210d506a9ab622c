/** The words of the import of a plan from a spreadsheet. */
export const viPlanImport = {
	pageTitle: 'Nhập kế hoạch cải cách',
	title: (year: number) => `Nhập kế hoạch năm ${year} từ tệp`,
	lead: 'Chọn tệp Excel (.xlsx) hoặc CSV. Máy đọc rồi cho bạn xem trước; bấm ghi mới vào kế hoạch.',
	closed: 'Chỉ lãnh đạo và quản trị của cơ quan nhập được kế hoạch.',
	pick: 'Chọn tệp kế hoạch',
	pickHelp:
		'Cần có cột Nhiệm vụ, Cơ quan chủ trì và Thời gian thực hiện. Cột Cơ quan phối hợp, Sản phẩm, Nhóm có thì đọc thêm.',
	template: 'Tải bảng mẫu để điền',
	templateName: 'mau-ke-hoach-cai-cach.xlsx',
	templateFailed: 'Chưa tạo được bảng mẫu. Thử lại khi có mạng.',
	reading: 'Đang đọc tệp…',
	fileFaults: {
		'other-form': 'Tệp này không phải Excel (.xlsx) hay CSV.',
		'old-excel': 'Tệp Excel đời cũ (.xls). Mở tệp, lưu lại dạng .xlsx rồi chọn lại.',
		'too-large': 'Tệp lớn hơn 40 MB. Bỏ bớt ảnh hoặc trang tính không cần.',
		empty: 'Tệp rỗng.',
		unreadable: 'Không mở được tệp; có thể tệp hỏng hoặc có mật khẩu.',
		line: 'Chưa tải được phần đọc tệp. Thử lại khi có mạng.'
	} as const,
	noHeads: (sheet: string) =>
		`Trang tính "${sheet}" không có dòng tên cột nào máy hiểu. Cần ít nhất cột "Nhiệm vụ" và một cột nữa, ví dụ "Cơ quan chủ trì".`,
	unknownColumns: (names: string) => `Cột không đọc vì chưa rõ là gì: ${names}.`,
	unnamedColumn: '(cột không tên)',
	summary: (tasks: number, faults: number) =>
		faults === 0
			? `Đọc được ${tasks} nhiệm vụ`
			: `Đọc được ${tasks} nhiệm vụ, ${faults} dòng chưa đọc được`,
	tasksTitle: (count: number) => `Nhiệm vụ đọc được (${count})`,
	faultsTitle: (count: number) => `Dòng chưa đọc được (${count})`,
	faultsHelp:
		'Sửa trong tệp rồi chọn lại tệp. Hoặc ghi các dòng đọc được, rồi thêm tay những dòng này.',
	skippedTitle: (count: number) => `Dòng bỏ qua (${count})`,
	line: (line: number) => `Dòng ${line}`,
	lineOf: (sheet: string, line: number) => `${sheet}, dòng ${line}`,
	said: (words: string) => `Tệp ghi: ${words}`,
	known: 'Kế hoạch đã có nhiệm vụ tên này, nên chưa chọn.',
	choose: (title: string) => `Nhập: ${title}`,
	ownDepartment: 'phòng của cơ quan',
	skipped: {
		'heads-again': 'Tên cột lặp lại.',
		numbering: 'Dòng đánh số cột.',
		example: 'Dòng ví dụ của bảng mẫu.',
		'heading-without-tasks': 'Đề mục hoặc ghi chú, bên dưới không có nhiệm vụ nào.',
		above: 'Nằm trên dòng tên cột.'
	} as const,
	notes: {
		before: '"Trước" một ngày: máy tính hết ngày đó. Nếu phải xong sớm hơn thì sửa lại ngày.',
		deadline: 'Chỉ có một ngày: máy coi là hạn cuối, tính từ đầu năm.',
		repeated: 'Việc lặp lại: máy tính cả năm, hạn cuối 31/12.'
	} as const,
	about: {
		heading: 'Nhóm',
		title: 'Nhiệm vụ',
		lead: 'Cơ quan chủ trì',
		coordinators: 'Cơ quan phối hợp',
		deliverable: 'Sản phẩm',
		period: 'Thời gian'
	} as const,
	faults: {
		missing: 'ô trống. Nếu ô gộp với dòng trên thì bỏ gộp và ghi lại',
		'too-long': 'viết dài quá. Rút gọn lại',
		'too-many': 'nhiều hơn 20 đơn vị. Ghi gọn lại, ví dụ "Các phòng, ban"',
		unclear:
			'chưa rõ từ ngày nào đến ngày nào. Ghi như "Quý II", "Tháng 3 - tháng 6" hoặc "01/3 - 30/6"',
		backwards: 'ngày cuối đứng trước ngày đầu. Đổi lại',
		'no-day': 'có ngày, tháng hoặc quý không có thật. Sửa lại',
		'other-year': 'không nằm trong năm của kế hoạch. Sửa năm, hoặc mở đúng năm rồi nhập'
	} as const,
	fault: (about: string, what: string) => `${about}: ${what}.`,
	fallback: 'Nhiệm vụ chung',
	reason: 'Lý do bổ sung kế hoạch đã ban hành',
	save: (count: number) => `Ghi ${count} nhiệm vụ vào kế hoạch`,
	tooMany: (most: number) =>
		`Mỗi lần ghi nhiều nhất ${most} nhiệm vụ. Bỏ bớt rồi nhập tiếp lần sau.`,
	nothingChosen: 'Chưa chọn nhiệm vụ nào.',
	saved: (count: number) => `Đã ghi ${count} nhiệm vụ vào kế hoạch.`,
	toPlan: 'Xem kế hoạch'
} as const;
