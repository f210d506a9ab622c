import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#embedded/database.ts';
import { EngineBroken, guardEngine } from '#embedded/engine.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	callFunction,
	copyOfFixture,
	folderOfTest,
	headersFor,
	serverOfTest,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

/** JSON of so many levels, made by the database itself: no limit of ours sees it. */
const nest = `create function public.nest(levels int) returns jsonb language plpgsql set search_path = '' as $$
begin
	return (repeat('[', levels) || repeat(']', levels))::jsonb;
end
$$;`;

async function openPglite() {
	const database = await openDatabase(folderOfTest());
	const { guard } = database;
	if (!guard) throw new Error('PGlite is not guarded');
	return { database, guard };
}

describe('the engine', () => {
	test('stands where it stood after statements that were refused, in whatever way', async () => {
		const { database, guard } = await openPglite();
		const rest = guard.stackPointer();
		const refused = [
			`do $$ begin raise exception 'no'; end $$`,
			'select 1 / 0',
			'selec',
			`select 'x'::int`,
			'select * from nowhere'
		];
		for (let round = 0; round < 10; round += 1)
			for (const sql of refused) {
				await expect(database.query(sql)).rejects.toThrow();
				await expect(database.exec(`select 1; ${sql}`)).rejects.toThrow();
				await expect(database.transaction((inside) => inside.query(sql))).rejects.toThrow();
			}
		expect(guard.stackPointer()).toBe(rest);
		expect(guard.fault()).toBe(undefined);
		expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
		await database.close();
	});

	test('never calls an overflow a success, and runs nothing after it; what was committed is kept', async () => {
		const folder = folderOfTest();
		const database = await openDatabase(folder);
		await database.exec(`create table kept (n int); insert into kept values (1); ${nest}`);
		expect(await database.query('select nest(3)')).toEqual([{ nest: [[[]]] }]);
		const overflow = database.transaction(async (inside) => {
			await inside.exec('insert into kept values (2)');
			return inside.query('select nest(20000)');
		});
		await expect(overflow).rejects.toThrow(EngineBroken);
		expect((await database.guard?.broken)?.cause).toBeInstanceOf(RangeError);
		await expect(database.query('select 1')).rejects.toThrow(EngineBroken);
		await expect(database.exec('select 1')).rejects.toThrow(EngineBroken);
		await database.close();

		const again = await openDatabase(folder);
		expect(await again.query('select n from kept')).toEqual([{ n: 1 }]);
		await again.close();
	});

	test('is not used when PGlite is made otherwise', async () => {
		const { database } = await openPglite();
		await database.close();
		if (!('Module' in database.connection.driver)) throw new Error('not PGlite');
		const { Module } = database.connection.driver;
		expect(() => guardEngine({ Module: { ...Module, ___stack_pointer: undefined } })).toThrow(
			'stack pointer'
		);
	});
});

describe('a server of strangers', () => {
	const dataDir = temporaryFolder();
	let server: ServerProcess;
	beforeAll(async () => {
		server = await startProcess(dataDir);
	});
	afterAll(async () => {
		await server?.end('SIGKILL');
		rmSync(dataDir, { recursive: true, force: true });
	});

	const ask = (query: string) =>
		fetch(`${server.url}/rest/v1/members?${query}`, { headers: headersFor(server.firstRun) });
	const accept = (request: string) => callFunction(server, 'accept_invitation', { request });
	const refusal = async (answer: Response) => [answer.status, (await answer.json()).message];

	test('a name or a value of a query has 4,000 characters at most', async () => {
		const tooLong = [400, 'query-too-long'];
		expect(await refusal(await ask(`role=eq.${'a'.repeat(3_998)}`))).toEqual(tooLong);
		expect(await refusal(await ask(`role${'->a'.repeat(1_400)}=eq.1`))).toEqual(tooLong);
		const answer = await ask(`role=eq.${'a'.repeat(3_997)}`);
		expect([answer.status, await answer.json()]).toEqual([200, []]);
	});

	test('tables in tables, whose rows multiply with every level, are for nobody', async () => {
		expect(await refusal(await ask('select=role,members(members(role))'))).toEqual([
			400,
			'query-too-deep'
		]);
	});

	test('JSON in a text has 4,000 brackets at most, bytes of a file as many as they like', async () => {
		expect(await refusal(await accept('['.repeat(4_001)))).toEqual([400, 'json-too-deep']);
		expect(await refusal(await accept('{"a":'.repeat(4_001)))).toEqual([400, 'json-too-deep']);
		const file = await fetch(`${server.url}/storage/v1/object/raw/brackets`, {
			method: 'POST',
			headers: { ...headersFor(server.firstRun), 'content-type': 'application/octet-stream' },
			body: `-${'['.repeat(5_000)}`
		});
		expect(file.status).toBe(200);
	});

	/** The deepest the door lets in, each in its own way down into the database. */
	const deep: [string, () => Promise<Response>][] = [
		['JSON of arrays', () => accept('['.repeat(3_999) + ']'.repeat(3_999))],
		['JSON of objects', () => accept(`${'{"a":'.repeat(3_999)}1${'}'.repeat(3_999)}`)],
		['JSON that never ends', () => accept('{"a":'.repeat(3_999))],
		['JSON in a query', () => ask(`user_id=eq.${'['.repeat(3_997)}`)],
		['arrows in select', () => ask(`select=role${'->a'.repeat(1_332)}`)],
		['arrows in a name', () => ask(`role${'->a'.repeat(1_332)}=eq.1`)],
		['arrows in order', () => ask(`order=role${'->a'.repeat(1_332)}`)],
		['casts', () => ask(`select=role${'::text'.repeat(665)}`)],
		['negations', () => ask(`role=${'not.'.repeat(998)}eq.1`)],
		['conditions', () => ask(`role=eq.1&`.repeat(1_400))],
		['alternatives', () => ask(`or=(${'role.eq.1,'.repeat(398)}role.eq.1)`)],
		['conditions in each other', () => ask(`or=(${'and('.repeat(62)}role.eq.1${')'.repeat(63)}`)],
		['a list', () => ask(`role=in.(${'a,'.repeat(1_990)}a)`)],
		['words', () => ask(`role=fts.${'a%26'.repeat(1_990)}a`)],
		['a table in a table', () => ask('select=members(role)')]
	];
	test.each(deep)('%s, as deep as the door lets in, get an answer', async (_, send) => {
		for (let round = 0; round < 20; round += 1) {
			const answer = await send();
			expect([200, 400, 404, 406], await answer.text()).toContain(answer.status);
		}
		expect((await callFunction(server, 'whoami', { echo: 1 })).status).toBe(200);
		expect(server.output()).not.toContain('đang mở lại');
	});
});

test('a server whose engine breaks says 503, opens its data anew and goes on', async () => {
	const project = copyOfFixture();
	writeFileSync(join(project, 'migrations/20260101000300_nest.sql'), nest);
	const server = await serverOfTest(folderOfTest(), { SUPABASE_DIR: project });
	await callFunction(server, 'keep_number', { n: 5 });
	for (let round = 1; round <= 2; round += 1) {
		const broken = await callFunction(server, 'nest', { levels: 20_000 });
		expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '5']);
		const kept = async () => (await callFunction(server, 'kept_numbers')).json();
		await expect.poll(() => kept().catch(() => 'away'), { timeout: 30_000 }).toEqual([-1, 5]);
		expect(server.output().match(/Đã mở lại xong/g)).toHaveLength(round);
	}
	expect(await server.end('SIGTERM')).toBe(0);
});
