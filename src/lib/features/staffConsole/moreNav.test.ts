import { expect, it } from 'vitest';
import { moreNav } from './moreNav';

it.each([
	[
		['receiver'],
		['Bàn giao', 'Giấy hẹn in sẵn', 'Sổ theo dõi', 'Kế hoạch cải cách', 'Lịch làm việc']
	],
	[['officer'], ['Bàn giao', 'Kế hoạch cải cách', 'Lịch làm việc']],
	[['leader'], ['Sổ theo dõi', 'Kế hoạch cải cách', 'Mẫu tin', 'Lịch làm việc']],
	[['admin'], ['Kế hoạch cải cách', 'Mẫu tin', 'Lịch làm việc']],
	[['editor'], ['Lịch làm việc']]
] as const)('%j: %j', (roles, labels) => {
	expect(moreNav({ roles: [...roles] }, '/can-bo').map(({ label }) => label)).toEqual(labels);
});

it('says where one is', () => {
	const here = moreNav({ roles: ['leader'] }, '/can-bo/lich-lam-viec/doi-ngay-hen');
	expect(here.filter(({ current }) => current).map(({ label }) => label)).toEqual([
		'Lịch làm việc'
	]);
});
