import * as z from 'zod/mini';
import { questionsFor } from './surveyForm.ts';

/** The longest remark, in characters. */
export const MOST_REMARK = 1000;

/**
 * Answers on their way, kept on the phone until the server took them. `id` is drawn once, so that sending twice is one
 * answer; `online` says whether the matter was filed online, absent while the server was not asked.
 */
export const SurveyDraft = z.object({
	id: z.string(),
	code: z.string(),
	online: z.optional(z.boolean()),
	office: z.optional(z.string()),
	answers: z.record(z.string(), z.string()),
	comment: z.string(),
	/** The page it was left on, from 0. */
	step: z.int(),
	/** Given, waits for the network. */
	waiting: z.boolean()
});
export type SurveyDraft = z.infer<typeof SurveyDraft>;

/** Letters and digits of a code as they are compared: marks dropped, capitals, O as 0, I and L as 1 (app.normalise_code). */
export function plainCode(code: string): string {
	return code
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toUpperCase()
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}

/** The address a slip's second QR opens; behind `#`, so that no server and no log ever hears the code. */
export function surveyLink(code: string, origin: string): string {
	return `${origin}/danh-gia#${code}`;
}

/** What is sent: answers to questions that are asked of this matter, the remark without blanks around it. */
export function surveyRequest(draft: SurveyDraft, version: number) {
	const asked = questionsFor(draft.online).map(({ key }) => key);
	const comment = draft.comment.trim();
	return {
		id: draft.id,
		code: draft.code,
		version,
		answers: Object.fromEntries(
			Object.entries(draft.answers).filter(([key, value]) => asked.includes(key) && value !== '')
		),
		...(comment ? { comment } : {})
	};
}
