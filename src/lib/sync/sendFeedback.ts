import type { CitizenFeedback, FeedbackRequest } from '$lib/data/ports/CitizenFeedback';
import type { FeedbackStore } from '$lib/data/ports/FeedbackStore';
import type { FeedbackDraft, FeedbackReceipt } from '$lib/domain/feedback/Feedback';
import { surveyRequest, type SurveyDraft } from '$lib/domain/feedback/Survey';
import { SURVEY } from '$lib/domain/feedback/surveyForm';
import type { AppError } from '$lib/domain/shared/Result';
import { tidyText } from '$lib/domain/shared/tidyText';

/** How sending went: it arrived; it never will as it is; or it waits and is sent again (`error` says why). */
export type SurveyOutcome = { state: 'taken' | 'refused' } | { state: 'waiting'; error: AppError };
export type MessageOutcome =
	{ state: 'taken'; receipt: FeedbackReceipt } | { state: 'refused' | 'waiting'; error: AppError };

export type FeedbackTools = {
	gateway: Pick<CitizenFeedback, 'sendSurvey' | 'send'>;
	store: FeedbackStore;
	/** SHA-256 of a text as 64 hex digits. */
	hash(text: string): Promise<string>;
};

/** Sends one set of answers. They leave the phone only when the server took them; a dead code gives them back. */
export async function sendSurvey(draft: SurveyDraft, tools: FeedbackTools): Promise<SurveyOutcome> {
	const request = surveyRequest({ ...draft, comment: tidyText(draft.comment) }, SURVEY.version);
	const answer = await tools.gateway.sendSurvey(request);
	if (answer.ok && answer.value) {
		tools.store.removeSurvey(draft.id);
		return { state: 'taken' };
	}
	if (!answer.ok && !isFinal(answer.error)) return { state: 'waiting', error: answer.error };
	tools.store.saveSurvey({ ...draft, waiting: false });
	return { state: 'refused' };
}

/** Sends a complaint or suggestion. It leaves the phone only for a receipt; what the server refuses can be changed. */
export async function sendMessage(
	draft: FeedbackDraft,
	tools: FeedbackTools
): Promise<MessageOutcome> {
	const answer = await tools.gateway.send(messageRequest(draft, await tools.hash(draft.secret)));
	if (answer.ok) {
		tools.store.settleMessage(answer.value);
		return { state: 'taken', receipt: answer.value };
	}
	if (!isFinal(answer.error)) return { state: 'waiting', error: answer.error };
	tools.store.saveMessage({ ...draft, waiting: false });
	return { state: 'refused', error: answer.error };
}

/** Sends whatever waits, one after another; what does not get through waits on. */
export async function sendWaiting(tools: FeedbackTools): Promise<void> {
	for (const draft of tools.store.surveys().filter(({ waiting }) => waiting))
		await sendSurvey(draft, tools);
	const message = tools.store.message();
	if (message?.waiting) await sendMessage(message, tools);
}

/** The server will say the same however often it is asked. */
function isFinal({ kind }: AppError): boolean {
	return kind === 'invalid' || kind === 'conflict' || kind === 'forbidden';
}

function messageRequest(draft: FeedbackDraft, secretHash: string): FeedbackRequest {
	const filled = <Key extends string>(fields: Record<Key, string>) =>
		Object.fromEntries(
			Object.entries<string>(fields)
				.map(([key, value]) => [key, tidyText(value)])
				.filter(([, value]) => value !== '')
		) as Partial<Record<Key, string>>;
	const contact = filled({ name: draft.name, phone: draft.phone, email: draft.email });
	return {
		id: draft.id,
		secretHash,
		kind: draft.kind,
		topic: draft.topic,
		content: tidyText(draft.content),
		...filled({
			agencyCode: draft.agencyCode,
			matter: draft.matter,
			dossierCode: draft.dossierCode,
			aboutName: draft.aboutName
		}),
		...(Object.keys(contact).length > 0 ? { contact } : {})
	};
}
