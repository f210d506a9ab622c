import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { actAs, type PostgresContext } from '#database/postgresContext.ts';
import { answerOf, json, submitOne } from '../database/racers.ts';

/** Administrators at one another, and an account at its invitation, at the same moment; after races.ts. */
export async function run({ owner, connect, check }: PostgresContext): Promise<void> {
	await owner.unsafe(setting).simple();
	const people = await owner<{ name: string; id: string; account: string }[]>`
		select full_name as name, id::text, user_id::text as account from public.staff
		where agency_id = (select id from public.agencies where code = 'R99')`;
	const pool = await connect(8);
	const [first, second, third] = ['first', 'second', 'third'].map((name) => {
		const found = people.find((person) => person.name === `${name} admin`);
		assert(found);
		return found;
	});
	assert(first && second && third);
	const admins = [first, second, third];

	const ask = (account: string, name: string, fields: Record<string, unknown>) =>
		answerOf(() =>
			actAs(pool, { userId: account }, async (transaction) => {
				const [row] = await transaction.unsafe(`select public.${name}($1::text::jsonb) as answer`, [
					json({ protocol: 1, ...fields })
				]);
				return json(row?.answer);
			})
		);
	const profile = { fullName: 'Mai Thị Mới', title: '', phone: '', roles: ['receiver'] };
	const versionOf = async (id: string) =>
		(await owner`select version from public.staff where id = ${id}`)[0]?.version as number;
	const activeAdmins = async () => {
		const [row] = await owner`
			select count(*)::int as count from public.staff
			join public.staff_roles on staff_roles.staff_id = staff.id and role = 'admin'
			where active and user_id is not null and agency_id = (select id from public.agencies where code = 'R99')`;
		return row?.count as number;
	};
	const restoreAdmins = () => owner.unsafe(restoring).simple();

	const attacks: Record<string, (target: (typeof admins)[number]) => Promise<[string, object]>> = {
		'suspend each other': async (target) => ['suspend_staff', { staffId: target.id }],
		'take each other’s account': async (target) => ['untie_account', { staffId: target.id }],
		'take each other’s role': async (target) => [
			'update_staff',
			{
				...profile,
				fullName: target.name,
				staffId: target.id,
				expectedVersion: await versionOf(target.id)
			}
		]
	};
	for (const [name, attack] of Object.entries(attacks))
		await check(`30 times three administrators ${name} at once: one always stays`, async () => {
			for (let round = 0; round < 30; round += 1) {
				await restoreAdmins();
				const blows = await Promise.all(
					admins.map(async (admin, index) => {
						const [call, fields] = await attack(admins[(index + 1) % 3] ?? first);
						return () => ask(admin.account, call, { ...fields });
					})
				);
				const answers = await Promise.all(blows.map((blow) => blow()));
				for (const answer of answers)
					assert.match(answer, /"(version|code)"|^PT403 (not-staff|role-missing)$/);
				assert((await activeAdmins()) >= 1, answers.join(' | '));
			}
			await restoreAdmins();
		});

	await check('20 repeats of one invitation at once: one person, one code that works', async () => {
		const actionId = randomUUID();
		const answers = await Promise.all(
			Array.from({ length: 20 }, () =>
				ask(first.account, 'invite_staff', { actionId, ...profile, departmentId: null })
			)
		);
		const codes = answers.map((answer) => JSON.parse(answer) as { staffId: string; code: string });
		assert.equal(new Set(codes.map(({ staffId }) => staffId)).size, 1);
		const joined = await Promise.all(
			codes.map(({ code }) => ask(randomUUID(), 'accept_invitation', { code }))
		);
		assert.equal(joined.filter((answer) => answer.includes('staffId')).length, 1);
	});

	await check('30 times a code is used and renewed at once: one of the two', async () => {
		for (let round = 0; round < 30; round += 1) {
			const invited = JSON.parse(
				await ask(first.account, 'invite_staff', { actionId: randomUUID(), ...profile })
			) as { staffId: string; code: string };
			const [joined, renewed]: [string, string] = await Promise.all([
				ask(randomUUID(), 'accept_invitation', { code: invited.code }),
				ask(second.account, 'renew_invitation', { staffId: invited.staffId })
			]);
			if (joined.includes('staffId')) assert.equal(renewed, 'PT409 already-joined');
			else {
				assert.equal(joined, 'PT404 invitation-unknown');
				assert.match(renewed, /"code"/);
			}
		}
	});

	await check('10 times one department is made at once: it is there once', async () => {
		const answers = await Promise.all(
			Array.from({ length: 10 }, (_, index) =>
				ask(admins[index % 3]?.account ?? '', 'save_department', {
					name: index % 2 ? 'Phòng Địa chính' : 'phòng địa CHÍNH',
					fieldCodes: []
				})
			)
		);
		assert.equal(answers.filter((answer) => answer.includes('departmentId')).length, 1);
	});

	await check(
		'20 times a desk receives while its receiver is suspended: received before, or not at all',
		async () => {
			const [desk] = await owner<{ account: string; id: string; department: string }[]>`
				select user_id::text as account, staff.id::text, (select id::text from public.departments where agency_id = staff.agency_id limit 1) as department
				from public.staff where full_name = 'second receiver'`;
			const [boss] = await owner<{ account: string }[]>`
				select user_id::text as account from public.staff where full_name = 'admin'`;
			assert(desk && boss);
			for (let round = 0; round < 20; round += 1) {
				const dossierId = await submitOne(pool);
				const [received, suspended] = await Promise.all([
					ask(desk.account, 'receive_dossier', {
						actionId: randomUUID(),
						dossierId,
						expectedVersion: 1,
						papers: [],
						departmentId: desk.department
					}),
					ask(boss.account, 'suspend_staff', { staffId: desk.id })
				]);
				assert.match(received, /"code"|^PT403 not-staff$/);
				assert.match(suspended, /"version"/);
				assert.match(await ask(desk.account, 'staff_queue', { group: 'new' }), /^PT403 not-staff$/);
				await ask(boss.account, 'restore_staff', { staffId: desk.id });
			}
		}
	);
}

/** An office of three administrators. */
const setting = `
	insert into public.agencies (code, name) values ('R99', 'Văn phòng quản trị');
	insert into public.staff (user_id, agency_id, full_name)
	select md5(who || ' admin')::uuid, agencies.id, who || ' admin'
	from unnest(array['first', 'second', 'third']) as who, public.agencies where code = 'R99';
	insert into public.staff_roles (staff_id, role)
	select id, 'admin' from public.staff where full_name in ('first admin', 'second admin', 'third admin');
`;
const restoring = `
	update public.staff set active = true, user_id = md5(full_name)::uuid where full_name in ('first admin', 'second admin', 'third admin');
	delete from app.staff_invitations where staff_id in (select id from public.staff where full_name like '% admin');
	insert into public.staff_roles (staff_id, role)
	select id, 'admin' from public.staff where full_name in ('first admin', 'second admin', 'third admin')
	on conflict do nothing;
`;
