/** Every text of the screen that reads files into drafts, and of what is told about it in the editor. */
export const viImport = {
	pageTitle: 'Nhập danh mục từ tệp',
	title: 'Nhập danh mục từ tệp',
	lead: 'Máy đọc tệp ngay trên máy tính này, không gửi đi đâu. Mỗi thủ tục thành một bản nháp để bạn xem lại. Không có gì được công bố.',
	pick: 'Chọn tệp',
	pickHelp:
		'Tệp JSON lấy từ Cổng Dịch vụ công, bảng Excel (.xlsx) hoặc CSV. Chọn nhiều tệp một lúc được.',
	template: 'Tải bảng mẫu (.xlsx)',
	templateFailed: 'Chưa tải được bảng mẫu. Kiểm tra mạng rồi bấm lại.',
	templateName: 'mau-danh-muc.xlsx',
	reading: 'Đang đọc tệp…',
	fetching: (done: number, all: number) => `Đang lấy bản đang dùng để so (${done}/${all})…`,
	readFailed: 'Chưa đọc được. Kiểm tra mạng rồi chọn lại tệp.',
	summary: (drafts: number, skipped: number, failed: number) =>
		`Đọc được ${drafts} thủ tục. Bỏ qua ${skipped}. Hỏng ${failed}.`,
	groups: {
		draft: (count: number) => `Đọc được (${count})`,
		skipped: (count: number) => `Bỏ qua (${count})`,
		failed: (count: number) => `Hỏng (${count})`
	},
	chooseAll: 'Chọn tất cả',
	chooseNone: 'Bỏ chọn tất cả',
	save: (count: number) => `Lưu ${count} bản nháp`,
	saving: (done: number, all: number) => `Đang lưu ${done}/${all}…`,
	saved: (count: number) => `Đã lưu ${count} bản nháp.`,
	refused: (count: number) =>
		`Máy chủ chưa nhận ${count} bản nháp. Lý do ghi ở từng dòng bên dưới.`,
	stopped: (why: string, left: number) =>
		`Đang lưu thì phải dừng, còn ${left} bản nháp chưa lưu. ${why}`,
	open: 'Mở bản nháp',
	shown: (shown: number, all: number) => `Đang hiện ${shown} trong ${all} dòng.`,
	more: (count: number) => `Hiện thêm ${count} dòng`,
	tags: {
		fresh: 'Mã mới',
		known: 'Đã có, sẽ thành bản sửa',
		same: 'Không khác bản đang dùng',
		uncompared: 'Chưa so được với bản đang dùng',
		drafted: 'Đang có bản nháp khác',
		saved: 'Đã lưu',
		vertical: (agency: string) => `Ngành dọc: ${agency}`
	},
	newField: (name: string) => `Danh mục chưa có lĩnh vực “${name}”.`,
	addField: 'Thêm lĩnh vực này',
	addingField: 'Đang thêm…',
	counts: (read: number, guessed: number, dropped: number) =>
		`Đọc nguyên ${read} chỗ, đoán ${guessed}, bỏ ${dropped}`,
	where: (file: string, place: string) => (place ? `${file}, ${place}` : file),
	details: 'Xem từng chỗ',
	missing: 'Thiếu',
	confidence: { read: 'Đọc nguyên', guessed: 'Đoán', dropped: 'Bỏ' },
	readList: (count: number) => `Đọc nguyên từ nguồn (${count})`,
	fields: {
		'requirements.counts': 'Số bản giấy tờ',
		result: 'Kết quả người dân nhận',
		clock: 'Khi phải bổ sung giấy tờ',
		other: 'Phần khác'
	} as Record<string, string>,
	report: {
		title: (where: string) => `Nhập từ ${where}`,
		lead: 'Những chỗ máy đoán hoặc bỏ khi đọc tệp. Xem lại từng chỗ trước khi gửi.',
		none: 'Máy đọc nguyên hết, không đoán chỗ nào.'
	}
};
