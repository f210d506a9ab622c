import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { UNSURE, type Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { Requirement } from '../catalogue/Requirement.ts';
import { caseAnswers, resolveChecklist } from './resolveChecklist.ts';

const usual = {
	registrant: 'parent',
	'child-found': 'no',
	'birth-paper': 'paper',
	surrogacy: 'no',
	'foreign-paper': 'no',
	'within-60-days': 'yes'
};

/** Ids in the order of the list; a trailing "?" = it depends on what is not known. */
function papers(answers: Answers, procedure: Procedure = birth): string[] {
	return resolveChecklist(procedure, answers).items.map(({ id, maybe }) => id + (maybe ? '?' : ''));
}

describe('the papers of a birth registration', () => {
	it.each<[string, Answers, string]>([
		[
			'a parent with a paper from the hospital',
			usual,
			'declaration birth-certificate-paper identity residence marriage'
		],
		[
			'only an electronic one',
			{ ...usual, 'birth-paper': 'electronic' },
			'declaration birth-certificate-electronic identity residence marriage'
		],
		[
			'born at home, seen by somebody',
			{ ...usual, 'birth-paper': 'none', witness: 'yes' },
			'declaration witness-statement identity residence marriage'
		],
		[
			'born at home, seen by nobody',
			{ ...usual, 'birth-paper': 'none', witness: 'no' },
			'declaration birth-pledge identity residence marriage'
		],
		[
			'born at home, witness not sure',
			{ ...usual, 'birth-paper': 'none', witness: UNSURE },
			'declaration witness-statement? identity residence marriage'
		],
		[
			'paper not sure',
			{ ...usual, 'birth-paper': UNSURE },
			'declaration birth-certificate-paper? identity residence marriage'
		],
		[
			'a found child',
			{
				registrant: 'relative',
				'child-found': 'yes',
				'foreign-paper': 'no',
				'within-60-days': 'yes'
			},
			'declaration found-child-record identity residence'
		],
		[
			'a surrogate mother',
			{ ...usual, surrogacy: 'yes' },
			'declaration birth-certificate-paper surrogacy-confirmation identity residence marriage'
		],
		[
			'the grandmother',
			{ ...usual, registrant: 'relative' },
			'declaration birth-certificate-paper identity residence marriage'
		],
		[
			'an authorised sister',
			{ ...usual, registrant: 'authorised', 'authorised-kin': 'yes' },
			'declaration birth-certificate-paper authorisation-plain identity residence marriage'
		],
		[
			'an authorised neighbour',
			{ ...usual, registrant: 'authorised', 'authorised-kin': 'no' },
			'declaration birth-certificate-paper authorisation-certified identity residence marriage'
		],
		[
			'late, with a foreign paper',
			{ ...usual, 'foreign-paper': 'yes', 'within-60-days': 'no' },
			'declaration birth-certificate-paper identity residence marriage'
		],
		[
			'nothing answered yet',
			{},
			'declaration birth-certificate-paper? found-child-record? surrogacy-confirmation? authorisation-certified? identity residence marriage?'
		]
	])('%s', (_, answers, list) => expect(papers(answers).join(' ')).toBe(list));

	it('asks for a certified proxy or a plain one while kinship is not sure, but only as a maybe', () => {
		const answers = { ...usual, registrant: 'authorised', 'authorised-kin': UNSURE };
		const proxy = resolveChecklist(birth, answers).items.filter(
			(item) => item.paper === 'authorisation'
		);
		expect(proxy.map((item) => item.maybe)).toEqual([true]);
	});
});

describe('the questions', () => {
	const asked = (answers: Answers) =>
		resolveChecklist(birth, answers).questions.map(({ id }) => id);

	it('come only when the answers so far call for them', () => {
		expect(asked({})).toEqual(['registrant', 'child-found', 'foreign-paper', 'within-60-days']);
		expect(asked({ registrant: 'authorised' })).toContain('authorised-kin');
		expect(asked({ 'child-found': 'no' })).toContain('birth-paper');
		expect(asked({ 'child-found': 'no', 'birth-paper': 'none' })).toContain('witness');
		expect(asked({ 'child-found': 'no', 'birth-paper': UNSURE })).not.toContain('witness');
	});
	it('count as open until they are answered, also with "not sure"', () => {
		const open = (answers: Answers) =>
			resolveChecklist(birth, answers).unansweredQuestions.map(({ id }) => id);
		expect(open(usual)).toEqual([]);
		expect(open({ ...usual, 'birth-paper': 'none' })).toEqual(['witness']);
		expect(open({ ...usual, 'within-60-days': UNSURE })).toEqual([]);
	});
	it('bring the notes of the case', () => {
		const notes = (answers: Answers) => resolveChecklist(birth, answers).notes.length;
		expect(notes(usual)).toBe(3);
		expect(notes({ ...usual, registrant: 'relative' })).toBe(4);
		expect(notes({ ...usual, 'within-60-days': 'no', 'foreign-paper': 'yes' })).toBe(5);
		expect(notes({ ...usual, 'within-60-days': UNSURE })).toBe(3);
	});
});

describe('a changed answer', () => {
	it('takes away what depended on it, and nothing else', () => {
		const before = papers({ ...usual, 'birth-paper': 'none', witness: 'yes' });
		const after = papers({ ...usual, 'birth-paper': 'paper', witness: 'yes' });
		expect(before.filter((id) => !after.includes(id))).toEqual(['witness-statement']);
		expect(after.filter((id) => !before.includes(id))).toEqual(['birth-certificate-paper']);
	});
	it('silences the answers behind it', () => {
		const stale = { 'birth-paper': 'none', witness: 'yes', surrogacy: 'yes' };
		expect(papers({ ...usual, ...stale, 'child-found': 'yes' })).toEqual([
			'declaration',
			'found-child-record',
			'identity',
			'residence'
		]);
		expect(papers({ ...usual, 'authorised-kin': 'no' })).not.toContain('authorisation-certified');
	});
	it('brings an old answer back when its question is asked again', () => {
		const answers = { ...usual, 'birth-paper': 'none', witness: 'no' };
		expect(papers({ ...answers, 'child-found': 'yes' })).not.toContain('birth-pledge');
		expect(papers(answers)).toContain('birth-pledge');
	});
});

describe('when two rules ask for one paper', () => {
	function twoRules(a: Partial<Requirement>, b: Partial<Requirement>): Procedure {
		const base = birth.requirements[0];
		if (!base) throw new Error('the birth registration has no papers');
		const rule = (id: string, changes: Partial<Requirement>): Requirement => ({
			...base,
			paper: 'one',
			...changes,
			id
		});
		return { ...birth, requirements: [rule('a', a), rule('b', b)] };
	}
	const kinds = [
		'submit-original',
		'certified-copy',
		'photocopy-with-original',
		'photocopy',
		'show-original',
		'electronic',
		'data-lookup'
	] as const;
	const pairs = kinds.flatMap((strong, index) =>
		kinds.slice(index + 1).map((weak) => ({ strong, weak }))
	);

	it.each(pairs)('$strong is stronger than $weak, in either order', ({ strong, weak }) => {
		expect(papers({}, twoRules({ kind: strong }, { kind: weak }))).toEqual(['a']);
		expect(papers({}, twoRules({ kind: weak }, { kind: strong }))).toEqual(['b']);
	});
	it('asks for the larger counts', () => {
		const procedure = twoRules(
			{ kind: 'submit-original', originals: 1, copies: 0 },
			{ kind: 'certified-copy', originals: 0, copies: 3 }
		);
		expect(resolveChecklist(procedure, {}).items).toMatchObject([
			{ id: 'a', originals: 1, copies: 3, maybe: false }
		]);
	});
	it('believes a certain rule more than a possible one', () => {
		const procedure = twoRules(
			{ kind: 'submit-original', originals: 2, when: { is: ['registrant', 'parent'] } },
			{ kind: 'show-original', originals: 1 }
		);
		expect(resolveChecklist(procedure, {}).items).toMatchObject([
			{ id: 'b', originals: 1, maybe: false }
		]);
		expect(papers({ registrant: 'parent' }, procedure)).toEqual(['a']);
	});
	it('is a maybe only when every rule is one', () => {
		const possible = { when: { is: ['registrant', 'parent'] as [string, string] } };
		expect(papers({}, twoRules(possible, possible))).toEqual(['a?']);
	});
});

describe('for any answers', () => {
	const anyAnswers = fc.record(
		Object.fromEntries(
			birth.questions.map((question) => [
				question.id,
				fc.constantFrom(...question.options.map(({ value }) => value), UNSURE, 'nonsense')
			])
		),
		{ requiredKeys: [] }
	) as fc.Arbitrary<Record<string, string | undefined>>;
	const run = { seed: 20261123, numRuns: 500 };

	it('their order does not count', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const turned = Object.fromEntries(Object.entries(answers).reverse());
				expect(resolveChecklist(birth, turned)).toEqual(resolveChecklist(birth, answers));
			}),
			run
		);
	});
	it('answers to what is not asked do not count', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const asked = resolveChecklist(birth, answers).questions.map(({ id }) => id);
				const clean = Object.fromEntries(asked.map((id) => [id, answers[id]]));
				expect(resolveChecklist(birth, clean)).toEqual(resolveChecklist(birth, answers));
				expect(caseAnswers(birth, clean)).toEqual(caseAnswers(birth, answers));
			}),
			run
		);
	});
	it('no paper stands twice, and a full set of answers leaves no maybe', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				const { items, unansweredQuestions } = resolveChecklist(birth, answers);
				expect(new Set(items.map(({ paper }) => paper)).size).toBe(items.length);
				const isSure = !Object.values(answers).includes(UNSURE);
				if (unansweredQuestions.length === 0 && isSure)
					expect(items.filter(({ maybe }) => maybe)).toEqual([]);
			}),
			run
		);
	});
});
