import { describe, expect, it } from 'vitest';
import { plainCode, surveyLink, surveyRequest, type SurveyDraft } from './Survey';
import { questionsFor } from './surveyForm';

const draft: SurveyDraft = {
	id: 'a',
	code: '7K3MXQ2P',
	answers: { overall: 'satisfied', attitude: '', online: 'easy' },
	comment: '  Được hướng dẫn kỹ \n',
	step: 3,
	waiting: true
};

describe('the questions', () => {
	it.each([
		[true, 11],
		[false, 10],
		[undefined, 11]
	])('filed online %s: %i', (online, count) => {
		expect(questionsFor(online)).toHaveLength(count);
	});

	it('need no answer but the last', () => {
		const needed = questionsFor(true).filter(({ required }) => required);
		expect(needed.map(({ key }) => key)).toEqual(['overall']);
	});
});

describe('what is sent', () => {
	it('is what was said, without what had no opinion', () => {
		expect(surveyRequest(draft, 1)).toEqual({
			id: 'a',
			code: '7K3MXQ2P',
			version: 1,
			answers: { overall: 'satisfied', online: 'easy' },
			comment: 'Được hướng dẫn kỹ'
		});
	});

	it('is nothing about filing online when the matter was not', () => {
		const { answers, comment } = surveyRequest({ ...draft, online: false, comment: ' ' }, 1);
		expect(answers).toEqual({ overall: 'satisfied' });
		expect(comment).toBeUndefined();
	});
});

it.each([
	[' 7k3m xq2p ', '7K3MXQ2P'],
	['o1-ilOL', '011101'],
	['', '']
])('the code “%s” is %s', (typed, code) => {
	expect(plainCode(typed)).toBe(code);
});

it('the address keeps the code behind #', () => {
	const link = new URL(surveyLink('7K3MXQ2P', 'https://motcua.test'));
	expect([link.pathname, link.search, link.hash]).toEqual(['/danh-gia', '', '#7K3MXQ2P']);
});
