import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import { aPerson, anOffice } from './testOffice';

const people = [
	aPerson(),
	aPerson({ id: 's2', fullName: 'Trần Thị Tiếp', roles: ['receiver'], departmentId: null }),
	aPerson({ id: 's3', fullName: 'Vũ Văn Quản', roles: ['admin'], active: false }),
	aPerson({
		id: 's4',
		fullName: 'Lê Thị Duyệt',
		roles: ['approver', 'leader'],
		joined: false,
		email: 'duyet@xa.gov.vn'
	})
];

describe('the filter box', () => {
	it.each([
		['', ['s1', 's2', 's3', 's4']],
		['tran', ['s2']],
		['  THỊ ', ['s2', 's4']],
		['thi duyet', ['s4']],
		['ho tich', ['s1', 's3', 's4']],
		['tam khoa', ['s3']],
		['ma het han', ['s4']],
		['lanh dao', ['s4']],
		['duyet@xa', ['s4']],
		['0912', ['s1', 's2', 's3', 's4']],
		['nguyen quan', []]
	])('%j finds %j', async (typed, found) => {
		const office = anOffice({}, people);
		await office.load();
		office.typed = typed;
		expect(office.people.map(({ id }) => id)).toEqual(found);
	});
});

describe('a change', () => {
	const counted = (answer: ReturnType<typeof fail> | ReturnType<typeof ok<null>>) => {
		let lists = 0;
		const heard: (string | undefined)[] = [];
		const office = anOffice(
			{
				suspend: async () => answer as never,
				list: async () => {
					lists += 1;
					return ok({ staff: [], departments: [], fields: [] });
				}
			},
			[],
			(key) => heard.push(key)
		);
		return { office, heard, lists: () => lists };
	};

	it.each([
		['that worked', ok(null), 1],
		['somebody else was faster with', fail({ kind: 'conflict', key: 'version-stale' }), 1],
		['whose person is gone', fail({ kind: 'not-found', key: 'staff-unknown' }), 1],
		['without a line', fail({ kind: 'offline' }), 0],
		['that is not mine to make', fail({ kind: 'forbidden', key: 'not-staff' }), 0]
	])('%s', async (_, answer, reads) => {
		const { office, lists, heard } = counted(answer);
		expect(await office.change((port) => port.suspend('s1', ''))).toEqual(answer);
		expect(lists()).toBe(reads);
		expect(heard).toEqual(answer.ok ? [] : [(answer.error as { key?: string }).key]);
	});

	it('keeps the list it has when it cannot be read again', async () => {
		const answers = [ok({ staff: people, departments: [], fields: [] }), fail({ kind: 'offline' })];
		const office = anOffice({ list: async () => answers.shift() as never });
		await office.load();
		await office.load();
		expect(office.list?.staff).toHaveLength(4);
		expect(office.failure).toEqual({ kind: 'offline' });
	});

	it('answers offline when the code for it cannot be fetched', async () => {
		const office = anOffice({});
		expect(await office.ask((port) => port.findEmail())).toMatchObject({
			ok: false,
			error: { kind: 'offline' }
		});
	});
});
