import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { answerOf, json } from '../database/racers.ts';

/** Back-dated receipts and the closing of their year at the same moment, in the office that races.ts has set up. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const [office] = await owner<{ leader: string; agency: string; year: number }[]>`
		select user_id as leader, agency_id as agency, extract(year from now() at time zone interval '7 hours')::int - 1 as year
		from public.staff where full_name = 'racing leader'`;
	assert(office);
	const pool = await connect(8);

	const receive = () =>
		answerOf(async () => {
			const id = randomUUID();
			await pool.begin(async (transaction) => {
				await transaction`
					insert into public.dossiers (id, reference, code, agency_id, procedure_code, version_id, status, channel, subject,
						applicant, payload, search_text, sort_at, submitted_at, received_at)
					select ${id}, ${`R-${id}`}, ${`R-${id}`}, ${office.agency}, code, current_version_id, 10, 1, 'x', '{}', '{}', 'x',
						now(), now(), app.year_start(${office.year}) + random() * interval '300 days'
					from public.procedures where code = '1.000001'`;
				await transaction`
					insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
					values (${id}, 1, ${randomUUID()}, 'file', 10, 'x')`;
			});
			return 'received';
		});
	const close = () =>
		answerOf(() =>
			actAs(pool, { userId: office.leader }, async (transaction) => {
				const [row] = await transaction.unsafe(
					'select public.close_register($1::text::jsonb) as answer',
					[json({ protocol: 1, actionId: randomUUID(), year: office.year })]
				);
				return json(row?.answer);
			})
		);

	await check(
		'40 back-dated receipts and 5 closings at once: one closing, of every line',
		async () => {
			assert.equal(await receive(), 'received');
			const outcomes = await Promise.all(
				Array.from({ length: 45 }, (_, racer) => (racer % 9 === 4 ? close() : receive()))
			);
			const closings = outcomes.filter((outcome) => outcome.includes('sha256'));
			assert.equal(closings.length, 1);
			const refused = outcomes.filter((outcome) => outcome.startsWith('PT'));
			assert.deepEqual(new Set(refused), new Set(['PT409 register-closed']));
			const received = outcomes.filter((outcome) => outcome === 'received').length + 1;
			const [kept] = await owner<{ lines: number; intact: boolean }[]>`
			select lines, app.register_sum(agency_id, year) = jsonb_build_object('lines', lines, 'firstCode', first_code,
				'lastCode', last_code, 'sha256', sha256) as intact
			from app.register_closings where agency_id = ${office.agency}`;
			assert.deepEqual({ ...kept }, { lines: received, intact: true });
			assert.equal(await receive(), 'PT409 register-closed');
		}
	);
}

/** A leader of their own. */
const setting = `
	insert into public.staff (user_id, agency_id, department_id, full_name)
	select md5('racing leader')::uuid, agency_id, id, 'racing leader' from public.departments where name = 'Kinh tế' limit 1;
	insert into public.staff_roles (staff_id, role) select id, 'leader' from public.staff where full_name = 'racing leader';
`;
