import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { answerOf, json } from '../database/racers.ts';

const rounds = 100;
const racers = 50;
const desks = 5;
const callsEach = 530;

/**
 * Many hands on one dossier, each wanting something else of it, and many desks that number at once, with repeats and
 * with work that is undone half-way; in the office that races.ts (which runs before) has set up.
 */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const [office] = await owner<{ hand: string; desk: string; department: string; until: string }[]>`
		select (select user_id from public.staff where full_name = 'many hands') as hand,
			(select user_id from public.staff where full_name = 'numbering desk') as desk,
			(select department_id::text from public.staff where full_name = 'numbering desk') as department,
			(select min(day)::date::text from generate_series(current_date + 20, current_date + 30, interval '1 day') as day
				where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as until`;
	assert(office);
	const pool = await connect(8);
	const call = (userId: string, name: string, request: Record<string, unknown>) =>
		answerOf(() => actAs(pool, { userId }, (transaction) => send(transaction, name, request)));

	await check(
		`${racers} racers with nine wishes, ${rounds} times: one wins each time`,
		async () => {
			const won = new Map<string, number>();
			for (let round = 0; round < rounds; round += 1) {
				const id = randomUUID();
				await owner`select tests_life.add(${id}::text::uuid)`;
				const outcomes = await Promise.all(
					Array.from({ length: racers }, async (_, racer) => {
						const [name, more] = wishes[racer % wishes.length]!(office);
						const request = { actionId: randomUUID(), dossierId: id, expectedVersion: 1, ...more };
						const answer = await call(office.hand, name, request);
						return { name, answer };
					})
				);
				const winners = outcomes.filter(({ answer }) => !answer.startsWith('PT'));
				const refused = new Set(
					outcomes.map(({ answer }) => answer).filter((answer) => answer.startsWith('PT'))
				);
				assert.equal(winners.length, 1, JSON.stringify(outcomes));
				for (const answer of refused)
					assert(['PT409 version-stale', 'PT409 status-changed'].includes(answer), answer);
				const winner = winners[0]?.name ?? '';
				won.set(winner, (won.get(winner) ?? 0) + 1);
				const [left] = await owner`
				select (select count(*)::int from public.dossier_events where dossier_id = ${id}) as events,
					(select version from public.dossiers where id = ${id}) as version,
					(select count(*)::int from public.slips where dossier_id = ${id}) as slips,
					(select count(*)::int from public.waits where dossier_id = ${id}) as waits`;
				assert.deepEqual([left?.events, left?.version], [2, 2]);
				assert.equal(left?.slips, slipOf.includes(winner) ? 1 : 0);
				assert.equal(left?.waits, waitOf.includes(winner) ? 1 : 0);
			}
			console.log(`    ${JSON.stringify(Object.fromEntries(won))}`);
		}
	);

	await check(
		`${desks} desks number ${desks} × ${callsEach} dossiers, with repeats and undone work: none twice, no gap`,
		async () => {
			const numbers = await Promise.all(
				Array.from({ length: desks }, async (_, desk) => {
					const mine: string[] = [];
					for (let turn = 0; turn < callsEach; turn += 1)
						mine.push(await receiveOne(pool, office, desk + turn));
					return mine;
				})
			);
			const codes = numbers.flat();
			assert.equal(codes.length, desks * callsEach);
			assert.equal(new Set(codes).size, codes.length);
			const kept = await owner<{ code: string; slip: string }[]>`
				select dossiers.code, slips.number as slip
				from public.dossiers join public.slips on slips.dossier_id = dossiers.id and form = '01'
				where dossiers.agency_id = (select agency_id from public.staff where full_name = 'numbering desk')`;
			assert.deepEqual(kept.map(({ code }) => code).sort(), [...codes].sort());
			assert.deepEqual(
				kept.map(({ slip }) => Number(slip.slice(0, 5))).sort((a, b) => a - b),
				Array.from({ length: codes.length }, (_, index) => index + 1)
			);
			// Nobody works over midnight here, or each day would begin anew.
			const days = Map.groupBy(codes, (code) => code.slice(0, -5));
			for (const ofDay of days.values())
				assert.deepEqual(
					ofDay.map((code) => Number(code.slice(-4))).sort((a, b) => a - b),
					Array.from({ length: ofDay.length }, (_, index) => index + 1)
				);
		}
	);
}

type Office = { desk: string; until: string; department: string };
const slipOf = ['extend_dossier', 'halt_dossier', 'request_supplement'];
const waitOf = ['bill_dossier', 'consult_agency'];

/** What one may want of a dossier that is being worked on. */
const wishes: ((office: Office) => [string, Record<string, unknown>])[] = [
	() => ['finish_dossier', { resultNumber: '12/KS' }],
	({ until }) => ['extend_dossier', { newDate: until, reason: 'Chờ trích đo' }],
	() => ['halt_dossier', { kind: 'stop', reason: 'Đang có tranh chấp', basis: 'Luật Đất đai' }],
	() => ['bill_dossier', { amount: 1000, reason: 'Lệ phí trước bạ', documentNumber: '12/TB' }],
	({ until }) => [
		'request_supplement',
		{
			until,
			lines: [
				{
					id: 'a',
					name: 'Tờ khai',
					verdict: 'wrong',
					reason: 'Chưa ký',
					originals: 1,
					certified: 0,
					copies: 0
				}
			]
		}
	],
	() => ['withdraw_at_desk', { reason: 'Nộp nhầm' }],
	({ until }) => ['consult_agency', { agency: 'Công an xã', question: 'Nơi cư trú', until }],
	() => ['add_parts', { parts: [{ title: 'Thường trú', agency: 'Công an xã' }] }],
	() => ['copy_external', { external: { system: 'Cổng DVCQG', code: 'G01' } }]
];

/** Takes down and receives one dossier: plainly, sent twice, or undone at first and then sent again. Gives its code. */
async function receiveOne(pool: postgres.Sql, office: Office, turn: number): Promise<string> {
	const dossierId = randomUUID();
	const filing = {
		...filed,
		actionId: randomUUID(),
		dossierId,
		visitId: randomUUID()
	};
	const receiving = {
		actionId: randomUUID(),
		dossierId,
		expectedVersion: 1,
		papers: [],
		departmentId: office.department,
		// At the counter this procedure has no limit of its own.
		dueDate: office.until,
		dueBasis: 'Luật của nơi thử'
	};
	const both = () =>
		answerOf(() =>
			actAs(pool, { userId: office.desk }, async (transaction) => {
				await send(transaction, 'file_at_desk', filing);
				return send(transaction, 'receive_dossier', receiving);
			})
		);
	if (turn % 5 === 0) {
		// The line broke before the end: nothing of it is left.
		await assert.rejects(
			actAs(pool, { userId: office.desk }, async (transaction) => {
				await send(transaction, 'file_at_desk', filing);
				await send(transaction, 'receive_dossier', receiving);
				throw new Error('undone');
			}),
			/undone/
		);
	}
	const answer = await both();
	if (turn % 3 === 0) assert.equal(await both(), answer);
	return (JSON.parse(answer) as { code: string }).code;
}

async function send(
	transaction: postgres.TransactionSql,
	name: string,
	request: Record<string, unknown>
): Promise<string> {
	const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
		json({ protocol: 1, ...request })
	]);
	return json(row?.answer);
}

const filed = {
	channel: 1,
	procedureCode: '1.000001',
	contentHash: '1'.repeat(64),
	applicant: { fullName: 'Đinh Văn Quầy', address: 'Xóm Đình', phone: '0388111222' },
	subject: 'Đinh Thị Chủ',
	answers: {},
	form: {},
	papers: [],
	identityCheck: 'card',
	source: 'typed'
};

const setting = `
	insert into public.agencies (code, name, receives) values ('T88.01', 'Nơi nhiều tay', true), ('T88.02', 'Nơi đánh số', true);
	insert into public.departments (agency_id, name) select id, 'Văn phòng' from public.agencies where code like 'T88.%';
	insert into public.staff (user_id, agency_id, department_id, full_name)
	select md5(person)::uuid, agencies.id, departments.id, person
	from (values ('many hands', 'T88.01'), ('numbering desk', 'T88.02')) as people (person, code)
	join public.agencies on agencies.code = people.code
	join public.departments on departments.agency_id = agencies.id;
	insert into public.staff_roles (staff_id, role)
	select staff.id, role from public.staff, unnest(array['receiver', 'officer', 'approver', 'leader']) as role
	where full_name in ('many hands', 'numbering desk');
	create schema tests_life;
	create function tests_life.add(wanted uuid) returns void language sql as $$
		insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant,
			payload, search_text, sort_at, submitted_at, received_at, due_date, first_due_date)
		select wanted, 'DK-' || left(wanted::text, 13), 'T88.01-' || left(wanted::text, 13), staff.agency_id, staff.department_id, '1.000001',
			procedures.current_version_id, 4, 2, 'Lý Thị Mơ', '{"fullName": "Hoàng Văn Thụ"}', '{}', 'ly thi mo', now(), now(), now(),
			app.local_time(now())::date + 10, app.local_time(now())::date + 10
		from public.staff, public.procedures where full_name = 'many hands' and procedures.code = '1.000001';
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
		values (wanted, 1, gen_random_uuid(), 'submit', 4, 'x');
	$$;
`;
