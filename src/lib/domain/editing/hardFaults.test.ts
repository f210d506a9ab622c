import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { Procedure } from '../catalogue/Procedure.ts';
import { hardFaults } from './hardFaults.ts';
import { withoutBlanks } from './tidyContent.ts';
import { emptyProcedure, toWorkable } from './workable.ts';

/** The faults of the birth registration after a change, as "kind path". */
function faultsAfter(change: (draft: Procedure) => void): string[] {
	const draft = structuredClone(birth);
	change(draft);
	return hardFaults(draft).map(({ kind, path }) => `${kind} ${path.join('.')}`);
}

function first<T>(list: readonly T[]): T {
	const [item] = list;
	if (item === undefined) throw new Error('an empty list');
	return item;
}

describe('what keeps a draft from being proposed', () => {
	it('is nothing in a published procedure', () => expect(hardFaults(birth)).toEqual([]));

	it.each<[string, (draft: Procedure) => void, string[]]>([
		['no title', (d) => (d.title = ' '), ['missing title']],
		['no result', (d) => (d.result.name = ''), ['missing result.name']],
		[
			'a question without text',
			(d) => (first(d.questions).text = ''),
			['missing questions.0.text']
		],
		[
			'a paper without name',
			(d) => (first(d.requirements).name = ''),
			['missing requirements.0.name']
		],
		[
			'a step of the office and an agency without name',
			(d) => {
				const limit = { unit: 'working-day' as const, value: 3 };
				d.clock.stages = [{ name: '', limit }];
				d.clock.consults = [{ agency: '', limit, silence: 'agrees' }];
			},
			['missing clock.stages.0.name', 'missing clock.consults.0.agency']
		],
		['a fee without amount', (d) => delete d.fees[2]?.amount, ['missing fees.2.amount']],
		[
			'a fee of nothing',
			(d) => Object.assign(d.fees[2] ?? {}, { amount: 0 }),
			['invalid fees.2.amount']
		],
		[
			'a channel without steps',
			(d) => (first(d.channels).steps = []),
			['too-few channels.0.steps']
		],
		[
			'a channel with an empty step',
			(d) => (first(d.channels).steps = [' ']),
			['too-few channels.0.steps']
		],
		['a date that is none', (d) => (d.provenance.asOf = '2026-13-01'), ['invalid provenance.asOf']],
		[
			'one way to file twice',
			(d) => d.channels.push(structuredClone(first(d.channels))),
			['twice channels.3.kind']
		],
		[
			'two fees of one name',
			(d) => d.fees.push(structuredClone(first(d.fees))),
			['twice fees.3.label']
		],
		[
			'a line of mistakes twice',
			(d) => d.mistakes.push(first(d.mistakes)),
			[`twice mistakes.${birth.mistakes.length}`]
		],
		[
			'a question that is gone',
			(d) => d.questions.splice(4, 1),
			['unknown-question requirements.3.when', 'unknown-question requirements.4.when']
		],
		[
			'an answer that is gone',
			(d) => d.questions[4]?.options.splice(0, 1),
			['too-few questions.4.options', 'unknown-answer requirements.3.when']
		],
		[
			'a question behind one that waits for it',
			(d) => d.questions.push(...d.questions.splice(0, 1)),
			['asked-later questions.0.when']
		],
		[
			'a condition half picked',
			(d) => (first(d.requirements).when = { is: ['', ''] }),
			['nothing-picked requirements.0.when']
		],
		[
			'a fee that counts what nobody asks',
			(d) => Object.assign(d.fees[2] ?? {}, { count: { units: 'child-name' } }),
			['unknown-field fees.2.count.units']
		],
		[
			'the subject is no field',
			(d) => d.eForm && (d.eForm.subjectField = 'gone'),
			['unknown-field eForm.subjectField']
		]
	])('%s', (_, change, faults) => expect(faultsAfter(change)).toEqual(faults));

	it('is found in a draft of nothing but a name', () => {
		const faults = hardFaults(emptyProcedure('1.000001', 'Thủ tục mới', 'ho-tich', '2026-11-26'));
		expect(faults.map(({ path }) => path.join('.'))).toEqual([
			'shortTitle',
			'summary',
			'whoMayFile',
			'decidedBy',
			'result.name',
			'provenance.source',
			'channels.0.where',
			'channels.0.steps'
		]);
	});
});

describe('a draft', () => {
	it('is what it was before the form showed it', () => {
		expect(toWorkable(birth)).toEqual(birth);
		expect(withoutBlanks(birth)).toEqual(birth);
	});
	it('of another program gets the places it lacks and keeps what nobody knows', () => {
		const draft = toWorkable({ code: '1.000001', result: {}, fees: 'none', levels: ['commune'] });
		expect(draft).toMatchObject({
			code: '1.000001',
			result: { name: '' },
			fees: [],
			channels: [],
			levels: ['commune'],
			clock: { supplement: 'restart' }
		});
	});
	it('is proposed without empty lines and pasted rubbish', () => {
		const draft = structuredClone(birth);
		draft.synonyms.push('', ' khai\u00A0sinh ');
		draft.deadline = '';
		draft.related = [''];
		first(draft.channels).steps.push('');
		const stage = { name: 'Thẩm định', limit: { unit: 'same-day' as const } };
		draft.clock.stages = [{ ...stage, source: ' ' }];
		const tidy = withoutBlanks(draft);
		expect(Procedure.parse(tidy)).toEqual(tidy);
		expect(tidy.synonyms.at(-1)).toBe('khai sinh');
		expect(tidy).not.toHaveProperty('deadline');
		expect(tidy).not.toHaveProperty('related');
		expect(tidy.channels).toEqual(birth.channels);
		expect(tidy.clock.stages).toEqual([stage]);
	});
});
