import type { Executor } from '#embedded/database.ts';

/** Does one job; a throw means "try again later". Must be safe to run twice. */
export type Handler = (database: Executor, payload: unknown) => Promise<void>;

/** Kind of job → what does it. */
export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
	[
		'purge-lookup-attempts',
		async (database) => void (await database.query('select app.purge_lookup_attempts()'))
	],
	[
		'purge-abandoned-submissions',
		async (database) => void (await database.query('select app.purge_abandoned_submissions()'))
	]
]);
