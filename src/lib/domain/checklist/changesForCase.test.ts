import { describe, expect, it } from 'vitest';
import type { Procedure } from '../catalogue/Procedure';
import { birth } from '$lib/testing/builders';
import { changesForCase, isAnyChange } from './changesForCase';

const ANSWERS = {
	registrant: 'parent',
	'within-60-days': 'yes'
};
const changes = (change: Partial<Procedure>) =>
	changesForCase(birth, { ...birth, ...change }, ANSWERS);
const NONE = {
	added: [],
	dropped: [],
	otherwise: [],
	questions: [],
	isTimeChanged: false,
	areFeesChanged: false
};

describe('what a new edition changes for a case', () => {
	it('is nothing when only words changed', () => {
		const reworded = birth.requirements.map((paper) => ({ ...paper, why: 'Lý do khác.' }));
		expect(changes({ summary: 'Lời khác.', requirements: reworded })).toEqual(NONE);
		expect(isAnyChange(changes({}))).toBe(false);
	});

	it('is a paper more, a paper less, a paper asked otherwise', () => {
		const [first, ...others] = birth.requirements.filter(({ when }) => !when);
		if (!first) throw new Error('birth asks a paper of everybody');
		const photo = { ...first, id: 'photo', paper: 'photo', name: 'Ảnh của trẻ' };
		const more = changes({ requirements: [...birth.requirements, photo] });
		expect(more).toEqual({ ...NONE, added: ['Ảnh của trẻ'] });
		expect(isAnyChange(more)).toBe(true);
		const less = birth.requirements.filter(({ paper }) => paper !== first.paper);
		expect(changes({ requirements: less }).dropped).toEqual([first.name]);
		const copies = birth.requirements.map((paper) =>
			paper.id === first.id ? { ...paper, copies: 2 } : paper
		);
		expect(changes({ requirements: copies })).toEqual({ ...NONE, otherwise: [first.name] });
		expect(others).toBeDefined();
	});

	it('says nothing of a paper for other people', () => {
		const [first] = birth.requirements;
		if (!first) throw new Error('birth asks for papers');
		const theirs = {
			...first,
			id: 'theirs',
			paper: 'theirs',
			when: { is: ['registrant', 'carer'] as [string, string] }
		};
		expect(changes({ requirements: [...birth.requirements, theirs] })).toEqual(NONE);
	});

	it('is a new question, another time, another fee', () => {
		const question = {
			id: 'twins',
			text: 'Có phải sinh đôi không?',
			options: [
				{ value: 'yes', label: 'Có' },
				{ value: 'no', label: 'Không' }
			]
		};
		expect(changes({ questions: [...birth.questions, question] }).questions).toEqual([
			'Có phải sinh đôi không?'
		]);
		const channels = birth.channels.map((channel) => ({
			...channel,
			limit: { unit: 'working-day' as const, value: 9 }
		}));
		expect(changes({ channels }).isTimeChanged).toBe(true);
		const fee = { label: 'Lệ phí mới', kind: 'amount' as const, amount: 5000, source: 'a' };
		expect(changes({ fees: [fee] }).areFeesChanged).toBe(true);
	});
});
