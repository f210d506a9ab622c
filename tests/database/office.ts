/**
 * A small office to test against: SQL that adds to a migrated and seeded database one field, three procedures, a
 * second one-stop, one staff member per role (and some special ones) and dossiers in every stage. Runs as the
 * migrations' role on PGlite and on PostgreSQL, in any year.
 */
export const officeSql = `
	select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh, kết hôn", "position": 1}');
	select app.seed_procedure(jsonb_build_object(
		'code', code, 'field', 'ho-tich', 'title', title, 'shortTitle', title, 'clock', '{"supplement": "restart"}'::jsonb,
		'channels', jsonb_build_array(jsonb_build_object('kind', 'online', 'limit', time_limit::jsonb))
	), repeat(right(code, 1), 64))
	from (values
		('1.000001', 'Đăng ký khai sinh', '{"unit": "working-day", "value": 3}'),
		('1.000002', 'Đăng ký kết hôn', 'null'),
		('1.000003', 'Đăng ký giám hộ', 'null')
	) as list (code, title, time_limit);
	update public.procedures set status = 'withdrawn' where code = '1.000003';
	insert into public.calendar_years (year, status, source)
	select year, 'complete', 'test'
	from generate_series(extract(year from now())::int, extract(year from now())::int + 1) as year
	on conflict do nothing;
	insert into public.agencies (code, parent_id, name, phone, receives)
	select 'H99.02', id, 'Trung tâm xã Bến Cát', '02003334455', true from public.agencies where code = 'H99';

	insert into public.staff (user_id, agency_id, department_id, full_name)
	select md5(account)::uuid, agencies.id, departments.id, account
	from (values
		('receiver', 'H99.01', 'Kinh tế'), ('officer', 'H99.01', 'Kinh tế'), ('approver', 'H99.01', 'Kinh tế'),
		('leader', 'H99.01', 'Kinh tế'), ('editor', 'H99.01', null), ('admin', 'H99.01', null),
		('neighbour', 'H99.01', 'Tư pháp – Hộ tịch'), ('elsewhere', 'H99.02', null), ('suspended', 'H99.01', 'Kinh tế'),
		('second receiver', 'H99.01', null)
	) as people (account, agency, department)
	join public.agencies on agencies.code = agency
	left join public.departments on departments.agency_id = agencies.id and departments.name = department;
	insert into public.staff_roles (staff_id, role)
	select staff.id, role
	from (values
		('receiver', 'receiver'), ('officer', 'officer'), ('approver', 'approver'), ('leader', 'leader'), ('editor', 'editor'),
		('admin', 'admin'), ('neighbour', 'officer'), ('elsewhere', 'receiver'), ('suspended', 'receiver'),
		('second receiver', 'receiver')
	) as list (account, role)
	join public.staff on staff.full_name = account;
	update public.staff set active = false where full_name = 'suspended';
`;

/** A UUID that is easy to recognise: the number in its last digits. */
export function uuid(number: number): string {
	return `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`;
}

/** The payload a careful citizen sends for procedure 1.000001 at office H99.01; `files` show the first paper. */
export function goodPayload(files: string[] = []): Record<string, unknown> {
	return {
		procedureCode: '1.000001',
		contentHash: '1'.repeat(64),
		agencyCode: 'H99.01',
		answers: { 'noi-sinh': 'viet-nam' },
		form: { 'ho-ten-con': 'Lý Thị Mơ' },
		applicant: {
			fullName: 'Hoàng Văn Thụ',
			phone: '0987654321',
			citizenId: '079088123456',
			address: 'Số 5 đường Lúa Mới',
			email: 'thu.hoang@thu.test'
		},
		subject: 'Lý Thị Mơ',
		postTo: 'Số 9 ngõ Cây Gạo',
		papers: [
			{ requirementId: 'giay-chung-sinh', state: 'ready', files },
			{ requirementId: 'giay-uy-quyen', state: 'cannot-get', reason: 'cannot-find' }
		]
	};
}
