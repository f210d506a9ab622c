import type { Condition } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { conditionals } from './dependants.ts';
import type { Path } from './Path.ts';

/**
 * What checkReferences says, with the place of each fault, and what it does not look at: names that stand twice where
 * pages tell parts by them, and a question that waits for the answer of a later one (it would never be asked).
 */
export type BrokenReference =
	| { kind: 'nothing-picked'; path: Path }
	| { kind: 'unknown-question'; path: Path; id: string }
	| { kind: 'unknown-answer'; path: Path; id: string; value: string }
	| { kind: 'asked-later'; path: Path; id: string }
	| { kind: 'twice'; path: Path; text: string }
	| { kind: 'no-options'; path: Path }
	| { kind: 'unknown-field'; path: Path; id: string };

/** All broken references of a procedure, in the order of the form. */
export function brokenReferences(procedure: Procedure): BrokenReference[] {
	const options = answersOf(procedure);
	const position = new Map(procedure.questions.map(({ id }, index) => [id, index]));
	return [
		...twice(procedure),
		...conditionals(procedure).flatMap(({ path, when }) => {
			const owner = path[0] === 'questions' ? Number(path[1]) : Infinity;
			return clauses(when).flatMap(([id, ...values]): BrokenReference[] => {
				const known = options.get(id);
				if (id === '' || values.every((value) => value === ''))
					return [{ kind: 'nothing-picked', path }];
				if (!known) return [{ kind: 'unknown-question', path, id }];
				if ((position.get(id) ?? -1) >= owner) return [{ kind: 'asked-later', path, id }];
				return values
					.filter((value) => !known.includes(value))
					.map((value): BrokenReference => ({ kind: 'unknown-answer', path, id, value }));
			});
		}),
		...formFaults(procedure)
	];
}

/** What can be answered: question or field of the form → its values. */
function answersOf({ questions, eForm }: Procedure): Map<string, string[]> {
	const values = (options: readonly { value: string }[] | undefined) =>
		(options ?? []).map(({ value }) => value);
	return new Map([
		...questions.map(({ id, options }): [string, string[]] => [id, values(options)]),
		...(eForm?.sections ?? []).flatMap(({ fields }) =>
			fields.map(({ id, options }): [string, string[]] => [id, values(options)])
		)
	]);
}

function clauses(condition: Condition): [string, ...string[]][] {
	if ('is' in condition) return [condition.is];
	if ('not' in condition) return clauses(condition.not);
	return ('all' in condition ? condition.all : condition.any).flatMap(clauses);
}

function formFaults({ eForm, fees }: Procedure): BrokenReference[] {
	const fields = eForm?.sections.flatMap((section) => section.fields) ?? [];
	const isField = (id: string) => fields.some((field) => field.id === id);
	const isNumber = (id: string) =>
		fields.some((field) => field.id === id && field.type === 'number');
	const faults: BrokenReference[] = (eForm?.sections ?? []).flatMap((section, at) =>
		section.fields.flatMap(({ type, options }, index): BrokenReference[] =>
			type === 'choice' && !options?.length
				? [{ kind: 'no-options', path: ['eForm', 'sections', at, 'fields', index, 'options'] }]
				: []
		)
	);
	for (const key of ['subjectField', 'subjectAddressField'] as const) {
		const id = eForm?.[key];
		if (id !== undefined && !isField(id))
			faults.push({ kind: 'unknown-field', path: ['eForm', key], id });
	}
	fees.forEach(({ count }, index) => {
		for (const key of ['units', 'times'] as const) {
			const id = count?.[key];
			if (id !== undefined && !isNumber(id))
				faults.push({ kind: 'unknown-field', path: ['fees', index, 'count', key], id });
		}
	});
	return faults;
}

/** Parts that a page or a condition tells from each other by a name which stands there twice. */
function twice(procedure: Procedure): BrokenReference[] {
	const fieldIds = (procedure.eForm?.sections ?? []).flatMap(({ fields }, at) =>
		fields.map(({ id }, index): [Path, string] => [
			['eForm', 'sections', at, 'fields', index, 'label'],
			id
		])
	);
	const lines = (list: 'mistakes' | 'related'): [Path, string][] =>
		(procedure[list] ?? []).map((text, index) => [[list, index], text]);
	const names: [Path, string][][] = [
		[
			...procedure.questions.map(({ id }, index): [Path, string] => [
				['questions', index, 'text'],
				id
			]),
			...fieldIds
		],
		...procedure.questions.map(({ options }, at) =>
			options.map(({ value }, index): [Path, string] => [
				['questions', at, 'options', index, 'label'],
				value
			])
		),
		procedure.requirements.map(({ id }, index) => [['requirements', index, 'name'], id]),
		procedure.notes.map(({ id }, index) => [['notes', index, 'text'], id]),
		procedure.notes.map(({ text }, index) => [['notes', index, 'text'], text]),
		procedure.channels.map(({ kind }, index) => [['channels', index, 'kind'], kind]),
		procedure.fees.map(({ label }, index) => [['fees', index, 'label'], label]),
		procedure.lookalikes.map(({ title }, index) => [['lookalikes', index, 'title'], title]),
		lines('mistakes'),
		lines('related')
	];
	return names.flatMap((list) =>
		list.flatMap(([path, text], index): BrokenReference[] =>
			text !== '' && list.findIndex(([, other]) => other === text) < index
				? [{ kind: 'twice', path, text }]
				: []
		)
	);
}
