import type { Services } from '$lib/app/context';
import type { ResultFile } from '$lib/domain/dossier/ResultFile';
import type { Capability } from '$lib/domain/dossier/Submission';
import { fail, type Result } from '$lib/domain/shared/Result';

/**
 * The bytes of a result, only when they are what the desk stored: otherwise `invalid` with key `file-differs`. Fails as
 * the gateway does; a chunk that does not load counts as `offline`.
 */
export async function fetchResult(
	{ id, secret }: Capability,
	file: ResultFile,
	services: Pick<Services, 'loadGateway' | 'hashBytes'>
): Promise<Result<ArrayBuffer>> {
	try {
		const gateway = await services.loadGateway();
		const fetched = await gateway.downloadResult({ id, secret }, file);
		if (!fetched.ok) return fetched;
		return (await services.hashBytes(fetched.value)) === file.sha256
			? fetched
			: fail({ kind: 'invalid', key: 'file-differs' });
	} catch (cause) {
		return fail({ kind: 'offline', cause });
	}
}
