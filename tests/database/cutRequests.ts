import type { PGlite } from '@electric-sql/pglite';
import { goodContent } from './catalogueRequests.ts';
import { uuid } from './office.ts';

const CODE = '1.000009';

/** One request that is right for every function of the register of cuts; four proposals are there, one in each state it takes. */
export async function cutRequests(database: PGlite): Promise<Record<string, unknown>> {
	await database.query(
		`select app.seed_procedure(content, app.content_hash(content)) from (select $1::text::jsonb as content) as given`,
		[JSON.stringify(goodContent(CODE, 'Thử cắt giảm'))]
	);
	const { rows } = await database.query<{ version: string; today: string }>(
		`select current_version_id::text as version, app.today()::text as today from public.procedures where code = $1`,
		[CODE]
	);
	const [found] = rows;
	if (!found) throw new Error('no procedure to cut');
	const on = found.today;
	const cuts = [{ kind: 'time', channel: 'in-person', to: { unit: 'working-day', value: 1 } }];
	const propose = (number: number) => ({
		protocol: 1,
		actionId: uuid(number),
		procedureCode: CODE,
		versionId: found.version,
		cuts,
		reason: 'Làm trong một ngày là được'
	});
	const sent = { body: 'Sở Tư pháp', number: '12/TTr-UBND', on };
	const reply = { number: '88/STP', on, agrees: 'partly', summary: 'Đồng ý một phần' };

	async function ask(name: string, request: object): Promise<string> {
		const answer = await database.query<{ id: string }>(
			`select public.${name}($1::text::jsonb) ->> 'proposalId' as id`,
			[JSON.stringify({ protocol: 1, ...request })]
		);
		return answer.rows[0]?.id ?? '';
	}

	await database.exec(
		`select set_config('request.jwt.claims', jsonb_build_object('sub', md5('head')::uuid)::text, false)`
	);
	const open = await ask('propose_cut', propose(840));
	const waiting = await ask('propose_cut', propose(841));
	const answered = await ask('propose_cut', propose(842));
	for (const [proposalId, action] of [
		[waiting, 843],
		[answered, 844]
	] as const)
		await ask('send_cut', { ...sent, proposalId, expectedVersion: 1, actionId: uuid(action) });
	await ask('note_cut_reply', {
		...reply,
		proposalId: answered,
		expectedVersion: 2,
		actionId: uuid(845)
	});
	await database.exec(`select set_config('request.jwt.claims', '', false)`);

	const about = (proposalId: string, expectedVersion: number) => ({
		protocol: 1,
		actionId: uuid(846),
		proposalId,
		expectedVersion
	});
	return {
		decide_cut: {
			...about(answered, 3),
			decision: 'accept',
			number: '9/QĐ-UBND',
			on,
			accepted: [0]
		},
		note_cut_reply: { ...about(waiting, 2), ...reply },
		preview_cut: { protocol: 1, procedureCode: CODE, cuts },
		propose_cut: propose(846),
		send_cut: { ...about(open, 1), ...sent },
		staff_cuts: { protocol: 1, state: 'proposed', procedureCode: CODE },
		withdraw_cut: { ...about(open, 1), reason: 'Tính lại số liệu' }
	};
}
