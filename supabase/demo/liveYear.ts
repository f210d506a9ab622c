import { toLocal } from '#domain/clock/localTime.ts';
import type { Executor } from '#embedded/database.ts';
import type { Call, Caller } from './callsOf.ts';
import type { SimulatedClock } from './simulatedClock.ts';

/** What living a year needs. */
export interface YearTools {
	database: Executor;
	clock: SimulatedClock;
	/** The account of every member of the staff, by the id of the staff row. */
	accounts: ReadonlyMap<string, string>;
	/** Hears how many calls are done, now and then. */
	onProgress?(done: number, all: number): void;
}

const progressEvery = 500;

/**
 * Makes every call at its moment, as the caller it names: functions, checks and triggers do what they do for a real
 * office. Throws at the first refusal, and when a due date is not the planned one: then plan and house count differently.
 */
export async function liveYear(calls: readonly Call[], tools: YearTools): Promise<void> {
	const { database, onProgress } = tools;
	try {
		for (const [index, call] of calls.entries()) {
			await makeCall(call, tools);
			if ((index + 1) % progressEvery > 0) continue;
			onProgress?.(index + 1, calls.length);
			// Nothing does so by itself here, and without it a plan made for empty tables stays.
			await database.exec('reset role; analyze');
		}
	} finally {
		await database.exec(`reset role; select set_config('request.jwt.claim.sub', '', false)`);
	}
}

/** Makes one call at its moment as its caller, and gives the answer (none of the worker's). Throws when it is refused. */
export async function makeCall(
	call: Call,
	{ database, clock, accounts }: Pick<YearTools, 'database' | 'clock' | 'accounts'>
): Promise<Record<string, unknown>> {
	clock.set(call.at);
	const role = roleOf(call.caller);
	await database.exec(role ? `set role ${role}` : 'reset role');
	return make(call, database, accounts);
}

async function make(
	call: Call,
	database: Executor,
	accounts: YearTools['accounts']
): Promise<Record<string, unknown>> {
	const { caller, name, request } = call;
	try {
		if (!request) {
			await database.query(`select app.${name}()`);
			return {};
		}
		const [row] = await database.query<{ answer: Record<string, unknown> | null }>(
			`with caller as materialized (select set_config('request.jwt.claim.sub', $1, false))
			select public.${name}($2::text::jsonb) as answer from caller`,
			[accountOf(caller, accounts), JSON.stringify(request)]
		);
		const answer = row?.answer ?? {};
		if (call.dueDate && answer.dueDate !== call.dueDate)
			throw new Error(`due ${String(answer.dueDate)}, planned ${call.dueDate}`);
		return answer;
	} catch (cause) {
		const moment = toLocal(new Date(call.at).toISOString());
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${name} at ${moment}: ${reason}`, { cause });
	}
}

function roleOf(caller: Caller): string {
	if (caller === 'worker') return '';
	return caller === 'phone' ? 'anon' : 'authenticated';
}

function accountOf(caller: Caller, accounts: YearTools['accounts']): string {
	if (typeof caller === 'string') return '';
	const account = accounts.get(caller.staff.id);
	if (!account) throw new Error(`${caller.staff.account} has no account`);
	return account;
}
