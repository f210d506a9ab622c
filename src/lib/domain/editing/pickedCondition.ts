import type { Condition } from '../catalogue/Condition.ts';

/** "Câu hỏi … là (không phải là) …": what an editor picks. No question picked yet = an empty id. */
export type Clause = { kind: 'clause'; question: string; values: string[]; not: boolean };
/** Several of them: all must hold, or one is enough. */
export type Group = { kind: 'group'; mode: 'all' | 'any'; not: boolean; parts: Part[] };
/** Deeper than the form goes: shown in words and kept as it is. */
export type Kept = { kind: 'kept'; condition: Condition };
export type Part = Clause | Group | Kept;

/** How deep groups can be picked: a group, and groups inside it. */
const DEEPEST = 2;

/** A condition as it is picked; `unpick` gives exactly the same condition back. */
export function pick(condition: Condition, depth = 0): Part {
	if ('is' in condition) {
		const [question, ...values] = condition.is;
		return { kind: 'clause', question, values: values.filter(Boolean), not: false };
	}
	if ('not' in condition) {
		const inner = pick(condition.not, depth);
		// "Not not" is nothing one would pick.
		if (inner.kind === 'kept' || inner.not) return { kind: 'kept', condition };
		return { ...inner, not: true };
	}
	if (depth >= DEEPEST) return { kind: 'kept', condition };
	const mode = 'all' in condition ? 'all' : 'any';
	const parts = 'all' in condition ? condition.all : condition.any;
	return { kind: 'group', mode, not: false, parts: parts.map((part) => pick(part, depth + 1)) };
}

/** The condition that was picked. */
export function unpick(part: Part): Condition {
	if (part.kind === 'kept') return part.condition;
	const condition: Condition =
		part.kind === 'clause'
			? { is: [part.question, part.values[0] ?? '', ...part.values.slice(1)] }
			: part.mode === 'all'
				? { all: part.parts.map(unpick) }
				: { any: part.parts.map(unpick) };
	return part.not ? { not: condition } : condition;
}

/** The whole of a form's condition as a group, so that a second line can be added to a single one. */
export function pickGroup(condition: Condition): Group {
	const part = pick(condition);
	return part.kind === 'group' ? part : { kind: 'group', mode: 'all', not: false, parts: [part] };
}

/** The condition of such a group: a single line stands alone, no line is no condition. */
export function unpickGroup(group: Group): Condition | undefined {
	const [only] = group.parts;
	if (!only) return undefined;
	return group.parts.length === 1 && !group.not ? unpick(only) : unpick(group);
}

/** A line nobody has filled in yet. */
export function emptyClause(): Clause {
	return { kind: 'clause', question: '', values: [], not: false };
}
