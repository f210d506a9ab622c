/** What happened to a dossier, as its history names it. */
export const eventNames: Record<string, string> = {
	submit: 'Người dân nộp hồ sơ',
	withdraw: 'Người dân nộp hồ sơ khác thay cho hồ sơ này',
	receive: 'Tiếp nhận hồ sơ',
	start: 'Phòng chuyên môn nhận việc',
	finish: 'Ký và ghi kết quả',
	stop: 'Dừng hồ sơ',
	return: 'Trả kết quả'
};
