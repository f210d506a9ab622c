import { describe, expect, it } from 'vitest';
import { PersonDraft } from './personDraft.svelte';
import { aPerson } from './testOffice';

function draftOf(change: (draft: PersonDraft) => void, person = aPerson()) {
	const draft = new PersonDraft(person);
	change(draft);
	return draft;
}

describe('the form of a person', () => {
	it('sends back what was there', () => {
		const { version, ...draft } = {
			version: new PersonDraft(aPerson()).version,
			profile: new PersonDraft(aPerson()).profile()
		};
		expect([version, draft.profile]).toEqual([
			3,
			{
				fullName: 'Nguyễn Văn Xử',
				title: 'Công chức',
				phone: '0912 345 678',
				departmentId: 'd1',
				roles: ['officer']
			}
		]);
	});

	it.each<[string, (draft: PersonDraft) => void, string[]]>([
		['is fine as it is', () => undefined, []],
		['needs a name', (draft) => (draft.fullName = ' A '), ['full-name']],
		['needs a real phone number', (draft) => (draft.phone = 'gọi tôi'), ['phone']],
		['takes a number from abroad', (draft) => (draft.phone = '+84 912-345-678'), []],
		['needs a role', (draft) => (draft.roles.officer = false), ['role-receiver']],
		['needs a department for an officer', (draft) => (draft.departmentId = ''), ['department']],
		[
			'needs none for a receiver',
			(draft) => {
				draft.departmentId = '';
				draft.roles.officer = false;
				draft.roles.receiver = true;
			},
			[]
		],
		['refuses half a citizen number', (draft) => (draft.citizenId = '0011'), ['citizen-id']],
		['takes it with blanks', (draft) => (draft.citizenId = '001 188 012 345'), []]
	])('%s', (_, change, ids) =>
		expect(
			draftOf(change)
				.errors()
				.map(({ id }) => id)
		).toEqual(ids)
	);

	it.each<[string, (draft: PersonDraft) => void, string | undefined]>([
		['says nothing of a citizen number that was not typed', () => undefined, undefined],
		['sends a typed one tidily', (draft) => (draft.citizenId = ' b1234567 '), 'B1234567'],
		['forgets it when asked', (draft) => (draft.forgetCitizenId = true), ''],
		[
			'forgets it whatever is typed',
			(draft) => {
				draft.forgetCitizenId = true;
				draft.citizenId = '12';
			},
			''
		]
	])('%s', (_, change, sent) => {
		const draft = draftOf(change);
		expect(draft.errors()).toEqual([]);
		expect(draft.profile().citizenId).toBe(sent);
	});

	it('of a new person starts empty', () => {
		expect(new PersonDraft().errors().map(({ id }) => id)).toEqual(['full-name', 'role-receiver']);
	});
});
