import { statfs } from 'node:fs/promises';
import type { Database } from './database.ts';
import { findDeclared, type UploadTarget } from './declaredSize.ts';
import type { Refusal } from './gate.ts';

/** Judges an upload of so many bytes before Storage sees it; undefined lets it through to the policies. */
export type UploadGuard = (target: UploadTarget, bytes: number) => Promise<Refusal | undefined>;

/** Room that uploads leave on the disk: the database must go on writing, and somebody needs time to notice. */
export const roomToKeep = 1024 * 1024 * 1024;

/**
 * Refuses what the policies of Storage do not see: another size than was declared (400), a signed address that outlived
 * its submission (403), and, with 503, anything when the disk is nearly full: a full one would stop the database, and
 * with it every desk. A phone keeps its photos and tries again. `freeBytes` tells the room left where files are kept.
 */
export function createUploadGuard(
	database: Pick<Database, 'query'>,
	freeBytes: () => Promise<number>,
	log: (line: string) => void
): UploadGuard {
	let isFull = false;
	return async (target, bytes) => {
		const { size, admitted } = await findDeclared(database, target);
		if (size !== undefined && size !== bytes) return { status: 400, key: 'size-differs' };
		if (target.signed && !admitted) return { status: 403, key: 'upload-refused' };
		const wasFull = isFull;
		isFull = (await freeBytes()) - bytes < roomToKeep;
		// Once, not with every photo that is sent away.
		if (isFull && !wasFull)
			log(
				'Ổ đĩa sắp đầy: máy chủ tạm không nhận ảnh mới. Hãy dọn ổ đĩa; điện thoại sẽ tự gửi lại.'
			);
		return isFull ? { status: 503, key: 'storage-full' } : undefined;
	};
}

/** Bytes that this process may still write where `folder` lies. */
export async function freeBytesAt(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
