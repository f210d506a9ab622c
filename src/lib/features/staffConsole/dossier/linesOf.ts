import {
	latestAnswers,
	type AnswerLine,
	type Supplement,
	type SupplementLine
} from '$lib/domain/dossier/Supplement';

/** A line of a slip with what answers it now, and what was answered before that, the first first. */
export type LineAnswers = {
	line: SupplementLine;
	answer: AnswerLine | undefined;
	earlier: { at: string; answer: AnswerLine }[];
};

/** Every line of a round with its answers, in the order of the slip. */
export function linesOf(round: Pick<Supplement, 'lines' | 'answers'>): LineAnswers[] {
	const latest = latestAnswers(round);
	return round.lines.map((line) => {
		const answer = latest.get(line.id);
		const earlier = round.answers.flatMap(({ at, lines }) =>
			lines
				.filter((other) => other.lineId === line.id && other !== answer)
				.map((other) => ({ at, answer: other }))
		);
		return { line, answer, earlier };
	});
}

/** True when the citizen asked something that nobody has replied to since. */
export function hasOpenQuestion(round: Pick<Supplement, 'answers' | 'replies'>): boolean {
	const asked = round.answers
		.filter(({ lines }) => lines.some(({ kind }) => kind === 'question'))
		.map(({ at }) => Date.parse(at));
	const replied = round.replies.map(({ at }) => Date.parse(at));
	return asked.length > 0 && Math.max(...asked) > Math.max(0, ...replied);
}
