import { openTestDatabase } from '#database/pglite.ts';
import type { Line } from './run.ts';

const open = 2_000;
const officer = '00000000-0000-4000-8000-0000000000aa';

/** Opening the queue with 2,000 open dossiers on the embedded backend: the first page, and all twenty one by one. */
export async function measureQueue(): Promise<Line[]> {
	const database = await openTestDatabase();
	try {
		await database.exec(fixture);
		await database.exec(`
			analyze;
			select set_config('request.jwt.claims', '{"role": "authenticated", "sub": "${officer}"}', false);
			set role authenticated;
		`);
		const times: number[] = [];
		let rows = 0;
		let after: object | undefined;
		do {
			const start = performance.now();
			const page = await fetchPage(after);
			times.push(performance.now() - start);
			rows += page.rows.length;
			const last = page.rows.at(-1);
			after = page.more && last ? { sortAt: last.sortAt, id: last.id } : undefined;
		} while (after);
		if (rows !== open) throw new Error(`the queue gave ${rows} of ${open} rows`);
		const slowest = Math.max(...times.slice(1));
		return [
			{
				what: `queue of ${open} open dossiers on PGlite: first page cold (slowest of the other ${times.length - 1})`,
				budget: 'at once: ≤ 300 ms',
				measured: `${times[0]?.toFixed(0)} ms (${slowest.toFixed(0)} ms)`,
				peer: ''
			}
		];
	} finally {
		await database.close();
	}

	async function fetchPage(after: object | undefined) {
		const { rows } = await database.query<{ answer: Page }>(
			'select public.staff_queue($1::jsonb) as answer',
			[JSON.stringify({ protocol: 1, group: 'working', ...(after ? { after } : {}) })]
		);
		const answer = rows[0]?.answer;
		if (!answer) throw new Error('staff_queue gave nothing');
		return answer;
	}
}

type Page = { rows: { id: string; sortAt: string }[]; more: boolean };

const fixture = `
	select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "x", "position": 1}');
	select app.seed_procedure(
		'{"code": "1.001193", "field": "ho-tich", "title": "Khai sinh", "shortTitle": "Khai sinh", "channels": []}', repeat('a', 64)
	);
	insert into public.staff (user_id, agency_id, full_name) select '${officer}', id, 'Người tiếp nhận' from public.agencies where code = 'H99.01';
	insert into public.staff_roles (staff_id, role) select id, 'receiver' from public.staff where user_id = '${officer}';
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant,
		payload, search_text, sort_at, submitted_at, received_at, due_date)
	select gen_random_uuid(), 'B-' || n, 'H99.01-261123-' || n, agencies.id, '1.001193', version.id, 4, 2, 'Nguyễn Văn ' || n,
		'{"fullName": "Trần Thị Bình", "phone": "0912345678"}', '{}', 'tran thi binh nguyen van ' || n, now(), now(), now(),
		current_date + n % 20
	from generate_series(1, ${open}) as n, public.agencies, public.procedure_versions as version where agencies.code = 'H99.01';
`;
