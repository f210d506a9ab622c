/** Codes that one machine shows and another reads: what the desk reads, and what the citizen reads. */
export const viScan = {
	open: 'Quét mã bằng camera',
	wedge: 'Hoặc bấm máy quét vào mã, không cần chọn ô nào trước.',
	camera: {
		title: 'Đưa mã vào trước camera',
		picture: 'Hình từ camera',
		starting: 'Đang mở camera…',
		hold: 'Giữ yên mã trong khung. Mã mờ thì tăng độ sáng màn hình điện thoại.',
		foreign: 'Mã này không dùng được ở đây, hoặc bị thiếu. Hãy đưa lại mã hoặc đổi mã khác.',
		close: 'Đóng camera',
		faults: {
			none: {
				title: 'Máy này không có camera',
				body: 'Hãy cắm camera rồi mở lại, hoặc dùng máy quét, hoặc gõ tay.'
			},
			refused: {
				title: 'Trình duyệt chưa được dùng camera',
				body: 'Bấm biểu tượng bên trái thanh địa chỉ, cho phép Camera, rồi mở lại. Vẫn gõ tay được.'
			},
			busy: {
				title: 'Camera đang bận',
				body: 'Một chương trình khác đang dùng camera. Hãy tắt chương trình đó rồi mở lại.'
			},
			insecure: {
				title: 'Trang này chưa mở được camera',
				body: 'Trình duyệt chỉ mở camera ở địa chỉ bắt đầu bằng https. Hãy dùng máy quét hoặc gõ tay.'
			},
			reader: {
				title: 'Chưa tải được phần đọc mã',
				body: 'Hãy kiểm tra mạng rồi mở lại. Máy quét cầm tay vẫn dùng được.'
			}
		}
	},

	person: {
		title: 'Đưa thông tin của bạn cho quầy',
		lead: 'Cán bộ quét mã này thì khỏi gõ lại, bạn khỏi đọc to. Không cần mạng.',
		show: (parts: string) => `Hiện mã cho cán bộ quét (có ${parts} của bạn)`,
		hide: 'Ẩn mã',
		holds: (parts: string) =>
			`Mã này chứa ${parts} của bạn. Ai quét hoặc chụp được mã cũng đọc được. Chỉ đưa cho cán bộ ở quầy.`,
		notKept: 'Mã không gửi đi đâu. Rời trang này là mã ẩn đi.',
		tooLong: 'Thông tin của bạn dài quá nên không đưa vào mã được. Hãy đọc cho cán bộ ghi.',
		list: (parts: string[]) =>
			parts.length > 1 ? `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}` : parts.join(''),
		label: 'Mã QR chứa thông tin của bạn',
		parts: {
			fullName: 'tên',
			phone: 'số điện thoại',
			citizenId: 'số định danh cá nhân',
			address: 'nơi ở',
			email: 'địa chỉ email'
		}
	}
};
