import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

const figures = ['Tổng quan', 'Báo cáo'];
const withIndex = ['Tổng quan', 'Báo cáo', 'Bộ chỉ số 766'];

it.each([
	[
		['receiver'],
		{
			'Ở quầy': ['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi'],
			'Số liệu': figures,
			'Làm tốt hơn': ['Chỉ tiêu', 'Kế hoạch cải cách'],
			'Cài đặt': ['Lịch làm việc']
		}
	],
	[
		['officer'],
		{
			'Ở quầy': ['Bàn giao'],
			'Số liệu': figures,
			'Làm tốt hơn': ['Chỉ tiêu', 'Kế hoạch cải cách'],
			'Cài đặt': ['Lịch làm việc']
		}
	],
	[
		['approver'],
		{
			'Ở quầy': ['Bàn giao'],
			'Số liệu': [...figures, 'Vì sao phải đi lại'],
			'Làm tốt hơn': ['Chỉ tiêu', 'Cắt giảm thủ tục', 'Kế hoạch cải cách'],
			'Cài đặt': ['Lịch làm việc']
		}
	],
	[
		['leader'],
		{
			'Ở quầy': ['Sổ theo dõi'],
			'Số liệu': ['Báo cáo', 'Bộ chỉ số 766', 'Vì sao phải đi lại', 'Mức độ hài lòng'],
			'Làm tốt hơn': ['Chỉ tiêu', 'Cắt giảm thủ tục', 'Phản ánh, góp ý', 'Kế hoạch cải cách'],
			'Cài đặt': ['Mẫu tin', 'Lịch làm việc']
		}
	],
	[
		['admin'],
		{
			'Số liệu': [...withIndex, 'Vì sao phải đi lại', 'Mức độ hài lòng'],
			'Làm tốt hơn': ['Chỉ tiêu', 'Cắt giảm thủ tục', 'Kế hoạch cải cách'],
			'Cài đặt': ['Mẫu tin', 'Lịch làm việc']
		}
	],
	[['editor'], { 'Làm tốt hơn': ['Chỉ tiêu', 'Cắt giảm thủ tục'], 'Cài đặt': ['Lịch làm việc'] }]
] as const)('%j: %j', (roles, wanted) => {
	const groups = moreNav({ roles: [...roles] }, '/can-bo').map(
		({ title, items }) => [title, items.map(({ label }) => label)] as const
	);
	expect(Object.fromEntries(groups)).toEqual(wanted);
});

it('says where one is', () => {
	const here = moreNav({ roles: ['leader'] }, '/can-bo/lich-lam-viec/doi-ngay-hen');
	expect(
		here.flatMap(({ items }) => items.filter(({ current }) => current).map(({ label }) => label))
	).toEqual(['Lịch làm việc']);
});
