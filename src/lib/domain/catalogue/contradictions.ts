import { UNSURE, conditionReads, evaluate, type Answers, type Condition } from './Condition.ts';
import type { Procedure } from './Procedure.ts';

/**
 * Something in an entry that cannot be meant: a fee called free beside a note that the council decides, a paper, note
 * or question that no answers can reach, a question that changes nothing.
 */
export type Contradiction =
	| { kind: 'free-but-council'; fee: string }
	| { kind: 'unreachable'; what: 'paper' | 'note' | 'question' | 'fee'; id: string }
	| { kind: 'idle-question'; id: string };

/** More ways to answer than this are not tried: such a condition is taken as reachable. */
const MOST_WAYS = 20_000;

const COUNCIL = /HĐND|Hội đồng nhân dân/i;

/** All contradictions of a procedure, in the order of the form. */
export function findContradictions(procedure: Procedure): Contradiction[] {
	const reaches = (condition: Condition | undefined) => canBeTrue(procedure, condition);
	return [
		...procedure.questions
			.filter((question) => !reaches(question.when))
			.map(({ id }): Contradiction => ({ kind: 'unreachable', what: 'question', id })),
		...procedure.requirements
			.filter((paper) => !reaches(paper.when))
			.map(({ id }): Contradiction => ({ kind: 'unreachable', what: 'paper', id })),
		...procedure.notes
			.filter((note) => !reaches(note.when))
			.map(({ id }): Contradiction => ({ kind: 'unreachable', what: 'note', id })),
		...procedure.fees
			.filter((fee) => !reaches(fee.when))
			.map(({ label }): Contradiction => ({ kind: 'unreachable', what: 'fee', id: label })),
		...idleQuestions(procedure),
		...procedure.fees
			.filter((fee) => fee.kind === 'free' && COUNCIL.test(`${fee.note ?? ''} ${fee.exempt ?? ''}`))
			.map(({ label }): Contradiction => ({ kind: 'free-but-council', fee: label }))
	];
}

/** Questions whose answer nothing reads: no paper, note, fee, other question, nor the form. */
function idleQuestions(procedure: Procedure): Contradiction[] {
	const conditions = [
		...procedure.questions,
		...procedure.requirements,
		...procedure.notes,
		...procedure.fees,
		...(procedure.eForm?.sections ?? []),
		...(procedure.eForm?.sections.flatMap((section) => section.fields) ?? [])
	].map((part) => part.when);
	const read = new Set(conditions.flatMap(conditionReads));
	return procedure.questions
		.filter((question) => !read.has(question.id))
		.map(({ id }) => ({ kind: 'idle-question', id }));
}

/**
 * Whether some answers make a condition true or leave it open ("Tôi không rõ"), with every question answered only
 * while its own condition holds. A condition over fields of the form counts as reachable.
 */
function canBeTrue(procedure: Procedure, condition: Condition | undefined): boolean {
	if (conditionReads(condition).some((id) => !procedure.questions.some((one) => one.id === id)))
		return true;
	const needed = dependsOn(procedure, condition);
	const questions = procedure.questions.filter(({ id }) => needed.has(id));
	const ways = questions.reduce((count, question) => count * (question.options.length + 1), 1);
	if (ways > MOST_WAYS) return true;
	return tryAnswers(0, {});

	function tryAnswers(at: number, answers: Answers): boolean {
		const question = questions[at];
		if (!question) return evaluate(condition, answers) !== false;
		const asked = evaluate(question.when, answers);
		if (asked !== true)
			return tryAnswers(at + 1, asked === false ? { ...answers, [question.id]: '' } : answers);
		const values = question.options.map((option) => option.value);
		return [...values, ...(question.maybeUnsure ? [UNSURE] : [])].some((value) =>
			tryAnswers(at + 1, { ...answers, [question.id]: value })
		);
	}
}

/** The questions a condition reads, and those on which these depend in turn. */
function dependsOn(procedure: Procedure, condition: Condition | undefined): Set<string> {
	const found = new Set<string>();
	const open = conditionReads(condition);
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (found.has(id)) continue;
		found.add(id);
		open.push(...conditionReads(procedure.questions.find((one) => one.id === id)?.when));
	}
	return found;
}
