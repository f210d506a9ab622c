/** The words of the report of why dossiers were late. */
export const viReasons = {
	title: 'Vì sao quá hạn',
	lead: 'Lý do lấy từ những gì đã xảy ra với hồ sơ, không ai chọn. Tổng bằng đúng hai cột “Quá hạn” của báo cáo cùng những ngày này.',
	table: 'Hồ sơ quá hạn theo lý do',
	every: 'Quá hạn, tất cả',
	late: 'Đã giải quyết',
	openLate: 'Đang giải quyết',
	share: 'Tỷ lệ',
	none: 'Những ngày này không có hồ sơ nào quá hạn.',
	note: '“Chưa ghi lý do”: hồ sơ quá ngày hẹn mà nhật ký không cho biết vì sao.',
	report: 'Báo cáo tình hình giải quyết',
	fileName: (from: string, to: string) => `ly-do-qua-han_${from}_${to}`
};

/** The words of the report of what is kept and handed out as files. */
export const viDigital = {
	title: 'Số hóa hồ sơ',
	lead: 'Bao nhiêu hồ sơ nhận vào có giấy tờ lưu thành tệp, bao nhiêu hồ sơ xong có kết quả bằng tệp.',
	table: 'Hồ sơ có giấy tờ và kết quả bằng tệp',
	received: 'Tiếp nhận trong kỳ',
	withFiles: 'Có giấy tờ bằng tệp',
	done: 'Đã giải quyết',
	withResultFile: 'Có kết quả bằng tệp',
	filesShare: 'Tỷ lệ có giấy tờ bằng tệp',
	resultShare: 'Tỷ lệ có kết quả bằng tệp',
	fileName: (from: string, to: string) => `so-hoa_${from}_${to}`
};
