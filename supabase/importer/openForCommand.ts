import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from '#embedded/database.ts';
import { openOffice } from '#embedded/openOffice.ts';
import { takeOwnership } from '#embedded/ownership.ts';
import { StartError } from '#embedded/StartError.ts';

const root = resolve(import.meta.dirname, '../..');

/** The database for one command: the folder is held until `close`. */
export interface OpenDatabase {
	database: Database;
	close(): Promise<void>;
}

/**
 * Opens the office's database as the server does (same environment, same migrations), for a command that writes itself.
 * Throws StartError while a server owns the folder: two processes on one folder would lose what one of them writes.
 */
export async function openForCommand(
	env: NodeJS.ProcessEnv,
	log: (line: string) => void
): Promise<OpenDatabase> {
	const dataDir = resolve(env.DATA_DIR || join(root, '.data'));
	const taken = takeOwnership(dataDir);
	if (!taken.ok) {
		const { url } = taken.error;
		throw new StartError(
			`Máy chủ đang chạy trên thư mục dữ liệu ${dataDir}${url ? ` (${url})` : ''}.\n` +
				'Hai chương trình không được cùng ghi một thư mục. Chưa có gì bị thay đổi. Bạn có thể:\n' +
				'  - dừng máy chủ (Ctrl+C) rồi chạy lại lệnh này; hoặc\n' +
				'  - nhập ngay trên màn hình quản lý danh mục của máy chủ đang chạy; hoặc\n' +
				'  - thêm --dry-run để chỉ đọc và xem báo cáo.'
		);
	}
	let opened: Database | undefined;
	const close = async () => {
		await opened?.close();
		taken.value.release();
	};
	try {
		const { database } = await openOffice(
			{
				dataDir,
				databaseUrl: env.DATABASE_URL || undefined,
				supabaseDir: env.SUPABASE_DIR || join(root, 'supabase'),
				log
			},
			(early) => (opened = early)
		);
		return { database, close };
	} catch (cause) {
		await close();
		throw cause;
	}
}

/** What the shell has not set is read from the project's .env file, as the server does. */
export function loadEnvironment(): void {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}

/** The folder of the authored catalogue. */
export const CATALOGUE_FOLDER = join(root, 'supabase/catalogue');
