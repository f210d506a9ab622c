/** `npm run vectors -- FILE…`: replays clock vectors on TypeScript and on SQL; no FILE = tests/vectors. */
import { resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { applyMigrations } from './applyMigrations.ts';
import {
	listVectorFiles,
	readVectors,
	replayVectors,
	sqlClock,
	typeScriptClock,
	type ClockEngine
} from './clockVectors.ts';
import { openStub } from './pglite.ts';

// npm runs scripts in the project's folder; INIT_CWD is where the person typed the command.
const callerFolder = process.env.INIT_CWD ?? process.cwd();
const files = process.argv.slice(2).map((file) => resolve(callerFolder, file));

const database = await openClockDatabase();
const engines: [string, ClockEngine][] = [
	['TypeScript', typeScriptClock],
	[
		'SQL',
		sqlClock(
			async (sql, parameters) => (await database.query<{ answer: unknown }>(sql, parameters)).rows
		)
	]
];

let failed = false;
// Other vectors may live in tests/vectors; a file somebody names must be one of these.
for (const file of files.length > 0 ? files : await listVectorFiles()) {
	console.log(file);
	try {
		const vectors = await readVectors(file);
		for (const [name, engine] of engines) {
			const replay = await replayVectors(vectors, engine);
			for (const difference of replay.differences) console.log(`  ${name}: ${difference}`);
			console.log(`${name}: ${replay.passed} passed, ${replay.failed} failed`);
			if (replay.failed > 0) failed = true;
		}
	} catch (cause) {
		console.error(cause instanceof Error ? cause.message : String(cause));
		failed = true;
	}
}
await database.close();
// Last, because closing PGlite sets the exit code of this process to its own.
process.exitCode = failed ? 1 : 0;

/** The clock needs the first migration (schema app), the calendar's tables and its own, nothing else. */
async function openClockDatabase(): Promise<PGlite> {
	const stub = await openStub(false);
	const wanted = /_(foundation|working_calendar|working_time|clock)$/;
	await applyMigrations(
		(sql) => stub.exec(sql),
		(name) => wanted.test(name)
	);
	return stub;
}
