import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase, type Database } from '#embedded/database.ts';
import { takeOwnership } from '#embedded/ownership.ts';
import { StartError } from '#embedded/StartError.ts';

/** The database for one command that changes nothing, and how to let go of it. */
export interface ReadDatabase {
	database: Database;
	close(): Promise<void>;
}

/**
 * Opens what the office has, as it is: no migration, no catalogue, no new folder. At DATABASE_URL the server may go on
 * working; a data folder is held until `close`, since nobody else may open it. Throws StartError when a server owns the
 * folder or there is none.
 */
export async function openForReading(env: NodeJS.ProcessEnv, root: string): Promise<ReadDatabase> {
	if (env.DATABASE_URL) {
		const database = await openDatabase('', env.DATABASE_URL);
		return { database, close: () => database.close() };
	}
	const dataDir = resolve(env.DATA_DIR || join(root, '.data'));
	const folder = join(dataDir, 'database');
	if (!existsSync(folder)) throw new StartError(`Chưa có dữ liệu nào trong thư mục ${dataDir}.`);
	const taken = takeOwnership(dataDir);
	if (!taken.ok) {
		const { url } = taken.error;
		throw new StartError(
			`Máy chủ đang chạy trên thư mục dữ liệu ${dataDir}${url ? ` (${url})` : ''}.\n` +
				'Hai chương trình không được cùng mở một thư mục. Hãy dừng máy chủ (Ctrl+C) rồi chạy lại lệnh này.'
		);
	}
	try {
		const database = await openDatabase(folder);
		return {
			database,
			async close() {
				await database.close();
				taken.value.release();
			}
		};
	} catch (cause) {
		taken.value.release();
		throw cause;
	}
}
