import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerItem } from '$lib/domain/dossier/OutboxItem';
import type { AnswerLine, Supplement } from '$lib/domain/dossier/Supplement';
import { openDatabase, type Database } from '#embedded/database.ts';
import { createStorageFiles } from '#embedded/storageFiles.ts';
import {
	projectDir,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from '../embedded/harness.ts';
import { createAnswerer, hearRounds, openRound } from './answers.ts';
import { createRandom, startFaultProxy, type FaultProxy } from './faultProxy.ts';
import { createPhone, hashOfBytes } from './phones.ts';
import { openSlipDesk } from './slipDesk.ts';

const SEED = Number(process.env.SEED ?? 20261125);
const DOSSIERS = 60;
const PHONES = 6;
/** Of a hundred requests so many are spoilt. */
const SHARE = 0.45;
/** The desk goes on without waiting: for so many before the answer leaves the phone, for so many while it is on its way. */
const CLOSED_BEFORE = 6;
const CLOSED_MEANWHILE = 14;
const CLOSING_PAUSE_MS = 900;

const dataDir = temporaryFolder();
let server: ServerProcess;
let proxy: FaultProxy;

beforeAll(async () => {
	server = await startProcess(dataDir, { SUPABASE_DIR: projectDir, TRUST_PROXY: '1' });
	proxy = await startFaultProxy(server.url, SEED, SHARE);
});
afterAll(async () => {
	await proxy?.close();
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

/** What the office holds in the end. */
async function readOffice(database: Database) {
	return {
		answers: await database.query<{ id: string; lines: AnswerLine[]; finalized_at: string | null }>(
			'select id, lines, finalized_at from public.supplement_answers order by finalized_at'
		),
		told: await database.query<{ answer_id: string }>(
			"select data ->> 'answerId' as answer_id from public.dossier_events where action = 'answer'"
		),
		files: await database.query<{ file_id: string; sha256: string; object_name: string }>(
			'select file_id, sha256, object_name from public.dossier_files'
		)
	};
}

test(`answers to ${DOSSIERS} slips over a line that fails (seed ${SEED})`, async () => {
	const started = performance.now();
	const phones = Array.from({ length: PHONES }, (_, index) => {
		const random = createRandom(SEED + index);
		const phone = createPhone(index + 1, proxy.url, random, index % 3 === 2 ? 2 : 1);
		return { phone, ...createAnswerer(phone, random) };
	});
	const drainAll = () => Promise.all(phones.map(({ phone }) => phone.drain(400)));
	const random = createRandom(SEED);

	// Sixty dossiers, each with a photograph or none.
	const filed: { id: string; owner: (typeof phones)[number] }[] = [];
	for (let index = 0; index < DOSSIERS; index += 1) {
		const owner = phones[index % PHONES];
		if (!owner) continue;
		const { id } = await owner.phone.file(random() < 0.5 ? [3_000] : []);
		filed.push({ id, owner });
	}
	await drainAll();
	const desk = await openSlipDesk(server);
	for (const { id } of filed) await desk.ask(id);

	// Everybody answers; meanwhile the desk goes on with some: refused, or asked once more by the leader.
	const sent: AnswerItem[] = [];
	const rounds = new Map<string, Supplement>();
	for (const { id, owner } of filed) {
		const round = openRound(await hearRounds(owner.phone, id));
		rounds.set(id, round);
		sent.push(await owner.answer(id, round));
	}
	const close = (id: string, index: number) =>
		index % 2 === 0 ? desk.refuse(id) : desk.askAgain(id);
	const closed = filed.slice(0, CLOSED_BEFORE + CLOSED_MEANWHILE).map(({ id }) => id);
	for (const [index, id] of closed.slice(0, CLOSED_BEFORE).entries()) await close(id, index);
	const closing = async () => {
		// Slowly, so that the desk and the answers meet on the way.
		for (const [index, id] of closed.slice(CLOSED_BEFORE).entries()) {
			await close(id, index);
			await pause(CLOSING_PAUSE_MS);
		}
	};
	await Promise.all([drainAll(), closing()]);

	// What came too late is refused with its reason, and the phone still has every byte of it.
	const rows = phones.flatMap(({ phone }) => [...phone.outbox.rows.values()]);
	const late = sent.filter(({ id }) => rows.some((row) => row.id === id));
	for (const row of rows) {
		expect([row.id, row.state, row.lastError?.key]).toEqual([
			row.id,
			'quarantined',
			'supplement-closed'
		]);
		const item = late.find(({ id }) => id === row.id);
		expect(closed).toContain(item?.dossierId);
		const owner = filed.find(({ id }) => id === item?.dossierId)?.owner;
		for (const { pageId, sha256 } of row.files)
			expect(hashOfBytes(new Uint8Array(owner?.phone.pages.bytes.get(pageId) ?? []))).toBe(sha256);
	}
	expect(late.length).toBeGreaterThanOrEqual(CLOSED_BEFORE);
	// Otherwise nobody was under way when the desk went on.
	expect(late.length).toBeLessThan(closed.length);

	// Where the desk has asked again, the refused answer is carried over; others are answered a second time.
	const moved: AnswerItem[] = [];
	for (const [index, { id, owner }] of filed.entries()) {
		const refused = late.find(({ dossierId }) => dossierId === id);
		const later = (await hearRounds(owner.phone, id)).find(({ closedAt }) => closedAt === null);
		const earlier = rounds.get(id);
		if (later && refused && earlier) moved.push(await owner.moveOn(refused, earlier, later));
		else if (later && index % 5 === 0) sent.push(await owner.answer(id, later));
	}
	await drainAll();

	const faults = Object.values(proxy.counts).reduce((sum, count) => sum + count, 0);
	const seconds = Math.round((performance.now() - started) / 1_000);
	const all = [...sent, ...moved];
	const photographs = all.reduce((sum, { files }) => sum + files.length, 0);
	console.info(
		`answers: seed ${SEED}, ${DOSSIERS} slips, ${all.length} answers with ${photographs} photographs, ` +
			`${late.length} refused as too late, ${moved.length} of them carried over, ` +
			`${proxy.requests()} requests, ${faults} faults ${JSON.stringify(proxy.counts)}, ${seconds} s`
	);
	expect(Object.values(proxy.counts).every((count) => count > 0)).toBe(true);
	expect(moved.length).toBeGreaterThan(0);
	// A photograph stays that of its paper, though the second slip counts its lines anew and leaves one paper out.
	for (const { dossierId, files } of moved) {
		const before = late.find((one) => one.dossierId === dossierId)?.files ?? [];
		for (const { pageId, requirementId } of files) {
			const paper = before.find((file) => file.pageId === pageId)?.requirementId;
			expect(requirementId).toBe(paper === 'line-3' ? 'line-1' : paper);
		}
	}
	const stuck = phones.flatMap(({ phone }) => [...phone.outbox.rows.values()]);
	const arrived = all.filter(({ id }) => !late.some((one) => one.id === id));
	const lost = late.filter(({ dossierId }) => !moved.some((one) => one.dossierId === dossierId));
	expect(stuck.map(({ id }) => id).sort()).toEqual(lost.map(({ id }) => id).sort());

	await server.end('SIGTERM');
	const database = await openDatabase(join(dataDir, 'database'));
	const office = await readOffice(database).finally(() => database.close());

	// Nothing lost, nothing twice, and phone and office say the same.
	const ids = arrived.map(({ id }) => id).sort();
	const finalized = office.answers.filter(({ finalized_at }) => finalized_at !== null);
	expect(finalized.map(({ id }) => id).sort()).toEqual(ids);
	expect(office.told.map(({ answer_id }) => answer_id).sort()).toEqual(ids);
	const known = phones
		.flatMap(({ phone }) => [...phone.outbox.dossiers.values()])
		.flatMap(({ answers }) => answers);
	expect(known.map(({ id }) => id).sort()).toEqual(ids);
	for (const item of arrived) {
		const stored = finalized.find(({ id }) => id === item.id);
		expect([item.id, stored?.lines]).toEqual([item.id, item.lines]);
		const told = known.find(({ id }) => id === item.id)?.answeredAt ?? '';
		expect([item.id, Date.parse(told)]).toEqual([item.id, Date.parse(stored?.finalized_at ?? '')]);
	}

	// No answer is complete without a photograph; what was refused left none; every byte is as it was on the phone.
	const declared = arrived.flatMap(({ files }) => files);
	const first = phones
		.flatMap(({ phone }) => [...phone.outbox.dossiers.values()])
		.flatMap(({ files }) => files)
		.filter(({ fileId }) => !declared.some((file) => file.fileId === fileId));
	expect(office.files.map(({ file_id }) => file_id).sort()).toEqual(
		[...first, ...declared].map(({ fileId }) => fileId).sort()
	);
	const storage = createStorageFiles(join(dataDir, 'files'));
	for (const { fileId, sha256 } of declared) {
		const stored = office.files.find(({ file_id }) => file_id === fileId);
		const { body } = await storage.getObject('dossier-files', stored?.object_name ?? '', undefined);
		expect([fileId, stored?.sha256, hashOfBytes(body as Uint8Array)]).toEqual([
			fileId,
			sha256,
			sha256
		]);
	}
}, 300_000);
