import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { answerOf, json, submit, submitOne } from '../database/racers.ts';

/**
 * The desk and the phone at one dossier at the same moment, and many desks at the same numbers, in the office that
 * races.ts (which runs before) has set up.
 */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const [desk] = await owner<{ receiver: string; department: string; until: string }[]>`
		select (select user_id from public.staff where full_name = 'racing receiver') as receiver,
			(select id::text from public.departments where name = 'Kinh tế' limit 1) as department,
			(select min(day)::date::text from generate_series(current_date + 3, current_date + 13, interval '1 day') as day
				where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as until`;
	assert(desk);
	const pool = await connect(8);

	const asStaff = (name: string, request: Record<string, unknown>) =>
		answerOf(() =>
			actAs(pool, { userId: desk.receiver }, async (transaction) => {
				const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
					json({ protocol: 1, ...request })
				]);
				return json(row?.answer);
			})
		);
	const asPhone = (name: string, request: Record<string, unknown>) =>
		answerOf(() =>
			actAs(pool, {}, async (transaction) => {
				const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
					json({ protocol: 1, ...request })
				]);
				return json(row?.answer);
			})
		);
	const line = (id: string) => ({
		id,
		requirementId: null,
		name: 'Tờ khai',
		verdict: 'wrong',
		reason: 'Chưa ký',
		originals: 1,
		certified: 0,
		copies: 0
	});
	const ask = (dossierId: string) =>
		asStaff('request_supplement', {
			actionId: randomUUID(),
			dossierId,
			expectedVersion: 1,
			until: desk.until,
			lines: [line('a')]
		});
	const receive = (dossierId: string, expectedVersion: number, blank?: string) =>
		asStaff('receive_dossier', {
			actionId: randomUUID(),
			dossierId,
			expectedVersion,
			papers: [],
			departmentId: desk.department,
			...(blank ? { blank: { number: blank, receivedAt: localNow(), dueDate: desk.until } } : {})
		});

	await check('20 desks ask for papers at once: one slip, one round', async () => {
		const id = await submitOne(pool);
		const answers = await Promise.all(Array.from({ length: 20 }, () => ask(id)));
		assert.equal(answers.filter((answer) => answer.includes('slipId')).length, 1);
		const [found] = await owner`
			select (select count(*)::int from public.supplements where dossier_id = ${id}) as rounds,
				(select count(*)::int from public.slips where dossier_id = ${id}) as slips`;
		assert.deepEqual({ ...found }, { rounds: 1, slips: 1 });
	});

	await check(
		'40 times the phone answers and the desk receives at once: either it counts or the phone hears that it does not',
		async () => {
			const outcomes = { answered: 0, late: 0 };
			for (let round = 0; round < 40; round += 1) {
				const dossierId = await submitOne(pool);
				await ask(dossierId);
				const [open] = await owner`
					select id::text from public.supplements where dossier_id = ${dossierId}`;
				const answer = { id: randomUUID(), dossierId, secret: dossierId };
				await asPhone('open_answer', {
					...answer,
					supplementId: open?.id,
					lines: [{ lineId: 'a', kind: 'question', text: 'Ký ở đâu ạ?' }]
				});
				const [finalized, again, received] = await Promise.all([
					asPhone('finalize_answer', answer),
					asPhone('finalize_answer', answer),
					receive(dossierId, 2)
				]);
				const [state] = await owner`
					select status::int, (select count(*)::int from public.dossier_events where dossier_id = dossiers.id and action = 'answer') as answers,
						(select outcome from public.supplements where dossier_id = dossiers.id) as outcome
					from public.dossiers where id = ${dossierId}`;
				if (finalized.includes('answeredAt') || again.includes('answeredAt')) {
					outcomes.answered += 1;
					// The desk saw an older version, and is told so.
					assert.match(received, /"code"|PT409 version-stale/);
					assert.equal(state?.answers, 1);
				} else {
					outcomes.late += 1;
					assert.equal(finalized, 'PT409 supplement-closed');
					assert.deepEqual({ ...state }, { status: 2, answers: 0, outcome: 'accepted' });
				}
			}
			console.log(`    ${JSON.stringify(outcomes)}`);
		}
	);

	await check('40 times withdrawn by the phone and received at once: one of the two', async () => {
		for (let round = 0; round < 40; round += 1) {
			const id = await submitOne(pool);
			const [withdrawn, received] = await Promise.all([
				asPhone('withdraw_dossier', { id, secret: id }),
				receive(id, 1)
			]);
			const [state] = await owner`
				select status::int, (select string_agg(action, ' ' order by sequence) from public.dossier_events where dossier_id = dossiers.id) as history
				from public.dossiers where id = ${id}`;
			// A received dossier may be withdrawn a moment later; a withdrawn one is not received.
			assert.equal(withdrawn, json({ status: 7 }));
			assert.deepEqual(
				{ ...state },
				received.startsWith('PT409')
					? { status: 7, history: 'submit withdraw' }
					: { status: 7, history: 'submit receive withdraw' }
			);
		}
	});

	await check(
		'8 desks take 40 times 5 blanks while 40 receipts are written: no number twice, none skipped',
		async () => {
			const ids = await submit(pool, 40);
			await Promise.all([
				...ids.map((id) => receive(id, 1)),
				...ids.map(() => asStaff('reserve_blank_slips', { actionId: randomUUID(), count: 5 }))
			]);
			const [found] = await owner`
			select count(*)::int as taken, count(distinct number)::int as different, max(left(number, 5)::int) as last
			from (select number from public.slips where form = '01' and agency_id = (select agency_id from public.staff where full_name = 'racing receiver')
				union all select number from app.blank_slips where used_at is null) as numbers`;
			assert.equal(found?.taken, found?.different);
			assert.equal(found?.taken, found?.last);
		}
	);

	await check(
		'2 counters number 50 dossiers at once: fifty codes in one row, each answered once',
		async () => {
			const ids = await submit(pool, 50);
			const counter = async (from: number) => {
				const answers: string[] = [];
				for (const id of ids.slice(from, from + 25)) answers.push(await receive(id, 1));
				return answers;
			};
			const answers = (await Promise.all([counter(0), counter(25)])).flat();
			const codes = answers.map((answer) => (JSON.parse(answer) as { code: string }).code);
			const numbers = codes.map((code) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
			const first = numbers[0] ?? 0;
			assert.deepEqual(
				numbers,
				Array.from({ length: 50 }, (_, index) => first + index)
			);
			assert.equal(new Set(codes.map((code) => code.replace(/[0-9]+$/, ''))).size, 1);
		}
	);

	await check('10 desks type in one blank at once: one dossier gets its number', async () => {
		await asStaff('reserve_blank_slips', { actionId: randomUUID(), count: 1 });
		const [blank] = await owner`
			select max(number) as number from app.blank_slips where used_at is null`;
		const ids = await Promise.all(Array.from({ length: 10 }, () => fileAtDesk()));
		const answers = await Promise.all(ids.map((id) => receive(id, 1, String(blank?.number))));
		assert.equal(answers.filter((answer) => answer.includes('"code"')).length, 1);
		assert.deepEqual(
			new Set(answers.filter((answer) => answer.startsWith('PT'))),
			new Set(['PT409 blank-used'])
		);
	});

	await check('20 prints of one slip at once: twenty different copies, one first', async () => {
		const dossierId = await submitOne(pool);
		const { slipId } = JSON.parse(await receive(dossierId, 1)) as { slipId: string };
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => asStaff('note_print', { slipId, printId: randomUUID() }))
		);
		const copies = answers.map((answer) => (JSON.parse(answer) as { copy: number }).copy);
		assert.deepEqual(
			copies.sort((a, b) => a - b),
			Array.from({ length: 20 }, (_, index) => index + 1)
		);
	});

	await check(
		'20 repeats of filing one person at the counter: one dossier, one answer',
		async () => {
			const [dossierId, actionId] = [randomUUID(), randomUUID()];
			const answers = await Promise.all(
				Array.from({ length: 20 }, () => fileRequest(dossierId, actionId))
			);
			assert.equal(new Set(answers).size, 1);
			assert.match(answers[0] ?? '', /reference/);
		}
	);

	async function fileAtDesk(): Promise<string> {
		const dossierId = randomUUID();
		assert.match(await fileRequest(dossierId, randomUUID()), /reference/);
		return dossierId;
	}

	function fileRequest(dossierId: string, actionId: string): Promise<string> {
		return asStaff('file_at_desk', {
			actionId,
			dossierId,
			visitId: randomUUID(),
			channel: 1,
			procedureCode: '1.000001',
			contentHash: '1'.repeat(64),
			applicant: { fullName: 'Đinh Văn Quầy', address: 'Xóm Đình' },
			subject: 'Đinh Văn Quầy',
			answers: {},
			form: {},
			papers: [],
			identityCheck: 'known',
			source: 'typed'
		});
	}
}

/** This minute on the office's wall, YYYY-MM-DDTHH:mm. */
function localNow(): string {
	return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** A receiver of their own. */
const setting = `
	insert into public.staff (user_id, agency_id, department_id, full_name)
	select md5('racing receiver')::uuid, agency_id, id, 'racing receiver' from public.departments where name = 'Kinh tế' limit 1;
	insert into public.staff_roles (staff_id, role) select id, 'receiver' from public.staff where full_name = 'racing receiver';
`;
