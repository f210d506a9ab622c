import { LIFE_EVENT_SLUGS, type LifeEvent } from '$lib/domain/catalogue/lifeEvents';
import { findLifeEvent } from './searchLifeEvents';
import { findSearchQuestion, type SearchQuestion } from './searchQuestions';

/** What stands above the results: a question, and the page of a turn in life. */
export type SearchHints = {
	question?: SearchQuestion;
	lifeEvent?: { event: LifeEvent; href: string };
};

/** The hints for what was typed. Apart from the first page's code: they come with the first letter. */
export function findHints(query: string, isPosted: (code: string) => boolean): SearchHints {
	const event = findLifeEvent(query);
	return {
		question: findSearchQuestion(query, isPosted),
		lifeEvent: event && { event, href: `/viec/${LIFE_EVENT_SLUGS[event]}` }
	};
}
