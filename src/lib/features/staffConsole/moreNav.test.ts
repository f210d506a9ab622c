import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

const figures = ['Tổng quan', 'Báo cáo', 'Chỉ tiêu'];
const withIndex = ['Tổng quan', 'Báo cáo', 'Bộ chỉ số 766', 'Chỉ tiêu'];

it.each([
	[
		['receiver'],
		['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', ...figures, 'Kế hoạch cải cách', 'Lịch làm việc']
	],
	[['officer'], ['Bàn giao', ...figures, 'Kế hoạch cải cách', 'Lịch làm việc']],
	[
		['approver'],
		['Bàn giao', ...figures, 'Vì sao phải đi lại', 'Kế hoạch cải cách', 'Lịch làm việc']
	],
	[
		['leader'],
		[
			'Sổ theo dõi',
			...withIndex,
			'Vì sao phải đi lại',
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
			...withIndex,
			'Vì sao phải đi lại',
			'Mức độ hài lòng',
			'Kế hoạch cải cách',
			'Mẫu tin',
			'Lịch làm việc'
		]
	],
	[['editor'], ['Chỉ tiêu', 'Lịch làm việc']]
] as const)('%j: %j', (roles, labels) => {
	expect(moreNav({ roles: [...roles] }, '/can-bo').map(({ label }) => label)).toEqual(labels);
});

it('says where one is', () => {
	const here = moreNav({ roles: ['leader'] }, '/can-bo/lich-lam-viec/doi-ngay-hen');
	expect(here.filter(({ current }) => current).map(({ label }) => label)).toEqual([
		'Lịch làm việc'
	]);
});
