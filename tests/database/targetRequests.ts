import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

/** One request that is right for every function of the targets; one target of this year is open, put forward by the officer. */
export async function targetRequests(database: PGlite): Promise<Record<string, unknown>> {
	const { rows } = await database.query<{ department: string; year: number }>(
		`select department_id::text as department, extract(year from now() at time zone interval '7 hours')::int as year
		from public.staff where full_name = 'officer'`
	);
	const [where] = rows;
	if (!where) throw new Error('no officer');
	const propose = {
		protocol: 1,
		actionId: uuid(830),
		departmentId: where.department,
		year: where.year,
		kind: 'online',
		percent: 12.5,
		note: 'Theo kế hoạch cải cách đầu năm',
		expectedVersion: 0
	};
	await database.exec(
		`select set_config('request.jwt.claims', jsonb_build_object('sub', md5('officer')::uuid)::text, false)`
	);
	const made = await database.query<{ target: string }>(
		`select public.propose_target($1::text::jsonb) ->> 'targetId' as target`,
		[JSON.stringify(propose)]
	);
	await database.exec(`select set_config('request.jwt.claims', '', false)`);
	const open = { protocol: 1, targetId: made.rows[0]?.target, expectedVersion: 1 };
	return {
		decide_target: {
			...open,
			actionId: uuid(832),
			decision: 'return',
			reason: 'Thấp hơn năm ngoái nhiều'
		},
		propose_target: { ...propose, actionId: uuid(831), kind: 'online-full' },
		staff_targets: { protocol: 1, year: where.year },
		withdraw_target: { ...open, actionId: uuid(833), reason: 'Tính lại số liệu' }
	};
}
