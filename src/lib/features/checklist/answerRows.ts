import { UNSURE, type Answers } from '$lib/domain/catalogue/Condition';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { vi } from '$lib/i18n/vi';

export type AnswerRow = { key: string; value: string; href: string; changeLabel: string };

/** The questions of this case with the chosen answers in words, each with the way to change it. */
export function answerRows(procedure: Procedure, answers: Answers): AnswerRow[] {
	return resolveChecklist(procedure, answers).questions.map((question) => {
		const value = answers[question.id];
		const option = question.options.find((candidate) => candidate.value === value);
		return {
			key: question.text,
			value: option?.label ?? (value === UNSURE ? vi.unsure : vi.check.empty),
			href: `/chuan-bi/${procedure.code}/${question.id}`,
			changeLabel: vi.checklist.change
		};
	});
}
