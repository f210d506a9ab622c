import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

/** One request that is right for every function of the calendar, by name; right for `admin`, dates for `neighbour`. */
export async function calendarRequests(database: PGlite): Promise<Record<string, unknown>> {
	await database.exec(`
		insert into public.calendar_days (day, kind, name, source, verification)
		values ('2091-01-01', 'holiday', 'Ngày Thử Nghiệm', 'Thông báo thử nghiệm', 'verified');
		insert into public.staff_roles (staff_id, role) select id, 'leader' from public.staff where full_name = 'neighbour';
	`);
	const change = { protocol: 1, actionId: uuid(810), expectedRevision: 0 };
	const source = 'Thông báo 99/TB-BNV';
	return {
		move_due_dates: {
			protocol: 1,
			actionId: uuid(811),
			reason: 'Mất điện cả ngày',
			dossiers: [{ id: uuid(3), expectedVersion: 2, dueDate: '2091-01-02' }]
		},
		open_calendar_year: {
			...change,
			year: 2091,
			source,
			note: 'Chờ lịch Tết',
			gaps: [{ from: '2091-02-15', to: '2091-02-24', note: 'Tết chưa có thông báo' }]
		},
		preview_calendar_change: {
			protocol: 1,
			change: { day: '2091-01-02', kind: 'closure' },
			after: { id: uuid(1), dueDate: '2026-11-23' }
		},
		remove_calendar_day: { ...change, day: '2091-01-01', reason: 'Nhập nhầm ngày' },
		save_calendar_day: {
			...change,
			day: '2091-01-02',
			kind: 'closure',
			name: 'Mất điện',
			source,
			reason: 'Ghi lại sau'
		},
		save_office_hours: {
			...change,
			hours: [
				['07:30', '11:30'],
				['13:00', '17:00']
			],
			source,
			reason: 'Giờ mùa đông'
		},
		staff_calendar: { protocol: 1, year: 2026 }
	};
}
