import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { actAs } from '#database/postgresContext.ts';
import { goodPayload } from './office.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** A request as it is sent. */
export const json = (value: unknown) => JSON.stringify(value);

/** Files this many submissions and gives their ids. */
export function submit(sql: postgres.Sql, count: number): Promise<string[]> {
	return Promise.all(Array.from({ length: count }, () => submitOne(sql)));
}

/** Files one submission and gives its id. */
export async function submitOne(sql: postgres.Sql): Promise<string> {
	const id = randomUUID();
	await open(sql, id);
	assert.match(await finalize(sql, id), /"receipt"/);
	return id;
}

/** Every submission's secret is its own id, so that `replaces` is a list of ids. */
export function open(
	sql: postgres.Sql,
	id: string,
	replaces: string[] = [],
	// Every phone has an address of its own: the quota has its own tests.
	address = `10.${[0, 1, 2].map((at) => parseInt(id.slice(at * 2, at * 2 + 2), 16)).join('.')}`
): Promise<string> {
	const request = {
		protocol: 1,
		id,
		secretHash: sha256(id),
		payload: goodPayload(),
		files: [],
		replaces: replaces.map((old) => ({ id: old, secret: old }))
	};
	return answerOf(() =>
		actAs(sql, { address }, async (transaction) => {
			const [row] =
				await transaction`select public.open_submission(${json(request)}::text::jsonb) as answer`;
			const { state, missing } = row?.answer ?? {};
			return json({ id: row?.answer.id, state, missing });
		})
	);
}

/** The answer of finalize_submission as text. */
export function finalize(sql: postgres.Sql, id: string): Promise<string> {
	return answerOf(() =>
		actAs(sql, {}, async (transaction) => {
			const [row] = await transaction`
				select public.finalize_submission(${json({ protocol: 1, id, secret: id })}::text::jsonb)::text as answer`;
			return String(row?.answer);
		})
	);
}

/** The answer, or "PT409 key" for one of our errors; anything else is thrown on. */
export async function answerOf(work: () => Promise<string>): Promise<string> {
	try {
		return await work();
	} catch (cause) {
		const { code, message } = cause as { code?: string; message?: string };
		if (code?.startsWith('PT')) return `${code} ${message}`;
		throw cause;
	}
}
