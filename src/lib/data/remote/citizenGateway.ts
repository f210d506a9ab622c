import * as z from 'zod/mini';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { CatalogueDelta } from '$lib/domain/catalogue/Snapshot';
import { Progress, Receipt } from '$lib/domain/dossier/Receipt';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { tidyLine } from '$lib/domain/shared/tidyText';
import type { Connection } from './connection';
import { createFunctionClient } from './functionClient';
import { callFunction } from './rpc';
import { uploadFile } from './uploadFile';

const OpenAnswer = z.object({ state: z.enum(['open', 'finalized']), missing: z.array(z.string()) });
const FinalizeAnswer = z.union([
	z.object({ receipt: Receipt }),
	z.object({ missing: z.array(z.string()) })
]);
const AnswerDone = z.union([
	z.object({ answeredAt: z.string() }),
	z.object({ missing: z.array(z.string()) })
]);
const ProgressAnswer = z.object({
	dossiers: z.array(z.object({ id: z.string(), progress: Progress }))
});
const LookupAnswer = z.object({ found: z.boolean(), progress: z.optional(Progress) });

/** The citizen's side of the API, without an account: only functions, no tables. */
export function createCitizenGateway(
	connect: () => Promise<Result<Connection>>,
	fetchNow: typeof fetch
): CitizenGateway {
	async function call<T>(
		name: string,
		request: Record<string, unknown>,
		schema: z.ZodMiniType<T>
	): Promise<Result<T>> {
		const connection = await connect();
		if (!connection.ok) return connection;
		let pause: number | undefined;
		const client = createFunctionClient(connection.value, fetchNow, (seconds) => (pause = seconds));
		const answer = await callFunction(client, name, request, schema);
		if (answer.ok || answer.error.kind !== 'throttled') return answer;
		return fail({ ...answer.error, retryAfterSeconds: pause });
	}

	return {
		async connect() {
			const connection = await connect();
			return connection.ok ? ok(null) : connection;
		},
		pullCatalogue: (since) => call('pull_catalogue', since, CatalogueDelta),
		openSubmission: ({ replaces, ...request }) =>
			call(
				'open_submission',
				{ ...request, ...(replaces.length > 0 ? { replaces } : {}) },
				OpenAnswer
			),
		async uploadFile(upload) {
			const connection = await connect();
			return connection.ok ? uploadFile(connection.value, fetchNow, upload) : connection;
		},
		finalizeSubmission: (request) => call('finalize_submission', request, FinalizeAnswer),
		openAnswer: (request) => call('open_answer', request, OpenAnswer),
		finalizeAnswer: (request) => call('finalize_answer', request, AnswerDone),
		async withdraw(request) {
			const answer = await call('withdraw_dossier', request, z.object({ status: z.int() }));
			return answer.ok ? ok(null) : answer;
		},
		async downloadResult({ id, secret }, file) {
			// Few phones ever fetch one: not with what every phone loads.
			const { downloadResult } = await import('./resultFile');
			return downloadResult(call, 'result_part', { id, secret }, file);
		},
		async progress(dossiers) {
			const answer = await call('dossier_progress', { dossiers }, ProgressAnswer);
			return answer.ok ? ok(answer.value.dossiers) : answer;
		},
		async lookup(code, lookupCode) {
			const answer = await call(
				'lookup_dossier',
				{ code: tidyLine(code), lookupCode: tidyLine(lookupCode) },
				LookupAnswer
			);
			return answer.ok ? ok(answer.value.progress ?? null) : answer;
		}
	};
}
