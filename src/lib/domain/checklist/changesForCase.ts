import type { Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { feesOfCase } from '../catalogue/computeFee.ts';
import { resolveChecklist, type ChecklistItem } from './resolveChecklist.ts';

/** What a new edition of a procedure changes for somebody who has begun: names of papers and questions, as people say them. */
export type CaseChanges = {
	added: string[];
	dropped: string[];
	/** Asked for in another way or number than before. */
	otherwise: string[];
	questions: string[];
	isTimeChanged: boolean;
	areFeesChanged: boolean;
};

/**
 * Compares what two editions ask of one case. Answers that the new edition does not know any more count as not given.
 * Papers are compared by what they are (`paper`), so that a reworded line is no new paper.
 */
export function changesForCase(before: Procedure, after: Procedure, answers: Answers): CaseChanges {
	const papers = (procedure: Procedure) =>
		new Map(resolveChecklist(procedure, answers).items.map((item) => [item.paper, item]));
	const [old, now] = [papers(before), papers(after)];
	const known = new Set(before.questions.map(({ id }) => id));
	const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
	const limits = ({ channels }: Procedure) => channels.map(({ kind, limit }) => [kind, limit]);
	return {
		added: [...now.values()].filter(({ paper }) => !old.has(paper)).map(({ name }) => name),
		dropped: [...old.values()].filter(({ paper }) => !now.has(paper)).map(({ name }) => name),
		otherwise: [...now.values()].flatMap((item) => {
			const earlier = old.get(item.paper);
			return earlier && !same(asked(earlier), asked(item)) ? [item.name] : [];
		}),
		questions: resolveChecklist(after, answers)
			.questions.filter(({ id }) => !known.has(id))
			.map(({ text }) => text),
		isTimeChanged: !same(limits(before), limits(after)),
		areFeesChanged: !same(feesOfCase(before, answers), feesOfCase(after, answers))
	};
}

/** Whether anything of it concerns this person. */
export function isAnyChange(changes: CaseChanges): boolean {
	const { added, dropped, otherwise, questions, isTimeChanged, areFeesChanged } = changes;
	return (
		[added, dropped, otherwise, questions].some((list) => list.length > 0) ||
		isTimeChanged ||
		areFeesChanged
	);
}

function asked({ kind, originals, copies }: ChecklistItem) {
	return [kind, originals, copies];
}
