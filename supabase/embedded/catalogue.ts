import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { snapshotHash } from '#domain/catalogue/snapshotHash.ts';
import type { Database } from './database.ts';
import { StartError } from './StartError.ts';

/** How many procedures were offered, and the hash of them all (domain/catalogue/snapshotHash). */
export type Offered = { count: number; hash: string };

/**
 * Offers the authored catalogue to the database: first the fields, then every procedure in code order, each with its
 * content hash. SQL decides what is new (design §4: seeded once by hash). Throws StartError naming the file that does
 * not read or is refused.
 */
export async function importCatalogue(database: Database, folder: string): Promise<Offered> {
	const offered: { code: string; contentHash: string }[] = [];
	if (!existsSync(folder)) return { count: 0, hash: await snapshotHash(offered) };
	const fieldsFile = join(folder, 'fields.json');
	if (existsSync(fieldsFile))
		for (const field of readJson<unknown[]>(fieldsFile))
			await offer(fieldsFile, () =>
				database.query('select app.seed_field($1::text::jsonb)', [JSON.stringify(field)])
			);
	const procedures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json') && file !== 'fields.json')
		.map((file) => {
			const path = join(folder, file);
			return { path, procedure: readJson<{ code?: unknown }>(path) };
		})
		.sort((a, b) => (String(a.procedure.code) < String(b.procedure.code) ? -1 : 1));
	for (const { path, procedure } of procedures) {
		const hash = await contentHash(procedure);
		offered.push({ code: String(procedure.code), contentHash: hash });
		await offer(path, () =>
			database.query('select app.seed_procedure($1::text::jsonb, $2::text)', [
				JSON.stringify(procedure),
				hash
			])
		);
	}
	return { count: offered.length, hash: await snapshotHash(offered) };
}

async function offer(path: string, call: () => Promise<unknown>): Promise<void> {
	try {
		await call();
	} catch (cause) {
		throw refused(path, cause);
	}
}

function readJson<T>(path: string): T {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		throw refused(path, cause);
	}
}

function refused(path: string, cause: unknown): StartError {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return new StartError(`Không nạp được danh mục từ tệp ${path}: ${reason}`, { cause });
}
