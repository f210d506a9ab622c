/** The words of the frame around every staff page; the pages' own words come with the pages. */
export const viStaffShell = {
	nav: {
		intake: 'Tiếp nhận tại quầy',
		blanks: 'Giấy hẹn in sẵn',
		handovers: 'Bàn giao',
		register: 'Sổ theo dõi',
		trips: 'Vì sao phải đi lại',
		cuts: 'Cắt giảm thủ tục',
		catalogue: 'Danh mục',
		people: 'Nhân sự',
		more: 'Mục khác',
		groups: {
			desk: 'Ở quầy',
			figures: 'Số liệu',
			better: 'Làm tốt hơn',
			settings: 'Cài đặt'
		},
		overview: 'Tổng quan',
		figures: 'Báo cáo',
		index: 'Bộ chỉ số 766',
		plan: 'Kế hoạch cải cách',
		targets: 'Chỉ tiêu',
		texts: 'Mẫu tin',
		satisfaction: 'Mức độ hài lòng',
		feedback: 'Phản ánh, góp ý',
		calendar: 'Lịch làm việc'
	},
	accountLink: 'Tài khoản của tôi',
	acceptLink: 'Tôi có mã mời',

	unsent: {
		on: (count: number, name: string) => `Máy này còn ${count} việc chưa gửi của ${name}`,
		onHelp: 'Chỉ người đó đăng nhập lại mới gửi được. Báo cho họ biết.'
	},

	leaving: {
		title: 'Chưa đăng xuất: còn việc chưa gửi',
		unsent: (count: number) =>
			`${count} việc đã bấm nhưng máy chủ chưa ghi. Gửi xong rồi hãy đăng xuất.`,
		begun: (count: number) => `${count} tờ đang nhập dở, chưa bấm gửi.`,
		sure: 'Bỏ thì mất hẳn, không lấy lại được. Người dân sẽ phải làm lại.',
		send: 'Gửi ngay',
		sending: 'Đang gửi…',
		stay: 'Ở lại làm tiếp',
		discard: 'Bỏ và đăng xuất',
		discardSure: 'Tôi chắc chắn: bỏ hết và đăng xuất'
	},

	shutOut: {
		title: 'Tài khoản này đã bị tạm khóa',
		body: 'Bạn không làm tiếp được. Hỏi người quản trị của cơ quan.',
		signOut: 'Về trang đăng nhập'
	}
};
