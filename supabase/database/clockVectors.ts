import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseClockInput } from '#domain/clock/clockInput.ts';
import { computeClock } from '#domain/clock/computeClock.ts';
import { WorkingCalendar } from '#domain/clock/workingCalendar.ts';

const expectedKeys = ['dueDate', 'due', 'firstDueDate', 'timeliness', 'state', 'error'] as const;

/** A case is a clock input (left unchecked: bad input is a case too) with a name and what to expect. */
const VectorCase = z.looseObject({
	name: z.string(),
	expect: z.partialRecord(z.enum(expectedKeys), z.nullable(z.string()))
});
const VectorFile = z
	.array(z.object({ calendar: WorkingCalendar, cases: z.array(VectorCase).check(z.minLength(1)) }))
	.check(z.minLength(1));
export type VectorFile = z.infer<typeof VectorFile>;

/** Gives the flat answer (`{state, dueDate, …}` or `{error}`) to each input, in order. */
export type ClockEngine = (
	inputs: unknown[],
	calendar: WorkingCalendar
) => Promise<Record<string, unknown>[]>;

export interface Replay {
	passed: number;
	failed: number;
	/** Each difference: case, key, expected, got. */
	differences: string[];
}

/** The paths of the files in `tests/vectors` that are clock vectors. */
export async function listVectorFiles(): Promise<string[]> {
	const folder = join(import.meta.dirname, '../../tests/vectors');
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	const paths: string[] = [];
	for (const name of names) {
		const text = await readFile(join(folder, name), 'utf8');
		// A clock file with a fault must fail when replayed, not drop out of the list.
		if (/"calendar"\s*:/.test(text) && /"cases"\s*:/.test(text)) paths.push(join(folder, name));
	}
	return paths;
}

/** Reads a vector file; throws in plain words when it can't be read or has another shape. */
export async function readVectors(path: string): Promise<VectorFile> {
	const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
		throw new Error(`the file can't be read (${cause.code ?? 'unknown error'})`);
	});
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Error('the file is not JSON');
	}
	const parsed = VectorFile.safeParse(value);
	if (parsed.success) return parsed.data;
	const where = parsed.error.issues[0]?.path.join('.') ?? '';
	throw new Error(`the file is no list of {calendar, cases: [{name, …, expect}]} (at "${where}")`);
}

/** Replays every case and compares only the keys given in `expect`. */
export async function replayVectors(file: VectorFile, engine: ClockEngine): Promise<Replay> {
	const replay: Replay = { passed: 0, failed: 0, differences: [] };
	for (const group of file) {
		const answers = await engine(group.cases, group.calendar);
		for (const [position, { name, expect }] of group.cases.entries()) {
			const answer = answers[position] ?? {};
			const wrong = Object.entries(expect)
				.filter(([key, expected]) => (answer[key] ?? null) !== expected)
				.map(
					([key, expected]) =>
						`${name}: ${key} expected ${String(expected)}, got ${String(answer[key] ?? null)}` +
						(answer.error && key !== 'error' ? ` (error ${String(answer.error)})` : '')
				);
			replay.differences.push(...wrong);
			if (wrong.length === 0) replay.passed += 1;
			else replay.failed += 1;
		}
	}
	return replay;
}

/** The clock of src/lib/domain. */
export const typeScriptClock: ClockEngine = async (inputs, calendar) =>
	inputs.map((value) => {
		const parsed = parseClockInput(value);
		const { ok: _, ...answer } = parsed.ok ? computeClock(parsed.input, calendar) : parsed;
		return answer;
	});

/** The clock of the database; `query` runs one statement with two JSON texts and gives its rows. */
export function sqlClock(
	query: (sql: string, parameters: [string, string]) => Promise<{ answer: unknown }[]>
): ClockEngine {
	return async (inputs, calendar) => {
		const rows = await query(
			`select app.compute_clock(input, $2::text::jsonb) as answer
			from jsonb_array_elements($1::text::jsonb) with ordinality as list (input, position)
			order by position`,
			[JSON.stringify(inputs), JSON.stringify(calendar)]
		);
		return rows.map(({ answer }) => answer as Record<string, unknown>);
	};
}
