import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { StartError } from './StartError.ts';

const seedName = 'seed.sql';

/**
 * Applies the migrations of `folder` that this database has not seen, in name order, each in one transaction with the
 * line that records it; gives the names applied now. Throws StartError when an applied file was edited or removed
 * (the database would no longer be what the files say) and when a file fails.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
	await database.exec(`
		create schema if not exists app_migrations;
		create table if not exists app_migrations.applied (
			name text primary key,
			sha256 text not null,
			applied_at timestamptz not null default now()
		);
	`);
	const applied = new Map(
		(await readApplied(database)).map(({ name, sha256 }): [string, string] => [name, sha256])
	);
	const files = readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.sort();
	for (const name of applied.keys())
		if (name !== seedName && !files.includes(name)) throw changed(name, 'không còn nữa');
	const fresh: string[] = [];
	for (const name of files) {
		const sql = readFileSync(join(folder, name), 'utf8');
		const sha256 = createHash('sha256').update(sql).digest('hex');
		const known = applied.get(name);
		if (known === sha256) continue;
		if (known) throw changed(name, 'đã bị sửa');
		await applyOnce(database, name, sha256, sql);
		fresh.push(name);
	}
	return fresh;
}

/** Runs the seed file once in the life of a database; later edits of the file change nothing. Says whether it ran. */
export async function seedOnce(database: Database, path: string): Promise<boolean> {
	if (!existsSync(path)) return false;
	if ((await readApplied(database)).some(({ name }) => name === seedName)) return false;
	const sql = readFileSync(path, 'utf8');
	await applyOnce(database, seedName, createHash('sha256').update(sql).digest('hex'), sql);
	return true;
}

function readApplied(database: Database) {
	return database.query<{ name: string; sha256: string }>(
		'select name, sha256 from app_migrations.applied'
	);
}

async function applyOnce(database: Database, name: string, sha256: string, sql: string) {
	try {
		await database.transaction(async (inside) => {
			await inside.exec(sql);
			await inside.query('insert into app_migrations.applied (name, sha256) values ($1, $2)', [
				name,
				sha256
			]);
		});
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new StartError(
			`Bước cập nhật cơ sở dữ liệu ${name} không chạy được: ${reason}\n` +
				'Dữ liệu đang có vẫn nguyên vẹn. Hãy gửi dòng trên cho người phụ trách phần mềm.',
			{ cause }
		);
	}
}

function changed(name: string, what: string): StartError {
	return new StartError(
		`Tệp supabase/migrations/${name} ${what} sau khi cơ sở dữ liệu đã dùng nó.\n` +
			'Hãy trả tệp về như cũ. Muốn thay đổi cơ sở dữ liệu thì viết một tệp migration mới.\n' +
			'Nếu đây chỉ là dữ liệu dùng thử: xóa thư mục dữ liệu (DATA_DIR) rồi chạy lại từ đầu.'
	);
}
