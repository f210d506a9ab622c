/** The words of the public statistics page. */
export const viPublicFigures = {
	title: 'Kết quả phục vụ',
	lead: 'Một cửa nhận bao nhiêu hồ sơ, trả có đúng hẹn không, bao nhiêu người nộp qua mạng. Ai cũng xem được.',
	office: 'Cơ quan',
	year: 'Năm',
	show: 'Xem',
	loading: 'Đang lấy số liệu…',
	offlineTitle: 'Chưa lấy được số liệu',
	offline: 'Trang này cần có mạng. Kiểm tra mạng rồi thử lại.',
	retry: 'Thử lại',
	emptyTitle: 'Chưa có số liệu',
	empty:
		'Cơ quan này chưa nhận hồ sơ nào trong năm, hoặc số liệu chưa tính xong. Xem lại sau một giờ.',
	told: (when: string) => `Số liệu lúc ${when}, một giờ tính lại một lần.`,
	received: 'Hồ sơ đã nhận',
	kept: 'Trả đúng hẹn hoặc sớm hơn',
	late: 'Trả quá hẹn',
	open: 'Đang giải quyết',
	online: 'Nộp qua mạng',
	procedures: 'Thủ tục công khai',
	proceduresIn: (procedures: string, fields: string) => `${procedures} thủ tục, ${fields} lĩnh vực`,
	seeProcedures: 'Xem các thủ tục',
	months: 'Hồ sơ giải quyết xong theo tháng',
	month: 'Tháng',
	early: 'Trước hạn',
	onTime: 'Đúng hạn',
	lateShort: 'Quá hạn',
	fieldsTitle: 'Hồ sơ đã nhận theo lĩnh vực',
	field: 'Lĩnh vực',
	small:
		'Tháng nào, lĩnh vực nào có từ 1 đến 4 hồ sơ thì không hiện riêng, để không ai đoán ra đó là hồ sơ của ai.',
	how: 'Hồ sơ xong trước ngày hẹn là trước hạn, xong trong ngày hẹn là đúng hạn. Hồ sơ người dân tự rút không tính vào đâu cả.'
};
