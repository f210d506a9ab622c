/** One thing to do: why and when in a sentence or two, and the procedures that do it (code → what people call it). */
type Step = { title: string; text: string; links: [code: string, label: string][] };

/** A page for a turn in life: what to do first, what next, what else may be needed. */
export type LifeEventGuide = { title: string; lead: string; steps: Step[] };

/** The guides by the life events of `domain/catalogue/lifeEvents`. No figures here: those stand in the procedures. */
export const viLifeEvents = {
	'having-a-child': {
		title: 'Nhà vừa có thêm em bé',
		lead: 'Làm giấy khai sinh trước. Các việc khác của bé đều cần giấy này.',
		steps: [
			{
				title: 'Làm giấy khai sinh',
				text: 'Bé dưới sáu tuổi thì nên làm một lần cả khai sinh, thường trú và thẻ bảo hiểm y tế.',
				links: [
					['3.000722', 'Khai sinh, thường trú và thẻ bảo hiểm y tế một lần'],
					['1.001193', 'Chỉ làm giấy khai sinh']
				]
			},
			{
				title: 'Cha mẹ chưa đăng ký kết hôn',
				text: 'Muốn ghi tên cha vào giấy khai sinh thì làm cùng lúc việc nhận con.',
				links: [
					['1.000689', 'Khai sinh và nhận cha, mẹ, con cùng lúc'],
					['1.001022', 'Bé đã có giấy khai sinh, nay nhận cha, mẹ, con']
				]
			},
			{
				title: 'Cha hoặc mẹ là người nước ngoài',
				text: 'Giấy tờ của nước ngoài phải được dịch và chứng thực trước. Hỏi quầy để khỏi đi lại.',
				links: [['2.000528', 'Khai sinh có yếu tố nước ngoài']]
			},
			{
				title: 'Nhận con nuôi',
				text: 'Người nhận nuôi và bé đều phải có mặt khi đăng ký.',
				links: [['2.001263', 'Nhận con nuôi trong nước']]
			},
			{
				title: 'Cần thêm bản sao',
				text: 'Gửi trẻ, khám bệnh thường cần bản sao giấy khai sinh.',
				links: [['2.000635', 'Xin bản sao giấy khai sinh']]
			}
		]
	},
	marrying: {
		title: 'Hai bạn sắp cưới',
		lead: 'Hai người cùng đến ký. Việc này không nhờ ai làm thay được.',
		steps: [
			{
				title: 'Đăng ký kết hôn',
				text: 'Đến xã nơi một trong hai người cư trú.',
				links: [
					['1.000894', 'Đăng ký kết hôn'],
					['2.000806', 'Kết hôn với người nước ngoài']
				]
			},
			{
				title: 'Giấy xác nhận độc thân',
				text: 'Kết hôn ở trong nước thì cán bộ tự tra. Chỉ xin giấy này khi cưới ở nước ngoài hoặc làm việc khác.',
				links: [['1.004873', 'Xin giấy xác nhận tình trạng hôn nhân']]
			},
			{
				title: 'Từng kết hôn, ly hôn ở nước ngoài',
				text: 'Phải ghi việc đó vào sổ ở Việt Nam trước khi cưới.',
				links: [
					['2.000554', 'Ghi vào sổ việc ly hôn ở nước ngoài'],
					['2.002189', 'Ghi vào sổ việc kết hôn ở nước ngoài']
				]
			},
			{
				title: 'Mất giấy kết hôn cũ',
				text: 'Xã còn sổ thì xin bản sao. Không còn sổ và không còn bản chính thì đăng ký lại.',
				links: [
					['2.000635', 'Xin bản sao trích lục kết hôn'],
					['1.004746', 'Đăng ký lại kết hôn']
				]
			}
		]
	},
	'a-death': {
		title: 'Người thân qua đời',
		lead: 'Xin chia buồn cùng gia đình. Việc cần làm trước là khai tử; các khoản hỗ trợ đều cần giấy này.',
		steps: [
			{
				title: 'Khai tử',
				text: 'Người thân nào đi cũng được. Nên làm sớm, đúng hạn thì không mất lệ phí.',
				links: [['1.000656', 'Đăng ký khai tử']]
			},
			{
				title: 'Tiền mai táng: người mất thuộc diện nào?',
				text: 'Mỗi diện một thủ tục riêng. Chọn đúng để khỏi phải làm lại.',
				links: [
					['1.001731', 'Đang hưởng trợ cấp xã hội'],
					['2.002307', 'Cựu chiến binh'],
					['1.010824', 'Người có công đang hưởng trợ cấp']
				]
			},
			{
				title: 'Nhà đất, tài sản để lại',
				text: 'Gia đình thống nhất cách chia trước. Có văn bản chia rồi mới sang tên sổ đỏ.',
				links: [
					['2.001406', 'Chứng thực văn bản chia di sản'],
					['2.001016', 'Từ chối nhận di sản'],
					['1.013831', 'Sang tên sổ đỏ khi thừa kế']
				]
			},
			{
				title: 'Cửa hàng của người mất',
				text: 'Người thừa kế muốn làm tiếp thì đổi chủ hộ. Không làm nữa thì báo đóng cửa.',
				links: [
					['2.000720', 'Đổi chủ hộ kinh doanh'],
					['1.001266', 'Đóng cửa hộ kinh doanh']
				]
			}
		]
	},
	land: {
		title: 'Mua, bán, cho, nhận nhà đất',
		lead: 'Chuyện gì đang xảy ra với mảnh đất? Chọn đúng việc thì giấy tờ mới đúng.',
		steps: [
			{
				title: 'Mua bán, tặng cho, thừa kế',
				text: 'Làm hợp đồng có chứng thực trước, rồi sang tên sổ đỏ.',
				links: [
					['2.001035', 'Chứng thực hợp đồng mua bán, tặng cho'],
					['1.013831', 'Sang tên sổ đỏ']
				]
			},
			{
				title: 'Đất chưa có sổ đỏ',
				text: 'Chuẩn bị giấy tờ về nguồn gốc đất, kể cả giấy viết tay đời trước.',
				links: [['1.013978', 'Làm sổ đỏ lần đầu']]
			},
			{
				title: 'Sổ đỏ ghi sai',
				text: 'Sai tên, số thửa, diện tích so với giấy tờ lúc cấp thì xin đính chính.',
				links: [['1.012796', 'Đính chính sổ đỏ cấp lần đầu']]
			},
			{
				title: 'Tranh chấp ranh giới, lối đi',
				text: 'Hòa giải ở xã trước. Không thành thì mới giải quyết tiếp.',
				links: [
					['1.012812', 'Hòa giải tranh chấp đất'],
					['1.013967', 'Xã giải quyết tranh chấp đất']
				]
			},
			{
				title: 'Hiến đất làm đường',
				text: 'Cảm ơn gia đình. Làm giấy để sổ đỏ ghi đúng phần đất còn lại.',
				links: [['1.013979', 'Tặng cho đất để làm đường, công trình chung']]
			}
		]
	},
	building: {
		title: 'Xây nhà, sửa nhà',
		lead: 'Hỏi giấy phép trước khi đào móng. Xây xong mới xin thì rất khó.',
		steps: [
			{
				title: 'Xem quy hoạch',
				text: 'Biết đất có vướng quy hoạch không rồi hãy vẽ nhà.',
				links: [['1.014159', 'Hỏi thông tin quy hoạch']]
			},
			{
				title: 'Xin giấy phép',
				text: 'Xây mới và sửa chữa là hai thủ tục khác nhau.',
				links: [
					['1.013225', 'Giấy phép xây nhà mới'],
					['1.013229', 'Giấy phép sửa chữa, cải tạo'],
					['1.013232', 'Giấy phép di dời công trình']
				]
			},
			{
				title: 'Giấy phép sắp hết hạn, bị mất, muốn đổi bản vẽ',
				text: 'Làm trước khi xây phần thay đổi.',
				links: [
					['1.013227', 'Gia hạn giấy phép xây dựng'],
					['1.013228', 'Cấp lại giấy phép xây dựng'],
					['1.013226', 'Điều chỉnh giấy phép xây dựng']
				]
			},
			{
				title: 'Để vật liệu trên vỉa hè, lòng đường',
				text: 'Muốn dùng tạm vỉa hè, lòng đường thì phải xin phép.',
				links: [['1.013274', 'Dùng tạm lòng đường, vỉa hè']]
			}
		]
	},
	'opening-a-shop': {
		title: 'Mở cửa hàng, làm ăn',
		lead: 'Cửa hàng của gia đình đăng ký ở xã. Nhiều nhà cùng làm thì lập tổ hợp tác hoặc hợp tác xã.',
		steps: [
			{
				title: 'Mở cửa hàng của gia đình',
				text: 'Đặt tên cửa hàng, chọn ngành nghề trước khi khai.',
				links: [['1.001612', 'Đăng ký hộ kinh doanh']]
			},
			{
				title: 'Bán rượu, thuốc lá, mở tiệm trò chơi',
				text: 'Có đăng ký kinh doanh rồi vẫn phải xin thêm giấy phép riêng.',
				links: [
					['2.000620', 'Giấy phép bán lẻ rượu'],
					['2.000181', 'Giấy phép bán lẻ thuốc lá'],
					['1.013792', 'Điểm trò chơi điện tử công cộng']
				]
			},
			{
				title: 'Đang làm: đổi tên, đổi chỗ, tạm nghỉ, mất giấy',
				text: 'Báo xã mỗi khi có thay đổi.',
				links: [
					['2.000720', 'Đổi thông tin hộ kinh doanh'],
					['1.001570', 'Tạm nghỉ, bán lại sau khi nghỉ'],
					['2.000575', 'Cấp lại giấy đăng ký'],
					['1.001266', 'Đóng cửa hẳn']
				]
			},
			{
				title: 'Nhiều nhà cùng làm',
				text: 'Tổ hợp tác gọn hơn; hợp tác xã có con dấu, vốn góp, điều lệ.',
				links: [
					['2.002637', 'Lập tổ hợp tác'],
					['1.005280', 'Lập hợp tác xã']
				]
			}
		]
	},
	'old-age': {
		title: 'Người già, người khuyết tật, nhà khó khăn',
		lead: 'Nhiều khoản trợ giúp không tự đến. Xem nhà mình thuộc diện nào rồi làm đúng thủ tục đó.',
		steps: [
			{
				title: 'Trợ cấp hàng tháng',
				text: 'Người già không có lương hưu, người khuyết tật, trẻ mồ côi, người nuôi con một mình.',
				links: [
					['1.001776', 'Trợ cấp xã hội hàng tháng'],
					['1.014027', 'Trợ cấp hưu trí xã hội']
				]
			},
			{
				title: 'Giấy xác nhận khuyết tật',
				text: 'Làm giấy này trước khi xin trợ cấp khuyết tật.',
				links: [
					['1.001699', 'Xác định mức độ khuyết tật'],
					['1.001653', 'Đổi, cấp lại giấy xác nhận khuyết tật']
				]
			},
			{
				title: 'Hộ nghèo, cận nghèo',
				text: 'Được công nhận rồi thì có thẻ bảo hiểm y tế và các hỗ trợ khác.',
				links: [
					['1.011607', 'Xin công nhận hộ nghèo, cận nghèo'],
					['1.011609', 'Hộ có mức sống trung bình']
				]
			},
			{
				title: 'Không đi lại được',
				text: 'Nhờ người làm thay thì cần giấy ủy quyền. Ốm yếu thì cán bộ có thể đến nhà.',
				links: [
					['2.000884', 'Chứng thực giấy ủy quyền'],
					['1.000419', 'Cán bộ đến nhà làm khai tử'],
					['2.001019', 'Chứng thực di chúc']
				]
			}
		]
	},
	school: {
		title: 'Con đi học',
		lead: 'Giấy khai sinh và nơi ở là hai thứ trường nào cũng hỏi.',
		steps: [
			{
				title: 'Chuyển trường',
				text: 'Hỏi trường mới còn chỗ không rồi mới xin chuyển.',
				links: [['2.002481', 'Chuyển trường trung học cơ sở']]
			},
			{
				title: 'Bản sao giấy khai sinh, học bạ',
				text: 'Bản sao từ sổ gốc và bản sao chứng thực đều dùng được như nhau.',
				links: [
					['2.000635', 'Xin bản sao giấy khai sinh'],
					['2.000815', 'Chứng thực bản sao học bạ, bằng cấp']
				]
			},
			{
				title: 'Nhà khó khăn, có người đi bộ đội',
				text: 'Có thể được miễn, giảm học phí.',
				links: [
					['2.002765', 'Miễn học phí cho con của bộ đội tại ngũ'],
					['1.011607', 'Xin công nhận hộ nghèo, cận nghèo']
				]
			}
		]
	},
	papers: {
		title: 'Giấy tờ, bản sao, chứng thực',
		lead: 'Nhiều người gọi chung là công chứng. Ở xã gọi là chứng thực, có mấy việc khác nhau.',
		steps: [
			{
				title: 'Có bản chính, cần bản sao',
				text: 'Mang bản chính đến. Quầy đối chiếu rồi đóng dấu vào bản chụp.',
				links: [['2.000815', 'Chứng thực bản sao (sao y)']]
			},
			{
				title: 'Mất bản chính',
				text: 'Xin bản sao ở nơi giữ sổ gốc.',
				links: [
					['2.000635', 'Bản sao giấy khai sinh, kết hôn, khai tử'],
					['2.000908', 'Bản sao từ sổ gốc khác']
				]
			},
			{
				title: 'Cần chứng thực chữ ký',
				text: 'Không ký trước ở nhà. Mang giấy đến rồi ký trước mặt cán bộ.',
				links: [
					['2.000884', 'Chứng thực chữ ký, giấy ủy quyền'],
					['2.001008', 'Chứng thực chữ ký người dịch']
				]
			},
			{
				title: 'Hợp đồng, di chúc',
				text: 'Các bên cùng đến, mang giấy tờ về tài sản.',
				links: [
					['2.001035', 'Chứng thực hợp đồng'],
					['2.001019', 'Chứng thực di chúc']
				]
			},
			{
				title: 'Giấy tờ ghi sai tên, ngày sinh',
				text: 'Sửa giấy gốc trước, rồi mới sửa các giấy khác.',
				links: [['1.004859', 'Sửa thông tin hộ tịch (cải chính)']]
			}
		]
	}
} satisfies Record<string, LifeEventGuide>;
