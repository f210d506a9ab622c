import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '#database/pglite.ts';
import type { Executor } from '#embedded/database.ts';
import { createDossierFiles } from '#embedded/dossierFiles.ts';
import { createStorageFiles } from '#embedded/storageFiles.ts';
import type { FileStorage } from './FileStorage.ts';
import { sweepFiles } from './sweepFiles.ts';
import { verifyFiles } from './verifyFiles.ts';
import type { WorkerTools } from './worker.ts';

const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda00020102ffd9', 'hex');
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
const files = createStorageFiles(folder);
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let inTurn = false;
let logged: string[];
let tools: WorkerTools;

beforeAll(async () => {
	database = await openTestDatabase();
	await database.exec(`
		select app.seed_field('{"code": "ho-tich", "name": "Hộ tịch", "help": "Khai sinh", "position": 1}');
		select app.seed_procedure('{"code": "1.001193", "field": "ho-tich", "title": "x", "shortTitle": "x", "channels": []}', repeat('a', 64));
	`);
});
afterAll(async () => {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
	await database.exec(
		'truncate storage.objects; delete from public.dossier_files; delete from app.submission_files'
	);
	logged = [];
	const executor: Executor = {
		query: async <Row extends object>(sql: string, parameters?: unknown[]) =>
			(await database.query<Row>(sql, parameters)).rows,
		exec: async (sql) => void (await database.exec(sql))
	};
	const run: WorkerTools['run'] = async (work) => {
		inTurn = true;
		try {
			return await work(executor);
		} finally {
			inTurn = false;
		}
	};
	tools = {
		run,
		storage: createDossierFiles(files, run),
		messengers: [],
		log: (line) => void logged.push(line)
	};
});

/** A filed dossier with one declared photo; `attempts` are the bytes stored as attempt 1, 2, …; gives names and id. */
async function fileDossier(...attempts: Uint8Array[]): Promise<{ fileId: string; name: string }> {
	const [id, fileId] = [randomUUID(), randomUUID()];
	const name = `${id}/${fileId}`;
	for (const [index, bytes] of attempts.entries()) await store(`${name}/${index + 1}`, bytes);
	await database.query(
		`with submission as (
			insert into app.submissions (id, secret_hash, payload, agency_id, version_id, address_hash, opened_at, finalized_at)
			select $1::uuid, 'x', '{}', agencies.id, version.id, 'x', now() - interval '100 days', now()
			from public.agencies, public.procedure_versions as version where agencies.code = 'H99.01' returning *
		), file as (
			insert into app.submission_files (file_id, submission_id, requirement_id, sha256, size, type)
			select $2::uuid, id, 'x', $3, $4, 'image/jpeg' from submission
		), dossier as (
			insert into public.dossiers (id, reference, agency_id, procedure_code, version_id, status, channel, subject, applicant, payload, search_text, sort_at, submitted_at)
			select id, id::text, agency_id, '1.001193', version_id, 1, 2, 'x', '{}', '{}', '', now(), now() from submission returning id
		)
		insert into public.dossier_files (file_id, dossier_id, requirement_id, sha256, size, type, object_name)
		select $2::uuid, id, 'x', $3, $4, 'image/jpeg', $5 || '/1' from dossier`,
		[id, fileId, hashOf(photo), photo.length, name]
	);
	return { fileId, name };
}

async function store(name: string, bytes: Uint8Array): Promise<void> {
	await files.uploadObject('dossier-files', name, undefined, bytes, 'image/jpeg', '');
	await database.query(
		`insert into storage.objects (bucket_id, name, metadata, created_at)
		values ('dossier-files', $1, jsonb_build_object('size', $2::int), now() - interval '2 days')`,
		[name, bytes.length]
	);
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function wrong(): Uint8Array {
	const bytes = Uint8Array.from(photo);
	bytes[photo.length - 3] = 77;
	return bytes;
}

async function stateOf(fileId: string) {
	const { rows } = await database.query<{ verified: boolean; wanted: boolean; shown: string }>(
		`select verified_at is not null as verified, wanted_at is not null as wanted, right(object_name, 1) as shown
		from public.dossier_files where file_id = $1`,
		[fileId]
	);
	return rows[0];
}

const storedNames = async () =>
	(
		await database.query<{ name: string }>('select name from storage.objects order by name')
	).rows.map(({ name }) => name);
const bytesKept = () =>
	readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
		.length / 2;

test('the attempt with the declared bytes is verified and shown; none: the file is wanted', async () => {
	const right = await fileDossier(photo);
	const second = await fileDossier(wrong(), photo);
	const bad = await fileDossier(wrong());
	expect(await verifyFiles(tools)).toBe(3);
	expect(await stateOf(right.fileId)).toEqual({ verified: true, wanted: false, shown: '1' });
	expect(await stateOf(second.fileId)).toEqual({ verified: true, wanted: false, shown: '2' });
	expect(await stateOf(bad.fileId)).toEqual({ verified: false, wanted: true, shown: '1' });
	expect(await verifyFiles(tools)).toBe(0);
});

test('a row whose bytes are gone is wanted, not an error', async () => {
	const { fileId, name } = await fileDossier(photo);
	await files.deleteObject('dossier-files', `${name}/1`, undefined);
	await verifyFiles(tools);
	expect(await stateOf(fileId)).toMatchObject({ verified: false, wanted: true });
	expect(logged).toEqual([]);
	const { rows } = await database.query<{ admitted: boolean }>(
		'select app.upload_is_declared($1) as admitted',
		[`${name}/2`]
	);
	expect(rows).toEqual([{ admitted: true }]);
	await store(`${name}/2`, photo);
	await database.exec('update public.dossier_files set look_at = now() where look_at is not null');
	await verifyFiles(tools);
	expect(await stateOf(fileId)).toEqual({ verified: true, wanted: false, shown: '2' });
});

test('more files than one round takes are all looked at', async () => {
	for (let n = 0; n < 45; n += 1) await fileDossier(photo);
	expect(await verifyFiles(tools)).toBe(45);
});

test('bytes are read outside the turns; one that cannot be read is logged, holds up nobody, and comes again', async () => {
	const broken = await fileDossier(photo);
	const right = await fileDossier(photo);
	let readInTurn = false;
	const storage: FileStorage = {
		...tools.storage,
		find: (name) => {
			readInTurn ||= inTurn;
			if (name.startsWith(broken.name)) return Promise.reject(new Error('EIO'));
			return tools.storage.find(name);
		}
	};
	await verifyFiles({ ...tools, storage });
	expect(readInTurn).toBe(false);
	expect(logged).toHaveLength(1);
	expect(await stateOf(right.fileId)).toMatchObject({ verified: true });
	expect(await stateOf(broken.fileId)).toMatchObject({ verified: false, wanted: false });
	await database.exec('update public.dossier_files set look_at = now() where look_at is not null');
	await verifyFiles(tools);
	expect(await stateOf(broken.fileId)).toMatchObject({ verified: true });
});

test('the sweep removes bytes and rows of orphans, and nothing a dossier shows', async () => {
	const before = bytesKept();
	const kept = await fileDossier(wrong(), photo);
	const waiting = await fileDossier(wrong(), wrong());
	await verifyFiles(tools);
	await store(`${randomUUID()}/${randomUUID()}/1`, photo);
	expect(await sweepFiles(tools)).toEqual({ examined: 5, removed: 2 });
	const names = [`${kept.name}/2`, `${waiting.name}/1`, `${waiting.name}/2`].sort();
	expect(await storedNames()).toEqual(names);
	expect(bytesKept() - before).toBe(3);
	expect(await tools.storage.find(`${kept.name}/2`)).toEqual(photo);
	expect(await sweepFiles(tools)).toEqual({ examined: 3, removed: 0 });
});

test('a sweep that is cut off half way is finished by the next', async () => {
	const orphan = `${randomUUID()}/${randomUUID()}/1`;
	await store(orphan, photo);
	const cut: FileStorage = {
		...tools.storage,
		remove: async (names) => {
			await files.deleteObjects('dossier-files', names);
			throw new Error('cut');
		}
	};
	await expect(sweepFiles({ ...tools, storage: cut })).rejects.toThrow('cut');
	expect(await storedNames()).toEqual([orphan]);
	expect(await sweepFiles(tools)).toEqual({ examined: 1, removed: 1 });
	expect(await storedNames()).toEqual([]);
});
