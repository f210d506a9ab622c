import * as z from 'zod/mini';
import type { Executor } from '#embedded/database.ts';
import type { FileStorage } from './FileStorage.ts';
import { handlers } from './handlers.ts';
import type { Messenger } from './notices/Messenger.ts';

const Job = z.object({
	id: z.union([z.string(), z.number()]),
	claim: z.int(),
	kind: z.string(),
	payload: z.unknown()
});
type Job = z.infer<typeof Job>;

/**
 * What the worker needs: a way to run SQL in its turn, the stored files, whoever carries notices, somewhere to say what
 * failed, and perhaps a way to rebuild the pages.
 */
export interface WorkerTools {
	run<T>(work: (database: Executor) => Promise<T>): Promise<T>;
	storage: FileStorage;
	/** One for each channel that is configured; none = nothing is sent. */
	messengers: readonly Messenger[];
	log(line: string): void;
	/** Builds the static pages anew from the database; absent where something else does. */
	rebuildPages?: () => Promise<void>;
}

/** A running worker. `stop()` resolves when the job under way has ended. */
export interface Worker {
	stop(): Promise<void>;
}

/** Short: a phone keeps its photos until the worker has hashed them, and asking for a job costs next to nothing. */
const pauseMilliseconds = 5_000;

/**
 * Works off `app.claim_job()` at once and then every few seconds. A failing job is logged and given back with its error: SQL
 * decides when it is tried again. Nothing that happens here ends the server.
 */
export function startWorker(tools: WorkerTools): Worker {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let round: Promise<void> = Promise.resolve();
	const next = () => {
		round = workOff(tools, () => stopped)
			.catch((cause: unknown) => tools.log(`Việc nền không chạy được: ${reasonOf(cause)}`))
			.finally(() => {
				if (!stopped) timer = setTimeout(next, pauseMilliseconds);
			});
	};
	next();
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await round;
		}
	};
}

/** Does every job that is due. Each takes its own turns for SQL, so that no citizen waits for more than one of them. */
async function workOff(tools: WorkerTools, isStopped: () => boolean): Promise<void> {
	while (!isStopped()) {
		const job = await tools.run(claim);
		if (!job) return;
		const error = await attempt(tools, job);
		if (error) tools.log(`Việc nền "${job.kind}" chưa xong, sẽ thử lại: ${error}`);
		await tools.run((database) =>
			database.query('select app.finish_job($1::bigint, $2::int, $3::text)', [
				job.id,
				job.claim,
				error
			])
		);
	}
}

async function claim(database: Executor): Promise<Job | undefined> {
	const [row] = await database.query<{ job: unknown }>('select app.claim_job() as job');
	return row?.job ? Job.parse(row.job) : undefined;
}

/** Runs the handler of the job's kind; gives null, or what went wrong in a few words. */
async function attempt(tools: WorkerTools, job: Job): Promise<string | null> {
	const handler = handlers.get(job.kind);
	if (!handler) return 'kind-unknown';
	try {
		await handler(tools, job.payload);
		return null;
	} catch (cause) {
		return reasonOf(cause);
	}
}

function reasonOf(cause: unknown): string {
	return (cause instanceof Error ? cause.message : String(cause)).slice(0, 500);
}
