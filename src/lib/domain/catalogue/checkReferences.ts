import { conditionReads, type Condition } from './Condition.ts';
import type { Procedure } from './Procedure.ts';

/**
 * What the schema cannot see: ids used twice, conditions over unknown questions or values, a subject field that does
 * not exist. Gives one English sentence per fault, for whoever authors the catalogue; empty = sound.
 */
export function checkReferences(procedure: Procedure): string[] {
	const faults: string[] = [];
	const options = new Map<string, string[]>();
	for (const question of procedure.questions) {
		if (options.has(question.id)) faults.push(`question ${question.id} stands twice`);
		options.set(
			question.id,
			question.options.map((option) => option.value)
		);
	}
	const fields = procedure.eForm?.sections.flatMap((section) => section.fields) ?? [];
	for (const field of fields) {
		if (options.has(field.id))
			faults.push(`field ${field.id} has the id of a question or another field`);
		options.set(field.id, field.options?.map((option) => option.value) ?? []);
		if (field.type === 'choice' && !field.options?.length)
			faults.push(`choice ${field.id} has no options`);
	}
	const conditions: [string, Condition | undefined][] = [
		...(procedure.eForm?.sections ?? []).map((item): [string, Condition | undefined] => [
			item.id,
			item.when
		]),
		...procedure.questions.map((item): [string, Condition | undefined] => [item.id, item.when]),
		...procedure.requirements.map((item): [string, Condition | undefined] => [item.id, item.when]),
		...procedure.notes.map((item): [string, Condition | undefined] => [item.id, item.when]),
		...procedure.fees.map((item): [string, Condition | undefined] => [item.label, item.when]),
		...fields.map((item): [string, Condition | undefined] => [item.id, item.when])
	];
	for (const [owner, condition] of conditions)
		faults.push(...conditionFaults(owner, condition, options));
	const requirementIds = procedure.requirements.map((requirement) => requirement.id);
	if (new Set(requirementIds).size < requirementIds.length)
		faults.push('a requirement id stands twice');
	const named = [procedure.eForm?.subjectField, procedure.eForm?.subjectAddressField];
	for (const id of named) {
		if (id !== undefined && !fields.some((field) => field.id === id))
			faults.push(`subject field ${id} does not exist`);
	}
	for (const { label, count } of procedure.fees) {
		for (const id of [count?.units, count?.times]) {
			if (id !== undefined && !fields.some((field) => field.id === id && field.type === 'number'))
				faults.push(`fee ${label} counts ${id}, which is no number of the form`);
		}
	}
	return faults;
}

function conditionFaults(
	owner: string,
	condition: Condition | undefined,
	options: Map<string, string[]>
): string[] {
	if (!condition) return [];
	if ('not' in condition) return conditionFaults(owner, condition.not, options);
	if (!('is' in condition)) {
		const parts = 'all' in condition ? condition.all : condition.any;
		return parts.flatMap((part) => conditionFaults(owner, part, options));
	}
	const [id] = conditionReads(condition);
	const [, ...values] = condition.is;
	const known = id === undefined ? undefined : options.get(id);
	if (!known) return [`${owner} depends on ${id}, which nobody asks`];
	return values
		.filter((value) => !known.includes(value))
		.map((value) => `${owner}: ${id} has no answer ${value}`);
}
