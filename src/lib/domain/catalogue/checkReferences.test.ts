import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { checkReferences } from './checkReferences.ts';
import type { Condition } from './Condition.ts';
import type { FormField } from './EForm.ts';
import type { Procedure } from './Procedure.ts';

const nobody: Condition = { is: ['nobody', 'yes'] };
const wrongValue: Condition = { is: ['registrant', 'parent', 'aunt'] };

/** The real procedure with its first question, paper, … changed. */
function changed(change: (procedure: Procedure) => void): Procedure {
	const copy = structuredClone(birth);
	change(copy);
	return copy;
}

function first<T>(list: readonly T[]): T {
	const [item] = list;
	if (item === undefined) throw new Error('the birth registration has changed');
	return item;
}

const sections = (procedure: Procedure) => procedure.eForm?.sections ?? [];
const field = (procedure: Procedure): FormField => first(first(sections(procedure)).fields);

describe('what a procedure refers to', () => {
	it('exists, in the real catalogue', () => expect(checkReferences(birth)).toEqual([]));

	it.each<[string, (procedure: Procedure) => void, string]>([
		[
			'a question twice',
			(p) => p.questions.push(first(p.questions)),
			'question registrant stands twice'
		],
		[
			'a paper twice',
			(p) => p.requirements.push(first(p.requirements)),
			'a requirement id stands twice'
		],
		[
			'a field named as a question',
			(p) => (field(p).id = 'registrant'),
			'field registrant has the id of a question or another field'
		],
		[
			'a question nobody asks',
			(p) => (first(p.questions).when = nobody),
			'registrant depends on nobody, which nobody asks'
		],
		[
			'a paper for nobody',
			(p) => (first(p.requirements).when = nobody),
			'declaration depends on nobody, which nobody asks'
		],
		[
			'a paper for an answer nobody can give',
			(p) => (first(p.requirements).when = wrongValue),
			'declaration: registrant has no answer aunt'
		],
		[
			'a note for nobody',
			(p) => (first(p.notes).when = { not: nobody }),
			'relative-agrees depends on nobody, which nobody asks'
		],
		[
			'a fee for nobody',
			(p) => (first(p.fees).when = { all: [nobody] }),
			'Đăng ký khai sinh trong 60 ngày depends on nobody, which nobody asks'
		],
		[
			'a section for nobody',
			(p) => (first(sections(p)).when = { any: [nobody] }),
			'tre depends on nobody, which nobody asks'
		],
		[
			'a field for nobody',
			(p) => (field(p).when = nobody),
			'child-name depends on nobody, which nobody asks'
		],
		[
			'a choice without options',
			(p) => (field(p).type = 'choice'),
			'choice child-name has no options'
		]
	])('%s', (_, change, fault) => expect(checkReferences(changed(change))).toContain(fault));

	it('a subject nobody names', () => {
		const procedure = changed((p) => {
			if (p.eForm) p.eForm.subjectField = 'somebody';
		});
		expect(checkReferences(procedure)).toEqual(['subject field somebody does not exist']);
	});

	it('may be the choice of a field', () => {
		const procedure = changed((p) => (first(p.notes).when = { is: ['father-known', 'yes'] }));
		expect(checkReferences(procedure)).toEqual([]);
	});
});
