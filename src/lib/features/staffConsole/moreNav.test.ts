import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

const figures = ['Tổng quan', 'Báo cáo', 'Chỉ tiêu'];

it.each([
	[
		['receiver'],
		['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', ...figures, 'Kế hoạch cải cách', 'Lịch làm việc']
	],
	[['officer'], ['Bàn giao', ...figures, 'Kế hoạch cải cách', 'Lịch làm việc']],
	[
		['approver'],
		[
			'Bàn giao',
			...figures,
			'Vì sao phải đi lại',
			'Cắt giảm thủ tục',
			'Kế hoạch cải cách',
			'Lịch làm việc'
		]
	],
	[
		['leader'],
		[
			'Sổ theo dõi',
			...figures,
			'Vì sao phải đi lại',
			'Cắt giảm thủ tục',
			'Mức độ hài lòng',
			'Phản ánh, góp ý',
			'Kế hoạch cải cách',
			'Mẫu tin',
			'Lịch làm việc'
		]
	],
	[
		['admin'],
		[
			...figures,
			'Vì sao phải đi lại',
			'Cắt giảm thủ tục',
			'Mức độ hài lòng',
			'Kế hoạch cải cách',
			'Mẫu tin',
			'Lịch làm việc'
		]
	],
	[['editor'], ['Chỉ tiêu', 'Cắt giảm thủ tục', 'Lịch làm việc']]
] as const)('%j: %j', (roles, labels) => {
	expect(moreNav({ roles: [...roles] }, '/can-bo').map(({ label }) => label)).toEqual(labels);
});

it('says where one is', () => {
	const here = moreNav({ roles: ['leader'] }, '/can-bo/lich-lam-viec/doi-ngay-hen');
	expect(here.filter(({ current }) => current).map(({ label }) => label)).toEqual([
		'Lịch làm việc'
	]);
});
