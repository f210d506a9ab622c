import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

it.each([
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
