import type { Database } from './database.ts';

/** Which declared file an upload claims to be. */
export interface UploadTarget {
	submissionId: string;
	fileId: string;
}

const uploadPath =
	/^\/storage\/v1\/+object\/+(upload\/+sign\/+)?dossier-files\/+([^/]+)\/+([^/]+)\/+[^/]+\/*$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The declared file that a POST or PUT to this address would store, however the address is escaped; undefined when it
 * cannot be one: whatever else is sent to Storage is for the policies to judge.
 */
export function findUploadTarget(method: string, url: URL): UploadTarget | undefined {
	if (method !== 'POST' && method !== 'PUT') return undefined;
	const [, signed, submissionId, fileId] = uploadPath.exec(unescape(url.pathname)) ?? [];
	// A POST there only asks for the signed address; the bytes come with PUT.
	if (signed && method === 'POST') return undefined;
	if (!submissionId || !fileId || !uuid.test(submissionId) || !uuid.test(fileId)) return undefined;
	return { submissionId, fileId };
}

/** The size in bytes that the submission declared for this file; undefined for a file nobody declared. */
export async function findDeclaredSize(
	database: Database,
	{ submissionId, fileId }: UploadTarget
): Promise<number | undefined> {
	const [row] = await database.query<{ size: number }>(
		'select size from app.submission_files where file_id = $1::uuid and submission_id = $2::uuid',
		[fileId, submissionId]
	);
	return row?.size;
}

/** A declared name holds nothing that could be escaped, so undoing more layers than the backend does no harm. */
function unescape(path: string): string {
	let [before, after] = ['', path];
	try {
		while (before !== after) [before, after] = [after, decodeURIComponent(after)];
	} catch {
		// Broken escapes name no declared file.
	}
	return after;
}
