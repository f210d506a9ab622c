import assert from 'node:assert/strict';
import fc from 'fast-check';
import { typeScriptClock } from '#database/clockVectors.ts';
import type { PostgresContext } from '#database/postgresContext.ts';
import { calendars, goodInputs, hostileInputs } from '../database/clockCases.ts';
import { zipClocks } from '../database/compareClocks.ts';

const seed = Number(process.env.SEED ?? 20_261_123);
const cases = 100_000;
const perCall = 5_000;
const perCalendar = 50;

/** A calendar and dossiers on it, one in five of them no dossier at all. */
const groups = fc.record({
	calendar: calendars,
	inputs: fc.array(
		fc.oneof(
			{ weight: 4, arbitrary: goodInputs as fc.Arbitrary<unknown> },
			{ weight: 1, arbitrary: hostileInputs }
		),
		{ minLength: perCalendar, maxLength: perCalendar, size: 'max' }
	)
});

/**
 * The clock of TypeScript and the clock of SQL answer 100,000 drawn cases alike, while this process believes it is in
 * New York and the session in Kiritimati (19 hours ahead): neither asks the machine for its zone.
 */
export async function run({ connect, check }: PostgresContext): Promise<void> {
	const sql = await connect(1);
	await sql`set time zone 'Pacific/Kiritimati'`;
	const home = process.env.TZ;
	process.env.TZ = 'America/New_York';
	try {
		await check(`${cases} cases of the clock, SEED=${seed}`, async () => {
			const [zone] = await sql`select current_setting('timezone') as name`;
			assert.equal(zone?.name, 'Pacific/Kiritimati');
			assert.equal(new Date('2026-01-01T12:00:00Z').getTimezoneOffset(), 300);
			const answers = new Map<string, number>();
			for (let call = 0; call < cases / perCall; call += 1) {
				const drawn = fc.sample(groups, { seed: seed + call, numRuns: perCall / perCalendar });
				const rows = await sql<{ answer: Record<string, unknown> }[]>`
					select app.compute_clock(input, one -> 'calendar') as answer
					from jsonb_array_elements(${JSON.stringify(drawn)}::text::jsonb) with ordinality as list (one, place),
						jsonb_array_elements(one -> 'inputs') with ordinality as inputs (input, position)
					order by place, position`;
				const inputs = drawn.flatMap((group) => group.inputs);
				const own = await Promise.all(
					drawn.map((group) => typeScriptClock(group.inputs, group.calendar))
				);
				const compared = zipClocks(
					inputs,
					own.flat(),
					rows.map(({ answer }) => answer)
				);
				assert.equal(rows.length, perCall);
				assert.deepEqual(
					compared.filter((one) => one.fromSql !== one.fromTypeScript).slice(0, 3),
					[],
					`SEED=${seed + call}`
				);
				for (const { answer } of compared) {
					const name = String(answer.error ?? answer.timeliness ?? answer.state);
					answers.set(name, (answers.get(name) ?? 0) + 1);
				}
			}
			console.log(`    ${JSON.stringify(Object.fromEntries([...answers].sort()))}`);
			// A draw that never reaches an answer proves nothing about it.
			for (const name of [
				'calendar-missing',
				'early',
				'late',
				'on-time',
				'running',
				'waiting',
				'interval-invalid',
				'limit-invalid',
				'time-invalid'
			])
				assert((answers.get(name) ?? 0) > 50, `${name} is hardly reached`);
		});
	} finally {
		if (home === undefined) delete process.env.TZ;
		else process.env.TZ = home;
	}
}
