import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

it.each([
	[['receiver'], ['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', 'Lịch làm việc']],
	[['officer'], ['Bàn giao', 'Lịch làm việc']],
	[['leader'], ['Sổ theo dõi', 'Mức độ hài lòng', 'Phản ánh, góp ý', 'Mẫu tin', 'Lịch làm việc']],
	[['admin'], ['Mức độ hài lòng', 'Mẫu tin', 'Lịch làm việc']],
	[['leader'], ['Sổ theo dõi', 'Vì sao phải đi lại', 'Mẫu tin', 'Lịch làm việc']],
	[['approver'], ['Bàn giao', 'Vì sao phải đi lại', 'Lịch làm việc']],
	[['admin'], ['Vì sao phải đi lại', 'Mẫu tin', 'Lịch làm việc']],
	[
		['receiver'],
		['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', 'Kế hoạch cải cách', 'Lịch làm việc']
	],
	[['officer'], ['Bàn giao', 'Kế hoạch cải cách', 'Lịch làm việc']],
	[['leader'], ['Sổ theo dõi', 'Kế hoạch cải cách', 'Mẫu tin', 'Lịch làm việc']],
	[['admin'], ['Kế hoạch cải cách', 'Mẫu tin', 'Lịch làm việc']],
	[['editor'], ['Lịch làm việc']]
	[
		['receiver'],
		['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', 'Báo cáo', 'Chỉ tiêu', 'Lịch làm việc']
	],
	[['officer'], ['Bàn giao', 'Báo cáo', 'Chỉ tiêu', 'Lịch làm việc']],
	[['leader'], ['Sổ theo dõi', 'Báo cáo', 'Chỉ tiêu', 'Mẫu tin', 'Lịch làm việc']],
	[['admin'], ['Báo cáo', 'Chỉ tiêu', 'Mẫu tin', 'Lịch làm việc']],
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
