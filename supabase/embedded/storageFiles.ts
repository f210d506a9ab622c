import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '@supabase/lite';
import * as z from 'zod/mini';
import { writeFileAtomically } from './atomicFile.ts';

type StorageAdapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<StorageAdapter['headObject']>>;

/** What stands beside the bytes: which object they are, and what storage answers about them. */
const Note = z.object({
	bucket: z.string(),
	name: z.string(),
	mimetype: z.string(),
	cacheControl: z.string(),
	size: z.number(),
	sha256: z.string(),
	savedAt: z.string()
});
type Note = z.infer<typeof Note>;

/**
 * Keeps the objects of Storage under `folder`. A file is named by the hash of bucket and object name, so no name leads
 * out of the folder, collides on a file system that ignores case, or is too long. Bytes and note are each written
 * whole (temporary name, fsync, rename), the bytes last: an object is there when its bytes are. The eTag is the
 * SHA-256 of the bytes.
 */
export function createStorageFiles(folder: string): StorageAdapter {
	return {
		driver: folder,
		async uploadObject(bucket, name, _version, body, mimetype, cacheControl) {
			const bytes = await toBytes(body);
			return save(folder, { bucket, name, mimetype, cacheControl }, bytes);
		},
		async getObject(bucket, name) {
			const place = placeOf(folder, bucket, name);
			const [note, bytes] = await Promise.all([readNote(place), readFile(place)]);
			return { metadata: toMetadata(note), httpStatusCode: 200, body: bytes };
		},
		headObject: async (bucket, name) => toMetadata(await readNote(placeOf(folder, bucket, name))),
		deleteObject: (bucket, name) => remove(placeOf(folder, bucket, name)),
		async deleteObjects(bucket, names) {
			for (const name of names) await remove(placeOf(folder, bucket, name));
		},
		async copyObject(fromBucket, fromName, _version, bucket, name) {
			const place = placeOf(folder, fromBucket, fromName);
			const note = await readNote(place);
			const copy = await save(folder, { ...note, bucket, name }, await readFile(place));
			return { httpStatusCode: 200, eTag: copy.eTag, lastModified: copy.lastModified };
		},
		privateAssetUrl: () => Promise.reject(new Error('objects have no address of their own'))
	};
}

async function save(
	folder: string,
	object: Pick<Note, 'bucket' | 'name' | 'mimetype' | 'cacheControl'>,
	bytes: Uint8Array
): Promise<Metadata> {
	const place = placeOf(folder, object.bucket, object.name);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const note: Note = { ...object, size: bytes.length, sha256, savedAt: new Date().toISOString() };
	await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
	writeFileAtomically(`${place}.json`, JSON.stringify(note), 0o600);
	writeFileAtomically(place, bytes, 0o600);
	return toMetadata(note);
}

async function remove(place: string): Promise<void> {
	await rm(place, { force: true });
	await rm(`${place}.json`, { force: true });
}

async function readNote(place: string): Promise<Note> {
	return Note.parse(JSON.parse(await readFile(`${place}.json`, 'utf8')));
}

function toMetadata(note: Note): Metadata {
	return {
		cacheControl: note.cacheControl,
		contentLength: note.size,
		size: note.size,
		mimetype: note.mimetype,
		lastModified: new Date(note.savedAt),
		eTag: `"${note.sha256}"`
	};
}

function placeOf(folder: string, bucket: string, name: string): string {
	const hash = createHash('sha256')
		.update(JSON.stringify([bucket, name]))
		.digest('hex');
	return join(folder, hash.slice(0, 2), hash);
}

async function toBytes(body: Parameters<StorageAdapter['uploadObject']>[3]): Promise<Uint8Array> {
	if (body instanceof Uint8Array) return body;
	const parts: Uint8Array[] = [];
	for await (const part of body as AsyncIterable<Uint8Array>) parts.push(part);
	return Buffer.concat(parts);
}
