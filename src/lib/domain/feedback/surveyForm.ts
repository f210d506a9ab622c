/** One question of the survey: options from the best to the worst; every question but a required one may be left out. */
export type SurveyQuestion = {
	key: string;
	options: readonly string[];
	required?: true;
	/** Asked only of who filed online. */
	onlineOnly?: true;
};

/** The subjects of NĐ 61/2018 Đ31 with overall judgement and convenience; the twin of the newest row of app.survey_forms. */
export const SURVEY = {
	version: 1,
	questions: [
		{ key: 'returnTime', options: ['early', 'on-time', 'late'] },
		{ key: 'offices', options: ['one', 'two', 'more'] },
		{ key: 'contacts', options: ['one', 'two', 'more'] },
		{ key: 'information', options: ['right', 'partly', 'wrong'] },
		{ key: 'attitude', options: ['good', 'fair', 'bad'] },
		{ key: 'result', options: ['right', 'wrong'] },
		{ key: 'extraCosts', options: ['none', 'asked', 'paid'] },
		{ key: 'explanation', options: ['clear', 'fair', 'unclear'] },
		{ key: 'online', options: ['easy', 'fair', 'hard'], onlineOnly: true },
		{ key: 'convenience', options: ['convenient', 'fair', 'inconvenient'] },
		{
			key: 'overall',
			options: ['very-satisfied', 'satisfied', 'dissatisfied'],
			required: true
		}
	]
} as const satisfies { version: number; questions: readonly SurveyQuestion[] };

/** The questions for a matter; where it is not known whether it was filed online (no network), all of them. */
export function questionsFor(online: boolean | undefined): readonly SurveyQuestion[] {
	const questions: readonly SurveyQuestion[] = SURVEY.questions;
	return questions.filter((question) => !question.onlineOnly || online !== false);
}
