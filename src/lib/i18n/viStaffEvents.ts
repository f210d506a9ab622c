/** What happened to a dossier, as its history names it. */
export const eventNames: Record<string, string> = {
	submit: 'Người dân nộp hồ sơ',
	file: 'Cán bộ lập hồ sơ tại quầy',
	receive: 'Tiếp nhận hồ sơ',
	start: 'Phòng chuyên môn nhận việc',
	supplement: 'Gửi phiếu yêu cầu bổ sung',
	'supplement-again': 'Lãnh đạo gửi phiếu yêu cầu bổ sung lần nữa',
	answer: 'Người dân trả lời yêu cầu bổ sung',
	reply: 'Trả lời người dân',
	'move-due': 'Dời ngày hẹn theo lịch làm việc mới',
	resume: 'Nhận đủ bổ sung, giải quyết tiếp',
	refuse: 'Từ chối hồ sơ',
	withdraw: 'Người dân xin rút hồ sơ',
	stop: 'Dừng hồ sơ',
	finish: 'Ký và ghi kết quả',
	settle: 'Giải quyết và trả kết quả ngay',
	return: 'Trả kết quả'
};
