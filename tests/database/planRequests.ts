import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

/** One request that is right for every function of the year's plan, by function name; right for `admin` and `head`. */
export async function planRequests(database: PGlite): Promise<Record<string, unknown>> {
	await database.exec(`
		insert into public.plan_years (agency_id, year) select id, 2026 from public.agencies where code = 'H99.01';
		insert into public.plan_tasks (id, agency_id, year, position, heading, title, lead_name, lead_department_id, from_day, to_day)
		select '${uuid(2001)}', agency_id, 2026, 1, 'Cải cách thủ tục', 'Rà soát thủ tục đất đai', 'Phòng Kinh tế', id, '2026-01-01', '2026-06-30'
		from public.departments where name = 'Kinh tế';
	`);
	const { rows } = await database.query<{ department: string }>(
		`select id::text as department from public.departments where name = 'Kinh tế'`
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
	return {
		import_plan_tasks: {
			...change,
			tasks: [
				{ ...task, taskId: uuid(2002) },
				{ ...task, taskId: uuid(2003) }
			],
			reason: 'Kế hoạch bổ sung'
		},
		plan_history: { ...head, taskId: uuid(2001) },
		plan_year: head,
		remove_plan_task: { ...known, reason: 'Nhập nhầm dòng' },
		report_plan_task: {
			...known,
			status: 'done',
			evidence: 'Báo cáo số 12/BC-UBND',
			doneOn: '2026-05-20',
			reason: 'Xong sớm'
		},
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
