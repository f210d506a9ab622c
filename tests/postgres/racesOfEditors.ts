import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { goodContent } from '../database/catalogueRequests.ts';
import { answerOf, json } from '../database/racers.ts';

const code = '7.000001';

/** Editors at one draft, one code and one date at the same moment. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const pool = await connect(10);
	const ask = (who: string, name: string, fields: Record<string, unknown>) =>
		answerOf(() =>
			actAs(pool, { userId: accountOf[who] ?? '' }, async (transaction) => {
				const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
					json({ protocol: 1, ...fields })
				]);
				return json(row?.answer);
			})
		);
	const accounts = await owner<{ name: string; account: string }[]>`
		select split_part(full_name, ' ', 1) as name, user_id::text as account from public.staff where full_name like '% editor of races'`;
	const accountOf = Object.fromEntries(accounts.map(({ name, account }) => [name, account]));
	const current = async () =>
		String(
			(
				await owner`select current_version_id::text as id from public.procedures where code = ${code}`
			)[0]?.id
		);
	const count = async (query: string) => (await owner.unsafe(query))[0]?.count as number;
	const revisionAtStart = await count('select revision::int as count from app.catalogue_counter');
	const beginning = async (title: string) => ({
		actionId: randomUUID(),
		draftId: randomUUID(),
		procedureCode: code,
		baseVersionId: await current(),
		content: goodContent(code, title)
	});
	/** A proposal of the first editor; gives its id. */
	async function propose(title: string, effectiveOn: string | null = null): Promise<string> {
		const request = await beginning(title);
		assert.match(await ask('first', 'begin_procedure_draft', request), /"open"/);
		const { draftId } = request;
		const proposal = { draftId, expectedRevision: 1, summary: 'Đề nghị', effectiveOn };
		const answer = await ask('first', 'propose_procedure', { ...proposal, actionId: randomUUID() });
		assert.match(answer, /"proposed"/);
		return draftId;
	}
	const publish = (who: string, draftId: string, actionId: string = randomUUID()) =>
		ask(who, 'publish_procedure', { actionId, draftId, expectedRevision: 1 });

	await check('20 repeats of one beginning at once: one draft, one answer', async () => {
		const request = await beginning('Bắt đầu');
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => ask('first', 'begin_procedure_draft', request))
		);
		assert.deepEqual([...new Set(answers)], [answers[0]]);
		assert.match(answers[0] ?? '', /"revision":1/);
		assert.equal(
			await count(
				`select count(*)::int from public.catalogue_events where draft_id = '${request.draftId}'`
			),
			1
		);
	});

	await check('30 times three editors save one revision at once: one text is kept', async () => {
		const { draftId, ...request } = await beginning('Cùng ghi');
		await ask('first', 'begin_procedure_draft', { draftId, ...request });
		for (let revision = 1; revision <= 30; revision += 1) {
			const answers = await Promise.all(
				['first', 'second', 'third'].map((who) =>
					ask(who, 'save_procedure_draft', {
						draftId,
						expectedRevision: revision,
						content: goodContent(code, `${who} ${revision}`)
					})
				)
			);
			assert.equal(answers.filter((answer) => answer.includes('"revision"')).length, 1);
			assert.equal(answers.filter((answer) => answer === 'PT409 draft-changed').length, 2);
		}
	});

	await check('20 repeats of one publication at once: one version, one answer', async () => {
		const draftId = await propose('Một lần');
		const actionId = randomUUID();
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => publish('second', draftId, actionId))
		);
		assert.deepEqual([...new Set(answers)], [answers[0]]);
		assert.match(answers[0] ?? '', /"versionId":"/);
	});

	await check(
		'20 repeats of one proposal, then of one return, at once: one answer each',
		async () => {
			const { draftId, ...request } = await beginning('Đề nghị một lần');
			await ask('first', 'begin_procedure_draft', { draftId, ...request });
			const known = { draftId, expectedRevision: 1 };
			for (const [name, fields, revision] of [
				['propose_procedure', { ...known, summary: 'Đề nghị', actionId: randomUUID() }, 1],
				['return_proposal', { ...known, reason: 'Xem lại', actionId: randomUUID() }, 2]
			] as const) {
				const answers = await Promise.all(
					Array.from({ length: 20 }, () => ask('first', name, fields))
				);
				assert.deepEqual([...new Set(answers)], [answers[0]]);
				assert.match(answers[0] ?? '', new RegExp(`"revision":${revision}\\b`));
			}
		}
	);

	await check('15 times four proposals on one version are published at once: one is', async () => {
		for (let round = 0; round < 15; round += 1) {
			const drafts = await Promise.all(
				[1, 2, 3, 4].map((number) => propose(`Vòng ${round} bản ${number}`))
			);
			const answers = await Promise.all(
				drafts.map((draftId, index) => publish(index % 2 ? 'second' : 'third', draftId))
			);
			assert.equal(answers.filter((answer) => answer.includes('"versionId":"')).length, 1);
			assert.equal(answers.filter((answer) => answer === 'PT409 base-changed').length, 3);
		}
	});

	await check('15 times a proposal is published and returned at once: one of the two', async () => {
		for (let round = 0; round < 15; round += 1) {
			const draftId = await propose(`Trả hay công bố ${round}`);
			const returning = { draftId, expectedRevision: 1, actionId: randomUUID(), reason: 'Xem lại' };
			const answers = await Promise.all([
				publish('second', draftId),
				ask('third', 'return_proposal', returning)
			]);
			assert.deepEqual(
				answers.map((answer) => answer.startsWith('PT409 draft-closed')).sort(),
				[false, true],
				answers.join(' | ')
			);
		}
	});

	await check(
		'10 times a date comes for three workers, while others publish, seed and call off: each takes effect once',
		async () => {
			const [tomorrow] = await owner<{ day: string }[]>`select (app.today() + 1)::text as day`;
			const day = tomorrow?.day ?? '';
			for (let round = 0; round < 10; round += 1) {
				const draftId = await propose(`Ngày mai ${round}`, day);
				assert.match(await publish('second', draftId), /"revision":null/);
				const urgent = await propose(`Gấp ${round}`);
				const due = () =>
					answerOf(async () =>
						String((await pool`select app.publish_due(${day}::date) as done`)[0]?.done)
					);
				const [published, cancelled, seeded, ...done] = await Promise.all([
					publish('third', urgent),
					ask('third', 'cancel_scheduled', { actionId: randomUUID(), draftId, reason: 'Lùi ngày' }),
					answerOf(async () =>
						json(
							await pool.unsafe('select app.seed_procedure($1::text::jsonb, $2) as answer', [
								json(goodContent(code, `Kho ${round}`)),
								String(round).padStart(64, '0')
							])
						)
					),
					due(),
					due(),
					due()
				]);
				assert.match(published ?? '', /"versionId":"|^PT409 base-changed$/);
				assert.match(seeded ?? '', /proposed/);
				const effects = done.filter((answer) => answer === '1').length;
				assert.deepEqual(
					done.filter((answer) => !/^[01]$/.test(answer)),
					[]
				);
				assert.equal(cancelled?.includes('discarded') ? 1 : 0, 1 - effects, `${cancelled} ${done}`);
			}
			assert.equal(
				await count(`select count(*)::int from (
					select draft_id from public.catalogue_events where action = 'take-effect' group by 1 having count(*) > 1) as twice`),
				0
			);
		}
	);

	await check('revisions of all these are unique and none is lost', async () => {
		const answered = await owner<{ revision: number }[]>`
			select (answer ->> 'revision')::int as revision from public.catalogue_events
			where procedure_code = ${code} and action = 'publish' and answer ->> 'revision' is not null`;
		const revisions = new Set(answered.map(({ revision }) => revision));
		assert.ok(revisions.size > 20, `${revisions.size} publications`);
		assert.equal(revisions.size, answered.length, 'two publications were told the same revision');
		const byDate = await count(
			`select count(*)::int from public.catalogue_events where procedure_code = '${code}' and action = 'take-effect'`
		);
		const revisionAtEnd = await count('select revision::int as count from app.catalogue_counter');
		assert.equal(revisions.size + byDate, revisionAtEnd - revisionAtStart);
		assert.ok([...revisions].every((one) => one > revisionAtStart && one <= revisionAtEnd));
		assert.equal(
			await count(
				`select (max(number) - count(*))::int as count from public.procedure_versions where procedure_code = '${code}'`
			),
			0,
			'a version number is missing'
		);
	});

	await check('the worker leaves a rebuild alone while somebody is still publishing', async () => {
		const draftId = await propose('Đang dựng trang');
		const free = () =>
			count(`select count(*)::int from (
				select 1 from app.jobs where kind = 'rebuild-pages' and finished_at is null and locked_until is null for update skip locked) as free`);
		assert.equal(await free(), 1);
		await actAs(pool, { userId: accountOf.second ?? '' }, async (transaction) => {
			await transaction.unsafe('select public.publish_procedure($1::text::jsonb)', [
				json({ protocol: 1, actionId: randomUUID(), draftId, expectedRevision: 1 })
			]);
			assert.equal(await free(), 0);
		});
		assert.equal(await free(), 1);
	});
}

/** Three editors, one code. */
const setting = `
	insert into public.agencies (code, name) values ('R98', 'Văn phòng biên tập');
	insert into public.staff (user_id, agency_id, full_name)
	select md5(who || ' editor of races')::uuid, agencies.id, who || ' editor of races'
	from unnest(array['first', 'second', 'third']) as who, public.agencies where code = 'R98';
	insert into public.staff_roles (staff_id, role) select id, 'editor' from public.staff where full_name like '% editor of races';
	select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
	select app.seed_procedure('{"code": "${code}", "field": "ho-tich", "title": "Thử", "shortTitle": "Thử", "channels": []}', repeat('7', 64));
	delete from app.jobs where kind = 'rebuild-pages';
	insert into app.jobs (kind) values ('rebuild-pages');
`;
