import * as z from 'zod/mini';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { retryAfterSeconds } from './retryAfter';
import { parseJson, readRefusal, withPatience, type StorageRefusal } from './storageAnswer';

type Upload = Parameters<CitizenGateway['uploadFile']>[0];

const Stored = z.object({ Key: z.string() });

/**
 * Sends the bytes as they are to Storage (its own client costs a phone more than this file). "Already there" counts as
 * stored. Fails as `offline` without an answer, `throttled`/`unauthorized` to wait, `invalid` with key `file-refused`
 * when Storage itself says the size or the type is not for its bucket; everything else, a refusal by the insert policy
 * and a page of somebody's Wi-Fi among it, is `unknown`: the next open_submission tells the truth.
 */
export function uploadFile(
	{ url, publishableKey }: Connection,
	fetchNow: typeof fetch,
	{ submissionId, fileId, attempt, type, bytes }: Upload
): Promise<Result<null>> {
	const name = `dossier-files/${submissionId}/${fileId}/${attempt}`;
	return withPatience(bytes.byteLength, async (signal) => {
		const response = await fetchNow(`${url}/storage/v1/object/${name}`, {
			method: 'POST',
			headers: { apikey: publishableKey, 'content-type': type, 'x-upsert': 'false' },
			body: bytes,
			signal
		});
		const answer = parseJson(await response.text());
		const stored = Stored.safeParse(answer);
		if (response.ok && stored.success && stored.data.Key === name) return ok(null);
		const refusal = readRefusal(answer);
		const isTaken = refusal?.status === 409 && refusal.error === 'Duplicate';
		return isTaken ? ok(null) : fail(toAppError(refusal, response));
	});
}

function toAppError(refusal: StorageRefusal | undefined, response: Response): AppError {
	const status = refusal?.status ?? response.status;
	if (status >= 500 || response.status >= 500) return { kind: 'offline', cause: status };
	if (status === 429)
		return { kind: 'throttled', retryAfterSeconds: retryAfterSeconds(response.headers) };
	if (status === 401) return { kind: 'unauthorized' };
	// Nothing in between writes `error` as Storage does: only its own word ends the trying.
	if (refusal?.error !== undefined && (status === 413 || status === 415))
		return { kind: 'invalid', key: 'file-refused' };
	return { kind: 'unknown', cause: status };
}
