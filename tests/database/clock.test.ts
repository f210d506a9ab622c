import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeClock } from '#domain/clock/computeClock.ts';
import { toLocal } from '#domain/clock/localTime.ts';
import { WorkingCalendar } from '#domain/clock/workingCalendar.ts';
import {
	listVectorFiles,
	readVectors,
	replayVectors,
	sqlClock,
	typeScriptClock
} from '#database/clockVectors.ts';
import { openTestDatabase } from '#database/pglite.ts';
import { calendars, goodInputs, hostileInputs } from './clockCases.ts';
import { compareClocks } from './compareClocks.ts';

const seed = Number(process.env.SEED ?? 20_261_123);
const vectorFiles = await listVectorFiles();
let database: PGlite;
const sql = sqlClock(
	async (text, parameters) => (await database.query<{ answer: unknown }>(text, parameters)).rows
);

beforeAll(async () => {
	console.log(`clock properties: SEED=${seed}`);
	database = await openTestDatabase();
});
afterAll(() => database.close());

describe.each(vectorFiles)('%s', (path) => {
	test.each([
		['TypeScript', typeScriptClock],
		['SQL', sql]
	])('%s', async (_name, engine) => {
		const replay = await replayVectors(await readVectors(path), engine);
		expect(replay.differences).toEqual([]);
		expect(replay.passed).toBeGreaterThan(0);
	});
});

describe('TypeScript and SQL give the same answer', () => {
	test.each([
		['to dossiers', goodInputs, 40],
		['to anything else', hostileInputs, 20]
	])('%s', async (_name, inputs, runs) => {
		const answers = new Set<unknown>();
		await fc.assert(
			fc.asyncProperty(
				calendars,
				fc.array(inputs, { minLength: 100, maxLength: 100, size: 'max' }),
				async (calendar, batch) => {
					const compared = await compareClocks(batch, calendar, sql);
					expect(compared.filter((row) => row.fromSql !== row.fromTypeScript)).toEqual([]);
					for (const { answer } of compared) {
						answers.add(answer.error ?? answer.timeliness ?? answer.state);
					}
				}
			),
			// Shrinking a batch of a hundred takes minutes and shows less than the rows that differ.
			{ seed, numRuns: runs, endOnFailure: true }
		);
		// A generator that never reaches an answer proves nothing about it.
		expect([...answers].sort()).toEqual(expect.arrayContaining(reached[_name] ?? []));
	});

	test('to the stored calendar', async () => {
		const { rows } = await database.query<{ calendar: unknown }>(
			'select app.working_calendar() as calendar'
		);
		const calendar = WorkingCalendar.parse(rows[0]?.calendar);
		expect(calendar).toEqual(rows[0]?.calendar);
		const inputs = fc.sample(goodInputs, { seed, numRuns: 500 });
		const compared = await compareClocks(inputs, calendar, sql);
		expect(compared.filter((row) => row.fromSql !== row.fromTypeScript)).toEqual([]);
	});

	test('to the local time of an instant', async () => {
		const instants = fc.sample(
			fc.date({
				min: new Date('1976-01-01T00:00:00Z'),
				max: new Date('2099-12-31T00:00:00Z'),
				noInvalidDate: true
			}),
			{ seed, numRuns: 500 }
		);
		const { rows } = await database.query<{ local: string }>(
			`select app.local_time(instant::timestamptz) as local
			from jsonb_array_elements_text($1::text::jsonb) with ordinality as list (instant, position)
			order by position`,
			[JSON.stringify(instants)]
		);
		expect(rows.map((row) => row.local)).toEqual(instants.map((instant) => toLocal(instant)));
	});
});

const reached: Record<string, string[]> = {
	'to dossiers': ['calendar-missing', 'early', 'late', 'on-time', 'running', 'waiting'],
	'to anything else': ['interval-invalid', 'limit-invalid', 'time-invalid']
};

describe('the zone of the machine is never asked', () => {
	const home = process.env.TZ;
	afterAll(() => {
		if (home === undefined) delete process.env.TZ;
		else process.env.TZ = home;
	});
	const inputs = fc.sample(goodInputs, { seed, numRuns: 300 });
	const calendar = fc.sample(calendars, { seed, numRuns: 1 })[0];
	const answers = () => [
		...inputs.map((input) => (calendar ? computeClock(input, calendar) : undefined)),
		toLocal('2026-11-23T17:30:59.999Z')
	];

	test('in six zones the answers are the same', () => {
		const offsets = new Set<number>();
		const seen = new Set<string>();
		for (const zone of [
			'UTC',
			'Asia/Ho_Chi_Minh',
			'America/New_York',
			'Pacific/Kiritimati',
			'Pacific/Pago_Pago',
			'Asia/Kathmandu'
		]) {
			process.env.TZ = zone;
			offsets.add(new Date('2026-03-08T12:00:00Z').getTimezoneOffset());
			seen.add(JSON.stringify(answers()));
		}
		expect(offsets.size).toBe(6);
		expect(seen.size).toBe(1);
		expect(answers().at(-1)).toBe('2026-11-24T00:30');
	});
});
