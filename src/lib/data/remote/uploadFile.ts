import * as z from 'zod/mini';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { retryAfterSeconds } from './retryAfter';

type Upload = Parameters<CitizenGateway['uploadFile']>[0];

const Stored = z.object({ Key: z.string() });
/** How Storage refuses: mostly with HTTP 400, the real status as text in the body. */
const Refusal = z.object({ statusCode: z.string(), error: z.string() });

/** A slow line is given its time: half a minute, and 4 kB a second. */
const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_PER_MS = 4;

/**
 * Sends the bytes as they are to Storage (its own client costs a phone more than this file). "Already there" counts as
 * stored. Fails as `offline` without an answer, `throttled`/`unauthorized` to wait, `invalid` with key `file-refused`
 * when Storage itself says the size or the type is not for its bucket; everything else, a refusal by the insert policy
 * and a page of somebody's Wi-Fi among it, is `unknown`: the next open_submission tells the truth.
 */
export async function uploadFile(
	{ url, publishableKey }: Connection,
	fetchNow: typeof fetch,
	{ submissionId, fileId, attempt, type, bytes }: Upload
): Promise<Result<null>> {
	const name = `dossier-files/${submissionId}/${fileId}/${attempt}`;
	const abort = new AbortController();
	const patience = PATIENCE_MS + Math.ceil(bytes.byteLength / SLOWEST_BYTES_PER_MS);
	const timer = setTimeout(() => abort.abort(), patience);
	try {
		const response = await fetchNow(`${url}/storage/v1/object/${name}`, {
			method: 'POST',
			headers: { apikey: publishableKey, 'content-type': type, 'x-upsert': 'false' },
			body: bytes,
			signal: abort.signal
		});
		const answer = parseJson(await response.text());
		const stored = Stored.safeParse(answer);
		if (response.ok && stored.success && stored.data.Key === name) return ok(null);
		const refusal = Refusal.safeParse(answer);
		if (refusal.success && isDuplicate(refusal.data)) return ok(null);
		const status = refusal.success ? Number(refusal.data.statusCode) : response.status;
		return fail(toAppError(status, refusal.success, response));
	} catch (cause) {
		return fail({ kind: 'offline', cause });
	} finally {
		clearTimeout(timer);
	}
}

function isDuplicate({ statusCode, error }: z.infer<typeof Refusal>): boolean {
	return statusCode === '409' && error === 'Duplicate';
}

function toAppError(status: number, isStorage: boolean, response: Response): AppError {
	if (status >= 500 || response.status >= 500) return { kind: 'offline', cause: status };
	if (status === 429)
		return { kind: 'throttled', retryAfterSeconds: retryAfterSeconds(response.headers) };
	if (status === 401) return { kind: 'unauthorized' };
	if (isStorage && (status === 413 || status === 415))
		return { kind: 'invalid', key: 'file-refused' };
	return { kind: 'unknown', cause: status };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
