import { UNSURE, type Answers } from '$lib/domain/catalogue/Condition';
import type { FormField } from '$lib/domain/catalogue/EForm';
import type { Procedure } from '$lib/domain/catalogue/Procedure';

/** One value to show: choices come as their label, everything else as typed, with the field's type for formatting. */
export type ShownValue = { id: string; label: string; value: string; type: FormField['type'] };
export type ShownSection = { title: string; values: ShownValue[] };

/**
 * The values of the e-form in the form's own order, empty ones left out. `others` holds values whose field this
 * version of the form no longer has: nothing a citizen wrote is hidden from the desk.
 */
export function shownForm(
	procedure: Procedure,
	form: Answers
): { sections: ShownSection[]; others: { id: string; value: string }[] } {
	const sections = procedure.eForm?.sections ?? [];
	const known = new Set(sections.flatMap((section) => section.fields.map((field) => field.id)));
	return {
		sections: sections
			.map((section) => ({
				title: section.title,
				values: section.fields.flatMap((field) => {
					const value = form[field.id];
					return value
						? [{ id: field.id, label: field.label, type: field.type, value: labelOf(field, value) }]
						: [];
				})
			}))
			.filter((section) => section.values.length > 0),
		others: Object.entries(form).flatMap(([id, value]) =>
			value && !known.has(id) ? [{ id, value }] : []
		)
	};
}

function labelOf(field: FormField, value: string): string {
	return field.options?.find((option) => option.value === value)?.label ?? value;
}

/** The answered questions with the label of the answer; `undefined` = the citizen was not sure. */
export function shownAnswers(
	procedure: Procedure,
	answers: Answers
): { id: string; question: string; answer: string | undefined }[] {
	return procedure.questions.flatMap((question) => {
		const value = answers[question.id];
		if (!value) return [];
		const label = question.options.find((option) => option.value === value)?.label;
		return [
			{
				id: question.id,
				question: question.text,
				answer: value === UNSURE ? label : (label ?? value)
			}
		];
	});
}
