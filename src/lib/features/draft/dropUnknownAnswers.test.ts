import { describe, expect, it } from 'vitest';
import { UNSURE } from '$lib/domain/catalogue/Condition';
import { resolveChecklist } from '$lib/domain/checklist/resolveChecklist';
import { aDraft, birth } from '$lib/testing/builders';
import { dropUnknownAnswers } from './dropUnknownAnswers';

const [first] = birth.questions;
if (!first) throw new Error('a procedure without questions');

describe('a preparation whose procedure was published anew', () => {
	it('keeps the answers that are still offered, and those to questions that are gone', () => {
		const draft = aDraft();
		draft.answers = { [first.id]: first.options[0]?.value ?? '', 'old-question': 'yes' };
		expect(dropUnknownAnswers(draft, birth)).toEqual(draft);
	});
	it('is asked again where its answer is no longer offered', () => {
		const draft = aDraft();
		draft.answers = { ...draft.answers, [first.id]: 'an-option-of-last-year' };
		const usable = dropUnknownAnswers(draft, birth);
		expect(resolveChecklist(birth, draft.answers).unansweredQuestions).not.toContain(first);
		expect(resolveChecklist(birth, usable.answers).unansweredQuestions[0]).toBe(first);
		expect(usable.form).toEqual(draft.form);
	});
	it('keeps “not sure” only where that may be answered', () => {
		const draft = aDraft();
		draft.answers = { [first.id]: UNSURE };
		const questions = [{ ...first, maybeUnsure: false }];
		expect(dropUnknownAnswers(draft, { questions }).answers).toEqual({});
		const open = [{ ...first, maybeUnsure: true }];
		expect(dropUnknownAnswers(draft, { questions: open }).answers).toEqual(draft.answers);
	});
});
