import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import { openTestDatabase } from '#database/pglite.ts';
import { importCatalogue } from '#embedded/catalogue.ts';
import type { Database } from '#embedded/database.ts';
import { reportSheet } from '$lib/features/figures/reportWords';
import { writeSheet } from '$lib/data/importer/sheetFiles';
import { readWorkbook } from '$lib/data/importer/workbook';
import { Dashboard, targetOf } from '$lib/domain/report/Dashboard';
import { Report } from '$lib/domain/report/Report';
import { verifyHistory } from '#worker/verifyHistory.ts';
import { callsOfLife, type Call } from '#demo/callsOf.ts';
import { chooseProcedures } from '#demo/demoCatalogue.ts';
import { askReports, countEvents, readReports } from '#demo/compareReports.ts';
import { liveYear } from '#demo/liveYear.ts';
import { loadYear, readFigures } from '#demo/loadYear.ts';
import { makeOffices } from '#demo/offices.ts';
import { planYear } from '#demo/planYear.ts';
import { setUpOffices } from '#demo/setUpOffices.ts';
import { takeOverClock, type SimulatedClock } from '#demo/simulatedClock.ts';

const authored = join(import.meta.dirname, '../../supabase/catalogue');
/** The posted procedures and a few others: each withdrawal takes three calls. */
const catalogueFolder = mkdtempSync(join(tmpdir(), 'mot-cua-catalogue-'));
const WITHDRAWN = 3;
const offices = makeOffices();
const accounts = new Map(offices.flatMap(({ staff }) => staff).map(({ id }) => [id, id]));
/** A fiftieth of the article's year, in the same proportions; the whole one is checked by the command itself. */
const totals = { onTime: 20, early: 23, online: 2 };

let stub: Awaited<ReturnType<typeof openTestDatabase>>;
let database: Pick<Database, 'query' | 'exec'>;
let clock: SimulatedClock;

/** Who leads the whole district. */
const leaderOfAll = () =>
	offices.flatMap(({ staff }) => staff).find(({ account }) => account === 'huyen')?.id ?? '';

beforeAll(async () => {
	clock = takeOverClock(Date.UTC(2020, 11, 21, 1));
	stub = await openTestDatabase({ seed: false });
	database = {
		query: async <Row extends object>(sql: string, parameters?: unknown[]) =>
			(await stub.query<Row>(sql, parameters)).rows,
		exec: async (sql) => void (await stub.exec(sql))
	};
	await setUpOffices(database, offices);
	// The accounts of a sign-up are the command's; here each has the number of its row.
	await database.exec('update public.staff set user_id = id');
	const { kept, left } = await chooseProcedures(authored);
	const catalogue = { kept, left: left.slice(0, WITHDRAWN) };
	const wanted = new Set([...catalogue.left, ...kept.map(({ code }) => code)]);
	cpSync(authored, catalogueFolder, {
		recursive: true,
		filter: (path) =>
			!/^\d\.\d{6}\.json$/.test(basename(path)) || wanted.has(basename(path, '.json'))
	});
	await importCatalogue(database as Database, catalogueFolder);
	await loadYear({ seed: 'test', totals, offices, catalogue }, { database, clock, accounts });
}, 300_000);
afterAll(async () => {
	clock?.release();
	await stub?.close();
	rmSync(catalogueFolder, { recursive: true, force: true });
});

test('the figures come out, counted from the dossiers', async () => {
	expect(await readFigures(database)).toEqual({
		procedures: 281,
		fields: 15,
		received: 43,
		solved: 43,
		early: 23,
		onTime: 20,
		late: 0,
		online: 2,
		onDaysOff: 0
	});
});

test('every screen says what the raw events say', async () => {
	const counted = await countEvents(database);
	expect(counted).toEqual({ received: 43, early: 23, onTime: 20, late: 0, online: 2 });
	const reports = await readReports(database, leaderOfAll());
	// A small year has months with one to four dossiers: the public page leaves them out, and says the year all the same.
	expect(Object.keys(reports)).toHaveLength(5);
	for (const [where, figures] of Object.entries(reports))
		expect({ where, ...figures }).toEqual({ where, ...counted });
});

test('so does the file for a spreadsheet: its last line, and its lines added up', async () => {
	const { early, onTime, late, received, online } = await countEvents(database);
	const report = Report.parse((await askReports(database, leaderOfAll())).report);
	const file = await writeSheet('xlsx', reportSheet(report));
	const [sheet] = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
	const rows = sheet?.rows ?? [];
	const end = rows.findIndex(([, name]) => name === 'Tổng số');
	const start = rows.findIndex(([order]) => order === 1);
	expect(end - start).toBe(report.lines.length);
	const counted = [received, online, received - online, 0, received, early, onTime, late, 0, 0, 0];
	expect(rows[end]?.slice(2)).toEqual(counted);
	const lines = rows.slice(start, end);
	expect(
		counted.map((_, column) => lines.reduce((sum, row) => sum + Number(row[column + 2]), 0))
	).toEqual(counted);
});

test('the target of the article is registered, and nothing of what the article prints is counted', async () => {
	const { dashboard } = await askReports(database, leaderOfAll());
	const shown = Dashboard.parse(dashboard);
	expect(targetOf(shown, 'online')).toBe(5);
	expect(shown.quotes.map(({ figures }) => figures)).toEqual([
		[
			{ figure: 'procedures', value: 281, moreThan: false },
			{ figure: 'fields', value: 15, moreThan: false },
			{ figure: 'solved', value: 2150, moreThan: true },
			{ figure: 'early', value: 1130, moreThan: true },
			{ figure: 'onTime', value: 1020, moreThan: false },
			{ figure: 'online', value: 22, moreThan: false }
		]
	]);
	const rows = await database.query('select state, decided_at < $1 as early from public.targets', [
		'2021-01-05'
	]);
	expect(rows).toEqual(Array.from({ length: 11 }, () => ({ state: 'approved', early: true })));
});

test('no dossier, history or anchored day has a fault', async () => {
	const said: string[] = [];
	const report = await verifyHistory(database as Database, (line) => said.push(line));
	expect(said).toEqual([]);
	expect(report).toMatchObject({ faults: 0, dossiers: 43 });
});

test('every event is of 2021, by somebody of the staff but for what a phone sent', async () => {
	const rows = await database.query(`
		select action, count(*)::int as count, count(actor_staff_id)::int as by_staff,
			bool_and(app.local_time(at) between '2021-01-04' and '2021-08-17T17:00') as in_time
		from public.dossier_events group by action order by action`);
	const actions = rows.map((row) => (row as { action: string }).action);
	expect(actions).toEqual(
		expect.arrayContaining(['file', 'receive', 'start', 'supplement', 'finish', 'return', 'settle'])
	);
	for (const row of rows as {
		action: string;
		count: number;
		by_staff: number;
		in_time: boolean;
	}[]) {
		expect(row.in_time, row.action).toBe(true);
		expect(row.by_staff, row.action).toBe(row.action === 'submit' ? 0 : row.count);
	}
});

test('slips are numbered without gaps in each office, receipts and requests apart', async () => {
	const rows = await database.query<{
		form: string;
		count: number;
		numbers: number;
		last: number;
	}>(`
		select form, count(*)::int as count, count(distinct number)::int as numbers, max(split_part(number, '/', 1)::int) as last
		from public.slips group by agency_id, form`);
	expect(new Set(rows.map(({ form }) => form))).toEqual(new Set(['01', '02']));
	for (const { count, numbers, last } of rows) expect([numbers, last]).toEqual([count, count]);
});

test('what is posted is dated, what is not is withdrawn with a reason by two people', async () => {
	const [row] = await database.query(`
		select count(*) filter (where status = 'published' and posted_on = '2020-12-28')::int as posted,
			count(*) filter (where status = 'withdrawn' and withdrawn_reason is not null)::int as withdrawn,
			count(*)::int as "all"
		from public.procedures`);
	expect(row).toEqual({ posted: 281, withdrawn: WITHDRAWN, all: 281 + WITHDRAWN });
});

describe('a year that does not fit is not lived on', () => {
	const life = async (change: (call: Call) => Call) => {
		const { kept } = await chooseProcedures(authored);
		const [stored] = await database.query<{ calendar: never }>(
			'select app.working_calendar() as calendar'
		);
		const lives = planYear({
			seed: 'other',
			totals: { onTime: 1, early: 1, online: 0 },
			offices,
			procedures: kept,
			calendar: WorkingCalendar.parse(stored?.calendar)
		});
		const calls = lives.slice(0, 1).flatMap(callsOfLife).map(change);
		await liveYear(calls, { database, clock, accounts });
	};

	test('a due date that the house counts otherwise stops it', async () => {
		await expect(
			life((call) => (call.dueDate ? { ...call, dueDate: '2021-12-31' } : call))
		).rejects.toThrow(/planned 2021-12-31/);
	});

	test('so does a refusal of a function, with its key', async () => {
		await expect(
			life((call) =>
				call.name === 'file_at_desk' ? { ...call, request: { ...call.request, protocol: 2 } } : call
			)
		).rejects.toThrow(/file_at_desk at 2021-\S+: \S+/);
	});
});

test('the clock of the process is the real one again afterwards', () => {
	const own = takeOverClock(0);
	expect([Date.now(), new Date().getTime(), new Date(5).getTime()]).toEqual([0, 0, 5]);
	own.set(7);
	expect(Date.now()).toBe(7);
	own.release();
	clock.set(Date.UTC(2021, 0, 1));
	expect(new Date().toISOString()).toBe('2021-01-01T00:00:00.000Z');
});
