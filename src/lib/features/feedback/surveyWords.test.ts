import { expect, it } from 'vitest';
import { SURVEY } from '$lib/domain/feedback/surveyForm';
import { viSurvey } from '$lib/i18n/viSurvey';

it('there are words for every question and every option', () => {
	for (const { key, options } of SURVEY.questions) {
		const words = viSurvey.questions[key];
		expect(Object.keys(words?.options ?? {}), key).toEqual([...options]);
		expect(words?.ask).toMatch(/\?$/);
	}
	expect(Object.keys(viSurvey.questions)).toHaveLength(SURVEY.questions.length);
});
