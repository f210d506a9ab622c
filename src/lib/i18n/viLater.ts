/** What the phone says of a dossier's later life: money to be paid, a moved date, a stop by the office, a corrected result. */
export const viLater = {
	call: 'Chưa rõ chỗ nào, hãy gọi cho quầy:',

	bill: {
		title: (amount: string) => `Bạn cần nộp ${amount}`,
		until: (date: string) => `Nộp chậm nhất hết ${date}.`,
		passed: (date: string) => `Đã qua hạn nộp, ${date}. Hãy gọi ngay cho quầy để hỏi cách nộp.`,
		reason: 'Nộp khoản gì',
		document: 'Số thông báo',
		payTo: 'Nộp ở đâu',
		transferText: 'Ghi khi chuyển khoản',
		transferHelp: 'Ghi đúng từng chữ, để cơ quan biết tiền này là của hồ sơ nào.',
		then: 'Nộp xong thì giữ biên lai. Quầy thấy tiền rồi làm tiếp và báo ngày hẹn mới ở trang này.',
		beware:
			'Chỉ nộp đúng nơi ghi ở trên. Ai gọi điện bảo chuyển vào tài khoản khác thì đừng chuyển.'
	},

	extension: {
		title: 'Quầy xin lỗi và hẹn lại ngày trả',
		text: 'Quầy không kịp làm xong vào ngày đã hẹn. Xin lỗi bạn vì phải chờ thêm.',
		oldDate: 'Ngày hẹn cũ',
		newDate: 'Ngày hẹn mới',
		reason: 'Vì sao',
		once: 'Quầy chỉ được hẹn lại một lần này.',
		since: (date: string) => `Sau đó hồ sơ lại phải chờ, nên nay hẹn trả ${date}.`
	},

	halt: {
		title: {
			stop: 'Cơ quan dừng giải quyết hồ sơ này',
			refuse: 'Cơ quan từ chối giải quyết hồ sơ này'
		},
		reason: 'Vì sao',
		basis: 'Căn cứ',
		originals: 'Mời bạn đến quầy nhận lại bản chính',
		bring: 'Nhớ mang theo căn cước, và giấy hẹn nếu có.',
		rights: 'Không đồng ý thì bạn có quyền kiến nghị, khiếu nại theo quy định.'
	},

	results: {
		title: 'Kết quả đã được cấp lại',
		lead: 'Hãy dùng bản mới nhất. Bản trước để lại cho bạn xem.',
		newest: (when: string) => `Bản mới nhất, cấp lúc ${when}`,
		earlier: (when: string) => `Bản trước, cấp lúc ${when}`,
		leadOnly: 'Bản đã nhận trước đây, bạn đừng dùng nữa.',
		number: (number: string) => `Số của bản này: ${number}.`,
		onPaper: 'Bản này là bản giấy. Muốn biết cách đổi bản mới, hãy gọi cho quầy:',
		why: (reason: string) => `Vì sao cấp lại: ${reason}`
	}
};
