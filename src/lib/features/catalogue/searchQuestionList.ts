import type { SearchQuestion } from './searchQuestions';

/** Found by listening at the counter (domain research §7.1): same words, different procedures. */
export const SEARCH_QUESTIONS: readonly SearchQuestion[] = [
	{
		words: ['mai táng', 'tử tuất', 'tiền tuất', 'chôn cất', 'ma chay', 'đám tang'],
		ask: 'Người mất thuộc diện nào?',
		note: 'Mỗi diện làm một thủ tục riêng. Người có lương hưu hoặc đang đóng bảo hiểm xã hội thì hỏi cơ quan bảo hiểm xã hội.',
		options: [
			{ label: 'Đang nhận trợ cấp xã hội hàng tháng', code: '1.001731' },
			{ label: 'Đang nhận trợ cấp hưu trí xã hội', code: '1.014028' },
			{ label: 'Cựu chiến binh', code: '2.002307' },
			{ label: 'Thanh niên xung phong thời chống Pháp', code: '2.002308' },
			{ label: 'Người có công đang nhận trợ cấp ưu đãi', code: '1.010824' }
		]
	},
	{
		words: ['sổ đỏ', 'sổ hồng', 'bìa đỏ', 'giấy tờ nhà', 'giấy tờ đất'],
		ask: 'Đất hoặc sổ đang có chuyện gì?',
		options: [
			{ label: 'Mua bán, cho tặng, thừa kế: sang tên', code: '1.013831' },
			{ label: 'Đất chưa có sổ: làm lần đầu', code: '1.013978' },
			{ label: 'Sổ ghi sai: đính chính', code: '1.012796' },
			{ label: 'Đất ở ghi thiếu so với giấy cũ: xác định lại diện tích', code: '1.012817' },
			{ label: 'Sổ còn ghi nợ tiền đất: trả nợ, xóa nợ', code: '1.012996' },
			{ label: 'Thế chấp để vay tiền', code: '1.011441' },
			{ label: 'Đang tranh chấp với người khác', code: '1.012812' }
		]
	},
	{
		words: ['công chứng'],
		ask: 'Ở xã gọi là chứng thực. Bạn cần việc nào?',
		note: 'Công chứng là việc của văn phòng công chứng. Nhiều giấy chỉ cần chứng thực ở xã là đủ.',
		options: [
			{ label: 'Bản sao giấy tờ (sao y)', code: '2.000815' },
			{ label: 'Chữ ký, giấy ủy quyền', code: '2.000884' },
			{ label: 'Hợp đồng mua bán, tặng cho', code: '2.001035' },
			{ label: 'Bản dịch', code: '2.000992' },
			{ label: 'Di chúc', code: '2.001019' }
		]
	},
	{
		words: ['thừa kế', 'di sản'],
		ask: 'Việc thừa kế đang ở bước nào?',
		options: [
			{ label: 'Còn sống, muốn lập di chúc', code: '2.001019' },
			{ label: 'Nhiều người cùng hưởng: chia di sản', code: '2.001406' },
			{ label: 'Chỉ một người hưởng: khai nhận di sản', code: '2.001009' },
			{ label: 'Không nhận phần của mình', code: '2.001016' },
			{ label: 'Đã chia xong: sang tên sổ đỏ', code: '1.013831' },
			{ label: 'Không chia được vì tranh chấp đất', code: '1.012812' }
		]
	},
	{
		words: [
			'mất giấy khai sinh',
			'mất khai sinh',
			'rách giấy khai sinh',
			'làm lại giấy khai sinh',
			'làm lại khai sinh',
			'xin lại giấy khai sinh',
			'cấp lại giấy khai sinh',
			'cấp lại khai sinh'
		],
		ask: 'Xã còn sổ ghi việc khai sinh không?',
		note: 'Không biết thì cứ hỏi quầy; cán bộ tra sổ giúp bạn.',
		options: [
			{ label: 'Còn sổ, hoặc không biết: xin bản sao', code: '2.000635' },
			{ label: 'Không còn sổ và mất bản chính: đăng ký lại', code: '1.004884' },
			{ label: 'Chưa từng làm khai sinh, đã có giấy tờ khác', code: '1.004772' }
		]
	},
	{
		words: [
			'mất giấy kết hôn',
			'mất giấy đăng ký kết hôn',
			'mất hôn thú',
			'làm lại giấy kết hôn',
			'cấp lại giấy kết hôn'
		],
		ask: 'Xã còn sổ ghi việc kết hôn không?',
		note: 'Không biết thì cứ hỏi quầy; cán bộ tra sổ giúp bạn.',
		options: [
			{ label: 'Còn sổ, hoặc không biết: xin bản sao trích lục', code: '2.000635' },
			{ label: 'Không còn sổ và mất bản chính: đăng ký lại', code: '1.004746' }
		]
	},
	{
		words: [
			'mất giấy chứng tử',
			'mất giấy khai tử',
			'làm lại giấy chứng tử',
			'cấp lại giấy chứng tử'
		],
		ask: 'Xã còn sổ ghi việc khai tử không?',
		note: 'Không biết thì cứ hỏi quầy; cán bộ tra sổ giúp bạn.',
		options: [
			{ label: 'Còn sổ, hoặc không biết: xin bản sao trích lục', code: '2.000635' },
			{ label: 'Không còn sổ và mất bản chính: đăng ký lại', code: '1.005461' }
		]
	},
	{
		words: ['giấy phép xây dựng', 'xin phép xây', 'phép xây nhà', 'giấy phép xây nhà'],
		ask: 'Bạn cần giấy phép cho việc gì?',
		options: [
			{ label: 'Xây nhà mới', code: '1.013225' },
			{ label: 'Sửa chữa, cải tạo', code: '1.013229' },
			{ label: 'Đổi bản vẽ đã được duyệt', code: '1.013226' },
			{ label: 'Sắp hết hạn: gia hạn', code: '1.013227' },
			{ label: 'Mất hoặc rách: cấp lại', code: '1.013228' }
		]
	},
	{
		words: ['trợ cấp', 'tiền hàng tháng'],
		beside: 3,
		ask: 'Trợ cấp cho ai?',
		options: [
			{ label: 'Người già không có lương hưu (hưu trí xã hội)', code: '1.014027' },
			{ label: 'Người khuyết tật, trẻ mồ côi, người nghèo nuôi con một mình', code: '1.001776' },
			{ label: 'Thân nhân liệt sĩ', code: '1.010801' },
			{ label: 'Người nhiễm chất độc hóa học', code: '1.010816' },
			{ label: 'Thanh niên xung phong thời kháng chiến', code: '2.001157' },
			{ label: 'Gia đình bộ đội tại ngũ gặp khó khăn', code: '2.002764' }
		]
	},
	{
		words: ['hộ nghèo', 'cận nghèo', 'sổ nghèo'],
		beside: 3,
		ask: 'Nhà bạn muốn làm gì?',
		options: [
			{ label: 'Xin vào hộ nghèo, hộ cận nghèo', code: '1.011607' },
			{ label: 'Hỏi về đợt xét cuối năm', code: '1.011606' },
			{ label: 'Xin ra khỏi hộ nghèo, cận nghèo', code: '1.011608' },
			{ label: 'Không nghèo, nhưng mức sống chỉ trung bình', code: '1.011609' }
		]
	},
	{
		words: ['ly hôn', 'ly dị', 'li hôn', 'li dị', 'bỏ vợ', 'bỏ chồng'],
		ask: 'Ly hôn do Tòa án giải quyết. Ở xã bạn cần giấy gì?',
		options: [
			{ label: 'Giấy xác nhận đã ly hôn, đang độc thân', code: '1.004873' },
			{ label: 'Đã ly hôn ở nước ngoài: ghi vào sổ', code: '2.000554' },
			{ label: 'Muốn kết hôn lần nữa', code: '1.000894' }
		]
	},
	{
		words: ['đổi tên', 'sửa tên', 'sai tên', 'ghi sai tên'],
		beside: 2,
		ask: 'Tên trên giấy tờ nào?',
		options: [
			{ label: 'Giấy khai sinh, kết hôn, khai tử', code: '1.004859' },
			{ label: 'Sổ đỏ: ghi sai tên', code: '1.012796' },
			{ label: 'Sổ đỏ: sang tên cho người khác', code: '1.013831' },
			{ label: 'Bằng, chứng chỉ đi học', code: '3.000468' },
			{ label: 'Cửa hàng, hộ kinh doanh', code: '2.000720' },
			{ label: 'Hợp tác xã', code: '1.005277' },
			{ label: 'Ghe, tàu', code: '2.001711' }
		]
	},
	{
		words: [
			'ghe',
			'xuồng',
			'đăng ký tàu',
			'đăng ký thuyền',
			'giấy tàu',
			'giấy tờ tàu',
			'giấy tờ thuyền',
			'ghe tàu',
			'tàu thuyền',
			'mua tàu',
			'mua thuyền'
		],
		onlyWithMarks: ['tàu', 'thuyền'],
		beside: 2,
		ask: 'Ghe, tàu của bạn đang ở trường hợp nào?',
		options: [
			{ label: 'Mới đóng, mới mua về, chưa chạy', code: '1.004088' },
			{ label: 'Đang chạy mà chưa đăng ký', code: '1.004047' },
			{ label: 'Mua lại, vẫn đăng ký ở nơi cũ', code: '1.004002' },
			{ label: 'Mua lại, đổi nơi đăng ký', code: '1.003970' },
			{ label: 'Đổi tên, thay máy, sửa vỏ', code: '2.001711' },
			{ label: 'Mất, rách giấy đăng ký', code: '1.003930' },
			{ label: 'Chìm, hỏng, không dùng nữa', code: '2.001659' }
		]
	},
	{
		words: ['hợp tác xã', 'htx'],
		beside: 1,
		ask: 'Hợp tác xã cần việc nào?',
		options: [
			{ label: 'Lập mới', code: '1.005280' },
			{ label: 'Đổi tên, địa chỉ, vốn, người đại diện', code: '1.005277' },
			{ label: 'Đổi ngành nghề', code: '1.004979' },
			{ label: 'Mở chi nhánh, cửa hàng', code: '2.002123' },
			{ label: 'Tạm nghỉ hoặc làm lại', code: '2.002641' },
			{ label: 'Mất, rách giấy đăng ký', code: '2.002638' },
			{ label: 'Xin Nhà nước hỗ trợ', code: '2.002668' },
			{ label: 'Giải thể', code: '1.004982' }
		]
	},
	{
		words: ['tổ hợp tác', 'tổ làm chung'],
		beside: 2,
		ask: 'Tổ hợp tác cần việc nào?',
		options: [
			{ label: 'Lập tổ, có đăng ký', code: '2.002637' },
			{ label: 'Lập tổ, chỉ báo với xã', code: '2.002226' },
			{ label: 'Đổi thông tin của tổ đã đăng ký', code: '2.002639' },
			{ label: 'Thôi, tổ đã đăng ký', code: '2.002642' },
			{ label: 'Thôi, tổ chưa đăng ký', code: '2.002228' }
		]
	},
	{
		words: ['nghĩa vụ quân sự', 'nvqs', 'đi nghĩa vụ', 'đi bộ đội', 'đi lính'],
		beside: 2,
		ask: 'Bạn cần việc nào về nghĩa vụ quân sự?',
		options: [
			{ label: 'Đăng ký lần đầu', code: '1.013133' },
			{ label: 'Chuyển đi nơi khác ở, học, làm', code: '1.013134' },
			{ label: 'Mới chuyển đến', code: '1.013137' },
			{ label: 'Đi vắng một thời gian', code: '1.013138' },
			{ label: 'Thông tin đã khai nay thay đổi', code: '1.013136' },
			{ label: 'Nhà có người tại ngũ đang khó khăn', code: '2.002764' },
			{ label: 'Con của người tại ngũ đi học', code: '2.002765' }
		]
	},
	{
		words: ['liệt sĩ', 'liệt sỹ', 'gia đình liệt sĩ', 'gia đình liệt sỹ'],
		beside: 1,
		ask: 'Bạn cần việc nào cho gia đình liệt sĩ?',
		options: [
			{ label: 'Tiền thờ cúng', code: '1.010803' },
			{ label: 'Trợ cấp cho cha mẹ, vợ chồng, con', code: '1.010801' },
			{ label: 'Thêm người thân vào hồ sơ', code: '1.010825' },
			{ label: 'Cấp lại Bằng Tổ quốc ghi công', code: '1.010778' },
			{ label: 'Đưa hài cốt vào nghĩa trang liệt sĩ', code: '1.010830' },
			{ label: 'Đưa hài cốt từ nghĩa trang về quê', code: '1.010829' },
			{ label: 'Đi thăm viếng mộ', code: '1.013750' },
			{ label: 'Đề nghị công nhận liệt sĩ', code: '1.013181' }
		]
	},
	{
		words: ['thanh niên xung phong', 'tnxp'],
		beside: 2,
		ask: 'Tham gia thời nào, cần việc nào?',
		options: [
			{ label: 'Thời kháng chiến: trợ cấp một lần', code: '2.001157' },
			{ label: 'Thời kháng chiến: trợ cấp hàng tháng', code: '2.001396' },
			{ label: 'Sau ngày 30/4/1975: trợ cấp một lần', code: '2.002755' },
			{ label: 'Sau ngày 30/4/1975, đã mất: trợ cấp cho thân nhân', code: '2.002757' },
			{ label: 'Thời chống Pháp, đã mất: mai táng phí', code: '2.002308' }
		]
	},
	{
		words: ['giấy phép kinh doanh', 'đăng ký kinh doanh', 'gpkd', 'hộ kinh doanh'],
		beside: 2,
		ask: 'Cửa hàng đang thế nào?',
		options: [
			{ label: 'Sắp mở', code: '1.001612' },
			{ label: 'Đổi tên, địa chỉ, chủ, ngành nghề', code: '2.000720' },
			{ label: 'Tạm nghỉ, hoặc bán lại sau khi nghỉ', code: '1.001570' },
			{ label: 'Mất, rách giấy đăng ký', code: '2.000575' },
			{ label: 'Giấy ghi sai', code: '1.014034' },
			{ label: 'Đóng cửa hẳn', code: '1.001266' }
		]
	},
	{
		words: ['nhận nuôi', 'nuôi cháu', 'nuôi trẻ', 'nhận trẻ'],
		ask: 'Nuôi hẳn làm con, hay chăm nom thay cha mẹ?',
		options: [
			{ label: 'Nuôi hẳn: nhận làm con nuôi', code: '2.001263' },
			{ label: 'Chăm cháu, con của họ hàng', code: '2.001944' },
			{ label: 'Chăm trẻ không phải họ hàng', code: '1.004941' },
			{ label: 'Làm người giám hộ', code: '1.004837' }
		]
	},
	{
		words: ['bằng tốt nghiệp', 'bằng cấp', 'bằng đại học', 'bằng cấp 2', 'bằng cấp 3', 'học bạ'],
		onlyWithMarks: ['mất bằng'],
		ask: 'Bằng, học bạ còn trong tay không?',
		options: [
			{ label: 'Còn: chứng thực bản sao (sao y)', code: '2.000815' },
			{ label: 'Mất: xin bản sao từ sổ gốc', code: '3.000467' },
			{ label: 'Ghi sai: sửa lại', code: '3.000468' }
		]
	},
	{
		words: ['tranh chấp đất', 'tranh chấp ranh', 'lấn đất', 'lấn chiếm đất', 'lấn ranh'],
		ask: 'Đã hòa giải ở xã chưa?',
		options: [
			{ label: 'Chưa: xin hòa giải trước', code: '1.012812' },
			{ label: 'Rồi mà không thành', code: '1.013967' }
		]
	},
	{
		words: ['làm đơn', 'gửi đơn', 'nộp đơn', 'đơn thư', 'kiện xã', 'kiện cán bộ', 'phản ánh'],
		beside: 3,
		ask: 'Bạn muốn nói điều gì với xã?',
		options: [
			{ label: 'Không đồng ý với quyết định của xã: khiếu nại', code: '2.002409' },
			{ label: 'Có người làm trái pháp luật: tố cáo', code: '2.002396' },
			{ label: 'Góp ý, phản ánh, kiến nghị', code: '2.002501' },
			{ label: 'Gặp lãnh đạo để nói', code: '1.010945' },
			{ label: 'Đòi bồi thường vì cán bộ làm sai', code: '2.002165' }
		]
	},
	{
		words: [
			'mở trường mầm non',
			'mở lớp mầm non',
			'mở mầm non',
			'mở nhà trẻ',
			'mở nhóm trẻ',
			'giữ trẻ'
		],
		ask: 'Trường hay nhóm trẻ, lớp nhỏ?',
		options: [
			{ label: 'Nhóm trẻ, lớp mầm non độc lập', code: '1.012971' },
			{ label: 'Trường mầm non, nhà trẻ', code: '2.002891' }
		]
	},
	{
		words: ['miễn học phí', 'giảm học phí', 'miễn giảm học phí'],
		ask: 'Ai đi học, học ở đâu?',
		note: 'Trường phổ thông thì hỏi nhà trường trước.',
		options: [
			{ label: 'Con của bộ đội tại ngũ', code: '2.002765' },
			{ label: 'Trường nghề, đại học', code: '1.014335' }
		]
	}
];
