import { DONE_ELSEWHERE } from './searchElsewhere';
import { SEARCH_QUESTIONS } from './searchQuestionList';
import { placeOf, readSaid } from './searchSaid';

/** Words that mean several procedures, or one of another name: what to ask, and where each answer leads. */
export type SearchQuestion = {
	/** Looked for in what was typed, with or without marks. */
	words: readonly string[];
	/** The same, where without marks they would be other words ("mất bằng", "mặt bằng"). */
	onlyWithMarks?: readonly string[];
	/** With more words than so many beside them the query says which one is meant. */
	beside?: number;
	/** It tells who else does this, and stands without options, too. */
	isNotice?: boolean;
	ask: string;
	note?: string;
	options: readonly { label: string; code: string }[];
};

/** All of them. */
export const ALL_QUESTIONS: readonly SearchQuestion[] = [...SEARCH_QUESTIONS, ...DONE_ELSEWHERE];

/**
 * The question that the typed words raise, if any. The longest words win ("mất giấy khai sinh" before others). Of its
 * options those remain that this office posts; a question with one answer is none.
 */
export function findSearchQuestion(
	query: string,
	isPosted: (code: string) => boolean
): SearchQuestion | undefined {
	const said = readSaid(query);
	const [longest] = ALL_QUESTIONS.flatMap((question) =>
		[...question.words, ...(said.isPlain ? [] : (question.onlyWithMarks ?? []))]
			.filter((words) => placeOf(words, said) >= 0)
			.filter((words) => said.length - words.split(' ').length <= (question.beside ?? Infinity))
			.map((words) => ({ question, length: words.length }))
	).sort((a, b) => b.length - a.length);
	if (!longest) return undefined;
	const { question } = longest;
	const options = question.options.filter(({ code }) => isPosted(code));
	return question.isNotice || options.length > 1 ? { ...question, options } : undefined;
}
