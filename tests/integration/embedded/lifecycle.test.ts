import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	callFunction,
	copyOfFixture,
	folderOfTest,
	readFirstRun,
	serverOfTest,
	signIn,
	spawnStart,
	startProcess,
	temporaryFolder,
	type FirstRunNote,
	type ServerProcess
} from './harness.ts';

/** A data folder whose first run is behind it, copied for every test that does not watch a first run. */
const template = temporaryFolder();
beforeAll(async () => {
	await (await startProcess(template)).end('SIGTERM');
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

function usedFolder(): string {
	const folder = folderOfTest();
	cpSync(template, folder, { recursive: true });
	return folder;
}

async function keptNumbers(server: ServerProcess): Promise<number[]> {
	return (await callFunction(server, 'kept_numbers')).json();
}

describe('one process owns the data folder', () => {
	test('a second start is refused in plain words and nothing is lost', async () => {
		const folder = usedFolder();
		const first = await serverOfTest(folder);
		const second = spawnStart(folder);
		for (let n = 1; n <= 20; n += 1) await callFunction(first, 'keep_number', { n });
		expect(await second.exited).toBe(1);
		expect(second.output()).toContain('đang được một máy chủ khác dùng');
		expect(second.output()).toContain(`tiến trình số ${first.child.pid}`);
		expect(second.output()).toContain(first.url);
		expect(second.output()).not.toMatch(/\bat .*\.ts:\d+/);
		expect(await keptNumbers(first)).toEqual([-1, ...Array.from({ length: 20 }, (_, n) => n + 1)]);
	});

	test('SIGKILL frees the folder', async () => {
		const folder = usedFolder();
		const first = await serverOfTest(folder);
		expect(await first.end('SIGKILL')).toBe(null);
		expect(existsSync(join(folder, 'owner.json')), 'the note is left, the lock is not').toBe(true);
		await serverOfTest(folder);
	});
});

describe('stopping', () => {
	test('SIGTERM ends with 0 and the data is there after the next start', async () => {
		const folder = usedFolder();
		const first = await serverOfTest(folder);
		await callFunction(first, 'keep_number', { n: 7 });
		expect(await first.end('SIGTERM')).toBe(0);
		expect(existsSync(join(folder, 'owner.json'))).toBe(false);
		const again = await serverOfTest(folder);
		expect(await keptNumbers(again)).toEqual([-1, 7]);
		expect(again.firstRun).toEqual(first.firstRun);
		expect(again.output()).not.toContain(again.firstRun.accounts[0]?.password);
	});

	test('SIGTERM in a burst of writes ends with 0 and keeps every acknowledged row', async () => {
		const folder = usedFolder();
		const server = await serverOfTest(folder);
		const acknowledged: number[] = [];
		const writes = Array.from({ length: 30 }, async (_, n) => {
			const answer = await callFunction(server, 'keep_number', { n });
			if (answer.ok) acknowledged.push(n);
		});
		await writes[0];
		const ended = server.end('SIGTERM');
		await Promise.allSettled(writes);
		expect(await ended).toBe(0);
		expect(acknowledged.length).toBeGreaterThan(1);
		const kept = new Set(await keptNumbers(await serverOfTest(folder)));
		expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
	});

	test('SIGKILL in a write loop loses no acknowledged row', async () => {
		const folder = usedFolder();
		const server = await serverOfTest(folder);
		const acknowledged: number[] = [];
		const writer = async () => {
			for (let n = 1; ; n += 1) {
				const answer = await callFunction(server, 'keep_number', { n });
				if (answer.ok) acknowledged.push(n);
				// Killed while the next writes are on their way.
				if (n === 150) void server.end('SIGKILL');
			}
		};
		await expect(writer()).rejects.toThrow();
		expect(acknowledged.length).toBeGreaterThanOrEqual(150);
		const kept = new Set(await keptNumbers(await serverOfTest(folder)));
		expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
	});
});

describe('a first run', () => {
	test('keeps its secrets for the owner only and prints the accounts once', async () => {
		const folder = folderOfTest();
		const server = await serverOfTest(folder);
		expect(statSync(join(folder, 'first-run.json')).mode & 0o777).toBe(0o600);
		const { accounts } = server.firstRun;
		expect(accounts.map(({ role }) => role)).toEqual([
			'receiver',
			'officer',
			'approver',
			'leader',
			'editor',
			'admin'
		]);
		for (const { email, password } of accounts) {
			expect(password.length).toBeGreaterThanOrEqual(14);
			expect(server.output()).toContain(email);
			expect(server.output()).toContain(password);
		}
		expect(server.output()).not.toContain(server.firstRun.secretKey);
		expect(server.output()).not.toContain(server.firstRun.jwtSecret);
	});

	/** Moments to kill a first run at, recognised by what it has written down so far. */
	const moments: [string, (note: FirstRunNote) => boolean][] = [
		['as soon as the secrets are written', () => true],
		['when the second account has an invitation', (note) => 'code' in (note.accounts[1] ?? {})],
		['when the fourth account is done', (note) => note.accounts[3]?.ready === true]
	];
	test.each(moments)('killed %s is completed by the next start', async (_, reached) => {
		const folder = folderOfTest();
		const started = spawnStart(folder);
		const path = join(folder, 'first-run.json');
		while (!existsSync(path) || !reached(readFirstRun(folder))) await pause(1);
		started.child.kill('SIGKILL');
		expect(await started.exited).toBe(null);
		const before = readFirstRun(folder);

		const server = await serverOfTest(folder);
		expect(server.firstRun.jwtSecret).toBe(before.jwtSecret);
		for (const account of server.firstRun.accounts) {
			const token = await signIn(server, account);
			const answer = await callFunction(server, 'whoami', {}, token);
			expect(await answer.json()).toMatchObject({ member: account.role });
		}
	});

	test('offers the catalogue in code order with hashes, and the seed once', async () => {
		const folder = folderOfTest();
		const server = await serverOfTest(folder);
		const offered = await (await callFunction(server, 'offered')).json();
		expect(offered).toEqual([
			['linh-vuc', null],
			['1.000001', 64],
			['2.000002', 64]
		]);
	});

	test('refuses a damaged first-run.json instead of making new secrets', async () => {
		const folder = folderOfTest();
		writeFileSync(join(folder, 'first-run.json'), '{"version":1');
		await expect(startProcess(folder)).rejects.toThrow('bị hỏng');
		expect(readFileSync(join(folder, 'first-run.json'), 'utf8')).toBe('{"version":1');
	});
});

describe('migrations', () => {
	test('an applied file that was edited is refused in plain words', async () => {
		const folder = usedFolder();
		const project = copyOfFixture();
		const file = join(project, 'migrations/20260101000200_writes.sql');
		const original = readFileSync(file, 'utf8');
		writeFileSync(file, `${original}\n-- edited\n`);
		await expect(startProcess(folder, { SUPABASE_DIR: project })).rejects.toThrow(
			'20260101000200_writes.sql đã bị sửa'
		);
		writeFileSync(file, original);
		await serverOfTest(folder, { SUPABASE_DIR: project });
	});

	test('a file that fails changes nothing, and its correction is applied by the next start', async () => {
		const folder = usedFolder();
		const project = copyOfFixture();
		const file = join(project, 'migrations/20260101000300_later.sql');
		writeFileSync(file, 'create table app.later (id int); select no_such_thing();');
		await expect(startProcess(folder, { SUPABASE_DIR: project })).rejects.toThrow(
			'20260101000300_later.sql không chạy được'
		);
		writeFileSync(file, 'create table app.later (id int);');
		await serverOfTest(folder, { SUPABASE_DIR: project });
	});
});

test('the worker does its jobs, reports a failing and an unknown one, and goes on', async () => {
	const server = await serverOfTest(folderOfTest());
	const outcomes = async () => (await callFunction(server, 'job_outcomes')).json();
	await expect.poll(outcomes, { timeout: 20_000 }).toEqual([
		['purge-lookup-attempts', 'finished', null],
		['unheard-of', 'finished', 'kind-unknown'],
		['purge-lookup-attempts', 'finished', 'purge-failed']
	]);
	expect(server.output()).toContain('purge-failed');
});

test('a server that other machines reach says what phones need', async () => {
	const folder = usedFolder();
	const words = 'mất mạng nếu mở ứng dụng qua địa chỉ https';
	const open = await serverOfTest(folder, { HOST: '0.0.0.0' });
	await expect.poll(open.output).toContain(words);
	await open.end('SIGTERM');
	const closed = await serverOfTest(folder);
	expect(closed.output()).not.toContain(words);
});

test('a port in use is refused in plain words', async () => {
	const first = await serverOfTest(usedFolder());
	const { port } = new URL(first.url);
	await expect(startProcess(folderOfTest(), { PORT: port })).rejects.toThrow(
		`Cổng ${port} đang có chương trình khác dùng`
	);
});
