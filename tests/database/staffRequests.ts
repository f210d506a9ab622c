import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

/** One request that is right for every function of staff administration, by function name; right for `admin` only. */
export async function staffRequests(database: PGlite): Promise<Record<string, unknown>> {
	const { rows } = await database.query<{ people: Record<string, string>; department: string }>(
		`select jsonb_object_agg(full_name, id) as people,
			(select id::text from public.departments where name = 'Kinh tế' limit 1) as department
		from public.staff`
	);
	const row = rows[0];
	if (!row) throw new Error('no staff');
	const of = (name: string) => ({ protocol: 1, staffId: row.people[name] });
	const profile = {
		fullName: 'Mai Thị Mới',
		title: 'Công chức tư pháp',
		phone: '0912 345 678',
		departmentId: row.department,
		roles: ['officer', 'receiver'],
		citizenId: '001188012345'
	};
	const wording = {
		protocol: 1,
		kind: 'finish',
		channel: 'email',
		subject: 'Hồ sơ {mã hồ sơ}',
		body: 'Chào bạn, hồ sơ đã có kết quả.'
	};
	return {
		invite_staff: { protocol: 1, actionId: uuid(803), ...profile },
		notice_templates: { protocol: 1 },
		preview_notice_template: wording,
		// Their account was taken away: invited, not joined.
		renew_invitation: of('leader'),
		restore_staff: { ...of('suspended'), reason: 'Đi học về' },
		save_notice_template: { ...wording, expectedVersion: 0 },
		save_department: {
			protocol: 1,
			departmentId: row.department,
			name: 'Phòng Kinh tế',
			fieldCodes: ['ho-tich']
		},
		staff_changes: of('officer'),
		staff_list: { protocol: 1 },
		suspend_staff: { ...of('second receiver'), reason: 'Nghỉ việc' },
		untie_account: of('officer'),
		update_staff: { ...of('neighbour'), expectedVersion: 1, ...profile }
	};
}
