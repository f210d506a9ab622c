/** What staff read about notices: how they went out, and the page of their texts. */
export const viNotices = {
	sent: {
		title: 'Đã báo cho người dân',
		none: 'Chưa báo gì.',
		at: (time: string) => `Báo lúc ${time}`,
		inApp: 'Trong ứng dụng: hiện trên điện thoại đã nộp',
		channels: { email: 'Thư', sms: 'Tin nhắn SMS', zalo: 'Zalo' } as Record<string, string>,
		states: {
			waiting: (attempts: number) =>
				attempts > 1 ? `đang gửi, đã thử ${attempts} lần` : 'đang gửi',
			sent: (time: string) => `đã gửi lúc ${time}`,
			failed: 'không gửi được, xin gọi điện',
			off: 'không gửi, vì máy chủ chưa bật kênh này'
		},
		noWay: 'Không có cách báo tự động, xin gọi điện',
		words: 'Lời đã báo',
		ring: 'Không gửi được thư hoặc tin nhắn: xin gọi điện cho người dân.',
		ringAt: (phone: string) => `Số điện thoại: ${phone}`
	},

	texts: {
		pageTitle: 'Mẫu tin báo cho người dân',
		title: 'Mẫu tin báo cho người dân',
		lead: 'Mỗi khi hồ sơ có thay đổi, máy tự báo cho người dân bằng những lời ở đây. Sửa xong, tin sau mới dùng lời mới.',
		deniedTitle: 'Trang này dành cho lãnh đạo và người quản trị',
		denied: 'Cần sửa lời báo, bạn nhờ lãnh đạo hoặc người quản trị.',
		failedTitle: 'Chưa mở được các mẫu tin',
		failed: 'Kiểm tra mạng rồi thử lại.',
		channelsTitle: 'Cách báo',
		on: 'đang bật',
		off: 'chưa bật',
		offHelp: 'Kênh chưa bật thì không gửi gì. Người quản lý máy chủ bật theo README.',
		kind: 'Việc cần báo',
		channel: 'Cách báo',
		subject: { app: 'Tiêu đề', email: 'Tiêu đề thư' } as Record<string, string>,
		body: 'Lời báo',
		bodyHelp: 'Dòng nào có {từ} mà hồ sơ chưa có dữ liệu thì máy bỏ cả dòng đó.',
		words: 'Từ máy tự điền, bấm để chèn',
		private: 'Thư và tin nhắn chỉ ghi mã hồ sơ. Lý do và nội dung việc chỉ hiện trong ứng dụng.',
		preview: 'Xem thử',
		previewNote: 'Ví dụ với hồ sơ tưởng tượng',
		previewFailed: 'Chưa xem thử được. Kiểm tra mạng.',
		save: 'Lưu mẫu này',
		saving: 'Đang lưu…',
		saved: (version: number) => `Đã lưu bản ${version}. Từ nay tin báo dùng lời này.`,
		undo: 'Bỏ phần vừa sửa',
		shipped: 'Lấy lại lời có sẵn',
		asShipped: 'Đang dùng lời có sẵn.',
		version: (version: number, by: string, time: string) =>
			`Bản ${version}, ${by} sửa lúc ${time}. Các bản trước vẫn được giữ.`,
		errorsTitle: 'Chưa lưu được',
		strange: (names: string[]) => `Máy không điền được: ${names.join(', ')}`,
		errors: {
			'notice-subject': 'Viết tiêu đề, trên một dòng.',
			'notice-body': 'Lời báo quá ngắn, hoặc quá dài (tin nhắn: 400 chữ cái).',
			'notice-word-unknown':
				'Có từ trong ngoặc {…} mà máy không biết. Bấm vào danh sách từ để chèn.',
			'notice-word-private':
				'Có từ chỉ được dùng trong ứng dụng, không được ghi vào thư hay tin nhắn.',
			'notice-code-missing': 'Thư và tin nhắn phải có {mã hồ sơ}.',
			'version-stale':
				'Người khác vừa sửa mẫu này. Lời bạn viết vẫn còn. Bấm “Bỏ phần vừa sửa” để đọc lời của họ, hoặc bấm “Lưu mẫu này” lần nữa để thay bằng lời của bạn.'
		} as Record<string, string>,
		offline: 'Không liên lạc được với máy chủ. Lời đang viết vẫn còn, hãy thử lại.',
		unknown: 'Máy chủ đang gặp trục trặc. Lời đang viết vẫn còn, hãy thử lại.'
	}
};
