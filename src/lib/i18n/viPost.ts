/** What the phone says of a result that comes by post. */
export const viPost = {
	originalsFirst:
		'Giấy tờ phải nộp bản chính thì bạn mang hoặc gửi đến quầy trước, rồi quầy mới gửi kết quả.',
	asked: 'Bạn xin nhận kết quả qua bưu điện',
	readyTitle: 'Đã có kết quả, quầy sẽ gửi bưu điện',
	ready: 'Gửi xong, trang này hiện số bưu gửi. Bạn không phải đến quầy, trừ khi quầy gọi.',
	sentTitle: 'Quầy đã gửi kết quả qua bưu điện',
	sentAt: (time: string) => `Gửi lúc ${time}.`,
	number: 'Số bưu gửi',
	carrier: 'Đơn vị chuyển',
	address: 'Gửi đến',
	originals: 'Bản chính gửi trả cùng',
	postage: 'Bạn trả tiền cước cho bưu tá khi nhận.',
	missing: 'Lâu chưa thấy đến, bạn đọc số bưu gửi cho bưu điện, hoặc gọi cho quầy:'
};
