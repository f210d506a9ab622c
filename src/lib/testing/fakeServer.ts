import { createHash } from 'node:crypto';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { Receipt } from '$lib/domain/dossier/Receipt';
import { MOST_ATTEMPTS, type DeclaredFile } from '$lib/domain/dossier/Submission';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { aReceipt } from './builders';

/**
 * What happens to a call: all is well (`none`), nothing arrives (`drop`), it is done but the answer is lost (`lose`),
 * the tab throws after it was done (`crash`), an upload is stored one byte short (`short`), finalize answers with the
 * receipt of somebody else (`mixed`), or an error is answered without anything being done.
 */
export type Fault = 'none' | 'drop' | 'lose' | 'crash' | 'short' | 'mixed' | AppError;

type Submission = {
	secretHash: string;
	content: string;
	subject: string;
	files: DeclaredFile[];
	receipt?: Receipt;
};

type Answer = {
	dossierId: string;
	supplementId: string;
	content: string;
	files: DeclaredFile[];
	answeredAt?: string;
};

type CallName = 'open' | 'upload' | 'finalize' | 'open-answer' | 'finalize-answer';

export type FakeServer = {
	gateway: CitizenGateway;
	submissions: Map<string, Submission>;
	answers: Map<string, Answer>;
	/** The supplement slip of each dossier that waits for an answer: dossier id → slip. */
	asking: Map<string, string>;
	/** Stored bytes by `<submission>/<file>/<attempt>`. */
	stored: Map<string, ArrayBuffer>;
	/** The calls that were begun, in order. */
	calls: { name: CallName; id: string }[];
	/** Faults for the next calls, used up one by one. */
	faults: Fault[];
	/** Ids refused for good at `open`, as the real functions refuse a payload. */
	refused: Set<string>;
	/** What happens to every other call. */
	weather: Fault;
	/** The declared files of a submission, or of an answer, of which no attempt of the declared size is stored. */
	missing(id: string): string[];
};

/** The server's half of the protocol (design §6) in memory, with faults to order. */
export function createFakeServer(): FakeServer {
	const submissions: FakeServer['submissions'] = new Map();
	const answers: FakeServer['answers'] = new Map();
	const stored: FakeServer['stored'] = new Map();
	const server: FakeServer = {
		submissions,
		answers,
		asking: new Map(),
		stored,
		calls: [],
		faults: [],
		refused: new Set(),
		weather: 'none',
		missing(id) {
			const answer = answers.get(id);
			const files = (answer ?? submissions.get(id))?.files ?? [];
			const folder = answer?.dossierId ?? id;
			const isStored = ({ fileId, size }: DeclaredFile) =>
				Array.from(
					{ length: MOST_ATTEMPTS },
					(_, index) => `${folder}/${fileId}/${index + 1}`
				).some((name) => stored.get(name)?.byteLength === size);
			return files.filter((file) => !isStored(file)).map(({ fileId }) => fileId);
		},
		gateway: {
			connect: async () => ok(null),
			openSubmission: ({ id, secretHash, payload, files, replaces }) =>
				withFaults('open', id, () => {
					if (server.refused.has(id)) return fail({ kind: 'invalid', key: 'payload-invalid' });
					const content = canonicalJson({ payload, files, replaces });
					const known = submissions.get(id);
					if (known && (known.content !== content || known.secretHash !== secretHash))
						return fail({ kind: 'conflict', key: 'submission-differs' });
					if (!known) submissions.set(id, { secretHash, content, subject: payload.subject, files });
					return ok({
						state: known?.receipt ? ('finalized' as const) : ('open' as const),
						missing: server.missing(id)
					});
				}),
			uploadFile: ({ submissionId, fileId, attempt, bytes }) =>
				withFaults('upload', submissionId, (fault) => {
					const submission = submissions.get(submissionId);
					const open = [
						...(submission && !submission.receipt ? [submission] : []),
						...[...answers.values()].filter(
							({ dossierId, answeredAt }) => dossierId === submissionId && !answeredAt
						)
					];
					const isDeclared = open.some(({ files }) => files.some((file) => file.fileId === fileId));
					// As the insert policy: only declared names, only while open, only five.
					if (!isDeclared || attempt > MOST_ATTEMPTS) return fail({ kind: 'unknown' });
					const name = `${submissionId}/${fileId}/${attempt}`;
					if (!stored.has(name)) stored.set(name, fault === 'short' ? bytes.slice(1) : bytes);
					return ok(null);
				}),
			finalizeSubmission: ({ id, secret }) =>
				withFaults<{ receipt: Receipt } | { missing: string[] }>('finalize', id, (fault) => {
					if (fault === 'mixed') return ok({ receipt: aReceipt('of-somebody-else') });
					const known = submissions.get(id);
					if (!known || known.secretHash !== hashOf(secret))
						return fail({ kind: 'not-found', key: 'submission-unknown' });
					const missing = known.receipt ? [] : server.missing(id);
					if (missing.length > 0) return ok({ missing });
					known.receipt ??= aReceipt(id, { reference: `N-${submissions.size}` });
					return ok({ receipt: known.receipt });
				}),
			openAnswer: ({ id, dossierId, secret, supplementId, lines, files }) =>
				withFaults('open-answer', id, () => {
					if (!isFiled(dossierId, secret))
						return fail({ kind: 'not-found', key: 'submission-unknown' });
					const content = canonicalJson({ dossierId, supplementId, lines, files });
					const known = answers.get(id);
					if (known && known.content !== content)
						return fail({ kind: 'conflict', key: 'answer-differs' });
					if (!known?.answeredAt && server.asking.get(dossierId) !== supplementId)
						return fail({ kind: 'conflict', key: 'supplement-closed' });
					if (!known) answers.set(id, { dossierId, supplementId, content, files });
					return ok({
						state: known?.answeredAt ? ('finalized' as const) : ('open' as const),
						missing: server.missing(id)
					});
				}),
			finalizeAnswer: ({ id, dossierId, secret }) =>
				withFaults<{ answeredAt: string } | { missing: string[] }>(
					'finalize-answer',
					id,
					(fault) => {
						const known = answers.get(id);
						if (fault === 'mixed') return fail({ kind: 'unknown' });
						if (!known || !isFiled(dossierId, secret))
							return fail({ kind: 'not-found', key: 'submission-unknown' });
						if (known.answeredAt) return ok({ answeredAt: known.answeredAt });
						if (server.asking.get(dossierId) !== known.supplementId)
							return fail({ kind: 'conflict', key: 'supplement-closed' });
						const missing = server.missing(id);
						if (missing.length > 0) return ok({ missing });
						known.answeredAt = `answer ${id}`;
						return ok({ answeredAt: known.answeredAt });
					}
				),
			withdraw: async () => ok(null),
			downloadResult: async () => fail({ kind: 'not-found' }),
			pullCatalogue: async () => ok({ revision: 1, unchanged: true }),
			progress: async () => ok([]),
			lookup: async () => ok(null)
		}
	};

	function isFiled(dossierId: string, secret: string): boolean {
		const known = submissions.get(dossierId);
		return known?.receipt !== undefined && known.secretHash === hashOf(secret);
	}

	async function withFaults<T>(
		name: CallName,
		id: string,
		work: (fault: Fault) => Result<T>
	): Promise<Result<T>> {
		server.calls.push({ name, id });
		const fault = server.faults.shift() ?? server.weather;
		if (typeof fault === 'object') return fail(fault);
		if (fault === 'drop') return fail({ kind: 'offline' });
		const answer = work(fault);
		if (fault === 'crash') throw new Error('the tab was closed');
		return fault === 'lose' ? fail({ kind: 'offline' }) : answer;
	}

	return server;
}

/** As sha256Hex, but at once: what a test awaits then takes the same turns in every run. */
export function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
