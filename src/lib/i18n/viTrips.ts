import { formatDecimal, formatNumber } from './numbers';

/** Every word about how often people have to come: the tap at the desk, and the page of figures. */
export const viTrips = {
	vain: {
		note: 'Ghi: bà con phải về không',
		noting: 'Đang ghi…',
		help: 'Có người đến mà việc chưa làm được thì bấm một lần. Hồ sơ không đổi gì.',
		noted: (clock: string) => `Đã ghi lúc ${clock}: một lượt phải về không.`,
		undo: 'Bỏ ghi',
		undone: 'Đã bỏ, không tính lượt này.',
		why: 'Vì sao? (không bắt buộc)',
		reasons: {
			'lacks-paper': 'Thiếu giấy tờ',
			'wrong-place': 'Đến nhầm nơi',
			closed: 'Quầy nghỉ',
			'officer-away': 'Cán bộ đi vắng',
			'result-not-ready': 'Chưa có kết quả',
			other: 'Lý do khác'
		},
		papers: 'Thiếu giấy nào?',
		save: 'Lưu lý do',
		saved: (reason: string) => `Đã lưu lý do: ${reason}.`,
		failed: 'Chưa ghi được. Bấm lại khi có mạng; bấm nhiều lần cũng chỉ tính một lượt.',
		settled: 'Đã quá lâu, lượt này giữ nguyên như đã ghi.'
	},

	page: {
		title: 'Vì sao bà con phải đi lại',
		lead: 'Máy tự đếm từ việc ở quầy: nộp, bổ sung giấy, lấy kết quả, và lượt phải về không mà quầy bấm ghi. Không ai phải khai.',
		loading: 'Đang tính…',
		failed: 'Chưa lấy được số liệu. Kiểm tra mạng rồi thử lại.',
		forbidden: 'Trang này dành cho lãnh đạo, người ký duyệt và người quản trị.',
		groups: {
			procedure: 'Thủ tục',
			paper: 'Giấy tờ bị thiếu',
			field: 'Lĩnh vực',
			department: 'Phòng',
			month: 'Tháng'
		},
		period: (from: string, to: string) => `Hồ sơ nhận từ ${from} đến hết ${to}`,
		empty: 'Thời gian này chưa nhận hồ sơ nào và chưa ai phải về không.',
		sum: (trips: number, dossiers: number) =>
			`Nhận ${formatNumber(dossiers)} hồ sơ, bà con phải đi lại thêm ${formatNumber(trips)} lượt.`,
		onlyInVain: (trips: number) =>
			`Chưa nhận hồ sơ nào, nhưng có ${formatNumber(trips)} lượt bà con đến mà phải về không.`,
		none: (dossiers: number) =>
			`Nhận ${formatNumber(dossiers)} hồ sơ, không ai phải đi lại thêm lượt nào.`,
		causesTitle: 'Đi lại thêm để làm gì',
		causes: {
			pickUp: 'Đến lấy kết quả',
			supplement: 'Mang giấy bổ sung đến',
			inVain: 'Đến mà phải về không',
			other: 'Việc khác (rút hồ sơ, nộp tiền…)'
		},
		trips: (value: number) => `${formatNumber(value)} lượt`,
		reasonsTitle: 'Vì sao phải về không',
		unsaid: 'Chưa ghi lý do',
		facts: {
			withSecond: 'Hồ sơ phải đi lại thêm',
			contacts: 'Số lần bà con phải liên hệ, tính bình quân',
			sittings: 'Lượt khách ở quầy',
			sittingsHelp: 'Nộp mấy việc một lúc thì tính một lượt khách.'
		},
		contactsValue: (each: number, dossiers: number) =>
			`${formatDecimal(each)} lần một hồ sơ (${formatNumber(dossiers)} hồ sơ)`,
		share: (part: number, whole: number, share: number | undefined) =>
			share === undefined
				? `${formatNumber(part)} trong ${formatNumber(whole)}`
				: `${formatNumber(part)} trong ${formatNumber(whole)} (${share}%)`,
		nothing: '–',
		columns: {
			procedure: 'Thủ tục',
			field: 'Lĩnh vực',
			department: 'Phòng',
			month: 'Tháng',
			paper: 'Giấy tờ',
			dossiers: 'Hồ sơ',
			second: 'Đi lại thêm',
			withSecond: 'Hồ sơ phải đi lại',
			pickUp: 'Lấy kết quả',
			supplement: 'Bổ sung giấy',
			inVain: 'Về không',
			other: 'Việc khác',
			contacts: 'Liên hệ bình quân',
			lacking: 'Thiếu hoặc chưa đúng',
			missing: 'Chưa có',
			wrong: 'Chưa đúng',
			look: 'Hồ sơ'
		},
		noDepartment: 'Chưa về phòng nào',
		monthOf: (key: string) => `${Number(key.slice(5))}/${key.slice(0, 4)}`,
		all: (count: number) => `Xem cả ${formatNumber(count)} dòng`,
		noLacks: 'Thời gian này chưa ghi ai thiếu giấy.',
		look: 'Xem',
		lookAt: (name: string) => `Xem hồ sơ: ${name}`,
		behind: (name: string) => `Hồ sơ của mục: ${name}`,
		behindNone: 'Không có hồ sơ nào bạn được xem.',
		behindLine: (visits: number, rounds: number) =>
			rounds > 0 ? `đến ${visits} lượt, ${rounds} lần yêu cầu bổ sung` : `đến ${visits} lượt`,
		behindMost: 'Nhiều nhất 50 hồ sơ, phải đi lại nhiều nhất ở trên.',
		close: 'Đóng',
		rulesTitle: 'Đếm thế nào',
		rules: [
			'Mỗi hồ sơ cần đến quầy một lượt. Nộp ở nhà mà kết quả gửi bưu điện hoặc gửi bản điện tử thì không cần lượt nào. Ngoài số đó là đi lại thêm.',
			'Hai việc của một hồ sơ cách nhau dưới 90 phút là một lượt.',
			'Hồ sơ tính vào ngày được tiếp nhận; lượt đến sau ngày đó vẫn cộng vào, nên số liệu mới đây còn tăng.',
			'Người phải về không khi chưa nộp hồ sơ vẫn tính một lượt đi lại thêm của thủ tục đó, vì họ phải đến lần nữa.',
			'Số lần liên hệ là số lượt đến cộng số lần yêu cầu bổ sung. Dưới 5 hồ sơ thì không tính phần trăm.'
		]
	}
} as const;
