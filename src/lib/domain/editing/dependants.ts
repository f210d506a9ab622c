import type { Condition } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { Path } from './Path.ts';

/** Something that stands only in some cases: the path of its condition and the condition. */
export type Conditional = { path: Path; when: Condition };

/** Everything of a procedure that has a condition, in the order of the form. */
export function conditionals(procedure: Procedure): Conditional[] {
	const sections = procedure.eForm?.sections ?? [];
	const found: [Path, Condition | undefined][] = [
		...(['questions', 'requirements', 'notes', 'fees'] as const).flatMap((list) =>
			procedure[list].map(({ when }, index): [Path, Condition | undefined] => [[list, index], when])
		),
		...sections.flatMap((section, at): [Path, Condition | undefined][] => [
			[['eForm', 'sections', at], section.when],
			...section.fields.map(({ when }, index): [Path, Condition | undefined] => [
				['eForm', 'sections', at, 'fields', index],
				when
			])
		])
	];
	return found.flatMap(([path, when]) => (when ? [{ path: [...path, 'when'], when }] : []));
}

/** The paths of what asks for an answer of this question (or field); with `value` for that answer. */
export function dependantsOf(procedure: Procedure, id: string, value?: string): Path[] {
	return [
		...conditionals(procedure)
			.filter(({ when }) => asks(when, id, value))
			.map(({ path }) => path),
		...(value === undefined ? namesOf(procedure, id) : [])
	];
}

/** Where a field of the form is named outside of conditions. */
function namesOf({ eForm, fees }: Procedure, id: string): Path[] {
	return [
		...(['subjectField', 'subjectAddressField'] as const)
			.filter((key) => eForm?.[key] === id)
			.map((key): Path => ['eForm', key]),
		...fees.flatMap(({ count }, index): Path[] =>
			count?.units === id || count?.times === id ? [['fees', index, 'count']] : []
		)
	];
}

function asks(condition: Condition, id: string, value: string | undefined): boolean {
	if ('not' in condition) return asks(condition.not, id, value);
	if ('is' in condition) {
		const [question, ...values] = condition.is;
		return question === id && (value === undefined || values.includes(value));
	}
	const parts = 'all' in condition ? condition.all : condition.any;
	return parts.some((part) => asks(part, id, value));
}

/** Gives a question or a field another id, wherever it is named. Changes the procedure it is given. */
export function renameId(procedure: Procedure, from: string, to: string): void {
	const fields = procedure.eForm?.sections.flatMap((section) => section.fields) ?? [];
	for (const item of [...procedure.questions, ...fields]) if (item.id === from) item.id = to;
	const parts = [
		...procedure.questions,
		...procedure.requirements,
		...procedure.notes,
		...procedure.fees,
		...(procedure.eForm?.sections ?? []),
		...fields
	];
	for (const part of parts) if (part.when) part.when = renamed(part.when, from, to);
	for (const { count } of procedure.fees) {
		if (count?.units === from) count.units = to;
		if (count?.times === from) count.times = to;
	}
	const { eForm } = procedure;
	if (!eForm) return;
	if (eForm.subjectField === from) eForm.subjectField = to;
	if (eForm.subjectAddressField === from) eForm.subjectAddressField = to;
	const value = eForm.sample?.[from];
	if (eForm.sample && value !== undefined) {
		delete eForm.sample[from];
		eForm.sample[to] = value;
	}
}

function renamed(condition: Condition, from: string, to: string): Condition {
	if ('not' in condition) return { not: renamed(condition.not, from, to) };
	if ('all' in condition) return { all: condition.all.map((part) => renamed(part, from, to)) };
	if ('any' in condition) return { any: condition.any.map((part) => renamed(part, from, to)) };
	const [question, ...values] = condition.is;
	return question === from ? { is: [to, ...(values as [string, ...string[]])] } : condition;
}

/** The ids that questions and fields of the form have: one name for both, because conditions read both. */
export function answerIds(procedure: Procedure): string[] {
	return [
		...procedure.questions.map(({ id }) => id),
		...(procedure.eForm?.sections ?? []).flatMap(({ fields }) => fields.map(({ id }) => id))
	];
}
