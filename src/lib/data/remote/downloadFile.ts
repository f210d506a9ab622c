import type { HashBytes } from '$lib/data/ports/StaffDesk';
import type { StaffFile } from '$lib/domain/dossier/StaffDossier';
import { pageTypeOf } from '$lib/domain/photo/sniffType';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { parseJson, readRefusal, withPatience } from './storageAnswer';

/**
 * Fetches the bytes of a stored page as the signed-in officer and compares them with what the phone declared: size,
 * SHA-256 and the type their beginning shows. The answer's type comes from that list of four, never from the server, so
 * that a blob made of a stranger's bytes can be a picture or a PDF only. Fails as `invalid` with key `file-differs`,
 * `unauthorized`, `not-found` (not yours to read, or gone), `throttled`, `offline`, otherwise `unknown`.
 */
export function downloadFile(
	{ url, publishableKey }: Connection,
	token: string,
	fetchNow: typeof fetch,
	file: StaffFile,
	hash: HashBytes
): Promise<Result<Blob>> {
	return withPatience(file.size, async (signal) => {
		const response = await fetchNow(
			`${url}/storage/v1/object/authenticated/dossier-files/${file.objectName}`,
			{
				headers: { apikey: publishableKey, authorization: `Bearer ${token}` },
				// An office PC has many users: no citizen's paper stays in its cache.
				cache: 'no-store',
				signal
			}
		);
		if (!response.ok) return fail(toAppError(response.status, await response.text()));
		// A page of the office's network is no damaged photo: nobody's phone is asked because of it.
		if (response.headers.get('content-type')?.includes('html')) return fail({ kind: 'unknown' });
		const bytes = await response.arrayBuffer();
		const isDeclared =
			bytes.byteLength === file.size &&
			pageTypeOf(new Uint8Array(bytes)) === file.type &&
			(await hash(bytes)) === file.sha256;
		return isDeclared
			? ok(new Blob([bytes], { type: file.type }))
			: fail({ kind: 'invalid', key: 'file-differs' });
	});
}

function toAppError(httpStatus: number, text: string): AppError {
	const refusal = readRefusal(parseJson(text));
	const status = refusal?.status ?? httpStatus;
	// Storage says 403 "Unauthorized" of a session that has run out, and 404 of what somebody may not read.
	if (status === 401 || refusal?.error === 'Unauthorized') return { kind: 'unauthorized' };
	if (status >= 500 || httpStatus >= 500) return { kind: 'offline', cause: status };
	if (status === 429) return { kind: 'throttled' };
	return { kind: status === 404 || status === 403 ? 'not-found' : 'unknown', cause: status };
}
