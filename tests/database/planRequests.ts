import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

/** One request that is right for every function of the year's plan, by function name; right for `admin` and `head`. */
export async function planRequests(database: PGlite): Promise<Record<string, unknown>> {
	await database.exec(`
		insert into public.plan_years (agency_id, year) select id, 2026 from public.agencies where code = 'H99.01';
		insert into public.plan_tasks (id, agency_id, year, position, heading, title, lead_name, lead_department_id, from_day, to_day)
		select '${uuid(2001)}', agency_id, 2026, 1, 'Cải cách thủ tục', 'Rà soát thủ tục đất đai', 'Phòng Kinh tế', id, '2026-01-01', '2026-06-30'
		from public.departments where name = 'Kinh tế';
		insert into public.outreach_entries (id, agency_id, held_on, place, form, topic, owner_name)
		select '${uuid(2005)}', id, '2026-03-02', 'Thôn Trung', 'loudspeaker', 'Nộp hồ sơ trên điện thoại', 'Tổ số thôn Trung'
		from public.agencies where code = 'H99.01';
		insert into public.training_entries (id, agency_id, held_on, kind, topic, teacher, hours, guests)
		select '${uuid(2006)}', id, '2026-03-03', 'attitude', 'Cách đón người dân', 'Trường chính trị', 4, 2
		from public.agencies where code = 'H99.01';
	`);
	const { rows } = await database.query<{ department: string; officer: string }>(
		`select id::text as department, (select id::text from public.staff where full_name = 'officer') as officer
		from public.departments where name = 'Kinh tế'`
	);
	const head = { protocol: 1, year: 2026 };
	const change = { ...head, actionId: uuid(2100) };
	const task = {
		heading: 'Cải cách thể chế',
		title: 'Công khai thủ tục mới',
		lead: 'Phòng Kinh tế',
		leadDepartmentId: rows[0]?.department,
		coordinators: ['Công an xã', 'Đoàn thanh niên'],
		from: '2026-04-01',
		to: '2026-09-30',
		timeWords: 'Quý II, Quý III',
		deliverable: 'Thông báo niêm yết'
	};
	const known = { protocol: 1, actionId: uuid(2100), taskId: uuid(2001), expectedVersion: 1 };
	const entry = { protocol: 1, actionId: uuid(2100), expectedVersion: 1 };
	return {
		import_plan_tasks: {
			...change,
			tasks: [
				{ ...task, taskId: uuid(2002) },
				{ ...task, taskId: uuid(2003) }
			],
			reason: 'Kế hoạch bổ sung'
		},
		outreach_log: head,
		plan_history: { ...head, taskId: uuid(2001) },
		plan_year: head,
		remove_outreach: { ...entry, entryId: uuid(2005), reason: 'Ghi trùng' },
		remove_training: { ...entry, entryId: uuid(2006), reason: 'Ghi trùng' },
		remove_plan_task: { ...known, reason: 'Nhập nhầm dòng' },
		report_plan_task: {
			...known,
			status: 'done',
			evidence: 'Báo cáo số 12/BC-UBND',
			doneOn: '2026-05-20',
			reason: 'Xong sớm'
		},
		save_outreach: {
			...entry,
			entryId: uuid(2005),
			heldOn: '2026-03-04',
			place: 'Nhà văn hóa thôn Đoài',
			form: 'village-meeting',
			topic: 'Khai sinh không phải đến xã',
			fieldCode: 'ho-tich',
			procedureCode: '1.000001',
			reach: 60,
			owner: 'Tổ công nghệ số thôn Đoài',
			note: 'Có phát tờ rơi'
		},
		save_training: {
			...entry,
			entryId: uuid(2006),
			heldOn: '2026-03-05',
			kind: 'online-help',
			topic: 'Hướng dẫn người già nộp trên điện thoại',
			teacher: 'Phòng Văn hóa',
			hours: 3.5,
			participants: [rows[0]?.officer],
			guests: 4,
			material: 'Tài liệu số 7'
		},
		training_log: head,
		save_plan_task: { ...change, expectedVersion: 0, taskId: uuid(2004), ...task },
		save_plan_year: {
			...change,
			expectedVersion: 1,
			documentNumber: '15/KH-UBND',
			documentDate: '2026-01-05',
			approved: false,
			reason: 'Sửa số văn bản'
		}
	};
}
