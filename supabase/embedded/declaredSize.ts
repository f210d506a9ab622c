import type { Database } from './database.ts';

/** Which declared file an upload claims to be, and as which attempt. */
export interface UploadTarget {
	submissionId: string;
	fileId: string;
	attempt: string;
	/** The bytes come under an address signed earlier: Storage asks no policy any more. */
	signed: boolean;
}

const uploadPath =
	/^\/storage\/v1\/+object\/+(upload\/+sign\/+)?dossier-files\/+([^/]+)\/+([^/]+)\/+([^/]+)\/*$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The declared file that a POST or PUT to this address would store, however the address is escaped; undefined when it
 * cannot be one: whatever else is sent to Storage is for the policies to judge.
 */
export function findUploadTarget(method: string, url: URL): UploadTarget | undefined {
	if (method !== 'POST' && method !== 'PUT') return undefined;
	const [, signed, submissionId, fileId, attempt] =
		uploadPath.exec(unescapePath(url.pathname)) ?? [];
	// A POST there only asks for the signed address; the bytes come with PUT.
	if (signed && method === 'POST') return undefined;
	if (!submissionId || !fileId || !attempt) return undefined;
	if (!uuid.test(submissionId) || !uuid.test(fileId)) return undefined;
	return { submissionId, fileId, attempt, signed: signed !== undefined };
}

/** What the database knows of an upload: its declared size in bytes (undefined: nobody declared it), and whether it may be stored now. */
export async function findDeclared(
	database: Pick<Database, 'query'>,
	{ submissionId, fileId, attempt }: UploadTarget
): Promise<{ size: number | undefined; admitted: boolean }> {
	const [row] = await database.query<{ size: number | null; admitted: boolean }>(
		'select app.declared_size($1::uuid, $2::uuid) as size, app.upload_is_declared($3) as admitted',
		[submissionId, fileId, `${submissionId}/${fileId}/${attempt}`]
	);
	return { size: row?.size ?? undefined, admitted: row?.admitted ?? false };
}

/**
 * The path with every layer of escapes undone, up to the layer that is broken. A declared name holds nothing that could be
 * escaped, so undoing more layers than the backend does no harm.
 */
export function unescapePath(path: string): string {
	let [before, after] = ['', path];
	try {
		while (before !== after) [before, after] = [after, decodeURIComponent(after)];
	} catch {
		// Broken escapes name no declared file.
	}
	return after;
}
