import * as z from 'zod/mini';
import type { CitizenFeedback } from '$lib/data/ports/CitizenFeedback';
import {
	FeedbackReceipt,
	FeedbackSetup,
	FeedbackShown,
	PublishedFeedback
} from '$lib/domain/feedback/Feedback';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { createFunctionClient } from './functionClient';
import { callFunction } from './rpc';

const Opened = z.object({
	found: z.boolean(),
	online: z.optional(z.boolean()),
	office: z.optional(z.string())
});
const Looked = z.object({ found: z.boolean(), feedback: z.optional(FeedbackShown) });

/** Surveys, complaints and suggestions without an account: one call of one SQL function each. */
export function createCitizenFeedback(
	connect: () => Promise<Result<Connection>>,
	fetchNow: typeof fetch
): CitizenFeedback {
	async function call<T>(
		name: string,
		request: Record<string, unknown>,
		schema: z.ZodMiniType<T>
	): Promise<Result<T>> {
		const connection = await connect();
		if (!connection.ok) return connection;
		return callFunction(createFunctionClient(connection.value, fetchNow), name, request, schema);
	}

	return {
		async openSurvey(code) {
			const answer = await call('open_survey', { code }, Opened);
			if (!answer.ok) return answer;
			const { found, online = false, office = '' } = answer.value;
			return ok(found ? { online, office } : null);
		},
		async sendSurvey(request) {
			const answer = await call('send_survey', request, z.object({ taken: z.boolean() }));
			return answer.ok ? ok(answer.value.taken) : answer;
		},
		async dossierSurvey(dossier) {
			const answer = await call(
				'dossier_survey',
				dossier,
				z.object({ code: z.nullable(z.string()) })
			);
			return answer.ok ? ok(answer.value.code) : answer;
		},
		setup: () => call('feedback_setup', {}, FeedbackSetup),
		send: (request) => call('send_feedback', request, FeedbackReceipt),
		async status(codes) {
			const answer = await call('feedback_status', codes, Looked);
			return answer.ok ? ok(answer.value.feedback ?? null) : answer;
		},
		async reply(request) {
			const answer = await call('reply_feedback', request, Looked);
			return answer.ok ? ok(answer.value.feedback ?? null) : answer;
		},
		async published() {
			const answer = await call(
				'published_feedback',
				{},
				z.object({ items: z.array(PublishedFeedback) })
			);
			return answer.ok ? ok(answer.value.items) : answer;
		}
	};
}
