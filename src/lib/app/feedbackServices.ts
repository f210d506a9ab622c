import type { CitizenFeedback } from '$lib/data/ports/CitizenFeedback';
import type { FeedbackStore } from '$lib/data/ports/FeedbackStore';
import { createFeedbackStore } from '$lib/data/local/feedbackStore';
import { createCitizenFeedback } from '$lib/data/remote/citizenFeedback';
import type { Connection } from '$lib/data/remote/connection';
import type { FeedbackDraft } from '$lib/domain/feedback/Feedback';
import type { SurveyDraft } from '$lib/domain/feedback/Survey';
import {
	sendMessage,
	sendSurvey,
	sendWaiting,
	type MessageOutcome,
	type SurveyOutcome
} from '$lib/sync/sendFeedback';
import { fail, type Result } from '$lib/domain/shared/Result';
import type { CitizenServices } from './citizenServices';

/** What the pages of the survey and of complaints use. */
export type FeedbackServices = {
	gateway: CitizenFeedback;
	store: FeedbackStore;
	sendSurvey(draft: SurveyDraft): Promise<SurveyOutcome>;
	sendMessage(draft: FeedbackDraft): Promise<MessageOutcome>;
	/** Sends whatever waits on this phone. */
	sendWaiting(): Promise<void>;
};

/**
 * Built by those pages themselves: among the services every page builds, its line would stand on every citizen's first
 * page, which has no room for it; so would a chunk that this and that page share (hence hashBytes from outside).
 */
export function createFeedbackServices({
	hashBytes
}: Pick<CitizenServices, 'hashBytes'>): FeedbackServices {
	let known: (() => Promise<Result<Connection>>) | undefined;
	/** Fetched as every page fetches it: the chunk stays one of its own. */
	async function connect(): Promise<Result<Connection>> {
		try {
			known ??= (await import('$lib/data/remote/connection')).createConnection(
				(...args) => fetch(...args),
				() => location.origin
			);
			return await known();
		} catch (cause) {
			return fail({ kind: 'offline', cause });
		}
	}

	const gateway = createCitizenFeedback(connect, (...args) => fetch(...args));
	const store = createFeedbackStore(findStorage());
	const hash = (text: string) => hashBytes(new TextEncoder().encode(text).buffer as ArrayBuffer);
	const tools = { gateway, store, hash };
	return {
		gateway,
		store,
		sendSurvey: (draft) => sendSurvey(draft, tools),
		sendMessage: (draft) => sendMessage(draft, tools),
		sendWaiting: () => sendWaiting(tools)
	};
}

function findStorage(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}
