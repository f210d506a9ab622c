import type { Condition } from '$lib/domain/catalogue/Condition';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { viEditorForm } from '$lib/i18n/viEditorForm';
import { viEditorSay } from '$lib/i18n/viEditorSay';

const words = viEditorSay.condition;

/** Something a condition can ask: a question, or a choice of the form. */
export type Asked = {
	id: string;
	text: string;
	options: readonly { value: string; label: string }[];
};

/** What conditions of this procedure can ask: its questions, then the choices of its form. */
export function askedOf({ questions, eForm }: Procedure): Asked[] {
	return [
		...questions.map(({ id, text, options }) => ({ id, text, options })),
		...(eForm?.sections ?? []).flatMap(({ fields }) =>
			fields.flatMap(({ id, label, options }) =>
				options ? [{ id, text: viEditorForm.condition.formField(label), options }] : []
			)
		)
	];
}

/** A condition as one says it: "Chỉ khi “Ai sẽ đi?” là “Cha hoặc mẹ”". */
export function sayWhen(when: Condition | undefined, asked: readonly Asked[]): string {
	return when ? words.only(sayCondition(when, asked)) : words.always;
}

/** The condition alone, without "only when". */
export function sayCondition(condition: Condition, asked: readonly Asked[]): string {
	if ('is' in condition) return sayClause(condition.is, asked, words.is);
	if ('not' in condition) {
		const { not } = condition;
		return 'is' in not
			? sayClause(not.is, asked, words.isNot)
			: words.not(sayCondition(not, asked));
	}
	const isAll = 'all' in condition;
	const parts = isAll ? condition.all : condition.any;
	if (parts.length === 0) return isAll ? words.always : words.never;
	return parts
		.map((part) => {
			const said = sayCondition(part, asked);
			return 'all' in part || 'any' in part ? words.group(said) : said;
		})
		.join(isAll ? words.both : words.either);
}

function sayClause(
	[id, ...values]: readonly [string, ...string[]],
	asked: readonly Asked[],
	say: (question: string, answers: string) => string
): string {
	const question = asked.find((each) => each.id === id);
	const answers = values
		.map((value) => {
			if (value === '') return words.nothing;
			const label = question?.options.find((option) => option.value === value)?.label;
			return label ? words.answer(label) : words.goneAnswer(value);
		})
		.join(words.or);
	const text = id === '' ? words.nothing : (question?.text ?? words.goneQuestion(id));
	return say(text || words.nothing, answers);
}
