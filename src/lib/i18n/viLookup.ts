/** Every text of the page where a slip is looked up. */
export const viLookup = {
	title: 'Tra cứu hồ sơ',
	lead: 'Dùng khi hồ sơ nộp ở máy khác hoặc ở quầy.',
	code: 'Mã hồ sơ hoặc mã đăng ký',
	codeHelp:
		'Ghi trên giấy hẹn, ví dụ H99.01-261123-0001. Số phiếu quầy đưa cũng dùng được, ví dụ 00012/2026.',
	lookupCode: 'Mã tra cứu',
	lookupCodeHelp: '8 ký tự, in trên chính giấy đó. Chữ hoa hay chữ thường đều được.',
	button: 'Xem hồ sơ',
	emptyCode: 'Hãy điền mã hồ sơ.',
	emptyLookupCode: 'Hãy điền mã tra cứu.',
	errorTitle: 'Còn thiếu mã',
	missTitle: 'Không thấy hồ sơ nào khớp cả hai mã',
	miss: 'Hãy xem lại từng chữ trên giấy quầy đưa. Vẫn không được thì gọi cho quầy.',
	throttledTitle: 'Bạn đã thử nhiều lần',
	throttled: 'Để giữ an toàn cho mọi người, hãy chờ một giờ rồi thử lại, hoặc gọi cho quầy.',
	offlineTitle: 'Chưa kết nối được',
	offline: 'Tra cứu cần có mạng. Hãy xem lại mạng rồi bấm lại.',
	failedTitle: 'Chưa tra cứu được',
	failed: 'Hãy thử lại sau ít phút.',
	feedback: 'Phản ánh đã gửi thì xem ở trang khác:',
	feedbackLink: 'Xem trả lời phản ánh, góp ý'
} as const;
