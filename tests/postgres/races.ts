import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { officeSql } from '../database/office.ts';
import { answerOf, finalize, json, open, submit, submitOne } from '../database/racers.ts';

const connections = 8;

/** What many hands do at once: one wins, nothing is lost, doubled or counted wrongly. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(officeSql).simple();
	const [desk] = await owner<{ receivers: string[]; department: string }[]>`
		select array_agg(user_id order by full_name) as receivers, max(department_id::text) as department
		from public.staff where full_name in ('receiver', 'second receiver')`;
	assert(desk);
	const pool = await connect(connections);

	await check('50 racers receive one dossier: one wins, the others hear PT409', async () => {
		const id = await submitOne(pool);
		const outcomes = await Promise.all(
			Array.from({ length: 50 }, (_, racer) => receive(pool, id, racer % 2))
		);
		const losers = outcomes.filter((outcome) => outcome.startsWith('PT'));
		assert.deepEqual(new Set(losers), new Set(['PT409 status-changed']));
		assert.equal(losers.length, 49);
		const history = await owner`
			select event.action, event.data #>> '{answer,code}' as code, dossiers.code as kept, dossiers.version
			from public.dossier_events as event join public.dossiers on dossiers.id = dossier_id
			where dossier_id = ${id} order by sequence`;
		const code = outcomes.find((outcome) => !outcome.startsWith('PT'));
		assert.deepEqual(
			history.map((row) => [row.action, row.code, row.kept, row.version]),
			[
				['submit', null, code, 2],
				['receive', code, code, 2]
			]
		);
		const [slips] =
			await owner`select count(*)::int as slips from public.slips where dossier_id = ${id}`;
		assert.equal(slips?.slips, 1);
	});

	await check('20 repeats of one action at once: one event, one answer', async () => {
		const id = await submitOne(pool);
		const actionId = randomUUID();
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, () => receive(pool, id, 0, actionId))
		);
		assert.equal(new Set(outcomes).size, 1);
		assert.match(outcomes[0] ?? '', /^H99\.01-/);
	});

	await check(
		'one action id for 20 dossiers at once: one moves, the others hear PT409',
		async () => {
			const ids = await submit(pool, 20);
			const actionId = randomUUID();
			const outcomes = await Promise.all(ids.map((id) => receive(pool, id, 0, actionId)));
			const losers = outcomes.filter((outcome) => outcome.startsWith('PT'));
			assert.deepEqual([losers.length, ...new Set(losers)], [19, 'PT409 action-id-used']);
		}
	);

	await check('8 desks receive 160 dossiers: no code twice, none skipped', async () => {
		const ids = await submit(pool, 160);
		const [before] = await lastCode();
		const codes = await Promise.all(ids.map((id, index) => receive(pool, id, index % 2)));
		const numbers = codes.map((code) => Number(code.slice(-4))).sort((a, b) => a - b);
		const first = Number(before?.last) + 1;
		assert.deepEqual(
			numbers,
			Array.from({ length: 160 }, (_, index) => first + index)
		);
		const [slips] = await owner`
			select count(distinct number)::int as numbers, max(number) as last, count(*)::int as slips from public.slips`;
		assert.equal(slips?.numbers, slips?.slips);
		assert.equal(Number(slips?.last.slice(0, 5)), slips?.slips);
	});

	await check('20 racers finalize one submission: one dossier, the same receipt', async () => {
		const id = randomUUID();
		await open(pool, id);
		const receipts = await Promise.all(Array.from({ length: 20 }, () => finalize(pool, id)));
		assert.equal(new Set(receipts).size, 1);
		assert.match(receipts[0] ?? '', /"receipt"/);
		const [count] = await owner`
			select count(*)::int as events, count(distinct dossier_id)::int as dossiers
			from public.dossier_events where dossier_id = ${id}`;
		assert.deepEqual([count?.events, count?.dossiers], [1, 1]);
	});

	await check(
		'40 times a correction and the desk at once: either the desk has the old or the new is filed',
		async () => {
			const outcomes = { filed: 0, received: 0 };
			for (let round = 0; round < 40; round += 1) {
				const old = await submitOne(pool);
				const correction = randomUUID();
				await open(pool, correction, [old]);
				const [filed, received] = await Promise.all([
					finalize(pool, correction),
					receive(pool, old, round % 2),
					// A phone that repeats itself changes nothing.
					finalize(pool, correction)
				]);
				const [state] = await owner`
					select (select status::int from public.dossiers where id = ${old}) as old,
						(select status::int from public.dossiers where id = ${correction}) as new,
						(select string_agg(action, ' ' order by sequence) from public.dossier_events where dossier_id = ${old}) as history`;
				if (filed === 'PT409 already-received') {
					outcomes.received += 1;
					assert.match(received, /^H99\.01-/);
					assert.deepEqual({ ...state }, { old: 2, new: null, history: 'submit receive' });
				} else {
					outcomes.filed += 1;
					assert.match(filed, /"receipt"/);
					assert.equal(received, 'PT409 status-changed');
					assert.deepEqual({ ...state }, { old: 8, new: 1, history: 'submit withdraw stop' });
				}
			}
			console.log(`    ${JSON.stringify(outcomes)}`);
		}
	);

	await check(
		'two phones correct one dossier 40 times at once: one correction counts',
		async () => {
			for (let round = 0; round < 40; round += 1) {
				const old = await submitOne(pool);
				const rivals = [randomUUID(), randomUUID()];
				for (const rival of rivals) await open(pool, rival, [old]);
				const answers = await Promise.all(rivals.map((rival) => finalize(pool, rival)));
				assert.equal(answers.filter((answer) => /"receipt"/.test(answer)).length, 1);
				assert.equal(answers.filter((answer) => answer === 'PT409 submission-replaced').length, 1);
				const [found] = await owner`
				select count(*)::int as live from public.dossiers
				where id = any (${[old, ...rivals]}::uuid[]) and status = 1`;
				assert.equal(found?.live, 1);
			}
		}
	);

	await check(
		'a submission and its correction at once, opened late or not: one counts, nobody waits in a ring',
		async () => {
			for (let round = 0; round < 40; round += 1) {
				const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
				// Half of the time the first arrives only now.
				if (round % 2 === 0) await open(pool, first);
				await open(pool, second, [first]);
				await open(pool, third, [second, first]);
				await Promise.all([
					open(pool, first).then(() => finalize(pool, first)),
					finalize(pool, third),
					finalize(pool, second)
				]);
				const live = await owner<{ id: string }[]>`
					select id::text from public.dossiers where id = any (${[first, second, third]}::uuid[]) and status = 1`;
				assert.deepEqual(
					live.map(({ id }) => id),
					[third]
				);
			}
		}
	);

	await check('8 workers take 200 files to hash: each once', async () => {
		const dossier = await submitOne(pool);
		await owner`
			insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
			select md5(${dossier} || n)::uuid, ${dossier}, 'x', 'x', 1, 'x', ${dossier} || '/' || md5(${dossier} || n)::uuid || '/1'
			from generate_series(1, 200) as n`;
		await owner`
			insert into storage.objects (bucket_id, name, metadata)
			select 'dossier-files', object_name, '{"size": 1}' from public.dossier_files where dossier_id = ${dossier}`;
		const taken: string[] = [];
		await Promise.all(
			Array.from({ length: connections }, async () => {
				let empty = 0;
				// Rows another worker holds are skipped: only a second empty answer means that none is left.
				while (empty < 2) {
					const rows = await pool<{ id: string }[]>`
						select file ->> 'fileId' as id from jsonb_array_elements(app.take_files_to_verify(7)) as file`;
					empty = rows.length === 0 ? empty + 1 : 0;
					taken.push(...rows.map(({ id }) => id));
				}
			})
		);
		const [left] = await owner`
			select count(*)::int as due from public.dossier_files where look_at <= now()`;
		assert.deepEqual([new Set(taken).size, taken.length, left?.due], [200, 200, 0]);
	});

	await check('20 racers open one submission: one row, one answer', async () => {
		const id = randomUUID();
		const answers = await Promise.all(Array.from({ length: 20 }, () => open(pool, id)));
		assert.deepEqual([...new Set(answers)], [json({ id, state: 'open', missing: [] })]);
	});

	await check('150 submissions at once from one address: exactly 120 are opened', async () => {
		const answers = await Promise.all(
			Array.from({ length: 150 }, () => open(pool, randomUUID(), [], '192.0.2.7'))
		);
		const refused = answers.filter((answer) => answer === 'PT429 too-many-submissions');
		assert.equal(refused.length, 30);
	});

	await check(
		'300 wrong lookups at once: exactly 200 are answered by address, 100 by code',
		async () => {
			const byAddress = await Promise.all(
				Array.from({ length: 300 }, (_, index) => lookup(pool, `X${index}`, '192.0.2.1'))
			);
			const byCode = await Promise.all(
				Array.from({ length: 300 }, (_, index) =>
					lookup(pool, 'SAME', `198.51.${100 + (index % 2)}.${index}`)
				)
			);
			for (const [answers, answered] of [
				[byAddress, 200],
				[byCode, 100]
			] as const) {
				assert.equal(answers.filter((answer) => answer === '{"found":false}').length, answered);
				assert.equal(
					answers.filter((answer) => answer === 'PT429 too-many-lookups').length,
					answers.length - answered
				);
			}
		}
	);

	await check('one account accepts two invitations at once: it is one staff member', async () => {
		const account = randomUUID();
		await owner`
			insert into public.staff (agency_id, full_name)
			select id, 'Người mới' from public.agencies, generate_series(1, 8) where code = 'H99.01'`;
		const invited = await owner<{ code: string }[]>`
			select app.new_invitation(id) as code from public.staff where full_name = 'Người mới'`;
		const answers = await Promise.all(
			invited.map(({ code }) =>
				answerOf(() =>
					actAs(pool, { userId: account }, async (sql) => {
						const [row] = await sql`
							select public.accept_invitation(${json({ protocol: 1, code })}::text::jsonb) as answer`;
						return row?.answer.staffId ? 'accepted' : 'nothing';
					})
				)
			)
		);
		assert.deepEqual(answers.sort(), [...Array<string>(7).fill('PT409 already-staff'), 'accepted']);
	});

	await check('8 workers claim 200 jobs: each once', async () => {
		await owner`delete from app.jobs`;
		await owner`insert into app.jobs (kind) select 'job ' || n from generate_series(1, 200) as n`;
		const claimed: string[] = [];
		await Promise.all(
			Array.from({ length: connections }, async () => {
				for (;;) {
					const [row] = await pool<
						{ kind: string | null }[]
					>`select app.claim_job() ->> 'kind' as kind`;
					if (!row?.kind) return;
					claimed.push(row.kind);
				}
			})
		);
		assert.equal(claimed.length, 200);
		assert.equal(new Set(claimed).size, 200);
	});

	function receive(sql: postgres.Sql, id: string, who: number, actionId: string = randomUUID()) {
		const request = {
			protocol: 1,
			actionId,
			dossierId: id,
			expectedVersion: 1,
			papers: [],
			departmentId: desk?.department
		};
		return answerOf(() =>
			actAs(sql, { userId: desk?.receivers[who] ?? '' }, async (transaction) => {
				const [row] =
					await transaction`select public.receive_dossier(${json(request)}::text::jsonb) ->> 'code' as code`;
				return String(row?.code);
			})
		);
	}

	function lastCode() {
		return owner<{ last: number }[]>`
			select coalesce(max(last), 0) as last from app.number_counters where series = 'dossier'`;
	}
}

function lookup(sql: postgres.Sql, code: string, address: string): Promise<string> {
	return answerOf(() =>
		actAs(sql, { address }, async (transaction) => {
			const [row] = await transaction`
				select public.lookup_dossier(${json({ protocol: 1, code, lookupCode: 'x' })}::text::jsonb) as answer`;
			return json(row?.answer);
		})
	);
}
