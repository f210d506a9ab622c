import { evaluate, type Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import type { Question } from '../catalogue/Question.ts';
import { RequirementKind, type Requirement } from '../catalogue/Requirement.ts';

/** One paper of this case. `maybe` = it depends on an answer that is missing or "Tôi không rõ". */
export type ChecklistItem = Requirement & { maybe: boolean };

export type Checklist = {
	items: ChecklistItem[];
	/** Questions to ask, in order: their condition is not false given the answers so far. */
	questions: Question[];
	unansweredQuestions: Question[];
	notes: string[];
};

/**
 * The papers of one case (design §5): pure, same answers in = same list out. When two rules ask for one paper the
 * strongest kind wins, the counts are the larger ones, and "maybe" only stays if every rule is a maybe.
 * Answers to questions that are no longer asked count for nothing.
 */
export function resolveChecklist(procedure: Procedure, answers: Answers): Checklist {
	const valid = caseAnswers(procedure, answers);
	const questions = procedure.questions.filter(
		(question) => evaluate(question.when, valid) === true
	);
	const papers = new Map<string, ChecklistItem>();
	for (const requirement of procedure.requirements) {
		const applies = evaluate(requirement.when, valid);
		if (applies === false) continue;
		const item = { ...requirement, maybe: applies === undefined };
		const other = papers.get(requirement.paper);
		papers.set(requirement.paper, other ? stronger(other, item) : item);
	}
	return {
		items: [...papers.values()],
		questions,
		unansweredQuestions: questions.filter((question) => valid[question.id] === undefined),
		notes: procedure.notes
			.filter((note) => evaluate(note.when, valid) === true)
			.map((note) => note.text)
	};
}

/** The value of a question that the case rules out: equal to no option, so whatever asks for one is false. */
const RULED_OUT = '';

/**
 * The answers that count: in the order of the questions, an answer stays while its question is asked, and a question
 * that earlier answers rule out can no longer support any paper.
 */
export function caseAnswers(procedure: Procedure, answers: Answers): Answers {
	const valid: Record<string, string | undefined> = {};
	for (const question of procedure.questions) {
		const asked = evaluate(question.when, valid);
		if (asked === true) valid[question.id] = answers[question.id];
		else if (asked === false) valid[question.id] = RULED_OUT;
	}
	return valid;
}

function stronger(a: ChecklistItem, b: ChecklistItem): ChecklistItem {
	const order = RequirementKind.options;
	// A certain rule beats a possible one; among equals the stronger kind speaks.
	const winner =
		a.maybe !== b.maybe
			? a.maybe
				? b
				: a
			: order.indexOf(a.kind) <= order.indexOf(b.kind)
				? a
				: b;
	const both = a.maybe === b.maybe;
	return {
		...winner,
		originals: both ? Math.max(a.originals, b.originals) : winner.originals,
		copies: both ? Math.max(a.copies, b.copies) : winner.copies,
		maybe: a.maybe && b.maybe
	};
}
