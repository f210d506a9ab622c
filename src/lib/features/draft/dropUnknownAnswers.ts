import { UNSURE } from '$lib/domain/catalogue/Condition';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { Draft } from '$lib/domain/dossier/Draft';

/**
 * A preparation as this version of its procedure can use it: an answer that its question no longer offers is left out,
 * so that it is asked again. Everything else stays, also what this version does not ask for.
 */
export function dropUnknownAnswers(
	draft: Draft,
	{ questions }: Pick<Procedure, 'questions'>
): Draft {
	const answers = Object.fromEntries(
		Object.entries(draft.answers).filter(([id, value]) => {
			const question = questions.find((one) => one.id === id);
			if (!question) return true;
			if (value === UNSURE) return question.maybeUnsure;
			return question.options.some((option) => option.value === value);
		})
	);
	return { ...draft, answers };
}
