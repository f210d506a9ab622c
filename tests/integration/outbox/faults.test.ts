import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import { openDatabase, type Database } from '#embedded/database.ts';
import { createStorageFiles } from '#embedded/storageFiles.ts';
import {
	projectDir,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from '../embedded/harness.ts';
import { createRandom, startFaultProxy, type FaultProxy } from './faultProxy.ts';
import { createPhone, hashOfBytes, type Phone } from './phones.ts';

const SEED = Number(process.env.SEED ?? 20261123);
const SUBMISSIONS = 300;
/** So many of them take the place of an earlier one. */
const CORRECTIONS = 30;
const PHONES = 8;
/** Of a hundred requests so many are spoilt. */
const SHARE = 0.45;

const dataDir = temporaryFolder();
let server: ServerProcess;
let proxy: FaultProxy;

beforeAll(async () => {
	// Behind a proxy of ours a phone has its own address, and the quota of an address is not what is tested here.
	server = await startProcess(dataDir, { SUPABASE_DIR: projectDir, TRUST_PROXY: '1' });
	proxy = await startFaultProxy(server.url, SEED, SHARE);
});
afterAll(async () => {
	await proxy?.close();
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

/** Every phone files its share, 0–4 photographs of 2–40 kB each, and sends until nothing waits. */
async function fileAndSend(
	phones: Phone[],
	random: () => number,
	earlier: (SubmissionItem | undefined)[]
): Promise<SubmissionItem[]> {
	const filed: SubmissionItem[] = [];
	for (const [index, one] of earlier.entries()) {
		const sizes = Array.from({ length: Math.floor(random() * 5) }, () =>
			Math.round(2_000 + random() * 38_000)
		);
		const phone = phones[index % phones.length];
		if (phone) filed.push(await phone.file(sizes, one));
	}
	await Promise.all(phones.map((phone) => phone.drain(2_000)));
	return filed;
}

type Stored = { file_id: string; dossier_id: string; sha256: string; object_name: string };

/** Reads what the office now holds, after the server was stopped the usual way. */
async function readOffice<T>(read: (database: Database) => Promise<T>): Promise<T> {
	await server.end('SIGTERM');
	const database = await openDatabase(join(dataDir, 'database'));
	return read(database).finally(() => database.close());
}

test(`${SUBMISSIONS} submissions over a line that fails (seed ${SEED})`, async () => {
	const started = performance.now();
	const phones = Array.from({ length: PHONES }, (_, index) =>
		createPhone(index + 1, proxy.url, createRandom(SEED + index), index % 4 === 3 ? 2 : 1)
	);
	const random = createRandom(SEED);
	const first = Array.from({ length: SUBMISSIONS - CORRECTIONS }, () => undefined);
	const before = await fileAndSend(phones, random, first);
	// What has arrived may be corrected: the same phone files it anew and names the earlier one.
	const filed = [...before, ...(await fileAndSend(phones, random, before.slice(0, CORRECTIONS)))];
	const replaced = new Set(before.slice(0, CORRECTIONS).map(({ id }) => id));

	const faults = Object.values(proxy.counts).reduce((sum, count) => sum + count, 0);
	const seconds = Math.round((performance.now() - started) / 1_000);
	console.info(
		`outbox: seed ${SEED}, ${SUBMISSIONS} submissions, ${proxy.requests()} requests, ` +
			`${faults} faults ${JSON.stringify(proxy.counts)}, ${seconds} s`
	);
	expect(faults).toBeGreaterThanOrEqual(300);
	expect(Object.values(proxy.counts).every((count) => count > 0)).toBe(true);
	expect(phones.flatMap(({ outbox }) => [...outbox.rows.values()])).toEqual([]);

	const office = await readOffice(async (database) => ({
		dossiers: await database.query<{ id: string; reference: string; status: number }>(
			'select id, reference, status from public.dossiers'
		),
		submitted: await database.query<{ dossier_id: string }>(
			"select dossier_id from public.dossier_events where action = 'submit'"
		),
		files: await database.query<Stored>(
			'select file_id, dossier_id, sha256, object_name from public.dossier_files'
		)
	}));

	// Nothing lost, nothing twice.
	const ids = filed.map(({ id }) => id).sort();
	expect(office.dossiers.map(({ id }) => id).sort()).toEqual(ids);
	expect(office.submitted.map(({ dossier_id }) => dossier_id).sort()).toEqual(ids);
	expect(new Set(office.dossiers.map(({ reference }) => reference)).size).toBe(SUBMISSIONS);
	for (const { id, reference, status } of office.dossiers) {
		const mine = phones.map(({ outbox }) => outbox.dossiers.get(id)).find(Boolean);
		expect([id, mine?.receipt.reference]).toEqual([id, reference]);
		expect([id, status]).toEqual([id, replaced.has(id) ? 8 : 1]);
	}

	// No dossier without a photograph, and every byte as it was on the phone.
	const declared = filed.flatMap(({ files }) => files);
	expect(office.files.map(({ file_id }) => file_id).sort()).toEqual(
		declared.map(({ fileId }) => fileId).sort()
	);
	const storage = createStorageFiles(join(dataDir, 'files'));
	const hashes = new Map(declared.map(({ fileId, sha256 }) => [fileId, sha256]));
	for (const { file_id, sha256, object_name } of office.files) {
		const { body } = await storage.getObject('dossier-files', object_name, undefined);
		const stored = hashOfBytes(body as Uint8Array);
		expect([file_id, stored, sha256]).toEqual([file_id, hashes.get(file_id), hashes.get(file_id)]);
	}
}, 300_000);
