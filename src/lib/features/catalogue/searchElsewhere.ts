import type { SearchQuestion } from './searchQuestions';

/** What people ask this office for and another one does; and what of it is done here after all. */
export const DONE_ELSEWHERE: readonly SearchQuestion[] = [
	{
		words: [
			'làm căn cước',
			'đổi căn cước',
			'cấp căn cước',
			'cấp lại căn cước',
			'mất căn cước',
			'gia hạn căn cước',
			'thẻ căn cước',
			'làm cccd',
			'đổi cccd',
			'mất cccd',
			'chứng minh nhân dân',
			'tạm trú',
			'thường trú',
			'hộ khẩu',
			'xác nhận cư trú'
		],
		isNotice: true,
		ask: 'Căn cước và cư trú do công an làm',
		options: [
			{ label: 'Trẻ mới sinh: khai sinh, thường trú, thẻ bảo hiểm y tế một lần', code: '3.000722' },
			{ label: 'Chứng thực bản sao (sao y)', code: '2.000815' }
		]
	},
	{
		words: ['hộ chiếu', 'passport', 'visa', 'thị thực'],
		isNotice: true,
		ask: 'Hộ chiếu do công an cấp, visa do sứ quán nước bạn sẽ đến cấp',
		options: [
			{ label: 'Chứng thực bản sao (sao y)', code: '2.000815' },
			{ label: 'Chứng thực bản dịch', code: '2.000992' }
		]
	},
	{
		words: ['bằng lái', 'giấy phép lái xe', 'đăng ký xe', 'biển số xe', 'cà vẹt'],
		isNotice: true,
		ask: 'Bằng lái và đăng ký xe do công an làm',
		options: [
			{ label: 'Chứng thực giấy mua bán xe', code: '2.001035' },
			{ label: 'Chứng thực bản sao (sao y)', code: '2.000815' }
		]
	},
	{
		words: ['lý lịch tư pháp', 'lí lịch tư pháp'],
		isNotice: true,
		ask: 'Phiếu lý lịch tư pháp do công an cấp',
		options: [{ label: 'Chứng thực chữ ký trên sơ yếu lý lịch', code: '2.000884' }]
	},
	{
		words: ['bảo hiểm thất nghiệp', 'trợ cấp thất nghiệp', 'tiền thất nghiệp'],
		isNotice: true,
		ask: 'Bảo hiểm thất nghiệp nộp ở trung tâm dịch vụ việc làm',
		options: []
	},
	{
		words: ['bảo hiểm xã hội', 'bhxh', 'lương hưu', 'thai sản'],
		isNotice: true,
		ask: 'Bảo hiểm xã hội và lương hưu do cơ quan bảo hiểm xã hội làm',
		options: [
			{ label: 'Ủy quyền cho người khác nhận lương hưu', code: '2.000884' },
			{ label: 'Người già không có lương hưu: hưu trí xã hội', code: '1.014027' }
		]
	},
	{
		words: ['thuế thu nhập', 'mã số thuế', 'nộp thuế', 'đóng thuế', 'khai thuế', 'thuế đất'],
		isNotice: true,
		ask: 'Thuế do cơ quan thuế giải quyết',
		options: []
	}
];
