import type { FormField } from '../catalogue/EForm.ts';

/** Who files: the same fields for every procedure, checked like the fields of an e-form. */
export const APPLICANT_FIELDS: readonly (FormField & {
	id: 'fullName' | 'citizenId' | 'phone' | 'address' | 'email';
})[] = [
	{ id: 'fullName', type: 'person-name', label: 'Họ và tên của bạn', required: true },
	{
		id: 'citizenId',
		type: 'citizen-id',
		label: 'Số định danh cá nhân',
		help: '12 số trên thẻ căn cước. Có số này, cán bộ tự tra được nhiều giấy tờ nên bạn không phải mang.',
		required: true
	},
	{
		id: 'phone',
		type: 'phone',
		label: 'Số điện thoại',
		help: 'Để quầy gọi khi cần. Không dùng vào việc khác.',
		required: true
	},
	{
		id: 'address',
		type: 'address',
		label: 'Nơi ở hiện nay',
		help: 'Thôn hoặc số nhà, xã, tỉnh.',
		required: true
	},
	{
		id: 'email',
		type: 'text',
		label: 'Thư điện tử (email)',
		help: 'Bỏ trống nếu không dùng.',
		required: false,
		maxLength: 200
	}
];
