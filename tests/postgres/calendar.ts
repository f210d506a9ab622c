import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { answerOf, json } from '../database/racers.ts';

const dossiers = 10_000;

/** Administrators at one calendar at the same moment, and what a change would move of 10,000 open dossiers. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const pool = await connect(8);
	const accounts = await owner<{ role: string; account: string }[]>`
		select split_part(full_name, ' ', 1) as role, user_id::text as account from public.staff
		where full_name like '% of calendar' order by full_name`;
	const accountOf = (role: string) => accounts.find((one) => one.role === role)?.account ?? '';
	const ask = (account: string, name: string, fields: Record<string, unknown>) =>
		answerOf(() =>
			actAs(pool, { userId: account }, async (transaction) => {
				const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
					json({ protocol: 1, ...fields })
				]);
				return json(row?.answer);
			})
		);
	const revision = async () =>
		Number((await owner`select app.calendar_revision() as revision`)[0]?.revision);

	await check(
		'20 times two administrators of two offices change the calendar at once: one',
		async () => {
			for (let round = 0; round < 20; round += 1) {
				const expectedRevision = await revision();
				const answers = await Promise.all(
					['admin', 'neighbour'].map((role, index) =>
						ask(accountOf(role), 'save_calendar_day', {
							actionId: randomUUID(),
							expectedRevision,
							day: `2092-0${1 + (round % 9)}-${round < 9 ? '0' : '1'}${1 + index}`,
							kind: 'holiday',
							name: 'Ngày thử',
							source: 'Thông báo thử',
							reason: 'thử'
						})
					)
				);
				const told = answers.filter((answer) => /^PT4/.test(answer));
				assert(told.length >= 1, answers.join(' | '));
				for (const answer of told)
					assert.match(answer, /^PT409 version-stale$|^PT400 calendar-weekday$/);
			}
		}
	);

	await check('10 repeats of one change at once: it happens once', async () => {
		const actionId = randomUUID();
		const before = await revision();
		const answers = await Promise.all(
			Array.from({ length: 10 }, () =>
				ask(accountOf('admin'), 'save_calendar_day', {
					actionId,
					expectedRevision: before,
					day: '2092-12-01',
					kind: 'holiday',
					name: 'Ngày thử',
					source: 'Thông báo thử'
				})
			)
		);
		assert.equal(new Set(answers).size, 1, answers.join(' | '));
		const [row] =
			await owner`select count(*)::int as count from public.calendar_changes where action_id = ${actionId}`;
		assert.equal(row?.count, 1);
	});

	await check(`what a closed day moves of ${dossiers} open dossiers`, async () => {
		const [closed] = await owner<{ day: string }[]>`
			select min(day)::date::text as day
			from generate_series(current_date + 7, current_date + 14, interval '1 day') as day
			where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))`;
		const start = performance.now();
		const answer = JSON.parse(
			await ask(accountOf('leader'), 'preview_calendar_change', {
				change: { day: closed?.day, kind: 'closure' }
			})
		) as { total: number; rows: unknown[]; more: boolean };
		console.log(
			`    ${answer.total} of ${dossiers} move: ${(performance.now() - start).toFixed(0)} ms`
		);
		assert(answer.total > dossiers / 10);
		assert.equal(answer.rows.length, 100);
		assert(answer.more);
		const still = JSON.parse(await ask(accountOf('leader'), 'preview_calendar_change', {})) as {
			total: number;
		};
		assert.equal(still.total, 0);
	});
	await owner`delete from public.calendar_days where extract(year from day) = 2092`;
}

/** Two offices; the first with 10,000 dossiers of 40 procedures in work, received in the last 25 days. */
const setting = `
	insert into public.agencies (code, name, receives) values ('R61', 'Trung tâm lịch', true), ('R62', 'Trung tâm lịch bên', true);
	insert into public.staff (user_id, agency_id, full_name)
	select md5(role || ' of calendar')::uuid, agencies.id, role || ' of calendar'
	from unnest(array['admin', 'leader', 'neighbour']) as role
	join public.agencies on code = case role when 'neighbour' then 'R62' else 'R61' end;
	insert into public.staff_roles (staff_id, role)
	select id, case split_part(full_name, ' ', 1) when 'leader' then 'leader' else 'admin' end
	from public.staff where full_name like '% of calendar';
	select app.seed_field('{"code": "lich", "name": "Lịch", "help": "x", "position": 98}');
	select app.seed_procedure(jsonb_build_object('code', '7.9000' || lpad(n::text, 2, '0'), 'field', 'lich', 'title', 'Thử lịch',
		'shortTitle', 'Thử lịch', 'clock', '{"supplement": "restart"}'::jsonb, 'channels', jsonb_build_array(
			jsonb_build_object('kind', 'in-person', 'limit', jsonb_build_object('unit', case when n % 5 = 0 then 'calendar-day' else 'working-day' end, 'value', n)))),
		md5(n::text) || md5(n::text))
	from generate_series(1, 40) as n;
	insert into public.calendar_years (year, status, source)
	select year, 'complete', 'test' from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 1) as year
	on conflict do nothing;
	insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload,
		search_text, sort_at, submitted_at, received_at)
	select md5('L-' || n)::uuid, 'L-' || n, 'R61-' || n, agency.id, version.procedure_code, version.id, 2 + n % 2 * 2, 1, 'x', '{}', '{}',
		'x', now(), now(), now() - make_interval(days => n % 25, mins => n % 300)
	from generate_series(1, ${dossiers}) as n
	join public.agencies as agency on agency.code = 'R61'
	join public.procedure_versions as version on version.procedure_code = '7.9000' || lpad((1 + n % 40)::text, 2, '0');
	update public.dossiers as one set due_date = clock.due, first_due_date = clock.due
	from (
		select id, (app.due_for(dossiers, received_at) ->> 'dueDate')::date as due from public.dossiers where reference like 'L-%'
	) as clock
	where clock.id = one.id;
	insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
	select id, 1, gen_random_uuid(), 'file', 1, 'x' from public.dossiers where reference like 'L-%';
	analyze public.dossiers;
`;
