import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase, type Database } from './database.ts';
import { openOffice } from './openOffice.ts';
import { takeOwnership } from './ownership.ts';
import { StartError } from './StartError.ts';

const root = resolve(import.meta.dirname, '../..');

/** The database for one command, and how to let go of it. */
export interface CommandDatabase {
	database: Database;
	close(): Promise<void>;
}

/**
 * Opens the office's database as the server does (same environment, same migrations), for a command that writes itself.
 * Throws StartError while a server owns the folder: two processes on one folder would lose what one of them writes.
 */
export function openForCommand(
	env: NodeJS.ProcessEnv,
	log: (line: string) => void
): Promise<CommandDatabase> {
	const dataDir = dataDirOf(env);
	const place = {
		dataDir,
		databaseUrl: env.DATABASE_URL || undefined,
		supabaseDir: env.SUPABASE_DIR || join(root, 'supabase'),
		log
	};
	return hold(
		dataDir,
		'Hai chương trình không được cùng ghi một thư mục. Chưa có gì bị thay đổi. Bạn có thể:\n' +
			'  - dừng máy chủ (Ctrl+C) rồi chạy lại lệnh này; hoặc\n' +
			'  - nhập ngay trên màn hình quản lý danh mục của máy chủ đang chạy; hoặc\n' +
			'  - thêm --dry-run để chỉ đọc và xem báo cáo.',
		async (onOpen) => (await openOffice(place, onOpen)).database
	);
}

/**
 * Opens what the office has, as it is, for a command that changes nothing: no migration, no catalogue, no new folder. At
 * DATABASE_URL the server may go on working; a data folder is held until `close`, since nobody else may open it. Throws
 * StartError when a server owns the folder or there is none.
 */
export async function openForReading(env: NodeJS.ProcessEnv): Promise<CommandDatabase> {
	if (env.DATABASE_URL) {
		const database = await openDatabase('', env.DATABASE_URL);
		return { database, close: () => database.close() };
	}
	const dataDir = dataDirOf(env);
	const folder = join(dataDir, 'database');
	if (!existsSync(folder)) throw new StartError(`Chưa có dữ liệu nào trong thư mục ${dataDir}.`);
	return hold(
		dataDir,
		'Hai chương trình không được cùng mở một thư mục. Hãy dừng máy chủ (Ctrl+C) rồi chạy lại lệnh này.',
		() => openDatabase(folder)
	);
}

/** What the shell has not set is read from the project's .env file, as the server does. */
export function loadEnvironment(): void {
	const file = join(root, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}

function dataDirOf(env: NodeJS.ProcessEnv): string {
	return resolve(env.DATA_DIR || join(root, '.data'));
}

/** Opens a database in a folder that nobody else holds; `onOpen` hears of it before it is ready. */
async function hold(
	dataDir: string,
	advice: string,
	open: (onOpen: (database: Database) => void) => Promise<Database>
): Promise<CommandDatabase> {
	const taken = takeOwnership(dataDir);
	if (!taken.ok) {
		const { url } = taken.error;
		const where = url ? ` (${url})` : '';
		throw new StartError(`Máy chủ đang chạy trên thư mục dữ liệu ${dataDir}${where}.\n${advice}`);
	}
	let opened: Database | undefined;
	const close = async () => {
		await opened?.close();
		taken.value.release();
	};
	try {
		opened = await open((early) => (opened = early));
		return { database: opened, close };
	} catch (cause) {
		await close();
		throw cause;
	}
}
