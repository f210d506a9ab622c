import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { Receipt } from '$lib/domain/dossier/Receipt';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { sha256Hex } from '$lib/domain/shared/sha256';
import { aReceipt } from './builders';

/**
 * What happens to a call: all is well (`none`), nothing arrives (`drop`), it is done but the answer is lost (`lose`),
 * the tab dies after it was done (`crash`), or an error is answered without anything being done.
 */
export type Fault = 'none' | 'drop' | 'lose' | 'crash' | AppError;

type Submission = { secretHash: string; content: string; subject: string; receipt?: Receipt };

export type FakeServer = {
	gateway: CitizenGateway;
	submissions: Map<string, Submission>;
	/** The calls that were begun, in order. */
	calls: { name: 'open' | 'finalize'; id: string }[];
	/** Faults for the next calls, used up one by one. */
	faults: Fault[];
	/** Ids refused for good at `open`, as the real functions refuse a payload. */
	refused: Set<string>;
	/** What happens to every other call. */
	weather: Fault;
};

/** The server's half of the protocol (design §6) in memory, with faults to order. */
export function createFakeServer(): FakeServer {
	const server: FakeServer = {
		submissions: new Map(),
		calls: [],
		faults: [],
		refused: new Set(),
		weather: 'none',
		gateway: {
			connect: async () => ok(null),
			openSubmission: (request) =>
				withFaults('open', request.id, async () => {
					if (server.refused.has(request.id))
						return fail({ kind: 'invalid', key: 'payload-invalid' });
					const content = canonicalJson(request.payload);
					const known = server.submissions.get(request.id);
					if (known && (known.content !== content || known.secretHash !== request.secretHash))
						return fail({ kind: 'conflict', key: 'submission-differs' });
					if (!known)
						server.submissions.set(request.id, {
							secretHash: request.secretHash,
							content,
							subject: request.payload.subject
						});
					return ok({ state: known?.receipt ? 'finalized' : 'open', missing: [] });
				}),
			finalizeSubmission: ({ id, secret }) =>
				withFaults('finalize', id, async () => {
					const known = server.submissions.get(id);
					if (!known || known.secretHash !== (await sha256Hex(secret)))
						return fail({ kind: 'not-found', key: 'submission-unknown' });
					known.receipt ??= aReceipt(id, { reference: `N-${server.submissions.size}` });
					return ok({ receipt: known.receipt });
				}),
			pullCatalogue: async () => ok({ revision: 1, unchanged: true }),
			progress: async () => ok([]),
			lookup: async () => ok(null)
		}
	};

	async function withFaults<T>(
		name: 'open' | 'finalize',
		id: string,
		work: () => Promise<Result<T>>
	): Promise<Result<T>> {
		server.calls.push({ name, id });
		const fault = server.faults.shift() ?? server.weather;
		if (typeof fault === 'object') return fail(fault);
		if (fault === 'drop') return fail({ kind: 'offline' });
		const answer = await work();
		if (fault === 'crash') throw new Error('the tab was closed');
		return fault === 'lose' ? fail({ kind: 'offline' }) : answer;
	}

	return server;
}
